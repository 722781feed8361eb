-- Members and associate members of the convening body, and the organizations its events deal with.

create table member (
    id uuid primary key,
    iso3 text not null unique check (length(iso3) = 3),
    iso2 text not null unique check (length(iso2) = 2),
    name_en text not null unique,
    name_fr text not null,
    name_ru text not null,
    name_zh text not null,
    name_ar text not null,
    membership text not null check (membership in ('member', 'member_non_regional', 'associate_member')),
    subregion text not null check (subregion in ('ENEA', 'NCA', 'PAC', 'SSWA', 'SEA', 'NONREG')),
    status_note text not null,
    capital text not null,
    zone text not null,
    position bigint not null,
    sort_key text not null unique,
    unverified text not null,
    status_as_of text not null
);

create table organization (
    id uuid primary key,
    slug text not null unique,
    name_en text not null,
    name_fr text,
    name_ar text,
    acronym text not null,
    kind text not null check (kind in ('agency', 'ministry', 'ministry_unit', 'programme', 'fund', 'council', 'dfi', 'un_entity', 'igo', 'ngo', 'university', 'other')),
    member_id uuid references member (id),
    parent_body text not null,
    established text not null,
    website text not null,
    leads boolean not null,
    confidence text not null check (confidence in ('A', 'B', 'C')),
    position bigint not null
);

create index organization_of_member on organization (member_id, position);
