-- Two accounts of one person made one, and row by row what went from the one to the other, so that it can be undone.

create table account_merge (
    id uuid primary key,
    merged_id uuid not null references account (id),
    into_id uuid not null references account (id),
    reason text not null check (length(reason) between 1 and 500),
    state text not null check (state in ('done', 'undone')),
    merged_by uuid not null references account (id),
    merged_at timestamptz not null,
    undo_until timestamptz not null,
    undone_by uuid references account (id),
    undone_at timestamptz,
    check (merged_id <> into_id),
    check ((state = 'undone') = (undone_by is not null and undone_at is not null))
);
create unique index account_merge_standing on account_merge (merged_id) where state = 'done';
create index account_merge_into on account_merge (into_id, merged_at);

-- place is a table and its column.
create table account_merge_row (
    merge_id uuid not null references account_merge (id),
    place text not null,
    row_id uuid not null,
    primary key (merge_id, place, row_id)
);
