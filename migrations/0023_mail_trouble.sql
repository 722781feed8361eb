-- Mail in trouble: how each relay fares, in rows that all nodes share, and the times in which letters did not leave.

create table mail_relay (
    name text primary key,
    place bigint not null,
    failures bigint not null check (failures >= 0),
    rests_until timestamptz,
    last_error text
);

-- Of each kind one is under way at most. What operators were told of it is noted here, so that one node tells it, once.
create table mail_trouble (
    id uuid primary key,
    kind text not null check (kind in ('relay', 'letters')),
    detail text not null,
    began_at timestamptz not null,
    ended_at timestamptz,
    began_told_at timestamptz,
    ended_told_at timestamptz
);

create unique index mail_trouble_under_way on mail_trouble (kind) where ended_at is null;

create index outbox_sent on outbox (done_at) where state = 'sent';
