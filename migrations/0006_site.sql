-- The site itself: the link of the first run, with which the first administrator makes her account.

create table first_run (
    id uuid primary key,
    token_hash bytea not null unique check (length(token_hash) = 32),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
