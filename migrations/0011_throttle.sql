-- Tries: how many failed and how many are under way, one row for each address, account or browser and each window of
-- time (the holder is a keyed hash of all that); and the browsers that an account has signed in with.

create table throttle (
    holder bytea primary key check (length(holder) = 32),
    ends_at timestamptz not null,
    fails bigint not null check (fails >= 0),
    held bigint not null check (held >= 0),
    -- what the pause between two tries grows with
    weight bigint not null check (weight >= 0),
    -- no try before
    free_at timestamptz not null
);

create index throttle_over on throttle (ends_at);

-- Known to the account until its epoch changes: a new password makes every browser a strange one.
create table known_browser (
    account_id uuid not null references account (id),
    browser_hash bytea not null check (length(browser_hash) = 32),
    auth_epoch bigint not null,
    last_ok_at timestamptz not null,
    primary key (account_id, browser_hash)
);

create index known_browser_old on known_browser (last_ok_at);
