-- Registrations: one person's request to attend one event, and its state.
--
-- draft -> pending -> accredited | declined; withdrawn by the person from pending or accredited.
-- A draft is half filled in; everything after it is complete, and the checks below say what complete means.
-- *_key, sort_* and search are written by the program: folded words and sort keys, the same on both engines.

create table registration (
    id uuid primary key,
    event_id uuid not null references event (id),
    account_id uuid not null references account (id),
    number bigint check (number > 0),
    state text not null check (state in ('draft', 'pending', 'accredited', 'declined', 'withdrawn')),
    lang text not null,
    honorific text not null check (length(honorific) <= 40),
    badge_name text not null check (length(badge_name) <= 120),
    position text not null check (length(position) <= 160),
    representation text check (representation in ('member', 'observer_state', 'un_entity', 'igo', 'ngo', 'university', 'media', 'other')),
    member_id uuid references member (id),
    organization text not null check (length(organization) <= 200),
    role text check (role in ('head', 'alternate', 'delegate', 'adviser')),
    photo_id uuid references stored_file (id),
    letter_id uuid references stored_file (id),
    wheelchair boolean not null,
    support_person boolean not null,
    assistance_dog boolean not null,
    captioning boolean not null,
    sign_language boolean not null,
    diet text not null check (length(diet) <= 500),
    other_needs text not null check (length(other_needs) <= 1000),
    access_saved boolean not null,
    name_key text not null,
    search text not null,
    sort_name bytea not null,
    sort_delegation bytea not null,
    submitted_at timestamptz,
    decided_at timestamptz,
    decided_by uuid references account (id),
    reason text check (reason in ('no_nomination', 'papers', 'representation', 'places', 'duplicate', 'other')),
    reason_text text not null check (length(reason_text) <= 2000),
    withdrawn_at timestamptz,
    sample boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (event_id, number),
    check (member_id is null or representation = 'member'),
    check (member_id is null or organization = ''),
    check (state = 'draft' or (
        number is not null and submitted_at is not null and badge_name <> '' and position <> ''
        and representation is not null and role is not null and (member_id is not null or organization <> '')
    )),
    check (state not in ('draft', 'pending') or (decided_at is null and withdrawn_at is null)),
    check (state not in ('accredited', 'declined') or decided_at is not null),
    check ((decided_at is null) = (decided_by is null)),
    check ((state = 'declined') = (reason is not null)),
    check ((reason is not null) = (reason_text <> '')),
    check ((state = 'withdrawn') = (withdrawn_at is not null))
);

-- One active registration a person and event: the second of two presses finds the first.
create unique index registration_active on registration (event_id, account_id)
    where state in ('draft', 'pending', 'accredited');

create index registration_of_account on registration (account_id, created_at);
create index registration_oldest on registration (event_id, state, submitted_at, number);
create index registration_same_name on registration (event_id, name_key);
create index registration_photo on registration (photo_id);
create index registration_letter on registration (letter_id);

-- The last number given at an event; raised by one statement when a request is sent.
create table registration_counter (
    event_id uuid primary key references event (id),
    last bigint not null check (last > 0)
);

-- What happened to a registration, append-only: who moved it to which state, and when.
create table registration_move (
    id uuid primary key,
    registration_id uuid not null references registration (id),
    at timestamptz not null,
    state text not null check (state in ('pending', 'accredited', 'declined', 'withdrawn')),
    account_id uuid not null references account (id)
);

create index registration_move_of on registration_move (registration_id, at, id);
