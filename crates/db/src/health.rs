//! What an operator should know of the database itself: whether it is whole, and whether it keeps what it acknowledges.
use crate::migrate;
use crate::record::FromValue;
use crate::tx::Tx;
use crate::{Db, Engine};
use base::{Fault, Result};
use jiff::Timestamp;

/// The oldest PostgreSQL that is tested.
const OLDEST_SERVICE: i64 = 15;
/// A clock that differs more than this makes links older or younger than they are, in seconds.
const CLOCK_APART: i64 = 2;

impl Db {
    /// The migrations this program would apply, and those that a newer program has applied.
    pub async fn schema_apart(&self) -> Result<(Vec<String>, Vec<String>)> {
        self.read(|tx| {
            let (there, known) = (crate::content::schema(tx)?, migrate::migration_names());
            let missing = known.iter().filter(|name| !there.iter().any(|one| one == *name));
            let newer = there.iter().filter(|name| !known.contains(&name.as_str()));
            Ok::<_, Fault>((
                missing.map(|name| (*name).to_owned()).collect(),
                newer.cloned().collect(),
            ))
        })
        .await
    }

    /// Everything that is wrong with it, each in one sentence. On a large SQLite file this takes a while.
    pub async fn troubles(&self) -> Result<Vec<String>> {
        match self.engine() {
            Engine::Sqlite => self.read(file).await,
            Engine::Postgres => self.read(service).await,
        }
    }
}

fn file(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    let mut troubles = Vec::new();
    let said: Vec<String> = column(tx, "pragma quick_check(5)")?;
    if said != ["ok"] {
        troubles.push(format!(
            "the file is damaged; restore a backup: {}",
            said.join("; ")
        ));
    }
    let astray: Vec<String> = column(tx, "select distinct \"table\" from pragma_foreign_key_check")?;
    troubles.extend(astray.into_iter().map(|table| {
        format!("rows of {table} refer to rows that are not there: something else has written into the file")
    }));
    Ok(troubles)
}

fn service(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    let mut troubles = Vec::new();
    for name in ["fsync", "full_page_writes", "synchronous_commit"] {
        let said: Vec<String> = column(tx, &format!("select current_setting('{name}')"))?;
        if said == ["off"] {
            troubles.push(format!("{name} is off: what was acknowledged can be lost"));
        }
    }
    let version: i64 = one(
        tx,
        "select cast(current_setting('server_version_num') as bigint) / 10000",
    )?;
    if version < OLDEST_SERVICE {
        troubles.push(format!(
            "PostgreSQL {version} is older than {OLDEST_SERVICE}, the oldest that is tested"
        ));
    }
    let encoding: String = one(tx, "select current_setting('server_encoding')")?;
    if encoding != "UTF8" {
        troubles.push(format!(
            "its encoding is {encoding}: make the database with encoding 'UTF8'"
        ));
    }
    let theirs: Timestamp = one(tx, "select clock_timestamp()")?;
    let apart = theirs.as_second() - tx.instant().as_second();
    if apart.abs() > CLOCK_APART {
        troubles.push(format!(
            "its clock and this machine's are {} seconds apart: let both follow the same time servers",
            apart.abs()
        ));
    }
    Ok(troubles)
}

fn column<T: FromValue>(tx: &mut Tx<'_>, text: &str) -> Result<Vec<T>> {
    tx.rows_of(text, &[])?
        .into_iter()
        .map(|mut row| row.at(0))
        .collect()
}

fn one<T: FromValue>(tx: &mut Tx<'_>, text: &str) -> Result<T> {
    let found = column(tx, text)?.into_iter().next();
    found.ok_or_else(|| Fault::new("asking the database about itself: it said nothing"))
}
