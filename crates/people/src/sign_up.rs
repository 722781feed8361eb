//! Creating an account: nothing is an account's own until the link in the letter is used. An address that has an
//! account already gets another letter, and the visitor sees the same.

use base::{Email, Fault, Id};
use db::{Tx, params, sql};

use crate::model::{Account, Flow, Origin};
use crate::start::{Beginning, begin};

/// What somebody enters to get an account, the password hashed.
#[derive(Clone, Debug)]
pub struct SignUp {
    pub email: Email,
    pub name: String,
    pub phc: String,
}

/// Begins it.
pub fn sign_up(tx: &mut Tx<'_>, new: &SignUp, from: &Origin) -> Result<Id<Flow>, Fault> {
    let (id, epoch) = unverified(tx, new, from)?;
    let known: Option<(Id<Account>,)> = tx.maybe(
        sql!("select id from account where id = $1 and (verified_at is not null or disabled_at is not null)"),
        params![id],
    )?;
    let what = if known.is_some() {
        Beginning {
            kind: "known",
            account: id,
            epoch,
            name: "",
            phc: "",
        }
    } else {
        Beginning {
            kind: "sign_up",
            account: id,
            epoch,
            name: &new.name,
            phc: &new.phc,
        }
    };
    begin(tx, &what, from)
}

/// The account of the address. As long as nobody has shown that the address is theirs, the latest name and password
/// stand, so that nobody can keep an address by being first.
fn unverified(tx: &mut Tx<'_>, new: &SignUp, from: &Origin) -> Result<(Id<Account>, i64), Fault> {
    let (id, now): (Id<Account>, _) = (tx.new_id(), tx.now());
    let key = new.email.normal();
    tx.run(
        sql!(
            "insert into account (id, email, email_norm, name, locale, password_phc, created_at)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (email_norm) do nothing"
        ),
        params![
            id,
            new.email.as_str(),
            key,
            new.name.as_str(),
            from.locale.tag(),
            new.phc.as_str(),
            now
        ],
    )?;
    tx.run(
        sql!(
            "update account set name = $1, password_phc = $2
             where email_norm = $3 and verified_at is null and disabled_at is null"
        ),
        params![new.name.as_str(), new.phc.as_str(), key],
    )?;
    tx.one(
        sql!("select id, auth_epoch from account where email_norm = $1"),
        params![key],
    )
}
