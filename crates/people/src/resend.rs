//! Another link for a sign-in that waits: at most one a minute for each account, whoever asks. Earlier links stay good.

use base::{Fault, Id};
use db::{Tx, params, sql};
use jiff::{SignedDuration, Timestamp};

use crate::flows;
use crate::model::{Account, BrowserHash, Flow, LINK_PAUSE};
use crate::start;

/// Why no new letter goes.
#[derive(Debug)]
pub enum Refused {
    /// The last was sent so many seconds ago; the next may be asked for in so many.
    TooEarly {
        ago: i64,
        seconds: i64,
    },
    /// No open sign-in of this browser.
    NotNow,
    Fault(Fault),
}
db::refusal!(Refused);

/// Queues a letter. If the last of this sign-in has not gone yet, that one is enough.
pub fn resend(tx: &mut Tx<'_>, flow: Id<Flow>, browser: &BrowserHash) -> Result<(), Refused> {
    let now = tx.now();
    let flow = flows::of_browser(tx, flow, browser)?
        .filter(|f| f.is_open(now))
        .ok_or(Refused::NotNow)?;
    let pause = pause(tx, &flow)?;
    if pause.seconds > 0 {
        return Err(Refused::TooEarly {
            ago: pause.ago,
            seconds: pause.seconds,
        });
    }
    if flow.mail == "waiting" {
        return Ok(());
    }
    if !start::take_minute(tx, &flow.kind, flow.account_id)? {
        return Err(Refused::TooEarly {
            ago: 0,
            seconds: LINK_PAUSE.as_secs(),
        });
    }
    Ok(start::queue_letter(tx, flow.id)?)
}

/// How long until a new link may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// Seconds since the last.
    pub ago: i64,
    /// Seconds left; 0 when one may be asked for now.
    pub seconds: i64,
    /// The moment from which it may.
    pub from: Timestamp,
}

/// The pause of the account a sign-in belongs to.
pub fn pause(tx: &mut Tx<'_>, flow: &Flow) -> Result<Pause, Fault> {
    let (link, notice): (Option<Timestamp>, Option<Timestamp>) = last(tx, flow.account_id)?;
    let now = tx.now();
    let last = if flow.kind == "known" { notice } else { link };
    let Some(last) = last else {
        return Ok(Pause {
            ago: LINK_PAUSE.as_secs(),
            seconds: 0,
            from: now,
        });
    };
    let left = LINK_PAUSE - now.duration_since(last);
    let seconds = if left.is_positive() { round_up(left) } else { 0 };
    Ok(Pause {
        ago: now.duration_since(last).as_secs(),
        seconds,
        from: last + LINK_PAUSE,
    })
}

fn last(tx: &mut Tx<'_>, account: Id<Account>) -> Result<(Option<Timestamp>, Option<Timestamp>), Fault> {
    tx.one(
        sql!("select last_link_at, last_notice_at from account where id = $1"),
        params![account],
    )
}

fn round_up(left: SignedDuration) -> i64 {
    left.as_secs() + i64::from(left.subsec_nanos() > 0)
}
