//! Closing an account: its browsers, links and tokens end at once; a month later its name and address are forgotten. What the
//! conveners keep (registrations) and the log of what happened stay.

use base::{Fault, Id};
use db::{Tx, params, sql};
use jiff::SignedDuration;

use crate::audit::{self, Note};
use crate::model::{Account, Whence};
use crate::organizations::identity;
use crate::{passkey, recovery, roles, session, totp};

/// An address is free again after so long.
pub const FORGOTTEN_AFTER: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Why it was not closed.
#[derive(Debug)]
pub enum Refused {
    /// Nobody else could give roles.
    LastAdministrator,
    Fault(Fault),
}
db::refusal!(Refused);

/// Closes it.
pub fn close(tx: &mut Tx<'_>, account: Id<Account>, whence: &Whence) -> Result<(), Refused> {
    if roles::is_last_administrator(tx, account)? {
        return Err(Refused::LastAdministrator);
    }
    let now = tx.now();
    tx.run(
        sql!("update account set disabled_at = $1, closed_at = $1 where id = $2"),
        params![now, account],
    )?;
    tx.run(
        sql!("delete from role_grant where account_id = $1"),
        params![account],
    )?;
    recovery::forget(tx, account)?;
    totp::forget(tx, account)?;
    identity::forget(tx, account)?;
    passkey::forget(tx, account)?;
    session::end_all(tx, account)?;
    let note = Note::of("account.closed", account, "", whence);
    Ok(audit::note(tx, &note)?)
}

/// Forgets names, addresses and passwords of accounts closed a month ago. The row stays: what refers to it does.
pub fn forget(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now = tx.now();
    let old: Vec<(Id<Account>,)> = tx.all(
        sql!("select id from account where closed_at < $1 and forgotten_at is null order by id"),
        params![now - FORGOTTEN_AFTER],
    )?;
    for (id,) in old {
        let nobody = format!("closed-{id}@closed.invalid");
        tx.run(
            sql!(
                "update account set name = '—', password_phc = null, forgotten_at = $1, email = $2, email_norm = $2
                 where id = $3"
            ),
            params![now, nobody, id],
        )?;
    }
    Ok(())
}
