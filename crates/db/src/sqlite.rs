//! SQLite inside the program: connections, values, and what its errors mean.
use crate::record::Row;
use crate::{Options, Value};
use base::{Fault, FaultKind, Result};
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, Value as Stored, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, ToSql};
use std::sync::Arc;
use std::time::Duration;

/// How long to wait for another process that holds the lock.
const LOCK_WAIT: Duration = Duration::from_secs(2);

/// Pages that the writer holds: 16 MiB, for SQLite counts kibibytes below zero.
const CACHE: i64 = -16 * 1024;

/// Opens the one connection that writes. `None` is a database in memory.
pub(crate) fn open_writer(path: Option<&str>, options: &Options) -> Result<Connection> {
    let connection = match path {
        Some(path) => Connection::open(path),
        None => Connection::open_in_memory(),
    };
    let connection = connection.map_err(|e| fault("opening the database", e))?;
    prepare(&connection)?;
    if path.is_some() {
        connection
            .pragma_update(None, "journal_mode", "wal")
            .map_err(|e| fault("turning the write-ahead log on", e))?;
    }
    connection
        .pragma_update(None, "synchronous", "full")
        .map_err(|e| fault("asking for durable commits", e))?;
    // What an operation undoes is noted beside it. In a file that costs half of the time of many operations in one commit.
    connection
        .pragma_update(None, "temp_store", "memory")
        .and_then(|()| connection.pragma_update(None, "cache_size", CACHE))
        .map_err(|e| fault("opening the database", e))?;
    if let Some(pages) = options.max_pages {
        connection
            .pragma_update(None, "max_page_count", pages)
            .map_err(|e| fault("limiting the size", e))?;
    }
    Ok(connection)
}

/// Opens one more connection that only reads.
pub(crate) fn open_reader(path: &str) -> Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let connection =
        Connection::open_with_flags(path, flags).map_err(|e| fault("opening the database to read", e))?;
    prepare(&connection)?;
    connection
        .pragma_update(None, "query_only", true)
        .map_err(|e| fault("opening the database to read", e))?;
    Ok(connection)
}

/// Whether another program has this file open.
pub fn is_open_elsewhere(path: &str) -> Result<bool> {
    if !std::path::Path::new(path).exists() {
        return Ok(false);
    }
    let connection = Connection::open(path).map_err(|e| fault("opening the database", e))?;
    let alone = connection
        .busy_timeout(Duration::ZERO)
        .and_then(|()| connection.pragma_update(None, "locking_mode", "exclusive"))
        .and_then(|()| connection.execute_batch("begin exclusive; rollback"));
    match alone {
        Ok(()) => Ok(false),
        Err(e) if e.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Ok(true),
        Err(e) => Err(fault("looking whether the database is open elsewhere", e)),
    }
}

fn prepare(connection: &Connection) -> Result<()> {
    connection
        .busy_timeout(LOCK_WAIT)
        .map_err(|e| fault("opening the database", e))?;
    connection
        .pragma_update(None, "foreign_keys", true)
        .map_err(|e| fault("opening the database", e))?;
    // A plan that hangs on the values given is made anew with each of them: a fifth of the time of a page.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(|e| fault("opening the database", e))?;
    connection.set_prepared_statement_cache_capacity(512);
    Ok(())
}

pub(crate) fn run(connection: &Connection, text: &str, values: &[Value]) -> Result<u64> {
    let mut statement = connection
        .prepare_cached(text)
        .map_err(|e| fault("preparing", e))?;
    if statement.column_count() > 0 {
        let mut rows = statement
            .query(rusqlite::params_from_iter(values))
            .map_err(|e| fault("running", e))?;
        let mut changed = 0;
        while rows.next().map_err(|e| fault("running", e))?.is_some() {
            changed += 1;
        }
        return Ok(changed);
    }
    let changed = statement
        .execute(rusqlite::params_from_iter(values))
        .map_err(|e| fault("running", e))?;
    Ok(changed as u64)
}

pub(crate) fn rows(connection: &Connection, text: &str, values: &[Value]) -> Result<Vec<Row>> {
    let mut statement = connection
        .prepare_cached(text)
        .map_err(|e| fault("preparing", e))?;
    let columns: Arc<[String]> = statement.column_names().map(str::to_owned).collect();
    let mut found = Vec::new();
    let mut rows = statement
        .query(rusqlite::params_from_iter(values))
        .map_err(|e| fault("reading", e))?;
    while let Some(row) = rows.next().map_err(|e| fault("reading", e))? {
        let mut values = Vec::with_capacity(columns.len());
        for place in 0..columns.len() {
            let value = row.get_ref(place).map_err(|e| fault("reading", e))?;
            values.push(match value {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(number) => Value::Int(number),
                ValueRef::Text(text) => Value::Text(text_of(text)?),
                ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
                ValueRef::Real(_) => {
                    return Err(Fault::new("reading a fraction: no column of ours holds one"));
                }
            });
        }
        found.push(Row::new(&columns, values));
    }
    Ok(found)
}

fn text_of(bytes: &[u8]) -> Result<String> {
    let text = std::str::from_utf8(bytes);
    text.map(str::to_owned)
        .map_err(|e| Fault::new("reading a text that is none").because(e))
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Value::Null => ToSqlOutput::Owned(Stored::Null),
            Value::Bool(yes) => ToSqlOutput::Owned(Stored::Integer((*yes).into())),
            Value::Int(number) => ToSqlOutput::Owned(Stored::Integer(*number)),
            Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Value::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
            Value::Uuid(uuid) => ToSqlOutput::Borrowed(ValueRef::Blob(uuid.as_bytes())),
            Value::Time(at) => ToSqlOutput::Owned(Stored::Integer(at.as_microsecond())),
            Value::Json(json) => ToSqlOutput::Owned(Stored::Text(json.to_string())),
            Value::List(values) => ToSqlOutput::Owned(Stored::Text(list_as_json(values))),
        })
    }
}

fn list_as_json(values: &[Value]) -> String {
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let items = values.iter().map(|value| match value {
        Value::Uuid(uuid) => serde_json::Value::from(hex(uuid.as_bytes())),
        Value::Bytes(bytes) => serde_json::Value::from(hex(bytes)),
        Value::Text(text) => serde_json::Value::from(text.as_str()),
        Value::Int(number) => serde_json::Value::from(*number),
        Value::Time(at) => serde_json::Value::from(at.as_microsecond()),
        _ => serde_json::Value::Null,
    });
    serde_json::Value::Array(items.collect()).to_string()
}

/// What an error of SQLite means to the one who asked.
pub(crate) fn fault(doing: &str, error: rusqlite::Error) -> Fault {
    let kind = match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) => FaultKind::Conflict {
            table: conflict_table(&error),
        },
        Some(
            ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::DiskFull
            | ErrorCode::CannotOpen
            | ErrorCode::SystemIoFailure
            | ErrorCode::ReadOnly,
        ) => FaultKind::Unavailable,
        _ => FaultKind::Broken,
    };
    crate::measure::told(Fault::of(kind, doing).because(error))
}

/// "UNIQUE constraint failed: account.email_norm" names the table; a check or a foreign key does not.
fn conflict_table(error: &rusqlite::Error) -> String {
    let text = error.to_string();
    let place = text.rsplit_once(": ").map_or("", |(_, place)| place);
    place
        .split_once('.')
        .map_or(String::new(), |(table, _)| table.trim_matches('\'').to_owned())
}
