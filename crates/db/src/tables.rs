//! Which tables a statement reads and which it writes, as SQLite's authorizer tells when the statement is prepared.
use crate::migrate;
use rusqlite::Connection;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

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
