//! The code of the letter, typed on the waiting page. A try is counted and committed before anything is compared.

use base::{Fault, Id};
use db::{Tx, params, sql};

use crate::audit;
use crate::flows;
use crate::model::{BrowserHash, Flow, Link};
use crate::secrets;

/// Counts a try. `false`: not this browser's sign-in, not open, or no try left. To be committed on its own.
pub fn count_try(tx: &mut Tx<'_>, flow: Id<Flow>, browser: &BrowserHash) -> Result<bool, Fault> {
    let now = tx.now();
    let counted: Option<(i64,)> = tx.maybe(
        sql!(
            "update signin_flow set code_tries = code_tries + 1
             where id = $1 and browser_hash = $2 and state in ('queued', 'sent', 'approved') and code_tries < 5
                 and expires_at > $3
             returning code_tries"
        ),
        params![flow, &browser.0[..], now],
    )?;
    Ok(counted.is_some())
}

/// The live link whose code was typed, if any. All are compared, in constant time.
pub fn matching(tx: &mut Tx<'_>, flow: Id<Flow>, typed: &str, key: &[u8]) -> Result<Option<Id<Link>>, Fault> {
    let now = tx.now();
    let live: Vec<(Id<Link>, Vec<u8>)> = tx.all(
        sql!(
            "select id, code_mac from signin_link
             where flow_id = $1 and used_at is null and revoked_at is null and expires_at > $2"
        ),
        params![flow, now],
    )?;
    let mac = secrets::code_mac(key, flow.uuid(), &secrets::tidy_code(typed));
    let mut found = None;
    for (id, stored) in live {
        if secrets::same(&stored, &mac) {
            found = Some(id);
        }
    }
    Ok(found)
}

/// After a wrong code: the fifth locks the sign-in (not the account). Answers how many tries are left.
pub fn failed(tx: &mut Tx<'_>, flow: Id<Flow>) -> Result<i64, Fault> {
    tx.run(
        sql!(
            "update signin_flow set state = 'locked'
             where id = $1 and state in ('queued', 'sent') and code_tries >= 5"
        ),
        params![flow],
    )?;
    let Some(flow) = flows::by_id(tx, flow)? else {
        return Ok(0);
    };
    audit::of_flow(tx, "sign_in.code_failed", &flow, "")?;
    Ok(crate::model::CODE_TRIES - flow.code_tries)
}
