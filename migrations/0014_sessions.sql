-- Signed-in browsers: where each was last, until when what matters is not asked again, and the codes that are asked for it.

alter table signin_session add column ip_last text;
alter table signin_session add column sure_until timestamptz;
alter table signin_session add column sure_tries bigint not null default 0;

create table sure_code (
    id uuid primary key,
    session_id uuid not null references signin_session (id) on delete cascade,
    account_id uuid not null references account (id),
    code_mac bytea check (length(code_mac) = 32),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    sent_at timestamptz,
    used_at timestamptz
);

create index sure_code_of_session on sure_code (session_id, created_at);
