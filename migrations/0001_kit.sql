-- The kit: files kept by their content, letters that wait to be handed over, work that waits to be done.

create table stored_file (
    id uuid primary key,
    hash text not null check (length(hash) = 64),
    size bigint not null check (size >= 0),
    kind text not null,
    name text not null check (length(name) between 1 and 200),
    purpose text not null,
    owner uuid,
    created_at timestamptz not null
);
create index stored_file_hash on stored_file (hash);

-- No secret and no text of a letter is here: a letter is written when it is handed over.
create table outbox (
    id uuid primary key,
    kind text not null,
    to_address text not null,
    locale text not null,
    about uuid,
    data jsonb not null,
    message_id text not null unique,
    state text not null check (state in ('waiting', 'sent', 'refused', 'dropped')),
    tries bigint not null default 0,
    not_before timestamptz not null,
    locked_until timestamptz,
    last_error text,
    created_at timestamptz not null,
    done_at timestamptz,
    check ((state = 'waiting') = (done_at is null))
);
create index outbox_due on outbox (state, not_before);
create index outbox_about on outbox (about);

create table job (
    id uuid primary key,
    kind text not null,
    data jsonb not null,
    state text not null check (state in ('waiting', 'done', 'failed')),
    tries bigint not null default 0,
    run_at timestamptz not null,
    locked_until timestamptz,
    last_error text,
    created_at timestamptz not null,
    done_at timestamptz
);
create index job_due on job (state, run_at);

create table timer (
    name text primary key,
    next_at timestamptz not null
);
