-- Programs: the tokens people make for them, how often they ask, and the answers they may ask for twice.

create table api_token (
    id uuid primary key,
    account_id uuid not null references account (id),
    auth_epoch bigint not null,
    name text not null check (length(name) between 1 and 100),
    prefix text not null check (length(prefix) = 9),
    token_hash bytea not null unique check (length(token_hash) = 32),
    scopes text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    check (expires_at > created_at)
);

create index api_token_of_account on api_token (account_id, created_at);

-- One row for each token or address: the window that is counted, and how much of it the nodes have taken.
create table api_window (
    holder bytea primary key check (length(holder) = 32),
    opens bigint not null,
    taken bigint not null check (taken > 0)
);

create index api_window_over on api_window (opens);

create table api_replay (
    token_id uuid not null,
    idempotency_key text not null check (length(idempotency_key) between 1 and 255),
    fingerprint bytea not null check (length(fingerprint) = 32),
    status bigint,
    body jsonb not null,
    location text,
    created_at timestamptz not null,
    primary key (token_id, idempotency_key)
);

create index api_replay_over on api_replay (created_at);
