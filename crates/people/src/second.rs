//! The second step without a letter: which other ways an account has, for the browser only that has passed its password, and
//! how often each may be tried.

use base::{Fault, Id};
use db::Tx;

use crate::audit;
use crate::known_browser;
use crate::model::{BrowserHash, Flow};
use crate::throttle::{self, Limit, Namer, Place};
use crate::{flows, recovery, totp};

/// What an account has beside its mailbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    pub totp: bool,
    pub recovery: bool,
}

/// The ways out of a sign-in. Of one that began without the right password nothing is told.
pub fn ways(tx: &mut Tx<'_>, flow: &Flow) -> Result<Ways, Fault> {
    let now = tx.now();
    if !flow.takes_another_way(now) {
        return Ok(Ways::default());
    }
    Ok(Ways {
        totp: totp::sealed(tx, flow.account_id)?.is_some(),
        recovery: recovery::left(tx, flow.account_id)? > 0,
    })
}

/// The sign-in of a browser that can be ended in this way.
pub fn waiting(
    tx: &mut Tx<'_>,
    id: Id<Flow>,
    browser: &BrowserHash,
    has: fn(Ways) -> bool,
) -> Result<Option<Flow>, Fault> {
    let Some(flow) = flows::of_browser(tx, id, browser)? else {
        return Ok(None);
    };
    let ways = ways(tx, &flow)?;
    Ok(has(ways).then_some(flow))
}

/// Takes a place for a try. Strangers who have the password are counted together; a browser that the account knows has a
/// count of its own. To be committed before anything is compared.
pub fn take(
    tx: &mut Tx<'_>,
    namer: &Namer,
    limit: &'static Limit,
    flow: &Flow,
) -> Result<Place, throttle::Refused> {
    let mut what = flow.account_id.uuid().as_bytes().to_vec();
    if known_browser::is_of(tx, flow)? {
        what.extend(&flow.browser_hash);
    }
    namer.counted(limit, &what).take(tx)
}

/// It was wrong.
pub fn failed(tx: &mut Tx<'_>, event: &'static str, flow: &Flow, place: &Place) -> Result<(), Fault> {
    throttle::failed(tx, place, 0)?;
    audit::of_flow(tx, event, flow, "")
}
