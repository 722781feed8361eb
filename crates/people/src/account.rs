//! Accounts: found by address, made by the program itself (demonstration, first run, tests).

use base::{Email, Fault, Id};
use db::{Tx, params, sql};
use i18n::Locale;

use crate::audit::{self, Note};
use crate::model::{Account, Whence};
use crate::{roles, session};

/// What an address signs in with.
#[derive(Clone, Debug)]
pub struct Credentials {
    pub account: Id<Account>,
    pub name: String,
    pub phc: String,
    pub auth_epoch: i64,
    pub verified: bool,
}

/// The password of an address; `None` if there is no such account, or it may not sign in.
pub fn credentials(tx: &mut Tx<'_>, email: &Email) -> Result<Option<Credentials>, Fault> {
    let found: Option<(Id<Account>, String, String, i64, bool)> = tx.maybe(
        sql!(
            "select id, name, password_phc, auth_epoch, verified_at is not null from account
             where email_norm = $1 and disabled_at is null and password_phc is not null"
        ),
        params![email.normal()],
    )?;
    Ok(
        found.map(|(account, name, phc, auth_epoch, verified)| Credentials {
            account,
            name,
            phc,
            auth_epoch,
            verified,
        }),
    )
}

/// What an account signs in with, if it may.
pub fn password(tx: &mut Tx<'_>, id: Id<Account>) -> Result<Option<String>, Fault> {
    let found: Option<(Option<String>,)> = tx.maybe(
        sql!("select password_phc from account where id = $1 and disabled_at is null"),
        params![id],
    )?;
    Ok(found.and_then(|(phc,)| phc))
}

/// One account by its id.
pub fn by_id(tx: &mut Tx<'_>, id: Id<Account>) -> Result<Option<Account>, Fault> {
    tx.maybe(
        sql!(
            "select id, email, name, locale, verified_at, disabled_at, auth_epoch from account where id = $1"
        ),
        params![id],
    )
}

/// One account by its address.
pub fn by_email(tx: &mut Tx<'_>, email: &Email) -> Result<Option<Account>, Fault> {
    tx.maybe(
        sql!(
            "select id, email, name, locale, verified_at, disabled_at, auth_epoch from account
             where email_norm = $1"
        ),
        params![email.normal()],
    )
}

/// An account to be made without the letter: its address is taken as verified.
#[derive(Clone, Debug)]
pub struct NewAccount {
    pub email: Email,
    pub name: String,
    pub locale: Locale,
    /// A password hashed before (`people::hash_password`); without one nobody can sign in to it yet.
    pub phc: Option<String>,
}

/// Makes it. An address that has an account already is a conflict on `account`.
pub fn create_account(tx: &mut Tx<'_>, new: &NewAccount) -> Result<Id<Account>, Fault> {
    let (id, now) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into account (id, email, email_norm, name, locale, password_phc, verified_at, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            id,
            new.email.as_str(),
            new.email.normal(),
            new.name.as_str(),
            new.locale.tag(),
            new.phc.clone(),
            now,
            now
        ],
    )?;
    Ok(id)
}

/// Gives an account another password; what rests on the old one is ended by [`crate::session::end_all`].
pub fn set_password(tx: &mut Tx<'_>, account: Id<Account>, phc: &str) -> Result<(), Fault> {
    tx.run(
        sql!("update account set password_phc = $1 where id = $2"),
        params![phc, account],
    )?;
    Ok(())
}

/// Gives an account another address, which must be nobody's.
pub fn set_email(tx: &mut Tx<'_>, account: Id<Account>, email: &Email) -> Result<(), Fault> {
    tx.run(
        sql!("update account set email = $1, email_norm = $2 where id = $3"),
        params![email.as_str(), email.normal(), account],
    )?;
    Ok(())
}

/// Writes the same password down as it was hashed anew, unless it was changed meanwhile.
pub fn rehashed(tx: &mut Tx<'_>, account: Id<Account>, old: &str, phc: &str) -> Result<(), Fault> {
    tx.run(
        sql!("update account set password_phc = $1 where id = $2 and password_phc = $3"),
        params![phc, account, old],
    )?;
    Ok(())
}

/// Accounts whose name or address holds a text, by name.
pub fn search(tx: &mut Tx<'_>, text: &str, limit: i64) -> Result<Vec<Account>, Fault> {
    let text = text
        .to_lowercase()
        .replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_");
    tx.all(
        sql!(
            "select id, email, name, locale, verified_at, disabled_at, auth_epoch from account
             where forgotten_at is null and (lower(name) like $1 escape '!' or email_norm like $1 escape '!')
             order by name, id limit $2"
        ),
        params![format!("%{text}%"), limit],
    )
}

/// Why an account is not disabled or enabled.
#[derive(Debug)]
pub enum Refused {
    LastAdministrator,
    /// Its owner closed it, or it was merged into another.
    Closed,
    Fault(Fault),
}
db::refusal!(Refused);

/// Lets nobody sign in to it any more, and signs it out everywhere at once.
pub fn disable(tx: &mut Tx<'_>, by: Id<Account>, id: Id<Account>, whence: &Whence) -> Result<(), Refused> {
    if roles::is_last_administrator(tx, id)? {
        return Err(Refused::LastAdministrator);
    }
    let now = tx.now();
    let changed = tx.run(
        sql!(
            "update account set disabled_at = $1 where id = $2 and closed_at is null and disabled_at is null"
        ),
        params![now, id],
    )?;
    if changed == 0 {
        return Err(Refused::Closed);
    }
    session::end_all(tx, id)?;
    Ok(tell(tx, by, "account.disabled", id, whence)?)
}

/// Lets its owner sign in again.
pub fn enable(tx: &mut Tx<'_>, by: Id<Account>, id: Id<Account>, whence: &Whence) -> Result<(), Refused> {
    let changed = tx.run(
        sql!(
            "update account set disabled_at = null
             where id = $1 and closed_at is null and disabled_at is not null
                 and not exists (select 1 from account_merge m where m.merged_id = $1 and m.state = 'done')"
        ),
        params![id],
    )?;
    if changed == 0 {
        return Err(Refused::Closed);
    }
    Ok(tell(tx, by, "account.enabled", id, whence)?)
}

fn tell(
    tx: &mut Tx<'_>,
    by: Id<Account>,
    event: &'static str,
    account: Id<Account>,
    whence: &Whence,
) -> Result<(), Fault> {
    let note = Note::of(event, account, "", whence);
    audit::by(tx, by, &note)
}
