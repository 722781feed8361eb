-- A new password by letter: links of an hour, bound to no browser, whose page asks the address typed again. They die with
-- whatever ends the account's sessions (auth_epoch).

create table reset_link (
    id uuid primary key,
    account_id uuid not null references account (id),
    auth_epoch bigint not null,
    outgoing_id uuid not null,
    token_hash bytea not null unique check (length(token_hash) = 32),
    tries bigint not null default 0 check (tries between 0 and 5),
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    used_at timestamptz,
    used_ua text,
    revoked_at timestamptz
);

create index reset_link_of_account on reset_link (account_id, issued_at);
create index reset_link_of_letter on reset_link (outgoing_id);
create index outbox_to on outbox (to_address, created_at);
