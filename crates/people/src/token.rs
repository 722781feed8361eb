//! Tokens: what a person makes for a program that works in her name. Shown once, kept as a hash; a token ends by time,
//! by hand, and with everything else that a new password or a closed account ends. Asking for the password again before
//! one is made comes with the other re-authentication (issue 4).

use base::{Fault, Id};
use db::{Tx, params, record, sql};
use jiff::{SignedDuration, Timestamp};

use crate::audit::{self, Note};
use crate::me::Me;
use crate::model::Account;
use crate::secrets;

/// How many days one may last.
pub const DAYS: [i64; 4] = [7, 30, 90, 365];
/// One person has so many good ones at most.
pub const MOST: i64 = 20;
/// The last use is written down at most so often.
const USED_EVERY: SignedDuration = SignedDuration::from_secs(60);
/// Ended ones stay in the list for so long.
const LISTED: SignedDuration = SignedDuration::from_hours(24 * 30);
/// What every token begins with, so that it is recognised wherever it is left lying.
const MARK: &str = "sala_";

record! {
    /// One in the list of its owner.
    #[derive(Clone, Debug)]
    pub struct Token {
        pub id: Id<Token>,
        pub name: String,
        pub prefix: String,
        pub scopes: String,
        pub created_at: Timestamp,
        pub expires_at: Timestamp,
        pub last_used_at: Option<Timestamp>,
        pub revoked_at: Option<Timestamp>,
    }
}

impl Token {
    /// Whether a program can still use it, as far as time and hand go.
    pub fn is_good(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at > now
    }
}

/// What is asked for, checked.
#[derive(Clone, Debug)]
pub struct New {
    pub name: String,
    pub scopes: Vec<String>,
    pub days: i64,
}

/// Where a request comes from, for the story.
#[derive(Clone, Debug)]
pub struct From {
    pub ip: String,
    pub ua: String,
}

/// Why none was made.
#[derive(Debug)]
pub enum Refused {
    TooMany,
    Fault(Fault),
}
db::refusal!(Refused);

/// Makes one; the text is shown now and never again.
pub fn make(tx: &mut Tx<'_>, owner: &Me, new: &New, from: &From) -> Result<String, Refused> {
    let now = tx.now();
    let (good,): (i64,) = tx.one(
        sql!(
            "select cast(count(*) as bigint) from api_token
             where account_id = $1 and revoked_at is null and expires_at > $2"
        ),
        params![owner.id, now],
    )?;
    if good >= MOST {
        return Err(Refused::TooMany);
    }
    let text = format!("{MARK}{}", secrets::cookie(tx.random()));
    let (id, prefix): (Id<Token>, &str) = (tx.new_id(), &text[..MARK.len() + 4]);
    tx.run(
        sql!(
            "insert into api_token (id, account_id, auth_epoch, name, prefix, token_hash, scopes, created_at, expires_at)
             select $1, a.id, a.auth_epoch, $3, $4, $5, $6, $7, $8 from account a where a.id = $2"
        ),
        params![
            id,
            owner.id,
            new.name.as_str(),
            prefix,
            &secrets::hash(&text)[..],
            new.scopes.join(" "),
            now,
            now + SignedDuration::from_hours(24 * new.days)
        ],
    )?;
    tell(tx, "token.made", owner.id, prefix, from)?;
    Ok(text)
}

fn tell(
    tx: &mut Tx<'_>,
    event: &'static str,
    owner: Id<Account>,
    prefix: &str,
    from: &From,
) -> Result<(), Fault> {
    audit::note(
        tx,
        &Note {
            event,
            account: owner,
            flow: None,
            detail: prefix,
            ip: &from.ip,
            ua: &from.ua,
        },
    )
}

/// The tokens of a person, the newest first; those that ended lately too.
pub fn list(tx: &mut Tx<'_>, owner: Id<Account>) -> Result<Vec<Token>, Fault> {
    tx.all(
        sql!(
            "select id, name, prefix, scopes, created_at, expires_at, last_used_at, revoked_at
             from api_token where account_id = $1 order by created_at desc, id desc"
        ),
        params![owner],
    )
}

/// Ends one of her own; nothing when it is not hers or ended before.
pub fn revoke(tx: &mut Tx<'_>, owner: Id<Account>, id: Id<Token>, from: &From) -> Result<bool, Fault> {
    let now = tx.now();
    let ended: Option<(String,)> = tx.maybe(
        sql!(
            "update api_token set revoked_at = $3
             where id = $1 and account_id = $2 and revoked_at is null returning prefix"
        ),
        params![id, owner, now],
    )?;
    if let Some((prefix,)) = &ended {
        tell(tx, "token.revoked", owner, prefix, from)?;
    }
    Ok(ended.is_some())
}

record! {
    /// Whose token a request carries, and what it was made for.
    #[derive(Clone, Debug)]
    pub struct Carried {
        pub id: Id<Token>,
        pub account_id: Id<Account>,
        pub name: String,
        pub email: String,
        pub locale: String,
        pub scopes: String,
        pub last_used_at: Option<Timestamp>,
    }
}

impl Carried {
    /// Whether its use is to be written down.
    pub fn is_due(&self, now: Timestamp) -> bool {
        self.last_used_at
            .is_none_or(|at| now.duration_since(at) >= USED_EVERY)
    }
}

/// Looks one up, once for each request.
pub fn check(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<Carried>, Fault> {
    let now = tx.now();
    tx.maybe(
        sql!(
            "select t.id, t.account_id, a.name, a.email, a.locale, t.scopes, t.last_used_at
             from api_token t join account a on a.id = t.account_id
             where t.token_hash = $1 and t.revoked_at is null and t.expires_at > $2
                 and a.disabled_at is null and a.auth_epoch = t.auth_epoch"
        ),
        params![&token_hash[..], now],
    )
}

/// Notes a use.
pub fn used(tx: &mut Tx<'_>, id: Id<Token>) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(
        sql!(
            "update api_token set last_used_at = $2
             where id = $1 and (last_used_at is null or last_used_at <= $3)"
        ),
        params![id, now, now - USED_EVERY],
    )?;
    Ok(())
}

/// The hash of the token in a request; nothing when there is none. What is no token of ours has a hash that is none's.
pub fn of_request(headers: &http::HeaderMap) -> Option<[u8; 32]> {
    let value = headers.get(http::header::AUTHORIZATION)?;
    let text = value.to_str().unwrap_or_default();
    let token = text
        .split_once(' ')
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    Some(secrets::hash(token.map_or("", |(_, token)| token.trim())))
}

/// Forgets what ended long ago.
pub fn purge(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let before = tx.now() - LISTED;
    tx.run(
        sql!("delete from api_token where expires_at < $1 or revoked_at < $1"),
        params![before],
    )?;
    Ok(())
}
