-- The whole schema after all migrations, as SQLite tells it. Generated: cargo xtask schema.

CREATE TABLE account (
    id blob primary key,
    email text not null,
    email_norm text not null unique check (length(email_norm) between 3 and 254),
    name text not null check (length(name) between 1 and 200),
    locale text not null,
    password_phc text,
    auth_epoch integer not null default 0,
    verified_at integer,
    disabled_at integer,
    last_link_at integer,
    last_notice_at integer,
    created_at integer not null
, closed_at integer, forgotten_at integer, unfinished_told_at integer, passkey_declined_at integer) strict;

CREATE TABLE account_merge (
    id blob primary key,
    merged_id blob not null references account (id),
    into_id blob not null references account (id),
    reason text not null check (length(reason) between 1 and 500),
    state text not null check (state in ('done', 'undone')),
    merged_by blob not null references account (id),
    merged_at integer not null,
    undo_until integer not null,
    undone_by blob references account (id),
    undone_at integer,
    check (merged_id <> into_id),
    check ((state = 'undone') = (undone_by is not null and undone_at is not null))
) strict;

CREATE INDEX account_merge_into on account_merge (into_id, merged_at);

CREATE UNIQUE INDEX account_merge_standing on account_merge (merged_id) where state = 'done';

CREATE TABLE account_merge_row (
    merge_id blob not null references account_merge (id),
    place text not null,
    row_id blob not null,
    primary key (merge_id, place, row_id)
) strict;

CREATE TABLE account_stash (
    id blob primary key,
    account_id blob not null references account (id),
    path text not null,
    fields text not null,
    created_at integer not null,
    expires_at integer not null,
    unique (account_id, path)
) strict;

CREATE TABLE api_replay (
    token_id blob not null,
    idempotency_key text not null check (length(idempotency_key) between 1 and 255),
    fingerprint blob not null check (length(fingerprint) = 32),
    status integer,
    body text not null,
    location text,
    created_at integer not null,
    primary key (token_id, idempotency_key)
) strict;

CREATE INDEX api_replay_over on api_replay (created_at);

CREATE TABLE api_token (
    id blob primary key,
    account_id blob not null references account (id),
    auth_epoch integer not null,
    name text not null check (length(name) between 1 and 100),
    prefix text not null check (length(prefix) = 9),
    token_hash blob not null unique check (length(token_hash) = 32),
    scopes text not null,
    created_at integer not null,
    expires_at integer not null,
    last_used_at integer,
    revoked_at integer,
    check (expires_at > created_at)
) strict;

CREATE INDEX api_token_of_account on api_token (account_id, created_at);

CREATE TABLE api_window (
    holder blob primary key check (length(holder) = 32),
    opens integer not null,
    taken integer not null check (taken > 0)
) strict;

CREATE INDEX api_window_over on api_window (opens);

CREATE TABLE assisted_change (
    id blob primary key,
    account_id blob not null references account (id),
    old_email text not null,
    new_email text not null,
    new_norm text not null,
    reason text not null check (length(reason) between 1 and 500),
    state text not null check (state in ('asked', 'agreed', 'done', 'stopped')),
    asked_by blob not null references account (id),
    asked_at integer not null,
    agreed_by blob references account (id),
    due_at integer,
    stop_token_hash blob unique check (length(stop_token_hash) = 32),
    ended_at integer,
    check (agreed_by is null or agreed_by <> asked_by),
    check (state not in ('agreed', 'done') or agreed_by is not null)
) strict;

CREATE INDEX assisted_change_due on assisted_change (state, due_at);

CREATE INDEX assisted_change_of_account on assisted_change (account_id, asked_at);

CREATE TABLE audit (
    id blob primary key,
    at integer not null,
    event text not null,
    account_id blob,
    flow_id blob,
    detail text not null,
    ip text not null,
    ua text not null
, actor_id blob) strict;

CREATE INDEX audit_at on audit (at);

CREATE INDEX audit_of_account on audit (account_id, at);

CREATE INDEX audit_of_actor on audit (actor_id, at);

CREATE TABLE audit_retention (
    kind text primary key,
    days integer not null check (days between 1 and 36500),
    address_days integer not null check (address_days between 1 and 36500)
) strict;

CREATE TABLE console_link (
    id blob primary key,
    account_id blob not null references account (id),
    auth_epoch integer not null,
    token_hash blob not null unique check (length(token_hash) = 32),
    reason text not null check (length(reason) between 1 and 500),
    tries integer not null default 0 check (tries between 0 and 5),
    created_at integer not null,
    expires_at integer not null,
    used_at integer,
    used_ua text
) strict;

CREATE INDEX console_link_of_account on console_link (account_id, created_at);

CREATE TABLE document (
    id blob primary key,
    event_id blob not null references event (id) on delete cascade,
    slug text not null check (length(slug) between 2 and 60),
    symbol text,
    audience text not null check (audience in ('public', 'participants')),
    issued_on text check (length(issued_on) = 10),
    texts text not null,
    position integer not null,
    sample integer not null,
    unique (event_id, slug)
) strict;

CREATE TABLE document_file (
    id blob primary key,
    document_id blob not null references document (id) on delete cascade,
    lang text not null,
    version integer not null check (version > 0),
    file_id blob not null references stored_file (id),
    created_at integer not null,
    unique (document_id, lang, version)
) strict;

CREATE TABLE email_change (
    id blob primary key,
    account_id blob not null references account (id),
    auth_epoch integer not null,
    old_email text not null,
    new_email text not null,
    new_norm text not null,
    state text not null check (state in ('waiting', 'done', 'undone', 'replaced')),
    old_token_hash blob unique check (length(old_token_hash) = 32),
    new_token_hash blob unique check (length(new_token_hash) = 32),
    undo_token_hash blob unique check (length(undo_token_hash) = 32),
    created_at integer not null,
    expires_at integer not null,
    old_confirmed_at integer,
    new_confirmed_at integer,
    done_at integer,
    undo_until integer,
    undone_at integer
) strict;

CREATE INDEX email_change_of_account on email_change (account_id, created_at);

CREATE TABLE event (
    id blob primary key,
    slug text not null unique check (length(slug) between 2 and 60),
    kind text not null check (kind in ('edition', 'round_table', 'side_event', 'meeting', 'exhibition', 'other')),
    status text not null check (status in ('draft', 'published', 'postponed', 'cancelled')),
    series_id blob references series (id),
    edition integer check (edition > 0),
    original_lang text not null,
    texts text not null,
    zone text not null,
    starts_local text not null check (length(starts_local) = 16),
    ends_local text not null check (length(ends_local) = 16),
    starts_at integer not null,
    ends_at integer not null,
    known text not null check (known in ('time', 'day', 'within')),
    sample_times integer not null,
    format text check (format in ('in_person', 'online', 'hybrid')),
    interpretation text not null,
    host_id blob references member (id),
    contact_email text not null,
    registration_closes_local text check (length(registration_closes_local) = 16),
    registration_closes_at integer,
    sequence integer not null check (sequence >= 0),
    created_at integer not null,
    updated_at integer not null,
    unique (series_id, edition),
    check (ends_local >= starts_local),
    check ((kind = 'edition') = (series_id is not null and edition is not null)),
    check ((registration_closes_local is null) = (registration_closes_at is null))
) strict;

CREATE INDEX event_by_start on event (starts_at, id);

CREATE TABLE event_convener (
    event_id blob not null references event (id) on delete cascade,
    position integer not null,
    organization_id blob references organization (id),
    member_id blob references member (id),
    primary key (event_id, position),
    check ((organization_id is null) <> (member_id is null))
) strict;

CREATE TABLE event_link (
    event_id blob not null references event (id) on delete cascade,
    other_id blob not null references event (id) on delete cascade,
    kind text not null check (kind in ('within', 'prepares')),
    primary key (event_id, other_id, kind),
    check (event_id <> other_id)
) strict;

CREATE INDEX event_link_other on event_link (other_id);

CREATE TABLE event_person (
    id blob primary key,
    event_id blob not null references event (id) on delete cascade,
    session_id blob references programme_session (id) on delete cascade,
    role text not null check (role in ('chair', 'moderator', 'keynote', 'speaker', 'panellist', 'rapporteur', 'host')),
    name text not null,
    texts text not null,
    member_id blob references member (id),
    organization_id blob references organization (id),
    position integer not null,
    sample integer not null
) strict;

CREATE INDEX event_person_of_event on event_person (event_id, position);

CREATE TABLE first_run (
    id blob primary key,
    token_hash blob not null unique check (length(token_hash) = 32),
    created_at integer not null,
    expires_at integer not null,
    used_at integer
) strict;

CREATE TABLE job (
    id blob primary key,
    kind text not null,
    data text not null,
    state text not null check (state in ('waiting', 'done', 'failed')),
    tries integer not null default 0,
    run_at integer not null,
    locked_until integer,
    last_error text,
    created_at integer not null,
    done_at integer
) strict;

CREATE INDEX job_due on job (state, run_at);

CREATE TABLE key_date (
    id blob primary key,
    event_id blob not null references event (id) on delete cascade,
    day text not null check (length(day) = 10),
    texts text not null,
    sample integer not null
) strict;

CREATE INDEX key_date_of_event on key_date (event_id, day);

CREATE TABLE known_browser (
    account_id blob not null references account (id),
    browser_hash blob not null check (length(browser_hash) = 32),
    auth_epoch integer not null,
    last_ok_at integer not null,
    primary key (account_id, browser_hash)
) strict;

CREATE INDEX known_browser_old on known_browser (last_ok_at);

CREATE TABLE link_rule (
    
    place integer primary key check (place = 1),
    since integer not null,
    account_id blob not null references account (id)
) strict;

CREATE TABLE mail_came_back (
    account_id blob primary key references account (id),
    at integer not null
) strict;

CREATE TABLE mail_relay (
    name text primary key,
    place integer not null,
    failures integer not null check (failures >= 0),
    rests_until integer,
    last_error text
) strict;

CREATE TABLE mail_trouble (
    id blob primary key,
    kind text not null check (kind in ('relay', 'letters')),
    detail text not null,
    began_at integer not null,
    ended_at integer,
    began_told_at integer,
    ended_told_at integer
) strict;

CREATE UNIQUE INDEX mail_trouble_under_way on mail_trouble (kind) where ended_at is null;

CREATE TABLE member (
    id blob primary key,
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
    position integer not null,
    sort_key text not null unique,
    unverified text not null,
    status_as_of text not null
) strict;

CREATE TABLE oidc_identity (
    id blob primary key,
    account_id blob not null references account (id),
    issuer text not null,
    subject text not null,
    
    email text not null,
    linked_at integer not null,
    used_at integer,
    unique (issuer, subject)
) strict;

CREATE INDEX oidc_identity_of_account on oidc_identity (account_id, linked_at);

CREATE TABLE oidc_logout (
    token_hash blob primary key check (length(token_hash) = 32),
    expires_at integer not null
) strict;

CREATE TABLE oidc_offer (
    id blob primary key,
    browser_hash blob not null check (length(browser_hash) = 32),
    issuer text not null,
    subject text not null,
    email text not null,
    email_verified integer not null,
    name text not null,
    next_path text not null check (next_path like '/%'),
    created_at integer not null,
    expires_at integer not null,
    used_at integer
) strict;

CREATE INDEX oidc_offer_ended on oidc_offer (expires_at);

CREATE INDEX oidc_offer_of_browser on oidc_offer (browser_hash, created_at);

CREATE TABLE oidc_origin (
    flow_id blob primary key references signin_flow (id) on delete cascade,
    issuer text not null,
    subject text not null,
    sid text
) strict;

CREATE INDEX oidc_origin_of_person on oidc_origin (issuer, subject);

CREATE INDEX oidc_origin_of_session on oidc_origin (issuer, sid);

CREATE TABLE oidc_request (
    id blob primary key,
    provider text not null,
    purpose text not null check (purpose in ('sign_in', 'link', 'again')),
    state_hash blob not null unique check (length(state_hash) = 32),
    browser_hash blob not null check (length(browser_hash) = 32),
    
    account_id blob references account (id),
    next_path text not null check (next_path like '/%'),
    created_at integer not null,
    expires_at integer not null,
    used_at integer
) strict;

CREATE INDEX oidc_request_ended on oidc_request (expires_at);

CREATE TABLE organization (
    id blob primary key,
    slug text not null unique,
    name_en text not null,
    name_fr text,
    name_ar text,
    acronym text not null,
    kind text not null check (kind in ('agency', 'ministry', 'ministry_unit', 'programme', 'fund', 'council', 'dfi', 'un_entity', 'igo', 'ngo', 'university', 'other')),
    member_id blob references member (id),
    parent_body text not null,
    established text not null,
    website text not null,
    leads integer not null,
    confidence text not null check (confidence in ('A', 'B', 'C')),
    position integer not null
) strict;

CREATE INDEX organization_of_member on organization (member_id, position);

CREATE TABLE outbox (
    id blob primary key,
    kind text not null,
    to_address text not null,
    locale text not null,
    about blob,
    data text not null,
    message_id text not null unique,
    state text not null check (state in ('waiting', 'sent', 'refused', 'dropped')),
    tries integer not null default 0,
    not_before integer not null,
    locked_until integer,
    last_error text,
    created_at integer not null,
    done_at integer,
    check ((state = 'waiting') = (done_at is null))
) strict;

CREATE INDEX outbox_about on outbox (about);

CREATE INDEX outbox_due on outbox (state, not_before);

CREATE INDEX outbox_sent on outbox (done_at) where state = 'sent';

CREATE INDEX outbox_to on outbox (to_address, created_at);

CREATE TABLE passkey (
    id blob primary key,
    account_id blob not null references account (id),
    
    credential_id blob not null unique check (length(credential_id) between 1 and 1023),
    user_handle blob not null check (length(user_handle) between 1 and 64),
    
    algorithm integer not null check (algorithm in (-7, -8, -257)),
    public_key blob not null,
    name text not null check (length(name) between 1 and 200),
    sign_count integer not null,
    backup_eligible integer not null,
    backed_up integer not null,
    made_at integer not null,
    used_at integer
) strict;

CREATE INDEX passkey_of_account on passkey (account_id, made_at);

CREATE TABLE passkey_answer (
    number blob primary key check (length(number) = 16),
    expires_at integer not null
) strict;

CREATE INDEX passkey_answer_ended on passkey_answer (expires_at);

CREATE TABLE programme_session (
    id blob primary key,
    event_id blob not null references event (id) on delete cascade,
    kind text not null check (kind in ('plenary', 'panel', 'round_table', 'working_group', 'arrival', 'social', 'closed', 'pause')),
    starts_local text not null check (length(starts_local) = 16),
    ends_local text not null check (length(ends_local) = 16),
    starts_at integer not null,
    ends_at integer not null,
    texts text not null,
    sample integer not null,
    check (ends_local > starts_local)
) strict;

CREATE INDEX programme_session_of_event on programme_session (event_id, starts_local, id);

CREATE TABLE pulse (
    id integer primary key check (id = 1),
    at integer not null
) strict;

CREATE TABLE recovery_code (
    id blob primary key,
    account_id blob not null references account (id),
    place integer not null check (place between 0 and 9),
    phc text not null,
    made_at integer not null,
    used_at integer,
    unique (account_id, place)
) strict;

CREATE TABLE registration (
    id blob primary key,
    event_id blob not null references event (id),
    account_id blob not null references account (id),
    number integer check (number > 0),
    state text not null check (state in ('draft', 'pending', 'accredited', 'declined', 'withdrawn')),
    lang text not null,
    honorific text not null check (length(honorific) <= 40),
    badge_name text not null check (length(badge_name) <= 120),
    position text not null check (length(position) <= 160),
    representation text check (representation in ('member', 'observer_state', 'un_entity', 'igo', 'ngo', 'university', 'media', 'other')),
    member_id blob references member (id),
    organization text not null check (length(organization) <= 200),
    role text check (role in ('head', 'alternate', 'delegate', 'adviser')),
    photo_id blob references stored_file (id),
    letter_id blob references stored_file (id),
    wheelchair integer not null,
    support_person integer not null,
    assistance_dog integer not null,
    captioning integer not null,
    sign_language integer not null,
    diet text not null check (length(diet) <= 500),
    other_needs text not null check (length(other_needs) <= 1000),
    access_saved integer not null,
    name_key text not null,
    search text not null,
    sort_name blob not null,
    sort_delegation blob not null,
    submitted_at integer,
    decided_at integer,
    decided_by blob references account (id),
    reason text check (reason in ('no_nomination', 'papers', 'representation', 'places', 'duplicate', 'other')),
    reason_text text not null check (length(reason_text) <= 2000),
    withdrawn_at integer,
    sample integer not null,
    created_at integer not null,
    updated_at integer not null,
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
) strict;

CREATE UNIQUE INDEX registration_active on registration (event_id, account_id)
    where state in ('draft', 'pending', 'accredited');

CREATE INDEX registration_letter on registration (letter_id);

CREATE INDEX registration_of_account on registration (account_id, created_at);

CREATE INDEX registration_oldest on registration (event_id, state, submitted_at, number);

CREATE INDEX registration_photo on registration (photo_id);

CREATE INDEX registration_same_name on registration (event_id, name_key);

CREATE TABLE registration_counter (
    event_id blob primary key references event (id),
    last integer not null check (last > 0)
) strict;

CREATE TABLE registration_move (
    id blob primary key,
    registration_id blob not null references registration (id),
    at integer not null,
    state text not null check (state in ('pending', 'accredited', 'declined', 'withdrawn')),
    account_id blob not null references account (id)
) strict;

CREATE INDEX registration_move_of on registration_move (registration_id, at, id);

CREATE TABLE reset_link (
    id blob primary key,
    account_id blob not null references account (id),
    auth_epoch integer not null,
    outgoing_id blob not null,
    token_hash blob not null unique check (length(token_hash) = 32),
    tries integer not null default 0 check (tries between 0 and 5),
    issued_at integer not null,
    expires_at integer not null,
    accepted_at integer,
    used_at integer,
    used_ua text,
    revoked_at integer
) strict;

CREATE INDEX reset_link_of_account on reset_link (account_id, issued_at);

CREATE INDEX reset_link_of_letter on reset_link (outgoing_id);

CREATE TABLE role_grant (
    id blob primary key,
    account_id blob not null references account (id),
    role text not null check (role in ('administrator', 'officer', 'registrar', 'focal_point', 'contributor', 'provider', 'chair', 'delegate')),
    event_id blob,
    granted_at integer not null
) strict;

CREATE UNIQUE INDEX role_grant_at_event on role_grant (account_id, role, event_id) where event_id is not null;

CREATE UNIQUE INDEX role_grant_everywhere on role_grant (account_id, role) where event_id is null;

CREATE TABLE schema_migration (name text primary key, applied_at bigint not null);

CREATE TABLE series (
    id blob primary key,
    slug text not null unique,
    original_lang text not null,
    texts text not null,
    position integer not null
) strict;

CREATE TABLE "signin_flow" (
    id blob primary key,
    account_id blob not null references account (id),
    kind text not null check (kind in ('sign_in', 'sign_up', 'known')),
    browser_hash blob not null check (length(browser_hash) = 32),
    state text not null check (state in ('queued', 'sent', 'approved', 'completed', 'denied', 'locked', 'superseded', 'undeliverable')),
    auth_epoch integer not null,
    next_path text not null check (next_path like '/%'),
    name text not null,
    password_phc text not null,
    match_no integer not null check (match_no between 100 and 999),
    code_tries integer not null default 0 check (code_tries between 0 and 5),
    number_tries integer not null default 0 check (number_tries between 0 and 2),
    ip text not null,
    ua text not null,
    zone text not null,
    locale text not null,
    mail text not null check (mail in ('none', 'waiting', 'sent', 'refused')),
    mail_at integer not null,
    link_until integer,
    created_at integer not null,
    expires_at integer not null,
    approved_at integer,
    approved_ip text,
    approved_ua text,
    completed_at integer,
    method text check (method in ('link', 'code', 'number', 'recovery', 'totp', 'passkey', 'oidc')),
    check ((state = 'completed') = (completed_at is not null and method is not null)),
    check (kind <> 'known' or state not in ('approved', 'completed')),
    check (state <> 'approved' or approved_at is not null)
) strict;

CREATE INDEX signin_flow_ended on signin_flow (expires_at);

CREATE INDEX signin_flow_of_account on signin_flow (account_id, created_at);

CREATE INDEX signin_flow_of_browser on signin_flow (browser_hash, created_at);

CREATE TABLE "signin_link" (
    id blob primary key,
    flow_id blob not null references "signin_flow" (id) on delete cascade,
    outgoing_id blob not null,
    token_hash blob not null unique check (length(token_hash) = 32),
    code_mac blob not null check (length(code_mac) = 32),
    issued_at integer not null,
    expires_at integer not null,
    accepted_at integer,
    used_at integer,
    used_ua text,
    revoked_at integer
) strict;

CREATE INDEX signin_link_of_flow on signin_link (flow_id, issued_at);

CREATE INDEX signin_link_of_letter on signin_link (outgoing_id);

CREATE TABLE signin_session (
    id blob primary key,
    token_hash blob not null unique check (length(token_hash) = 32),
    account_id blob not null references account (id),
    flow_id blob unique,
    auth_epoch integer not null,
    auth_at integer not null,
    amr text not null,
    ua text not null,
    ip_first text not null,
    created_at integer not null,
    last_seen_at integer not null,
    idle_until integer not null,
    abs_until integer not null,
    revoked_at integer,
    reason text
, ip_last text, sure_until integer, sure_tries integer not null default 0, offer_path text) strict;

CREATE INDEX signin_session_ended on signin_session (abs_until);

CREATE INDEX signin_session_of_account on signin_session (account_id, created_at);

CREATE TABLE stored_file (
    id blob primary key,
    hash text not null check (length(hash) = 64),
    size integer not null check (size >= 0),
    kind text not null,
    name text not null check (length(name) between 1 and 200),
    purpose text not null,
    owner blob,
    created_at integer not null
) strict;

CREATE INDEX stored_file_hash on stored_file (hash);

CREATE TABLE sure_code (
    id blob primary key,
    session_id blob not null references signin_session (id) on delete cascade,
    account_id blob not null references account (id),
    code_mac blob check (length(code_mac) = 32),
    created_at integer not null,
    expires_at integer not null,
    sent_at integer,
    used_at integer
) strict;

CREATE INDEX sure_code_of_session on sure_code (session_id, created_at);

CREATE TABLE throttle (
    holder blob primary key check (length(holder) = 32),
    ends_at integer not null,
    fails integer not null check (fails >= 0),
    held integer not null check (held >= 0),
    
    weight integer not null check (weight >= 0),
    
    free_at integer not null
) strict;

CREATE INDEX throttle_over on throttle (ends_at);

CREATE TABLE timer (
    name text primary key,
    next_at integer not null
) strict;

CREATE TABLE totp (
    account_id blob primary key references account (id),
    seed blob,
    last_step integer not null default 0,
    made_at integer,
    used_at integer,
    new_seed blob,
    check ((seed is null) = (made_at is null))
) strict;

CREATE TABLE turn (
    id integer primary key
) strict;
