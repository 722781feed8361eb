//! Which tables a statement reads and which it writes, as SQLite's authorizer tells when the statement is prepared.
use crate::migrate;
use rusqlite::Connection;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

/// The tables of one statement, cascades and triggers included.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tables {
    pub reads: BTreeSet<String>,
    pub writes: BTreeSet<String>,
}

/// `None` when the statement cannot be prepared; a test says why.
pub(crate) fn of(text: &str) -> Option<Tables> {
    static EMPTY_DATABASE: OnceLock<Option<Mutex<Connection>>> = OnceLock::new();
    let database = EMPTY_DATABASE
        .get_or_init(|| migrate::empty_sqlite().ok().map(Mutex::new))
        .as_ref()?;
    let mut connection = database.lock().unwrap_or_else(PoisonError::into_inner);
    let seen = Arc::new(Mutex::new(Tables::default()));
    let noted = seen.clone();
    let hook = move |context: AuthContext<'_>| {
        let mut tables = noted.lock().unwrap_or_else(PoisonError::into_inner);
        match context.action {
            AuthAction::Read { table_name, .. } => drop(tables.reads.insert(table_name.to_owned())),
            AuthAction::Insert { table_name }
            | AuthAction::Delete { table_name }
            | AuthAction::Update { table_name, .. } => drop(tables.writes.insert(table_name.to_owned())),
            _ => {}
        }
        Authorization::Allow
    };
    connection.authorizer(Some(hook)).ok()?;
    let prepared = connection.prepare(text).is_ok();
    connection
        .authorizer(None::<fn(AuthContext<'_>) -> Authorization>)
        .ok()?;
    let tables = seen.lock().unwrap_or_else(PoisonError::into_inner).clone();
    prepared.then_some(tables)
}

/// Room for this many tables; what comes after shares the last place, which forgets a page too many and none too few.
pub(crate) const PLACES: usize = 256;

/// The names of all tables, each at its place.
static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| migrate::table_names().unwrap_or_default());

fn place_of(name: &str) -> Option<usize> {
    let place = NAMES.iter().position(|known| known == name);
    place.map(|place| place.min(PLACES - 1))
}

/// A set of tables, small enough to travel with every transaction.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TableSet([u64; PLACES / 64]);

impl TableSet {
    pub(crate) const EMPTY: TableSet = TableSet([0; PLACES / 64]);
    /// What cannot be told apart touches everything.
    pub(crate) const ALL: TableSet = TableSet([u64::MAX; PLACES / 64]);

    /// The set of these names as another node told them; a name that this program does not know stands for all.
    pub(crate) fn told<'n>(names: impl IntoIterator<Item = &'n str>) -> TableSet {
        names
            .into_iter()
            .map(|name| place_of(name).map_or(TableSet::ALL, TableSet::at))
            .fold(TableSet::EMPTY, TableSet::with)
    }

    /// The set of those names that are tables; functions that look like one (`json_each`) are not.
    fn of(names: &BTreeSet<String>) -> TableSet {
        let places = names.iter().filter_map(|name| place_of(name));
        places.map(TableSet::at).fold(TableSet::EMPTY, TableSet::with)
    }

    fn at(place: usize) -> TableSet {
        let mut set = TableSet::EMPTY;
        set.0[place / 64] |= 1 << (place % 64);
        set
    }

    fn with(mut self, other: TableSet) -> TableSet {
        self.add(other);
        self
    }

    pub(crate) fn add(&mut self, other: TableSet) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine |= theirs;
        }
    }

    pub(crate) fn without(mut self, other: TableSet) -> TableSet {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine &= !theirs;
        }
        self
    }

    pub(crate) fn is_empty(self) -> bool {
        self == TableSet::EMPTY
    }

    /// The places of its tables.
    pub(crate) fn places(self) -> impl Iterator<Item = usize> {
        (0..PLACES).filter(move |place| self.0[place / 64] >> (place % 64) & 1 == 1)
    }

    /// The names of its tables, for the other nodes. `None`: all.
    pub(crate) fn names(self) -> Option<Vec<&'static str>> {
        (self != TableSet::ALL).then(|| {
            self.places()
                .filter_map(|place| NAMES.get(place).map(String::as_str))
                .collect()
        })
    }
}

/// What a statement reads and writes, as sets.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Touched {
    pub reads: TableSet,
    pub writes: TableSet,
}

impl Touched {
    pub(crate) const ALL: Touched = Touched {
        reads: TableSet::ALL,
        writes: TableSet::ALL,
    };

    pub(crate) fn of(tables: &Tables) -> Touched {
        Touched {
            reads: TableSet::of(&tables.reads),
            writes: TableSet::of(&tables.writes),
        }
    }

    pub(crate) fn add(&mut self, other: Touched) {
        self.reads.add(other.reads);
        self.writes.add(other.writes);
    }
}
