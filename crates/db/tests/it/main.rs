//! The database as the rooms above see it, on both engines: what is kept, what is undone, what each trouble is called.
mod durability;
mod engines;
mod operations;
#[path = "../../../testkit/src/postgres.rs"]
#[expect(
    dead_code,
    reason = "testkit's file, taken as it is: a dependency on testkit would build every room first"
)]
mod postgres;
#[path = "../../../testkit/src/postgres_server.rs"]
#[expect(dead_code, reason = "as postgres: the tests of several nodes use the rest")]
mod postgres_server;
#[path = "../../../testkit/src/say.rs"]
mod say;
mod schema;
mod service;
mod upgrade;
mod witness;

use base::{Clock, Fault, Random};
use db::{DatabaseUrl, Db, Options, Sql, Tx, params, sql};
use jiff::Timestamp;
use tempfile::TempDir;

/// An instant to begin at.
pub fn noon() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().expect("an instant")
}

pub fn options(url: DatabaseUrl) -> Options {
    Options::new(url, Clock::frozen(noon()), Random::seeded(7))
}

/// A migrated SQLite file; the folder lives as long as the first part.
pub async fn file() -> (TempDir, Db) {
    file_with(|_| ()).await
}

pub async fn file_with(change: impl FnOnce(&mut Options)) -> (TempDir, Db) {
    let folder = TempDir::new().expect("a temporary folder can be made");
    let db = open_in(&folder, change).await;
    (folder, db)
}

pub async fn open_in(folder: &TempDir, change: impl FnOnce(&mut Options)) -> Db {
    let path = folder.path().join("test.db").display().to_string();
    let mut options = options(DatabaseUrl::Sqlite(path));
    change(&mut options);
    opened(&options).await
}

pub async fn opened(options: &Options) -> Db {
    let db = Db::open(options).await.expect("the database opens");
    db.migrate().await.expect("the migrations apply");
    db
}

/// A migrated database in the shared PostgreSQL, where there is one.
pub async fn service() -> Option<Db> {
    let cluster = postgres::Cluster::shared()?;
    let url = cluster.url(&cluster.database(None));
    Some(opened(&options(DatabaseUrl::Postgres(url))).await)
}

/// Two programs on one such database.
pub async fn two_nodes() -> Option<(Db, Db)> {
    let cluster = postgres::Cluster::shared()?;
    let url = cluster.url(&cluster.database(None));
    let options = options(DatabaseUrl::Postgres(url));
    Some((opened(&options).await, opened(&options).await))
}

/// Both engines, and SQLite in memory.
pub async fn every_engine() -> Vec<Db> {
    let (folder, file) = file().await;
    let _ = folder.keep();
    let memory = opened(&options(DatabaseUrl::SqliteInMemory)).await;
    [Some(file), Some(memory), service().await]
        .into_iter()
        .flatten()
        .collect()
}

/// Sets a timer: the simplest row there is.
pub fn set(tx: &mut Tx<'_>, name: &str) -> Result<(), Fault> {
    tx.run(set_timer(), params![name, tx.now()]).map(drop)
}

pub fn set_timer() -> &'static Sql {
    sql!("insert into timer (name, next_at) values ($1, $2)")
}

/// The names of the timers, in order.
pub async fn names(db: &Db) -> Vec<String> {
    let rows: Result<Vec<(String,)>, Fault> = db
        .read(|tx| tx.all(sql!("select name from timer order by name"), &[]))
        .await;
    rows.expect("the timers can be read")
        .into_iter()
        .map(|(name,)| name)
        .collect()
}
