-- Accounts of organizations that sign in here. A browser that was sent to one waits with a request, used once; what comes back
-- about somebody nobody knows here waits as an offer until she has signed in and said that it is she; an identity is what she
-- said. Whom a sign-in came from is kept beside it, so that a sign-out there ends it here.

create table oidc_request (
    id uuid primary key,
    provider text not null,
    purpose text not null check (purpose in ('sign_in', 'link', 'again')),
    state_hash bytea not null unique check (length(state_hash) = 32),
    browser_hash bytea not null check (length(browser_hash) = 32),
    -- who was signed in when it began
    account_id uuid references account (id),
    next_path text not null check (next_path like '/%'),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index oidc_request_ended on oidc_request (expires_at);

create table oidc_offer (
    id uuid primary key,
    browser_hash bytea not null check (length(browser_hash) = 32),
    issuer text not null,
    subject text not null,
    email text not null,
    email_verified boolean not null,
    name text not null,
    next_path text not null check (next_path like '/%'),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index oidc_offer_of_browser on oidc_offer (browser_hash, created_at);
create index oidc_offer_ended on oidc_offer (expires_at);

create table oidc_identity (
    id uuid primary key,
    account_id uuid not null references account (id),
    issuer text not null,
    subject text not null,
    -- as the organization knows her, for her own eyes
    email text not null,
    linked_at timestamptz not null,
    used_at timestamptz,
    unique (issuer, subject)
);
create index oidc_identity_of_account on oidc_identity (account_id, linked_at);

create table oidc_origin (
    flow_id uuid primary key references signin_flow (id) on delete cascade,
    issuer text not null,
    subject text not null,
    sid text
);
create index oidc_origin_of_person on oidc_origin (issuer, subject);
create index oidc_origin_of_session on oidc_origin (issuer, sid);

create table oidc_logout (
    token_hash bytea primary key check (length(token_hash) = 32),
    expires_at timestamptz not null
);
