-- The rule that after a password only the letter will do, and the test letters that came back.

create table link_rule (
    -- there is one rule: the row is there while it is on
    place bigint primary key check (place = 1),
    since timestamptz not null,
    account_id uuid not null references account (id)
);

create table mail_came_back (
    account_id uuid primary key references account (id),
    at timestamptz not null
);
