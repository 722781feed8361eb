//! A witness notes what an answer rests on: the tables that were read for it, the next instant at which it would read
//! otherwise, and whether anything was done that forbids keeping it.
use crate::tables::{TableSet, Touched};
use crate::versions::Stamp;
use crate::{Db, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};

tokio::task_local! {
    static WITNESS: Witness;
}

/// Notes for one answer. Shared with the thread on which an operation runs.
#[derive(Clone, Default)]
pub(crate) struct Witness(Arc<Mutex<Notes>>);

#[derive(Default)]
struct Notes {
    reads: TableSet,
    until: Option<Timestamp>,
    /// Something was written, or the time itself was read.
    passing: bool,
}

/// What an answer rests on; it may be given again while [`Db::still_true`] says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rests {
    stamp: Stamp,
    pub since: Timestamp,
    /// The instant from which it would read otherwise.
    pub until: Option<Timestamp>,
}

impl Witness {
    /// The witness of what is being answered on this task or thread, if there is one.
    pub(crate) fn here() -> Option<Witness> {
        WITNESS.try_with(Clone::clone).ok()
    }

    /// Runs on another thread as if it were here.
    pub(crate) fn with<T>(witness: Option<Witness>, work: impl FnOnce() -> T) -> T {
        match witness {
            Some(witness) => WITNESS.sync_scope(witness, work),
            None => work(),
        }
    }

    fn note(change: impl FnOnce(&mut Notes)) {
        let _ =
            WITNESS.try_with(|witness| change(&mut witness.0.lock().unwrap_or_else(PoisonError::into_inner)));
    }

    pub(crate) fn touched(touched: Touched) {
        Witness::note(|notes| {
            notes.reads.add(touched.reads);
            notes.passing |= !touched.writes.is_empty();
        });
    }

    /// What is being answered rests on something that was read before.
    pub(crate) fn rests_on(tables: TableSet, rests: &Rests) {
        Witness::note(|notes| notes.reads.add(tables));
        rests.until.into_iter().for_each(Witness::until);
    }

    fn until(instant: Timestamp) {
        Witness::note(|notes| notes.until = Some(notes.until.map_or(instant, |known| known.min(instant))));
    }
}

/// What is being answered holds for this instant alone: it tells the time, or hangs on something that is no table.
pub fn passing() {
    Witness::note(|notes| notes.passing = true);
}

impl Db {
    /// Runs `work` and tells what its outcome rests on; `None` when it must not be given again.
    pub async fn witness<F: Future>(&self, work: F) -> (F::Output, Option<Rests>) {
        let (outcome, seen) = self.witnessed(work).await;
        (outcome, seen.map(|(_, rests)| rests))
    }

    /// The same, with the tables.
    pub(crate) async fn witnessed<F: Future>(&self, work: F) -> (F::Output, Option<(TableSet, Rests)>) {
        let witness = Witness::default();
        let (since, before) = (self.clock().now(), self.versions().all());
        let outcome = WITNESS.scope(witness.clone(), work).await;
        let notes = witness.0.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = (!notes.passing).then(|| {
            let rests = Rests {
                stamp: self.versions().stamp(&before, notes.reads),
                since,
                until: notes.until,
            };
            (notes.reads, rests)
        });
        (outcome, seen)
    }

    /// Whether an answer that rests on this would be the same now.
    pub fn still_true(&self, rests: &Rests) -> bool {
        let now = self.clock().now();
        // A clock that was set back makes what comes after `since` unknown again.
        now >= rests.since
            && rests.until.is_none_or(|until| now < until)
            && self.versions().holds(&rests.stamp)
    }
}

/// An instant that notes what it is asked. A page that asks whether a deadline has passed holds until it passes.
#[derive(Debug, Clone, Copy)]
pub struct Moment(Timestamp);

impl From<Timestamp> for Moment {
    fn from(now: Timestamp) -> Moment {
        Moment(now)
    }
}

impl Moment {
    /// Whether it is earlier than `instant`.
    pub fn is_before(self, instant: Timestamp) -> bool {
        let before = self.0 < instant;
        if before {
            Witness::until(instant);
        }
        before
    }

    /// The day it is in a zone.
    pub fn date_in(self, zone: &TimeZone) -> Date {
        let here = self.0.to_zoned_datetime(zone.clone());
        if let Ok(midnight) = here.tomorrow().and_then(|next| next.start_of_day()) {
            Witness::until(midnight.timestamp());
        }
        here.date()
    }
}

impl Tx<'_> {
    /// The instant of this transaction, for what is decided by it and not told.
    pub fn moment(&self) -> Moment {
        Moment(self.instant())
    }
}
