-- The forum: series, their editions and other events, programme, people, documents.
--
-- texts: what people read, by field and language: {"title": {"en": "...", "fr": "..."}}. One column, because a
-- noun is always read with all its texts and each page falls back to the original language by itself.
-- Future times are what the organiser meant: local text (YYYY-MM-DDTHH:MM) and an IANA zone; *_at is derived.

create table series (
    id uuid primary key,
    slug text not null unique,
    original_lang text not null,
    texts jsonb not null,
    position bigint not null
);

create table event (
    id uuid primary key,
    slug text not null unique check (length(slug) between 2 and 60),
    kind text not null check (kind in ('edition', 'round_table', 'side_event', 'meeting', 'exhibition', 'other')),
    status text not null check (status in ('draft', 'published', 'postponed', 'cancelled')),
    series_id uuid references series (id),
    edition bigint check (edition > 0),
    original_lang text not null,
    texts jsonb not null,
    zone text not null,
    starts_local text not null check (length(starts_local) = 16),
    ends_local text not null check (length(ends_local) = 16),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    known text not null check (known in ('time', 'day', 'within')),
    sample_times boolean not null,
    format text check (format in ('in_person', 'online', 'hybrid')),
    interpretation text not null,
    host_id uuid references member (id),
    contact_email text not null,
    registration_closes_local text check (length(registration_closes_local) = 16),
    registration_closes_at timestamptz,
    sequence bigint not null check (sequence >= 0),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (series_id, edition),
    check (ends_local >= starts_local),
    check ((kind = 'edition') = (series_id is not null and edition is not null)),
    check ((registration_closes_local is null) = (registration_closes_at is null))
);

create index event_by_start on event (starts_at, id);

-- within: held in the frame of the other; prepares: its outcome feeds the other.
create table event_link (
    event_id uuid not null references event (id) on delete cascade,
    other_id uuid not null references event (id) on delete cascade,
    kind text not null check (kind in ('within', 'prepares')),
    primary key (event_id, other_id, kind),
    check (event_id <> other_id)
);

create index event_link_other on event_link (other_id);

create table event_convener (
    event_id uuid not null references event (id) on delete cascade,
    position bigint not null,
    organization_id uuid references organization (id),
    member_id uuid references member (id),
    primary key (event_id, position),
    check ((organization_id is null) <> (member_id is null))
);

create table key_date (
    id uuid primary key,
    event_id uuid not null references event (id) on delete cascade,
    day text not null check (length(day) = 10),
    texts jsonb not null,
    sample boolean not null
);

create index key_date_of_event on key_date (event_id, day);

create table programme_session (
    id uuid primary key,
    event_id uuid not null references event (id) on delete cascade,
    kind text not null check (kind in ('plenary', 'panel', 'round_table', 'working_group', 'arrival', 'social', 'closed', 'pause')),
    starts_local text not null check (length(starts_local) = 16),
    ends_local text not null check (length(ends_local) = 16),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    texts jsonb not null,
    sample boolean not null,
    check (ends_local > starts_local)
);

create index programme_session_of_event on programme_session (event_id, starts_local, id);

create table event_person (
    id uuid primary key,
    event_id uuid not null references event (id) on delete cascade,
    session_id uuid references programme_session (id) on delete cascade,
    role text not null check (role in ('chair', 'moderator', 'keynote', 'speaker', 'panellist', 'rapporteur', 'host')),
    name text not null,
    texts jsonb not null,
    member_id uuid references member (id),
    organization_id uuid references organization (id),
    position bigint not null,
    sample boolean not null
);

create index event_person_of_event on event_person (event_id, position);

create table document (
    id uuid primary key,
    event_id uuid not null references event (id) on delete cascade,
    slug text not null check (length(slug) between 2 and 60),
    symbol text,
    audience text not null check (audience in ('public', 'participants')),
    issued_on text check (length(issued_on) = 10),
    texts jsonb not null,
    position bigint not null,
    sample boolean not null,
    unique (event_id, slug)
);

create table document_file (
    id uuid primary key,
    document_id uuid not null references document (id) on delete cascade,
    lang text not null,
    version bigint not null check (version > 0),
    file_id uuid not null references stored_file (id),
    created_at timestamptz not null,
    unique (document_id, lang, version)
);
