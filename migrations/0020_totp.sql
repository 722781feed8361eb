-- The authenticator of an account: its seed, sealed with a key of the server; the step it was last used in, so that each counts
-- once; and a seed that was shown and not yet confirmed by a code.

create table totp (
    account_id uuid primary key references account (id),
    seed bytea,
    last_step bigint not null default 0,
    made_at timestamptz,
    used_at timestamptz,
    new_seed bytea,
    check ((seed is null) = (made_at is null))
);
