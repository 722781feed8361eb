//! Sends a registration to the secretariat: it gets its number and the person a letter.

use base::{Fault, Id};
use db::{Tx, params, sql};
use forum::Event;
use people::Account;

use crate::{Act, Registration, State, Step, keys, letters, moves, read};

/// Why nothing was sent.
#[derive(Debug)]
pub enum Refused {
    /// The deadline has passed.
    Closed,
    /// It was sent before: a second press, or another tab.
    AlreadySent,
    /// An answer is missing in this step.
    Incomplete(Step),
    /// There is nothing to send.
    NotStarted,
    Fault(Fault),
}
db::refusal!(Refused);

/// Draft becomes pending, once.
pub fn submit(tx: &mut Tx<'_>, event: &Event, account: Id<Account>) -> Result<Id<Registration>, Refused> {
    let Some(draft) = read::active(tx, event.id, account)? else {
        return Err(Refused::NotStarted);
    };
    if draft.state().after(Act::Submit).is_none() {
        return Err(Refused::AlreadySent);
    }
    if !event.registration_open(tx.now()) {
        return Err(Refused::Closed);
    }
    for step in [Step::You, Step::Delegation] {
        if !draft.done(step) {
            return Err(Refused::Incomplete(step));
        }
    }
    let now = tx.now();
    let number = next_number(tx, event.id)?;
    let sent = tx.run(
        sql!(
            "update registration set state = 'pending', number = $2, submitted_at = $3, updated_at = $3,
                 search = search || $4::text
             where id = $1 and state = 'draft'"
        ),
        params![draft.id, number, now, keys::quoted(&event.slug, number)],
    )?;
    if sent == 0 {
        return Err(Refused::AlreadySent);
    }
    moves::write(tx, draft.id, State::Pending, account)?;
    letters::about(tx, &draft, letters::RECEIVED)?;
    Ok(draft.id)
}

/// The next number at this event; two who send at once get two.
pub(crate) fn next_number(tx: &mut Tx<'_>, event: Id<Event>) -> Result<i64, Fault> {
    let (number,): (i64,) = tx.one(
        sql!(
            "insert into registration_counter (event_id, last) values ($1, 1)
             on conflict (event_id) do update set last = registration_counter.last + 1 returning last"
        ),
        params![event],
    )?;
    Ok(number)
}
