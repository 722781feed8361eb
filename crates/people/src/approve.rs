//! The number of the waiting screen, typed on the page the link shows in another browser: two tries, each counted and
//! committed before it is compared.

use base::{Fault, Id};
use db::{Tx, params, sql};

use crate::audit;
use crate::flows;
use crate::model::Flow;
use crate::strangers::{self, Taken};
use crate::throttle::{NUMBER, Namer};

/// Why a number is not even compared.
#[derive(Debug)]
pub enum Refused {
    /// The link is dead, the sign-in not open, both tries are used, or too many numbers were wrong today for sign-ins in
    /// browsers that the account does not know.
    NotNow,
    Fault(Fault),
}
db::refusal!(Refused);

/// A number that may be compared.
#[derive(Clone, Copy, Debug)]
pub struct Try {
    pub flow: Id<Flow>,
    taken: Taken,
}

/// Counts a try for the sign-in of a link.
pub fn count_try(tx: &mut Tx<'_>, namer: &Namer, token_hash: &[u8; 32]) -> Result<Try, Refused> {
    let now = tx.now();
    let counted: Option<(Id<Flow>,)> = tx.maybe(
        sql!(
            "update signin_flow set number_tries = number_tries + 1
             where id = (select l.flow_id from signin_link l
                     where l.token_hash = $1 and l.used_at is null and l.revoked_at is null and l.expires_at > $2)
                 and state in ('queued', 'sent', 'approved') and number_tries < 2 and expires_at > $2
             returning id"
        ),
        params![&token_hash[..], now],
    )?;
    let (id,) = counted.ok_or(Refused::NotNow)?;
    let flow = flows::by_id(tx, id)?.ok_or(Refused::NotNow)?;
    let taken = strangers::take(tx, namer, &NUMBER, &flow)?.ok_or(Refused::NotNow)?;
    Ok(Try { flow: id, taken })
}

/// Whether a number may still be typed.
pub fn is_open(tx: &mut Tx<'_>, namer: &Namer, flow: &Flow) -> Result<bool, Fault> {
    let has_tries = flow.number_tries < crate::model::NUMBER_TRIES && flow.state != "approved";
    Ok(has_tries && !strangers::is_closed(tx, namer, &NUMBER, flow)?)
}

/// What came of the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The waiting browser goes on by itself.
    Approved,
    /// Wrong, and so many tries are left.
    Wrong { left: i64 },
}

/// Compares the number; right, the waiting browser may go on.
pub fn approve(tx: &mut Tx<'_>, counted: Try, number: i64, ip: &str, ua: &str) -> Result<Answer, Fault> {
    let (now, flow) = (tx.now(), counted.flow);
    let approved: Option<(Id<Flow>,)> = tx.maybe(
        sql!(
            "update signin_flow set state = 'approved', approved_at = $1, approved_ip = $2, approved_ua = $3
             where id = $4 and match_no = $5 and state in ('queued', 'sent', 'approved') and expires_at > $1
                 and kind <> 'known'
             returning id"
        ),
        params![now, ip, ua, flow, number],
    )?;
    match approved {
        Some(_) => strangers::right(tx, counted.taken)?,
        None => strangers::wrong(tx, counted.taken)?,
    }
    let Some(flow) = flows::by_id(tx, flow)? else {
        return Ok(Answer::Wrong { left: 0 });
    };
    let event = if approved.is_some() {
        "sign_in.approved"
    } else {
        "sign_in.number_failed"
    };
    let account = flow.account_id;
    audit::note(
        tx,
        &audit::Note {
            event,
            account,
            flow: Some(flow.id),
            detail: "",
            ip,
            ua,
        },
    )?;
    Ok(match approved {
        Some(_) => Answer::Approved,
        None => Answer::Wrong {
            left: crate::model::NUMBER_TRIES - flow.number_tries,
        },
    })
}
