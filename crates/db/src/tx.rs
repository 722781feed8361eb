//! A transaction, as an operation sees it: statements, the time, new ids, chance.
use crate::postgres::PgTx;
use crate::record::{FromRow, Row};
use crate::sqlite;
use crate::tables::Touched;
use crate::{Chosen, Sql, Value, witness};
use base::{Clock, Fault, FaultKind, Id, Random, Result};
use jiff::Timestamp;

/// One transaction. Its time stands still; what it did is kept only when the operation answers `Ok`.
pub struct Tx<'c> {
    now: Timestamp,
    random: Random,
    inner: Inner<'c>,
    failed: Option<FaultKind>,
    touched: Touched,
}

pub(crate) enum Inner<'c> {
    Sqlite(&'c rusqlite::Connection),
    Postgres(PgTx<'c>),
}

/// What the database needs to know of an operation's error: is there a fault inside that says "run me again"?
pub trait Retry {
    fn fault(&self) -> Option<&Fault>;
}

impl Retry for Fault {
    fn fault(&self) -> Option<&Fault> {
        Some(self)
    }
}

/// For an operation's enum of refusals with a variant `Fault(Fault)`: how faults get in, and how the database sees them.
#[macro_export]
macro_rules! refusal {
    ($name:ident) => {
        impl ::std::convert::From<::base::Fault> for $name {
            fn from(fault: ::base::Fault) -> Self {
                $name::Fault(fault)
            }
        }

        impl $crate::Retry for $name {
            fn fault(&self) -> ::std::option::Option<&::base::Fault> {
                match self {
                    $name::Fault(fault) => ::std::option::Option::Some(fault),
                    _ => ::std::option::Option::None,
                }
            }
        }
    };
}

impl<'c> Tx<'c> {
    pub(crate) fn new(clock: &Clock, random: &Random, inner: Inner<'c>) -> Tx<'c> {
        Tx {
            now: clock.now(),
            random: random.clone(),
            inner,
            failed: None,
            touched: Touched::default(),
        }
    }

    /// The instant of this transaction. A page that reads it cannot be kept: whether a deadline has passed is a question
    /// to [`Tx::moment`].
    pub fn now(&self) -> Timestamp {
        witness::passing();
        self.now
    }

    pub(crate) fn instant(&self) -> Timestamp {
        self.now
    }

    /// The tables that the statements so far read and wrote.
    pub(crate) fn touched(&self) -> Touched {
        self.touched
    }

    /// A new id, later than all before it.
    pub fn new_id<T>(&mut self) -> Id<T> {
        let millis = u64::try_from(self.now.as_millisecond()).unwrap_or(0);
        Id::new(millis, &self.random.bytes())
    }

    pub fn random(&mut self) -> &Random {
        &self.random
    }

    /// Every row.
    pub fn all<R: FromRow>(&mut self, statement: &'static Sql, values: &[Value]) -> Result<Vec<R>> {
        let rows = self.rows(statement, values)?;
        rows.into_iter()
            .map(|mut row| R::from_row(&mut row))
            .collect::<Result<_>>()
            .map_err(|f| named(f, statement))
    }

    /// The row, if there is one. Two are a fault.
    pub fn maybe<R: FromRow>(&mut self, statement: &'static Sql, values: &[Value]) -> Result<Option<R>> {
        let mut rows = self.all(statement, values)?;
        match rows.len() {
            0 | 1 => Ok(rows.pop()),
            n => Err(named(
                Fault::new(format!("expecting one row at most and finding {n}")),
                statement,
            )),
        }
    }

    /// The one row.
    pub fn one<R: FromRow>(&mut self, statement: &'static Sql, values: &[Value]) -> Result<R> {
        let row = self.maybe(statement, values)?;
        row.ok_or_else(|| named(Fault::new("expecting one row and finding none"), statement))
    }

    /// Changes rows; answers how many.
    pub fn run(&mut self, statement: &'static Sql, values: &[Value]) -> Result<u64> {
        self.still_whole().map_err(|fault| named(fault, statement))?;
        self.touched.add(statement.touched());
        let done = match &mut self.inner {
            Inner::Sqlite(connection) => sqlite::run(connection, statement.sqlite(), values),
            Inner::Postgres(tx) => tx.run(statement.postgres(), values),
        };
        self.note(done).map_err(|fault| named(fault, statement))
    }

    /// The rows of a list as somebody filtered and ordered it.
    pub fn list<R: FromRow>(&mut self, chosen: &Chosen<'_>) -> Result<Vec<R>> {
        self.touched.add(chosen.touched());
        let rows = self.rows_of(&chosen.text(), &chosen.values())?;
        rows.into_iter().map(|mut row| R::from_row(&mut row)).collect()
    }

    /// How many rows the list has without its page.
    pub fn count(&mut self, chosen: &Chosen<'_>) -> Result<i64> {
        self.touched.add(chosen.touched());
        let rows = self.rows_of(&chosen.counting(), &chosen.values())?;
        rows.into_iter()
            .next()
            .ok_or_else(|| Fault::new("counting a list"))?
            .at(0)
    }

    pub(crate) fn inner(&self) -> &Inner<'c> {
        &self.inner
    }

    /// One statement of a text that was put together.
    pub(crate) fn run_text(&mut self, text: &str, values: &[Value]) -> Result<()> {
        self.still_whole()?;
        self.touched.add(Touched::ALL);
        let done = match &mut self.inner {
            Inner::Sqlite(connection) => sqlite::run(connection, &crate::statement::for_sqlite(text), values),
            Inner::Postgres(tx) => tx.run(&crate::statement::for_postgres(text), values),
        };
        self.note(done).map(drop)
    }

    pub(crate) fn rows_of(&mut self, text: &str, values: &[Value]) -> Result<Vec<Row>> {
        self.still_whole()?;
        let found = match &mut self.inner {
            Inner::Sqlite(connection) => {
                sqlite::rows(connection, &crate::statement::for_sqlite(text), values)
            }
            Inner::Postgres(tx) => tx.rows(&crate::statement::for_postgres(text), values),
        };
        self.note(found)
    }

    fn rows(&mut self, statement: &'static Sql, values: &[Value]) -> Result<Vec<Row>> {
        self.still_whole().map_err(|fault| named(fault, statement))?;
        self.touched.add(statement.touched());
        let found = match &mut self.inner {
            Inner::Sqlite(connection) => sqlite::rows(connection, statement.sqlite(), values),
            Inner::Postgres(tx) => tx.rows(statement.postgres(), values),
        };
        self.note(found).map_err(|fault| named(fault, statement))
    }

    /// Several statements without values, as in a migration.
    pub(crate) fn script(&mut self, for_sqlite: &str, for_postgres: &str) -> Result<()> {
        self.touched.add(Touched::ALL);
        let done = match &mut self.inner {
            Inner::Sqlite(connection) => connection
                .execute_batch(for_sqlite)
                .map_err(|e| sqlite::fault("running a script", e)),
            Inner::Postgres(tx) => tx.script(for_postgres),
        };
        self.note(done)
    }

    pub(crate) fn prepare(&mut self, for_sqlite: &str, for_postgres: &str) -> Result<()> {
        match &mut self.inner {
            Inner::Sqlite(connection) => connection
                .prepare(for_sqlite)
                .map(drop)
                .map_err(|e| sqlite::fault("preparing", e)),
            Inner::Postgres(tx) => tx.prepare(for_postgres),
        }
    }

    /// A statement failed, so nothing of this transaction may be kept, whatever the operation answers: PostgreSQL
    /// would roll it back in silence, and both engines must do the same.
    pub(crate) fn has_failed(&self) -> bool {
        self.failed.is_some()
    }

    /// The engine asked to run the operation again, whatever the operation made of that.
    pub(crate) fn must_run_again(&self) -> bool {
        self.failed == Some(FaultKind::Retry)
    }

    /// After a failed statement no other is run, as PostgreSQL has it. SQLite may have ended the transaction (a full
    /// disk does that), and what came next would be kept on its own.
    fn still_whole(&self) -> Result<()> {
        match &self.failed {
            None => Ok(()),
            Some(kind) => Err(Fault::of(
                kind.clone(),
                "going on after a statement of this transaction failed",
            )),
        }
    }

    fn note<T>(&mut self, result: Result<T>) -> Result<T> {
        if let (Err(fault), None) = (&result, &self.failed) {
            self.failed = Some(fault.kind().clone());
        }
        result
    }
}

fn named(fault: Fault, statement: &Sql) -> Fault {
    fault.while_(format!("statement at {}:{}", statement.file, statement.line))
}
