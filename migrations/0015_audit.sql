-- Who did it, where that is not the person it was done to; and how long each kind of line is kept.

alter table audit add column actor_id uuid;

create index audit_at on audit (at);
create index audit_of_actor on audit (actor_id, at);

-- How long a kind is kept, where that is not the usual time. A kind is what stands before the dot of an event; the address
-- a line came from is forgotten sooner than the line.
create table audit_retention (
    kind text primary key,
    days bigint not null check (days between 1 and 36500),
    address_days bigint not null check (address_days between 1 and 36500)
);
