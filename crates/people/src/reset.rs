//! A new password by letter. Whoever asks, for whatever address, is answered the same; the letter goes to an account only.
//! Its link does nothing by itself: the page asks the address again, sets the password and signs nobody in.

use base::{Email, Fault, Id};
use db::{Tx, params, record, sql};
use i18n::Locale;
use jiff::{SignedDuration, Timestamp};
use mail::Outgoing;
use serde_json::json;

use crate::account;
use crate::audit::{self, Note};
use crate::flows::Standing;
use crate::mails::{self, notice};
use crate::model::{Account, Whence};
use crate::{secrets, session};

/// How long a link is good.
pub const LIFE: SignedDuration = SignedDuration::from_mins(60);
/// Wrong addresses before it is locked.
pub const TRIES: i64 = 5;
/// Between one letter to an address and the next.
const PAUSE: SignedDuration = SignedDuration::from_secs(60);
/// So many in a day.
const A_DAY: i64 = 10;

/// Why no password was set.
#[derive(Debug)]
pub enum Refused {
    /// Used, expired, locked, or the account has changed.
    NotNow,
    Fault(Fault),
}
db::refusal!(Refused);

/// Asks for a letter to an address, whether it has an account or not: that is looked up when the letter is written. One a
/// minute and ten a day for each address.
pub fn ask(tx: &mut Tx<'_>, email: &Email, locale: Locale, whence: &Whence) -> Result<(), Fault> {
    let to =
        Email::parse(email.normal()).map_err(|_| Fault::new("an address that is none in its normal form"))?;
    let now = tx.now();
    let (lately, today): (i64, i64) = tx.one(
        sql!(
            "select cast(count(case when created_at > $3 then 1 end) as bigint), cast(count(*) as bigint)
             from outbox where to_address = $1 and kind = 'people.reset' and created_at > $2"
        ),
        params![&to, now - SignedDuration::from_hours(24), now - PAUSE],
    )?;
    if lately > 0 || today >= A_DAY {
        return Ok(());
    }
    let data = json!({"ip": whence.ip, "ua": whence.ua, "zone": whence.zone});
    let letter = mail::Post {
        kind: mails::RESET,
        to: &to,
        locale,
        about: None,
        data,
    };
    mail::post(tx, letter)?;
    Ok(())
}

/// A fresh link; its plain token exists here and in the letter only.
pub struct Minted {
    pub account: Account,
    pub token: String,
    pub until: Timestamp,
}

/// Makes the link of a letter at its hand-over, if its address has an account that may sign in.
pub fn mint(tx: &mut Tx<'_>, letter: &Outgoing) -> Result<Option<Minted>, Fault> {
    let found = account::by_email(tx, &letter.to)?;
    let Some(account) = found.filter(|a| a.disabled_at.is_none() && a.verified_at.is_some()) else {
        return Ok(None);
    };
    let token = secrets::link_token(tx.random());
    let (id, now): (Id<ResetLink>, _) = (tx.new_id(), tx.now());
    let until = now + LIFE;
    tx.run(
        sql!(
            "insert into reset_link (id, account_id, auth_epoch, outgoing_id, token_hash, issued_at, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![
            id,
            account.id,
            account.auth_epoch,
            letter.id,
            &secrets::hash(&token)[..],
            now,
            until
        ],
    )?;
    Ok(Some(Minted {
        account,
        token,
        until,
    }))
}

/// The mail server took the letter, or may have.
pub fn arrived(tx: &mut Tx<'_>, letter: &Outgoing) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(
        sql!("update reset_link set accepted_at = $1 where outgoing_id = $2 and accepted_at is null and revoked_at is null"),
        params![now, letter.id],
    )?;
    Ok(())
}

/// It certainly did not: the link of this try dies.
pub fn not_taken(tx: &mut Tx<'_>, letter: &Outgoing) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(
        sql!("update reset_link set revoked_at = $1 where outgoing_id = $2 and accepted_at is null and revoked_at is null"),
        params![now, letter.id],
    )?;
    Ok(())
}

record! {
    /// A link with the account it is for.
    #[derive(Clone, Debug)]
    pub struct ResetLink {
        pub id: Id<ResetLink>,
        pub account_id: Id<Account>,
        pub email: Email,
        pub name: String,
        pub current: bool,
        pub tries: i64,
        pub expires_at: Timestamp,
        pub used_at: Option<Timestamp>,
        pub used_ua: Option<String>,
        pub revoked_at: Option<Timestamp>,
    }
}

impl ResetLink {
    /// Where it stands.
    pub fn standing(&self, now: Timestamp) -> Standing {
        if let Some(at) = self.used_at {
            let ua = self.used_ua.clone().unwrap_or_default();
            Standing::Used { at, ua }
        } else if self.expires_at <= now {
            Standing::Expired { at: self.expires_at }
        } else if self.tries >= TRIES || self.revoked_at.is_some() || !self.current {
            Standing::Ended("ended".to_owned())
        } else {
            Standing::Alive
        }
    }
}

/// The link of a token; `None` when nobody knows it (any more).
pub fn by_token(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<ResetLink>, Fault> {
    tx.maybe(
        sql!(
            "select l.id, l.account_id, a.email, a.name, l.tries, l.expires_at, l.used_at, l.used_ua, l.revoked_at,
                 a.disabled_at is null and a.auth_epoch = l.auth_epoch as current
             from reset_link l join account a on a.id = l.account_id where l.token_hash = $1"
        ),
        params![&token_hash[..]],
    )
}

/// Counts a try. `false`: the link can not be used any more. To be committed before an address is compared.
pub fn count_try(tx: &mut Tx<'_>, link: Id<ResetLink>) -> Result<bool, Fault> {
    let now = tx.now();
    let counted = tx.run(
        sql!(
            "update reset_link set tries = tries + 1
             where id = $1 and used_at is null and revoked_at is null and expires_at > $2 and tries < 5"
        ),
        params![link, now],
    )?;
    Ok(counted == 1)
}

/// Sets the password, ends every session, link and token of the account, and tells its owner. One statement decides.
pub fn set(tx: &mut Tx<'_>, link: Id<ResetLink>, phc: &str, whence: &Whence) -> Result<(), Refused> {
    let now = tx.now();
    let used: Option<(Id<Account>,)> = tx.maybe(
        sql!(
            "update reset_link set used_at = $1, used_ua = $2
             where id = $3 and used_at is null and revoked_at is null and expires_at > $1
                 and auth_epoch = (select a.auth_epoch from account a
                     where a.id = reset_link.account_id and a.disabled_at is null)
             returning account_id"
        ),
        params![now, whence.ua.as_str(), link],
    )?;
    let (id,) = used.ok_or(Refused::NotNow)?;
    account::set_password(tx, id, phc)?;
    session::end_all(tx, id)?;
    let event = "account.password_reset";
    let note = Note::of(event, id, "", whence);
    audit::note(tx, &note)?;
    Ok(notice::tell(tx, id, notice::What::PasswordReset, whence)?)
}
