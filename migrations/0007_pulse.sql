-- When the database was last seen alive, written about twice a second by the nodes of a service that has standbys: a
-- standby that holds a young pulse holds everything committed before it.
create table pulse (
    id bigint primary key check (id = 1),
    at timestamptz not null
);
