-- People: accounts, the sign-in by password and e-mailed link, signed-in browsers, roles, and what a person had typed
-- when her session ended. Every *_hash is SHA-256; no secret that opens anything is stored.

create table account (
    id uuid primary key,
    email text not null,
    email_norm text not null unique check (length(email_norm) between 3 and 254),
    name text not null check (length(name) between 1 and 200),
    locale text not null,
    password_phc text,
    auth_epoch bigint not null default 0,
    verified_at timestamptz,
    disabled_at timestamptz,
    last_link_at timestamptz,
    last_notice_at timestamptz,
    created_at timestamptz not null
);

-- One sign-in under way, from the right password to the session. The kind "known" belongs to somebody who signed up
-- with an address that has an account already: it looks the same, has no link and can never be completed.
create table signin_flow (
    id uuid primary key,
    account_id uuid not null references account (id),
    kind text not null check (kind in ('sign_in', 'sign_up', 'known')),
    browser_hash bytea not null check (length(browser_hash) = 32),
    state text not null check (state in ('queued', 'sent', 'approved', 'completed', 'denied', 'locked', 'superseded', 'undeliverable')),
    auth_epoch bigint not null,
    next_path text not null check (next_path like '/%'),
    name text not null,
    password_phc text not null,
    match_no bigint not null check (match_no between 100 and 999),
    code_tries bigint not null default 0 check (code_tries between 0 and 5),
    number_tries bigint not null default 0 check (number_tries between 0 and 2),
    ip text not null,
    ua text not null,
    zone text not null,
    locale text not null,
    mail text not null check (mail in ('none', 'waiting', 'sent', 'refused')),
    mail_at timestamptz not null,
    link_until timestamptz,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    approved_at timestamptz,
    approved_ip text,
    approved_ua text,
    completed_at timestamptz,
    method text check (method in ('link', 'code', 'number')),
    check ((state = 'completed') = (completed_at is not null and method is not null)),
    check (kind <> 'known' or state not in ('approved', 'completed')),
    check (state <> 'approved' or approved_at is not null)
);

create index signin_flow_of_browser on signin_flow (browser_hash, created_at);
create index signin_flow_of_account on signin_flow (account_id, created_at);
create index signin_flow_ended on signin_flow (expires_at);

create table signin_link (
    id uuid primary key,
    flow_id uuid not null references signin_flow (id) on delete cascade,
    outgoing_id uuid not null,
    token_hash bytea not null unique check (length(token_hash) = 32),
    code_mac bytea not null check (length(code_mac) = 32),
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    used_at timestamptz,
    used_ua text,
    revoked_at timestamptz
);

create index signin_link_of_flow on signin_link (flow_id, issued_at);
create index signin_link_of_letter on signin_link (outgoing_id);

create table signin_session (
    id uuid primary key,
    token_hash bytea not null unique check (length(token_hash) = 32),
    account_id uuid not null references account (id),
    flow_id uuid unique,
    auth_epoch bigint not null,
    auth_at timestamptz not null,
    amr text not null,
    ua text not null,
    ip_first text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    idle_until timestamptz not null,
    abs_until timestamptz not null,
    revoked_at timestamptz,
    reason text
);

create index signin_session_of_account on signin_session (account_id, created_at);
create index signin_session_ended on signin_session (abs_until);

create table role_grant (
    id uuid primary key,
    account_id uuid not null references account (id),
    role text not null check (role in ('administrator', 'officer', 'registrar', 'focal_point', 'contributor', 'provider', 'chair', 'delegate')),
    event_id uuid,
    granted_at timestamptz not null
);

create unique index role_grant_everywhere on role_grant (account_id, role) where event_id is null;
create unique index role_grant_at_event on role_grant (account_id, role, event_id) where event_id is not null;

-- What a person sent when her session had ended: kept an hour for the same account, one for each page.
create table account_stash (
    id uuid primary key,
    account_id uuid not null references account (id),
    path text not null,
    fields jsonb not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    unique (account_id, path)
);

-- The story of sign-ins, append-only and without secrets.
create table audit (
    id uuid primary key,
    at timestamptz not null,
    event text not null,
    account_id uuid,
    flow_id uuid,
    detail text not null,
    ip text not null,
    ua text not null
);

create index audit_of_account on audit (account_id, at);
