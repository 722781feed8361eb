//! Zone rules change: once a day the instants of what is still to come are derived anew from the local times.

use base::Fault;
use db::{Tx, params, sql};

use crate::edit::move_sessions;
use crate::{read, times};

/// Derives the instants of every event that is not over; gives how many moved.
pub fn derive(tx: &mut Tx<'_>) -> Result<u64, Fault> {
    let now = tx.now();
    let mut moved = 0;
    for event in read::all_events(tx)?.into_iter().filter(|event| !event.over(now)) {
        let zone = event.tz();
        let starts = times::instant_or_next(event.starts(), &zone).unwrap_or(event.starts_at);
        let ends = times::instant_or_next(event.ends(), &zone).unwrap_or(event.ends_at);
        let closes = event
            .closes()
            .and_then(|closes| times::instant_or_next(closes, &zone));
        if (starts, ends, closes) == (event.starts_at, event.ends_at, event.registration_closes_at) {
            continue;
        }
        tx.run(
            sql!("update event set starts_at = $2, ends_at = $3, registration_closes_at = $4 where id = $1"),
            params![event.id, starts, ends, closes],
        )?;
        move_sessions(tx, event.id, &zone)?;
        moved += 1;
    }
    Ok(moved)
}

/// The daily work.
pub fn timer(tx: &mut Tx<'_>) -> Result<(), Fault> {
    derive(tx).map(|_| ())
}
