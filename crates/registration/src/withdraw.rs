//! The person takes her registration back, until the event is over.

use base::{Fault, Id};
use db::{Tx, params, sql};
use forum::Event;
use people::Account;

use crate::{Registration, State, letters, moves};

/// Why nothing was withdrawn.
#[derive(Debug)]
pub enum Refused {
    /// Nothing is pending or accredited: decided otherwise, or withdrawn before.
    Nothing,
    /// The event is over.
    Over,
    Fault(Fault),
}
db::refusal!(Refused);

/// Pending or accredited becomes withdrawn; the letter takes the event out of her calendar.
pub fn withdraw(tx: &mut Tx<'_>, event: &Event, account: Id<Account>) -> Result<(), Refused> {
    let now = tx.now();
    if event.over(now) {
        return Err(Refused::Over);
    }
    let withdrawn: Option<(Id<Registration>,)> = tx.maybe(
        sql!(
            "update registration set state = 'withdrawn', withdrawn_at = $3, updated_at = $3
             where event_id = $1 and account_id = $2 and state in ('pending', 'accredited') returning id"
        ),
        params![event.id, account, now],
    )?;
    let Some((id,)) = withdrawn else {
        return Err(Refused::Nothing);
    };
    moves::write(tx, id, State::Withdrawn, account)?;
    letters::post(tx, id, letters::WITHDRAWN)?;
    Ok(())
}
