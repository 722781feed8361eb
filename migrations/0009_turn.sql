-- Locked by transactions that met another, so that they go one at a time on all nodes. It stays empty.
create table turn (
    id bigint primary key
);
