//! A signed-in browser: opened at the end of a sign-in, checked at each request, ended by signing out or by time.

use base::{Fault, Id};
use db::{Tx, params, record, sql};
use jiff::{SignedDuration, Timestamp};

use crate::complete::Asking;
use crate::model::{Account, Flow, Session, Whence};
use crate::{secrets, sessions, sure};

/// Without a request for so long it ends; the desk's sooner.
pub const IDLE: SignedDuration = SignedDuration::from_mins(60);
pub const STAFF_IDLE: SignedDuration = SignedDuration::from_mins(30);
/// And so long after signing in in any case.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(24);
pub const STAFF_LONGEST: SignedDuration = SignedDuration::from_hours(12);
/// The last request is written down at most so often.
pub const SEEN_EVERY: SignedDuration = SignedDuration::from_secs(60);

/// What a new one rests on.
pub struct New {
    pub account: Id<Account>,
    pub flow: Option<Id<Flow>>,
    /// The sign-in's, not the account's of this moment: a password changed in between ends it at its first check.
    pub epoch: i64,
    pub method: &'static str,
    /// The page on which a passkey is offered for the next time, unless she has one or wants none.
    pub offer_on: Option<String>,
}

impl New {
    /// How, in the order of the steps: an organization's account stands for both, and so does a passkey alone.
    fn amr(&self) -> String {
        match (self.method, self.flow) {
            ("oidc", _) | ("passkey", None) => self.method.to_owned(),
            _ => format!("pwd {}", self.method),
        }
    }
}

/// Opens it with a new cookie and ends the one the browser had. Who has just signed in is not asked again for a while.
pub fn open(tx: &mut Tx<'_>, new: &New, asking: &Asking) -> Result<(String, SignedDuration), Fault> {
    if let Some(old) = asking.session {
        end(tx, &old, "replaced")?;
    }
    let whence = Whence {
        ip: asking.ip.clone(),
        ua: asking.ua.clone(),
        zone: "UTC".to_owned(),
    };
    sessions::make_room(tx, new.account, &whence)?;
    let (idle, longest) = if is_staff(tx, new.account)? {
        (STAFF_IDLE, STAFF_LONGEST)
    } else {
        (IDLE, LONGEST)
    };
    let cookie = secrets::cookie(tx.random());
    let (id, now): (Id<Session>, _) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into signin_session (id, token_hash, account_id, flow_id, auth_epoch, auth_at, amr, ua, ip_first,
                 created_at, last_seen_at, idle_until, abs_until, sure_until, offer_path)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
                 (select $15::text from account a where a.id = $3 and a.passkey_declined_at is null))"
        ),
        params![
            id,
            &secrets::hash(&cookie)[..],
            new.account,
            new.flow,
            new.epoch,
            now,
            new.amr(),
            asking.ua.as_str(),
            asking.ip.as_str(),
            now,
            now,
            now + idle,
            now + longest,
            now + sure::GOOD_FOR,
            new.offer_on.as_deref()
        ],
    )?;
    Ok((cookie, longest))
}

/// Whoever signed in by this did not show just now who she is: what matters asks her.
pub fn is_not_sure(tx: &mut Tx<'_>, flow: Id<Flow>) -> Result<(), Fault> {
    tx.run(
        sql!("update signin_session set sure_until = null where flow_id = $1"),
        params![flow],
    )?;
    Ok(())
}

record! {
    /// Who is signed in with a cookie.
    #[derive(Clone, Debug)]
    pub struct Signed {
        pub id: Id<Session>,
        pub account_id: Id<Account>,
        pub name: String,
        pub email: String,
        pub locale: String,
        pub last_seen_at: Timestamp,
        pub idle_until: Timestamp,
        pub abs_until: Timestamp,
        pub sure_until: Option<Timestamp>,
        /// Where a passkey is offered.
        pub offer_path: Option<String>,
    }
}

impl Signed {
    /// Whether she has shown lately enough who she is for what matters.
    pub fn is_sure(&self, now: Timestamp) -> bool {
        self.sure_until.is_some_and(|until| until > now)
    }

    /// Whether this is the page on which a passkey is offered: the one she came to when she had signed in.
    pub fn is_offered(&self, path: &str) -> bool {
        let Some(offer) = &self.offer_path else {
            return false;
        };
        let bare = offer.split('?').next().unwrap_or_default();
        let in_a_language = |locale: &i18n::Locale| {
            let rest = bare
                .strip_prefix('/')
                .and_then(|rest| rest.strip_prefix(locale.tag()));
            rest == Some(if path == "/" { "" } else { path })
        };
        bare == path || i18n::Locale::ALL.iter().any(in_a_language)
    }

    /// Seconds until it ends if nothing is asked any more, and in any case.
    pub fn left(&self, now: Timestamp) -> (i64, i64) {
        let seconds = |until: Timestamp| until.duration_since(now).as_secs().max(0);
        (seconds(self.idle_until), seconds(self.abs_until))
    }
}

/// Looks up a cookie, once for each request.
pub fn check(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<Signed>, Fault> {
    let now = tx.now();
    tx.maybe(
        sql!(
            "select s.id, s.account_id, a.name, a.email, a.locale, s.last_seen_at, s.idle_until, s.abs_until, s.sure_until,
                 s.offer_path
             from signin_session s join account a on a.id = s.account_id
             where s.token_hash = $1 and s.revoked_at is null and s.idle_until > $2 and s.abs_until > $2
                 and a.disabled_at is null and a.auth_epoch = s.auth_epoch"
        ),
        params![&token_hash[..], now],
    )
}

/// Notes a request and where it came from, so that the session does not go idle; answers until when it now is not.
pub fn seen(tx: &mut Tx<'_>, signed: &Signed, ip: &str) -> Result<Timestamp, Fault> {
    let idle = if is_staff(tx, signed.account_id)? {
        STAFF_IDLE
    } else {
        IDLE
    };
    let now = tx.now();
    tx.run(
        sql!(
            "update signin_session set last_seen_at = $1, idle_until = $2, ip_last = $5
             where id = $3 and revoked_at is null and idle_until > $1 and last_seen_at <= $4"
        ),
        params![now, now + idle, signed.id, now - SEEN_EVERY, ip],
    )?;
    Ok(now + idle)
}

/// Gives the browser of a session a new cookie; the old one is dead. It lives on although everything else of the account
/// was ended in this transaction.
pub fn rotate(tx: &mut Tx<'_>, signed: &Signed) -> Result<(String, SignedDuration), Fault> {
    let cookie = secrets::cookie(tx.random());
    tx.run(
        sql!(
            "update signin_session set token_hash = $1,
                 auth_epoch = (select a.auth_epoch from account a where a.id = signin_session.account_id)
             where id = $2 and revoked_at is null"
        ),
        params![&secrets::hash(&cookie)[..], signed.id],
    )?;
    let now = tx.now();
    Ok((cookie, signed.abs_until.duration_since(now)))
}

/// Whose session this was, if it ended by time less than an hour ago: what was sent too late is kept for that person.
pub fn ended_lately(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<Id<Account>>, Fault> {
    let now = tx.now();
    let found: Option<(Id<Account>,)> = tx.maybe(
        sql!(
            "select s.account_id from signin_session s join account a on a.id = s.account_id
             where s.token_hash = $1 and s.revoked_at is null and a.disabled_at is null
                 and a.auth_epoch = s.auth_epoch and (s.idle_until <= $2 or s.abs_until <= $2)"
        ),
        params![&token_hash[..], now],
    )?;
    Ok(found.map(|(account,)| account))
}

/// Whether the session that came out of a sign-in still lives.
pub fn of_flow(tx: &mut Tx<'_>, flow: Id<Flow>) -> Result<bool, Fault> {
    let now = tx.now();
    let (alive,): (i64,) = tx.one(
        sql!(
            "select cast(count(*) as bigint) from signin_session s join account a on a.id = s.account_id
             where s.flow_id = $1 and s.revoked_at is null and s.idle_until > $2 and s.abs_until > $2
                 and a.disabled_at is null and a.auth_epoch = s.auth_epoch"
        ),
        params![flow, now],
    )?;
    Ok(alive == 1)
}

/// Ends the session of a cookie.
pub fn end(
    tx: &mut Tx<'_>,
    token_hash: &[u8; 32],
    reason: &'static str,
) -> Result<Option<Id<Account>>, Fault> {
    let now = tx.now();
    let ended: Option<(Id<Account>,)> = tx.maybe(
        sql!(
            "update signin_session set revoked_at = $1, reason = $2
             where token_hash = $3 and revoked_at is null returning account_id"
        ),
        params![now, reason, &token_hash[..]],
    )?;
    Ok(ended.map(|(account,)| account))
}

/// Whether she works at the desk of anything.
pub(crate) fn is_staff(tx: &mut Tx<'_>, account: Id<Account>) -> Result<bool, Fault> {
    let (grants,): (i64,) = tx.one(
        sql!(
            "select cast(count(*) as bigint) from role_grant
             where account_id = $1 and role in ('administrator', 'officer', 'registrar')"
        ),
        params![account],
    )?;
    Ok(grants > 0)
}

/// Ends every session, link and sign-in under way of an account: what was begun before has the wrong epoch.
pub fn end_all(tx: &mut Tx<'_>, account: Id<Account>) -> Result<(), Fault> {
    tx.run(
        sql!("update account set auth_epoch = auth_epoch + 1 where id = $1"),
        params![account],
    )?;
    Ok(())
}
