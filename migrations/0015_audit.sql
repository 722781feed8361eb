-- Who did it, where that is not the person it was done to; and how long each kind of line is kept.

alter table audit add column actor_id uuid;

create index audit_at on audit (at);
create index audit_of_actor on audit (actor_id, at);

-- A kind is what stands before the dot of an event. The address a line came from is forgotten sooner than the line.
create table audit_retention (
    kind text primary key,
    days bigint not null check (days between 1 and 36500),
    address_days bigint not null check (address_days between 1 and 36500)
);

insert into audit_retention (kind, days, address_days) values
    ('sign_in', 400, 90),
    ('session', 400, 90),
    ('console_link', 3650, 400),
    ('token', 1100, 90),
    ('account', 3650, 400),
    ('role', 3650, 400),
    ('other', 3650, 400);
