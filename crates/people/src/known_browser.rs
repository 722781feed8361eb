//! The browsers that an account has signed in with before. A sign-in that was completed makes one known, for half a year;
//! a new password makes all of them strange again.

use base::{Fault, Id};
use db::{Tx, params, sql};
use jiff::SignedDuration;

use crate::model::{Account, BrowserHash, Flow};

/// So long after the last sign-in a browser is known; its cookie lasts as long.
pub const LIFE: SignedDuration = SignedDuration::from_hours(180 * 24);

/// A sign-in was completed in it.
pub fn remember(
    tx: &mut Tx<'_>,
    account: Id<Account>,
    browser: &BrowserHash,
    epoch: i64,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(
        sql!(
            "insert into known_browser (account_id, browser_hash, auth_epoch, last_ok_at) values ($1, $2, $3, $4)
             on conflict (account_id, browser_hash) do update
                 set auth_epoch = excluded.auth_epoch, last_ok_at = excluded.last_ok_at"
        ),
        params![account, &browser.0[..], epoch, now],
    )?;
    Ok(())
}

/// Whether the account of a sign-in knows the browser that waits for it.
pub fn is_of(tx: &mut Tx<'_>, flow: &Flow) -> Result<bool, Fault> {
    let now = tx.now();
    let (known,): (i64,) = tx.one(
        sql!(
            "select cast(count(*) as bigint) from known_browser
             where account_id = $1 and browser_hash = $2 and auth_epoch = $3 and last_ok_at > $4"
        ),
        params![
            flow.account_id,
            flow.browser_hash.as_slice(),
            flow.auth_epoch,
            now - LIFE
        ],
    )?;
    Ok(known == 1)
}

/// Forgets those that nobody has signed in with for so long.
pub fn purge(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(
        sql!("delete from known_browser where last_ok_at <= $1"),
        params![now - LIFE],
    )?;
    Ok(())
}
