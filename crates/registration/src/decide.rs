//! The desk decides: accredit or decline. Each decision is one conditional update, so that of two officers the
//! second learns who was first.

use base::{Fault, Id};
use db::{Tx, params, sql};
use forum::Event;
use jiff::Timestamp;
use people::Account;

use crate::{Reason, Registration, State, letters, moves, read};

/// The right to decide on the registrations of one event, held by whoever was let through to the desk.
#[derive(Clone, Copy, Debug)]
pub struct Decider {
    event: Id<Event>,
    officer: Id<Account>,
}

impl Decider {
    /// Pages get one at the desk's door, which has seen the role; the program itself and tests need no role.
    pub fn by_the_program(event: Id<Event>, officer: Id<Account>) -> Decider {
        Decider { event, officer }
    }

    pub fn event(&self) -> Id<Event> {
        self.event
    }
}

/// Why nothing was decided.
#[derive(Debug)]
pub enum Refused {
    /// Somebody was first.
    AlreadyDecided {
        state: State,
        by: String,
        at: Timestamp,
    },
    /// The person has withdrawn.
    Withdrawn {
        at: Timestamp,
    },
    /// No such request at this event.
    Unknown,
    Fault(Fault),
}
db::refusal!(Refused);

/// Why a request is declined: one of the list, and words for the person.
#[derive(Clone, Debug)]
pub struct Refusal {
    pub reason: Reason,
    pub words: String,
}

/// Pending becomes accredited.
pub fn accredit(tx: &mut Tx<'_>, decider: &Decider, id: Id<Registration>) -> Result<(), Refused> {
    let changed = tx.run(
        sql!(
            "update registration set state = 'accredited', decided_at = $3, decided_by = $4, updated_at = $3
             where id = $1 and event_id = $2 and state = 'pending'"
        ),
        params![id, decider.event, tx.now(), decider.officer],
    )?;
    if changed == 0 {
        return Err(why(tx, decider, id)?);
    }
    moves::write(tx, id, State::Accredited, decider.officer)?;
    letters::post(tx, id, letters::ACCREDITED)?;
    Ok(())
}

/// Pending becomes declined, with the reason.
pub fn decline(
    tx: &mut Tx<'_>,
    decider: &Decider,
    id: Id<Registration>,
    to: &Refusal,
) -> Result<(), Refused> {
    let changed = tx.run(
        sql!(
            "update registration set state = 'declined', decided_at = $3, decided_by = $4, updated_at = $3,
                 reason = $5, reason_text = $6
             where id = $1 and event_id = $2 and state = 'pending'"
        ),
        params![
            id,
            decider.event,
            tx.now(),
            decider.officer,
            to.reason.code(),
            &to.words
        ],
    )?;
    if changed == 0 {
        return Err(why(tx, decider, id)?);
    }
    moves::write(tx, id, State::Declined, decider.officer)?;
    letters::post(tx, id, letters::DECLINED)?;
    Ok(())
}

/// What became of a bulk decision.
#[derive(Debug, Default)]
pub struct Report {
    pub done: Vec<String>,
    pub skipped: Vec<(String, Refused)>,
}

/// Accredits each that is still to be decided, and says of the others why not.
pub fn accredit_all(tx: &mut Tx<'_>, decider: &Decider, ids: &[Id<Registration>]) -> Result<Report, Fault> {
    let mut report = Report::default();
    for id in ids {
        let name = read::sent(tx, decider.event, *id)?
            .map(|r| r.badge_name)
            .unwrap_or_default();
        match accredit(tx, decider, *id) {
            Ok(()) => report.done.push(name),
            Err(Refused::Fault(fault)) => return Err(fault),
            Err(refused) => report.skipped.push((name, refused)),
        }
    }
    Ok(report)
}

fn why(tx: &mut Tx<'_>, decider: &Decider, id: Id<Registration>) -> Result<Refused, Fault> {
    let Some(found) = read::sent(tx, decider.event, id)? else {
        return Ok(Refused::Unknown);
    };
    if let (State::Withdrawn, Some(at)) = (found.state(), found.withdrawn_at) {
        return Ok(Refused::Withdrawn { at });
    }
    let (Some(by), Some(at)) = (found.decided_by, found.decided_at) else {
        return Ok(Refused::Unknown);
    };
    let (by, _) = read::person(tx, by)?;
    Ok(Refused::AlreadyDecided {
        state: found.state(),
        by,
        at,
    })
}
