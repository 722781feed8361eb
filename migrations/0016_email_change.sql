-- Another address for an account, confirmed from both mailboxes; and accounts that were closed.

create table email_change (
    id uuid primary key,
    account_id uuid not null references account (id),
    auth_epoch bigint not null,
    old_email text not null,
    new_email text not null,
    new_norm text not null,
    state text not null check (state in ('waiting', 'done', 'undone', 'replaced')),
    old_token_hash bytea unique check (length(old_token_hash) = 32),
    new_token_hash bytea unique check (length(new_token_hash) = 32),
    undo_token_hash bytea unique check (length(undo_token_hash) = 32),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    old_confirmed_at timestamptz,
    new_confirmed_at timestamptz,
    done_at timestamptz,
    undo_until timestamptz,
    undone_at timestamptz
);

create index email_change_of_account on email_change (account_id, created_at);

alter table account add column closed_at timestamptz;
alter table account add column forgotten_at timestamptz;
