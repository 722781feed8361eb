-- Recovery codes: ten for an account, each signs in once in place of the letter. Its place, the first figure of the code, says
-- which of the ten hashes to compare with. A sign-in can end with one, so its table and that of its links, which stands on it,
-- are made anew with a longer list of methods.

create table recovery_code (
    id uuid primary key,
    account_id uuid not null references account (id),
    place bigint not null check (place between 0 and 9),
    phc text not null,
    made_at timestamptz not null,
    used_at timestamptz,
    unique (account_id, place)
);

create table signin_flow_anew (
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
    method text check (method in ('link', 'code', 'number', 'recovery', 'totp', 'passkey', 'oidc')),
    check ((state = 'completed') = (completed_at is not null and method is not null)),
    check (kind <> 'known' or state not in ('approved', 'completed')),
    check (state <> 'approved' or approved_at is not null)
);

create table signin_link_anew (
    id uuid primary key,
    flow_id uuid not null references signin_flow_anew (id) on delete cascade,
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

insert into signin_flow_anew (id, account_id, kind, browser_hash, state, auth_epoch, next_path, name, password_phc, match_no,
    code_tries, number_tries, ip, ua, zone, locale, mail, mail_at, link_until, created_at, expires_at, approved_at, approved_ip,
    approved_ua, completed_at, method)
select id, account_id, kind, browser_hash, state, auth_epoch, next_path, name, password_phc, match_no,
    code_tries, number_tries, ip, ua, zone, locale, mail, mail_at, link_until, created_at, expires_at, approved_at, approved_ip,
    approved_ua, completed_at, method from signin_flow;

insert into signin_link_anew (id, flow_id, outgoing_id, token_hash, code_mac, issued_at, expires_at, accepted_at, used_at, used_ua,
    revoked_at)
select id, flow_id, outgoing_id, token_hash, code_mac, issued_at, expires_at, accepted_at, used_at, used_ua,
    revoked_at from signin_link;

drop table signin_link;
drop table signin_flow;
alter table signin_flow_anew rename to signin_flow;
alter table signin_link_anew rename to signin_link;

create index signin_flow_of_browser on signin_flow (browser_hash, created_at);
create index signin_flow_of_account on signin_flow (account_id, created_at);
create index signin_flow_ended on signin_flow (expires_at);
create index signin_link_of_flow on signin_link (flow_id, issued_at);
create index signin_link_of_letter on signin_link (outgoing_id);
