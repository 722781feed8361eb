-- A link made on the server's console for somebody whom no letter reaches: bound to no browser, ten minutes, one use, and
-- its page asks the password. It dies with the password it was made beside (auth_epoch).

create table console_link (
    id uuid primary key,
    account_id uuid not null references account (id),
    auth_epoch bigint not null,
    token_hash bytea not null unique check (length(token_hash) = 32),
    reason text not null check (length(reason) between 1 and 500),
    tries bigint not null default 0 check (tries between 0 and 5),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    used_ua text
);

create index console_link_of_account on console_link (account_id, created_at);
