//! The peer of a durable operation: a plain connection to the same kind of file, set as the program sets its own, that
//! runs the operation's statements and commits them, one operation after the other.
use base::{Fault, Result};
use rusqlite::{Connection, ToSql};
use std::path::Path;

pub struct Peer(Connection);

impl Peer {
    pub fn open(path: &Path) -> Result<Peer> {
        let connection = Connection::open(path).map_err(fault)?;
        for (name, value) in [("journal_mode", "wal"), ("synchronous", "full")] {
            connection.pragma_update(None, name, value).map_err(fault)?;
        }
        for (name, value) in [("foreign_keys", 1), ("temp_store", 2), ("cache_size", -16 * 1024)] {
            connection.pragma_update(None, name, value).map_err(fault)?;
        }
        connection.set_prepared_statement_cache_capacity(512);
        Ok(Peer(connection))
    }

    /// Runs a statement to its end; gives the first number of its answer. Every column of every row is looked at.
    pub fn run(&self, text: &str, values: &[&dyn ToSql]) -> Result<Option<i64>> {
        self.each(text, values).map(|(first, _)| first)
    }

    /// Runs a statement to its end; gives how many rows it answers.
    pub fn count(&self, text: &str, values: &[&dyn ToSql]) -> Result<usize> {
        self.each(text, values).map(|(_, rows)| rows)
    }

    fn each(&self, text: &str, values: &[&dyn ToSql]) -> Result<(Option<i64>, usize)> {
        let mut statement = self.0.prepare_cached(text).map_err(fault)?;
        let columns = statement.column_count();
        let mut rows = statement.query(values).map_err(fault)?;
        let (mut first, mut count) = (None, 0);
        while let Some(row) = rows.next().map_err(fault)? {
            count += 1;
            for column in 0..columns {
                let value = row.get_ref(column).map_err(fault)?;
                first = first.or(value.as_i64().ok());
            }
        }
        Ok((first, count))
    }

    pub fn rows<T>(
        &self,
        text: &str,
        read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.0.prepare(text).map_err(fault)?;
        let rows = statement.query_map([], read).map_err(fault)?;
        rows.collect::<rusqlite::Result<_>>().map_err(fault)
    }

    pub fn script(&self, text: &str) -> Result<()> {
        self.0.execute_batch(text).map_err(fault)
    }
}

pub fn fault(error: rusqlite::Error) -> Fault {
    Fault::new("running the peer's statements").because(error)
}

/// A statement of the program by the file it stands in and its first words (or all of them), as SQLite reads it.
pub fn statement(file: &str, begins: &str) -> Result<String> {
    text(file, begins).map(|text| text.replace('$', "?").replace("::text", ""))
}

/// The same as it is written, on one line.
pub fn text(file: &str, begins: &str) -> Result<String> {
    let mut found: Vec<String> = db::STATEMENTS
        .iter()
        .filter(|one| one.file.ends_with(file))
        .map(|one| one.text.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|text| text.starts_with(begins))
        .collect();
    if found.iter().any(|text| text == begins) {
        found.retain(|text| text == begins);
    }
    match &found[..] {
        [text] => Ok(text.clone()),
        all => Err(Fault::new(format!(
            "finding {begins:?} in {file}: there are {}",
            all.len()
        ))),
    }
}
