//! The whole content of a database as portable rows: read from one engine, written into the same or the other. It is how a
//! site is backed up, restored, and moved from a file to a service.
use crate::record::Row;
use crate::{Tx, Value, migrate, tx};
use base::{Fault, Result};
use jiff::Timestamp;
use serde_json::Value as Json;
use uuid::Uuid;

/// The beat of a service with standbys belongs to the service and not to the site.
const NOT_CONTENT: [&str; 2] = ["schema_migration", "pulse"];

/// A table of ours as a schema has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    pub columns: Vec<String>,
    kinds: Vec<Kind>,
    /// The places of the columns that tell one row from another.
    key: Vec<usize>,
}

/// A type that both engines keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Uuid,
    Time,
    Bool,
    Int,
    Text,
    Json,
    Bytes,
}

/// The migrations that a database has; none when it is new.
pub fn schema(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    let tables = tables_there(tx)?;
    if !tables.iter().any(|name| name == "schema_migration") {
        return Ok(Vec::new());
    }
    texts(tx.rows_of("select name from schema_migration order by name", &[])?)
}

/// The first table that holds a row which somebody has put there, if any does.
pub fn first_held(tx: &mut Tx<'_>) -> Result<Option<String>> {
    let from_the_start = from_the_start()?;
    for name in tables_there(tx)? {
        let look = format!("select 1 from \"{name}\" limit 1");
        let says_nothing = NOT_CONTENT.contains(&name.as_str()) || from_the_start.contains(&name);
        if !says_nothing && !tx.rows_of(&look, &[])?.is_empty() {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// The tables in which a new site has rows: its migrations put them there.
fn from_the_start() -> Result<Vec<String>> {
    let connection = migrate::empty_sqlite()?;
    let ask = |text: &str| crate::sqlite::rows(&connection, text, &[]);
    let names = texts(ask("select name from sqlite_schema where type = 'table'")?)?;
    let mut found = Vec::new();
    for name in names {
        let is_held = !ask(&format!("select 1 from \"{name}\" limit 1"))?.is_empty();
        if is_held && !NOT_CONTENT.contains(&name.as_str()) {
            found.push(name);
        }
    }
    Ok(found)
}

fn tables_there(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    let text = match tx.inner() {
        tx::Inner::Sqlite(_) => {
            "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name"
        }
        tx::Inner::Postgres(_) => {
            "select tablename from pg_tables where schemaname = current_schema() order by tablename"
        }
    };
    texts(tx.rows_of(text, &[])?)
}

fn texts(rows: Vec<Row>) -> Result<Vec<String>> {
    rows.into_iter().map(|mut row| row.at(0)).collect()
}

/// Gives a new database these migrations and no other, without the rows that they put in: the content has its own.
pub fn lay(tx: &mut Tx<'_>, schema: &[String]) -> Result<()> {
    migrate::open_book(tx)?;
    for place in migrate::places_of(schema)? {
        migrate::apply(tx, place)?;
    }
    let there = tables_there(tx)?;
    for name in from_the_start()?.iter().filter(|name| there.contains(name)) {
        tx.run_text(&format!("delete from \"{name}\""), &[])?;
    }
    Ok(())
}

/// The tables that hold what a site knows after these migrations; one that refers to another comes after it.
pub fn tables(schema: &[String]) -> Result<Vec<Table>> {
    let connection = migrate::sqlite_with(schema)?;
    let ask = |text: &str, about: &str| {
        let values: &[Value] = if about.is_empty() { &[] } else { &[about.into()] };
        crate::sqlite::rows(&connection, text, values)
    };
    let names = texts(ask(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
        "",
    )?)?;
    let mut waiting = Vec::new();
    for name in names
        .into_iter()
        .filter(|name| !NOT_CONTENT.contains(&name.as_str()))
    {
        let mut refers = texts(ask(
            "select distinct \"table\" from pragma_foreign_key_list(?1)",
            &name,
        )?)?;
        refers.retain(|other| *other != name);
        let columns = ask(
            "select name, lower(type), pk from pragma_table_info(?1) order by cid",
            &name,
        )?;
        waiting.push((table(name, columns)?, refers));
    }
    let mut ordered: Vec<Table> = Vec::new();
    while !waiting.is_empty() {
        let is_there = |other: &String| ordered.iter().any(|table: &Table| table.name == *other);
        let next = waiting.iter().position(|(_, refers)| refers.iter().all(is_there));
        let next = next.ok_or_else(|| Fault::new("ordering the tables: two refer to one another"))?;
        ordered.push(waiting.remove(next).0);
    }
    Ok(ordered)
}

/// Every column that refers to a table, as `table.column`.
pub fn referring_to(table: &str) -> Result<Vec<String>> {
    let connection = migrate::empty_sqlite()?;
    texts(crate::sqlite::rows(
        &connection,
        "select s.name || '.' || f.\"from\" from sqlite_schema s, pragma_foreign_key_list(s.name) f
         where s.type = 'table' and f.\"table\" = ?1 order by 1",
        &[table.into()],
    )?)
}

fn table(name: String, columns: Vec<Row>) -> Result<Table> {
    let mut table = Table {
        name,
        columns: Vec::new(),
        kinds: Vec::new(),
        key: Vec::new(),
    };
    let mut keys: Vec<(i64, usize)> = Vec::new();
    for (place, mut column) in columns.into_iter().enumerate() {
        table.columns.push(column.at(0)?);
        let kind: String = column.at(1)?;
        table.kinds.push(match kind.as_str() {
            "uuid" => Kind::Uuid,
            "timestamptz" => Kind::Time,
            "boolean" => Kind::Bool,
            "bigint" => Kind::Int,
            "text" => Kind::Text,
            "jsonb" => Kind::Json,
            "bytea" => Kind::Bytes,
            _ => {
                return Err(Fault::new(format!(
                    "reading a column of type {kind}: it is not portable"
                )));
            }
        });
        match column.at(2)? {
            0 => {}
            rank => keys.push((rank, place)),
        }
    }
    keys.sort_unstable();
    table.key = keys.into_iter().map(|(_, place)| place).collect();
    Ok(table)
}

impl Table {
    /// Up to `most` rows after the one given, in the order of the key.
    pub fn rows(&self, tx: &mut Tx<'_>, after: Option<&[Json]>, most: usize) -> Result<Vec<Vec<Json>>> {
        let key = self.listed(self.key.iter().copied());
        let (wanted, values) = match after {
            None => (String::new(), Vec::new()),
            Some(row) => {
                let marks: Vec<String> = (1..=self.key.len()).map(|n| format!("${n}")).collect();
                let values = self.key.iter().map(|&place| self.value(row, place));
                (
                    format!(" where ({key}) > ({})", marks.join(", ")),
                    values.collect::<Result<_>>()?,
                )
            }
        };
        let all = self.listed(0..self.columns.len());
        let text = format!(
            "select {all} from \"{}\"{wanted} order by {key} limit {most}",
            self.name
        );
        let rows = tx.rows_of(&text, &values)?;
        let portable = |row: Row| {
            row.values
                .into_iter()
                .zip(&self.kinds)
                .map(|(value, &kind)| to_json(kind, value))
        };
        rows.into_iter()
            .map(|row| {
                portable(row)
                    .collect::<Result<_>>()
                    .map_err(|fault| self.named(fault))
            })
            .collect()
    }

    /// Writes a row.
    pub fn insert(&self, tx: &mut Tx<'_>, row: &[Json]) -> Result<()> {
        if row.len() != self.columns.len() {
            return Err(self.named(Fault::new("writing a row of another length")));
        }
        let marks: Vec<String> = (1..=row.len()).map(|n| format!("${n}")).collect();
        let all = self.listed(0..row.len());
        let text = format!(
            "insert into \"{}\" ({all}) values ({})",
            self.name,
            marks.join(", ")
        );
        let values: Vec<Value> = (0..row.len())
            .map(|place| self.value(row, place))
            .collect::<Result<_>>()?;
        tx.run_text(&text, &values).map_err(|fault| self.named(fault))
    }

    fn listed(&self, places: impl Iterator<Item = usize>) -> String {
        let names: Vec<String> = places
            .map(|place| format!("\"{}\"", self.columns[place]))
            .collect();
        names.join(", ")
    }

    fn value(&self, row: &[Json], place: usize) -> Result<Value> {
        from_json(self.kinds[place], &row[place]).ok_or_else(|| {
            self.named(Fault::new(format!(
                "column {}: reading {}",
                self.columns[place], row[place]
            )))
        })
    }

    fn named(&self, fault: Fault) -> Fault {
        fault.while_(format!("table {}", self.name))
    }
}

/// As it stands in a backup, the same from both engines.
fn to_json(kind: Kind, value: Value) -> Result<Json> {
    let wrong = |what: &str| Fault::new(format!("reading {what} for a backup"));
    Ok(match (kind, value) {
        (_, Value::Null) => Json::Null,
        (Kind::Uuid, Value::Uuid(id)) => id.to_string().into(),
        (Kind::Uuid, Value::Bytes(bytes)) => Uuid::from_slice(&bytes)
            .map_err(|e| wrong("an id").because(e))?
            .to_string()
            .into(),
        (Kind::Time, Value::Time(at)) => at.to_string().into(),
        (Kind::Time, Value::Int(micros)) => Timestamp::from_microsecond(micros)
            .map_err(|e| wrong("an instant").because(e))?
            .to_string()
            .into(),
        (Kind::Bool, Value::Bool(yes)) => yes.into(),
        (Kind::Bool, Value::Int(number @ (0 | 1))) => (number == 1).into(),
        (Kind::Int, Value::Int(number)) => number.into(),
        (Kind::Text, Value::Text(text)) => text.into(),
        // Inside a text, so that a JSON null is not taken for nothing.
        (Kind::Json, Value::Json(json)) => json.to_string().into(),
        (Kind::Json, Value::Text(text)) => {
            let json: Json = serde_json::from_str(&text).map_err(|e| wrong("JSON").because(e))?;
            json.to_string().into()
        }
        (Kind::Bytes, Value::Bytes(bytes)) => bytes
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
            .into(),
        _ => return Err(wrong("a value of another kind")),
    })
}

fn from_json(kind: Kind, json: &Json) -> Option<Value> {
    Some(match (kind, json) {
        (_, Json::Null) => Value::Null,
        (Kind::Uuid, Json::String(text)) => Value::Uuid(text.parse().ok()?),
        (Kind::Time, Json::String(text)) => Value::Time(text.parse().ok()?),
        (Kind::Bool, Json::Bool(yes)) => Value::Bool(*yes),
        (Kind::Int, Json::Number(number)) => Value::Int(number.as_i64()?),
        (Kind::Text, Json::String(text)) => Value::Text(text.clone()),
        (Kind::Json, Json::String(text)) => Value::Json(serde_json::from_str(text).ok()?),
        (Kind::Bytes, Json::String(text)) => Value::Bytes(bytes(text)?),
        _ => return None,
    })
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let pairs = hex.as_bytes().chunks(2);
    pairs
        .map(|pair| {
            u8::from_str_radix(std::str::from_utf8(pair).ok().filter(|pair| pair.len() == 2)?, 16).ok()
        })
        .collect()
}
