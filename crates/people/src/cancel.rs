//! Gives up a sign-in in the browser where it began.

use base::{Fault, Id};
use db::{Tx, params, sql};

use crate::model::{BrowserHash, Flow};

/// Ends it, if it is this browser's and open.
pub fn cancel(tx: &mut Tx<'_>, flow: Id<Flow>, browser: &BrowserHash) -> Result<(), Fault> {
    tx.run(
        sql!(
            "update signin_flow set state = 'superseded'
             where id = $1 and browser_hash = $2 and state in ('queued', 'sent', 'approved')"
        ),
        params![flow, &browser.0[..]],
    )?;
    Ok(())
}
