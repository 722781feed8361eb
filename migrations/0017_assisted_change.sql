-- A lost mailbox: one administrator asks with a reason, another agrees, the old address has a day to stop it.

create table assisted_change (
    id uuid primary key,
    account_id uuid not null references account (id),
    old_email text not null,
    new_email text not null,
    new_norm text not null,
    reason text not null check (length(reason) between 1 and 500),
    state text not null check (state in ('asked', 'agreed', 'done', 'stopped')),
    asked_by uuid not null references account (id),
    asked_at timestamptz not null,
    agreed_by uuid references account (id),
    due_at timestamptz,
    stop_token_hash bytea unique check (length(stop_token_hash) = 32),
    ended_at timestamptz,
    check (agreed_by is null or agreed_by <> asked_by),
    check (state not in ('agreed', 'done') or agreed_by is not null)
);

create index assisted_change_of_account on assisted_change (account_id, asked_at);
create index assisted_change_due on assisted_change (state, due_at);
