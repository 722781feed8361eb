//! The second step without a letter: which other ways an account has, for the browser only that has passed its password, and
//! how often each may be tried.

use base::{Fault, Id};
use db::Tx;

use crate::audit;
use crate::known_browser;
use crate::model::{Account, BrowserHash, Flow};
use crate::throttle::{self, Limit, Namer, Place};
use crate::{flows, link_rule, passkey, recovery, session, totp};

/// What an account has beside its mailbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    pub passkey: bool,
    pub totp: bool,
    pub recovery: bool,
}

/// The ways out of a sign-in. Of one that began without the right password nothing is told.
pub fn ways(tx: &mut Tx<'_>, flow: &Flow) -> Result<Ways, Fault> {
    let now = tx.now();
    if !flow.takes_another_way(now) {
        return Ok(Ways::default());
    }
    let others = link_rule::since(tx)?.is_none();
    Ok(Ways {
        passkey: passkey::has(tx, flow.account_id)?,
        totp: others && totp::sealed(tx, flow.account_id)?.is_some(),
        recovery: others && recovery::left(tx, flow.account_id)? > 0,
    })
}

/// Whether this is all that somebody who works at the desk has beside her mailbox: it is not taken away.
pub fn is_last(tx: &mut Tx<'_>, account: Id<Account>) -> Result<bool, Fault> {
    let factors = passkey::how_many(tx, account)? + i64::from(totp::sealed(tx, account)?.is_some());
    Ok(factors == 1 && session::is_staff(tx, account)?)
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

/// How often one of the ways may be tried with one account, and what a wrong try is called in the log.
#[derive(Debug)]
pub struct Tries {
    few: &'static Limit,
    /// What is counted over the day too, in browsers that the account does not know.
    a_day: Option<&'static Limit>,
    failed: &'static str,
}

pub static TOTP: Tries = Tries {
    few: &throttle::TOTP,
    a_day: Some(&throttle::TOTP_DAY),
    failed: "sign_in.totp_failed",
};

pub static RECOVERY: Tries = Tries {
    few: &throttle::RECOVERY,
    a_day: None,
    failed: "sign_in.recovery_failed",
};

pub static PASSKEY: Tries = Tries {
    few: &throttle::PASSKEY,
    a_day: None,
    failed: "sign_in.passkey_failed",
};

/// The places that a try has taken, until it is known what came of it.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    tries: &'static Tries,
    few: Place,
    day: Option<Place>,
}

/// Takes places for a try. Strangers who have the password are counted together; a browser that the account knows has a
/// count of its own. To be committed before anything is compared.
pub fn take(
    tx: &mut Tx<'_>,
    namer: &Namer,
    tries: &'static Tries,
    flow: &Flow,
) -> Result<Held, throttle::Refused> {
    let is_known = known_browser::is_of(tx, flow)?;
    let epoch = flow.auth_epoch.to_be_bytes();
    let whose = if is_known {
        flow.browser_hash.as_slice()
    } else {
        &epoch
    };
    let what = [flow.account_id.uuid().as_bytes(), whose].concat();
    let few = namer.counted(tries.few, &what).take(tx)?;
    let day = match tries.a_day.filter(|_| !is_known) {
        Some(limit) => Some(namer.counted(limit, &what).take(tx)?),
        None => None,
    };
    Ok(Held { tries, few, day })
}

/// It was right: the count begins anew. That of the day does not: who shares it may be somebody else.
pub fn right(tx: &mut Tx<'_>, held: &Held) -> Result<(), Fault> {
    throttle::succeeded(tx, &held.few, held.day.as_ref())
}

/// It was wrong.
pub fn failed(tx: &mut Tx<'_>, held: &Held, flow: &Flow) -> Result<(), Fault> {
    throttle::failed(tx, &held.few, 0)?;
    if let Some(day) = &held.day {
        throttle::failed(tx, day, 0)?;
    }
    audit::of_flow(tx, held.tries.failed, flow, "")
}

/// Nothing was found out.
pub fn give_back(tx: &mut Tx<'_>, held: &Held) -> Result<(), Fault> {
    throttle::give_back(tx, &held.few)?;
    held.day
        .as_ref()
        .map_or(Ok(()), |day| throttle::give_back(tx, day))
}
