-- Passkeys: what a person's device signs in with in place of password and letter. Of a challenge that was answered only its
-- number is kept, so that no answer counts twice.

create table passkey (
    id uuid primary key,
    account_id uuid not null references account (id),
    -- as the device names it, and as it names the account
    credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
    user_handle bytea not null check (length(user_handle) between 1 and 64),
    -- COSE's number of the kind of signature: ES256, EdDSA, RS256
    algorithm bigint not null check (algorithm in (-7, -8, -257)),
    public_key bytea not null,
    name text not null check (length(name) between 1 and 200),
    sign_count bigint not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    made_at timestamptz not null,
    used_at timestamptz
);

create index passkey_of_account on passkey (account_id, made_at);

create table passkey_answer (
    number bytea primary key check (length(number) = 16),
    expires_at timestamptz not null
);

create index passkey_answer_ended on passkey_answer (expires_at);

-- The page on which a passkey is offered after signing in, and whether its owner wants no such offer.
alter table signin_session add column offer_path text;
alter table account add column passkey_declined_at timestamptz;
