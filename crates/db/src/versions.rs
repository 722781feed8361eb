//! How often each table has changed, as this program knows: what was read stays true while the versions of the tables it
//! was read from stand still.
//!
//! A commit first says that it writes its tables, then commits, then raises their versions, and only then is answered. While
//! a table is being written nobody may rest on what was read from it: so even between the commit and its answer nothing
//! old is given out.
use crate::tables::{PLACES, TableSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use tokio::sync::watch;

/// One count a table, and whether commits are under way.
pub(crate) struct Versions {
    places: Box<[Place]>,
    /// Whether changes made elsewhere are heard of.
    listening: AtomicBool,
    unwatched: TableSet,
    /// Told after any table has changed.
    moved: watch::Sender<()>,
}

/// The changes of one table, made here or, as far as they are heard of, elsewhere.
pub struct Changes {
    versions: Arc<Versions>,
    moved: watch::Receiver<()>,
    table: TableSet,
    seen: u64,
}

impl Changes {
    pub(crate) fn of(versions: &Arc<Versions>, table: &str) -> Changes {
        let table = TableSet::told([table]);
        Changes {
            moved: versions.moved.subscribe(),
            seen: versions.count(table),
            versions: versions.clone(),
            table,
        }
    }

    /// Waits until the table may have changed since this was made or last answered.
    pub async fn next(&mut self) {
        loop {
            let now = self.versions.count(self.table);
            if now != self.seen {
                self.seen = now;
                return;
            }
            // The sender lives as long as the versions, which are held here.
            let _ = self.moved.changed().await;
        }
    }
}

#[derive(Default)]
struct Place {
    version: AtomicU64,
    writing: AtomicU32,
}

/// The versions of some tables at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stamp(Box<[(u16, u64)]>);

impl Versions {
    pub(crate) fn new(listening: bool, unwatched: Option<&str>) -> Versions {
        Versions {
            places: (0..PLACES).map(|_| Place::default()).collect(),
            listening: AtomicBool::new(listening),
            unwatched: TableSet::told(unwatched),
            moved: watch::Sender::new(()),
        }
    }

    /// A commit that wrote these tables is about to be made.
    pub(crate) fn begin(&self, tables: TableSet) {
        for place in tables.places() {
            self.places[place].writing.fetch_add(1, Ordering::SeqCst);
        }
    }

    /// It was made, or was not: either way what was read before may be old.
    pub(crate) fn end(&self, tables: TableSet) {
        for place in tables.places() {
            let place = &self.places[place];
            place.version.fetch_add(1, Ordering::SeqCst);
            place.writing.fetch_sub(1, Ordering::SeqCst);
        }
        self.moved.send_replace(());
    }

    /// Somebody else changed these tables.
    pub(crate) fn changed_elsewhere(&self, tables: TableSet) {
        for place in tables.places() {
            self.places[place].version.fetch_add(1, Ordering::SeqCst);
        }
        self.moved.send_replace(());
    }

    /// A number that changes with every change of these tables.
    fn count(&self, tables: TableSet) -> u64 {
        let each = tables
            .places()
            .map(|place| self.places[place].version.load(Ordering::SeqCst));
        each.fold(0, u64::wrapping_add)
    }

    /// Whether changes made elsewhere are heard of. Turning it on forgets everything, for what was missed is unknown.
    pub(crate) fn set_listening(&self, listening: bool) {
        if listening {
            self.changed_elsewhere(TableSet::ALL);
        }
        self.listening.store(listening, Ordering::SeqCst);
    }

    pub(crate) fn is_listening(&self) -> bool {
        self.listening.load(Ordering::SeqCst)
    }

    /// All versions now; to be taken before anything is read.
    pub(crate) fn all(&self) -> Vec<u64> {
        self.places
            .iter()
            .map(|place| place.version.load(Ordering::SeqCst))
            .collect()
    }

    /// What was read from `tables` after `before` was taken rests on this.
    pub(crate) fn stamp(&self, before: &[u64], tables: TableSet) -> Stamp {
        let one = |place: usize| {
            (
                u16::try_from(place).unwrap_or(u16::MAX),
                before.get(place).copied().unwrap_or(0),
            )
        };
        Stamp(tables.without(self.unwatched).places().map(one).collect())
    }

    /// Whether nothing it rests on has changed or is changing.
    pub(crate) fn holds(&self, stamp: &Stamp) -> bool {
        self.is_listening()
            && stamp.0.iter().all(|&(place, version)| {
                let now = self.places.get(usize::from(place));
                now.is_some_and(|now| {
                    now.writing.load(Ordering::SeqCst) == 0 && now.version.load(Ordering::SeqCst) == version
                })
            })
    }
}
