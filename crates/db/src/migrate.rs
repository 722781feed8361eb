//! Migrations: written once in portable SQL, applied in order, each in a transaction of its own, never changed after.
use crate::{Sql, Tx, params};
use base::{Fault, Result};
use rusqlite::Connection;

include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

/// The book's own statements cannot be in the registry, which is for the rooms above.
static FIND: Sql = Sql::new(
    "select name from schema_migration where name = $1",
    file!(),
    line!(),
);
static NOTE: Sql = Sql::new(
    "insert into schema_migration (name, applied_at) values ($1, $2)",
    file!(),
    line!(),
);
static ALL: Sql = Sql::new(
    "select name from schema_migration order by name",
    file!(),
    line!(),
);

const BOOK: &str =
    "create table if not exists schema_migration (name text primary key, applied_at bigint not null)";

/// Names of all migrations that this program knows, in order.
pub fn migration_names() -> Vec<&'static str> {
    MIGRATIONS.iter().map(|&(name, _)| name).collect()
}

/// Makes the book of migrations; `true` when something is still to apply.
pub(crate) fn open_book(tx: &mut Tx<'_>) -> Result<()> {
    tx.script(BOOK, BOOK)
}

/// Applies one migration unless somebody has; answers whether it did.
pub(crate) fn apply(tx: &mut Tx<'_>, place: usize) -> Result<bool> {
    let Some(&(name, text)) = MIGRATIONS.get(place) else {
        return Ok(false);
    };
    // Two programs may start at once: on PostgreSQL the second waits here for the first.
    tx.script("select 1", "lock table schema_migration in exclusive mode")?;
    let known: Option<(String,)> = tx.maybe(&FIND, params![name])?;
    if known.is_some() {
        return Ok(false);
    }
    tx.script(&for_sqlite(text), text)
        .map_err(|fault| fault.while_(format!("migration {name}")))?;
    let now = tx.now().as_microsecond();
    tx.run(&NOTE, params![name, now])?;
    Ok(true)
}

/// The places of these migrations in the order they are applied; a name that this program does not know is a fault.
pub(crate) fn places_of(names: &[String]) -> Result<Vec<usize>> {
    let place = |name: &String| {
        let place = MIGRATIONS.iter().position(|(known, _)| known == name);
        place.ok_or_else(|| Fault::new(format!("knowing the migration {name}: a newer program made it")))
    };
    let mut places: Vec<usize> = names.iter().map(place).collect::<Result<_>>()?;
    places.sort_unstable();
    Ok(places)
}

/// An empty SQLite database with the tables of these migrations, whose columns keep their portable types.
pub(crate) fn sqlite_with(names: &[String]) -> Result<Connection> {
    let connection = Connection::open_in_memory().map_err(|e| crate::sqlite::fault("opening", e))?;
    for place in places_of(names)? {
        connection
            .execute_batch(MIGRATIONS[place].1)
            .map_err(|e| crate::sqlite::fault("reading the schema", e))?;
    }
    Ok(connection)
}

/// An empty SQLite database with every table, in memory.
pub(crate) fn empty_sqlite() -> Result<Connection> {
    let connection = Connection::open_in_memory().map_err(|e| crate::sqlite::fault("opening", e))?;
    connection
        .execute_batch(BOOK)
        .map_err(|e| crate::sqlite::fault("making the book", e))?;
    for (name, text) in MIGRATIONS {
        connection
            .execute_batch(&for_sqlite(text))
            .map_err(|e| crate::sqlite::fault("migrating", e).while_(format!("migration {name}")))?;
    }
    Ok(connection)
}

/// The names of all tables, in order.
pub(crate) fn table_names() -> Result<Vec<String>> {
    let rows = crate::sqlite::rows(
        &empty_sqlite()?,
        "select name from sqlite_schema where type = 'table' order by name",
        &[],
    )?;
    rows.into_iter().map(|mut row| row.at(0)).collect()
}

/// The whole schema as one text, sorted by name: the file `migrations/schema.sql`.
pub fn schema_text() -> Result<String> {
    let connection = empty_sqlite()?;
    let rows = crate::sqlite::rows(
        &connection,
        "select sql from sqlite_schema where sql is not null and name not like 'sqlite_%' order by tbl_name, type desc, name",
        &[],
    )?;
    let mut text = String::from(
        "-- The whole schema after all migrations, as SQLite tells it. Generated: cargo xtask schema.\n",
    );
    for mut row in rows {
        text.push('\n');
        text.push_str(row.at::<String>(0)?.trim());
        text.push_str(";\n");
    }
    Ok(text)
}

/// PostgreSQL's type names become SQLite's, and tables strict.
fn for_sqlite(text: &str) -> String {
    let mut out = String::new();
    for statement in statements(text) {
        let words = replace_types(statement);
        out.push_str(&words);
        if words
            .trim_start()
            .to_ascii_lowercase()
            .starts_with("create table")
        {
            out.push_str(" strict");
        }
        out.push_str(";\n");
    }
    out
}

/// Splits at semicolons outside quotes; comments go.
fn statements(text: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    let mut comment = false;
    let mut before = ' ';
    let pieces = text.split(move |c| {
        comment = if c == '\n' {
            false
        } else {
            comment || (!quoted && c == '-' && before == '-')
        };
        quoted ^= c == '\'' && !comment;
        before = c;
        c == ';' && !quoted && !comment
    });
    pieces.filter(|piece| {
        piece
            .lines()
            .any(|line| !line.trim().is_empty() && !line.trim().starts_with("--"))
    })
}

fn replace_types(statement: &str) -> String {
    let mut out = String::new();
    for line in statement.lines() {
        let code = line.split_once("--").map_or(line, |(code, _)| code);
        let mut quoted = false;
        for word in code.split_inclusive(|c: char| !(c.is_ascii_alphanumeric() || c == '_')) {
            let end = word
                .trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '_')
                .len();
            let split = word
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
                .unwrap_or(word.len());
            let name = match &word[..split] {
                "uuid" | "bytea" if !quoted => "blob",
                "timestamptz" | "boolean" | "bigint" if !quoted => "integer",
                "jsonb" if !quoted => "text",
                other => other,
            };
            out.push_str(name);
            out.push_str(&word[split..]);
            debug_assert!(end == 0 || end >= split);
            quoted ^= word.ends_with('\'');
        }
        out.push('\n');
    }
    out.trim().to_owned()
}

/// For a caller that must know that the schema fits the program.
pub(crate) fn is_complete(tx: &mut Tx<'_>) -> Result<()> {
    let known: Vec<(String,)> = tx.all(&ALL, &[])?;
    match MIGRATIONS
        .iter()
        .find(|(name, _)| !known.iter().any(|(done,)| done == name))
    {
        None => Ok(()),
        Some((name, _)) => Err(Fault::new(format!(
            "the database lacks migration {name}: run `sala migrate`"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_translated_outside_quotes_and_comments_only() {
        let text = "-- a uuid; here\ncreate table t (\n    id uuid primary key, -- the uuid\n    kind text check (kind in ('uuid', 'x;y')),\n    at timestamptz not null\n);\ncreate index i on t (at);";
        let sqlite = for_sqlite(text);
        assert!(
            sqlite.contains("id blob primary key") && sqlite.contains("'uuid', 'x;y'"),
            "{sqlite}"
        );
        assert!(
            sqlite.contains("at integer not null\n) strict;") && sqlite.contains("on t (at);"),
            "{sqlite}"
        );
    }
}
