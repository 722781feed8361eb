//! The code of the letter, typed on the waiting page. A try is counted and committed before anything is compared.

use base::{Fault, Id};
use db::{Tx, params, sql};

use crate::audit;
use crate::flows;
use crate::model::{BrowserHash, Flow, Link};
use crate::secrets;
use crate::strangers;
pub use crate::strangers::Taken;
use crate::throttle::{CODE, Namer};

/// Why a code is not even compared.
#[derive(Debug)]
pub enum Refused {
    /// Not this browser's sign-in, not open, or no try left.
    NotNow,
    /// Too many codes were wrong today, in browsers that the account does not know.
    Closed,
    Fault(Fault),
}
db::refusal!(Refused);

/// Counts a try. To be committed on its own.
pub fn count_try(
    tx: &mut Tx<'_>,
    namer: &Namer,
    flow: Id<Flow>,
    browser: &BrowserHash,
) -> Result<Taken, Refused> {
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
    let flow = counted.and(flows::by_id(tx, flow)?).ok_or(Refused::NotNow)?;
    strangers::take(tx, namer, &CODE, &flow)?.ok_or(Refused::Closed)
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
pub fn failed(tx: &mut Tx<'_>, flow: Id<Flow>, taken: Taken) -> Result<i64, Fault> {
    tx.run(
        sql!(
            "update signin_flow set state = 'locked'
             where id = $1 and state in ('queued', 'sent') and code_tries >= 5"
        ),
        params![flow],
    )?;
    strangers::wrong(tx, taken)?;
    let Some(flow) = flows::by_id(tx, flow)? else {
        return Ok(0);
    };
    audit::of_flow(tx, "sign_in.code_failed", &flow, "")?;
    Ok(crate::model::CODE_TRIES - flow.code_tries)
}

/// The code was right, and the sign-in had ended meanwhile.
pub fn too_late(tx: &mut Tx<'_>, taken: Taken) -> Result<(), Fault> {
    strangers::right(tx, taken)
}
