//! Opening a database by its address, and running operations on it.
use crate::measure;
use crate::migrate;
use crate::postgres::{Access, Service};
use crate::readings::Readings;
use crate::sqlite;
use crate::sqlite_batch::{Ended, Job, Writer};
use crate::tx::{Inner, Retry, Tx};
use crate::versions::{Changes, Versions};
use crate::witness::Witness;
use base::{Clock, Fault, FaultKind, Random, Result};
use rusqlite::Connection;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::oneshot;

/// Which engine is behind a [`Db`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Where the database is: `sqlite:PATH`, `sqlite::memory:` or `postgres://…`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    Sqlite(String),
    SqliteInMemory,
    Postgres(String),
}

impl std::str::FromStr for DatabaseUrl {
    type Err = Fault;

    fn from_str(text: &str) -> Result<DatabaseUrl> {
        match text.split_once(':') {
            Some(("sqlite", ":memory:")) => Ok(DatabaseUrl::SqliteInMemory),
            Some(("sqlite", path)) if !path.is_empty() => Ok(DatabaseUrl::Sqlite(path.to_owned())),
            Some(("postgres" | "postgresql", _)) => Ok(DatabaseUrl::Postgres(text.to_owned())),
            _ => Err(Fault::new(
                "reading the database's address: it begins with sqlite: or postgres://",
            )),
        }
    }
}

/// How to open a database.
#[derive(Clone)]
pub struct Options {
    pub url: DatabaseUrl,
    pub clock: Clock,
    pub random: Random,
    /// Connections to a PostgreSQL service; as many operations run at once.
    pub pool_size: usize,
    /// Operations that may wait for their turn; one more is told to come back.
    pub queue: usize,
    /// Upper limit of a SQLite file, in pages: for tests of a full disk.
    pub max_pages: Option<i64>,
    /// Hears of changes that other nodes make on a PostgreSQL service: for programs that serve pages.
    pub hears_others: bool,
    /// Hot standbys of the PostgreSQL service, for reads that may lag by a second.
    pub standby: Option<String>,
    /// A table whose readings the witness is blind to: for the test that proves that such a mistake is found.
    pub unwatched: Option<&'static str>,
}

impl Options {
    pub fn new(url: DatabaseUrl, clock: Clock, random: Random) -> Options {
        Options {
            url,
            clock,
            random,
            pool_size: 16,
            queue: 4096,
            max_pages: None,
            hears_others: false,
            standby: None,
            unwatched: None,
        }
    }
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Open>);

struct Open {
    clock: Clock,
    random: Random,
    versions: Arc<Versions>,
    readings: Readings,
    engine: Behind,
}

enum Behind {
    Sqlite {
        writer: Writer,
        readers: Option<Readers>,
    },
    Postgres(Service),
}

/// Connections that only read. In memory there is none: the writer reads too.
struct Readers {
    path: String,
    idle: Mutex<Vec<Connection>>,
}

impl Db {
    /// Opens; does not migrate.
    pub async fn open(options: &Options) -> Result<Db> {
        let on_a_service = matches!(options.url, DatabaseUrl::Postgres(_));
        let versions = Arc::new(Versions::new(!on_a_service, options.unwatched));
        let sqlite = |path: Option<&str>| -> Result<Behind> {
            let connection = sqlite::open_writer(path, options)?;
            let writer = Writer::start(
                connection,
                versions.clone(),
                options.clock.clone(),
                options.random.clone(),
                options.queue,
            )?;
            let readers = path.map(|path| Readers {
                path: path.to_owned(),
                idle: Mutex::default(),
            });
            Ok(Behind::Sqlite { writer, readers })
        };
        let engine = match &options.url {
            DatabaseUrl::Sqlite(path) => sqlite(Some(path))?,
            DatabaseUrl::SqliteInMemory => sqlite(None)?,
            DatabaseUrl::Postgres(url) => {
                Behind::Postgres(Service::open(url, options, versions.clone()).await?)
            }
        };
        let db = Db(Arc::new(Open {
            clock: options.clock.clone(),
            random: options.random.clone(),
            versions,
            readings: Readings::new(),
            engine,
        }));
        db.health().await?;
        Ok(db)
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The changes of a table from now on.
    pub fn changes(&self, table: &str) -> Changes {
        Changes::of(&self.0.versions, table)
    }

    pub(crate) fn versions(&self) -> &Versions {
        &self.0.versions
    }

    pub(crate) fn readings(&self) -> &Readings {
        &self.0.readings
    }

    pub fn engine(&self) -> Engine {
        match self.0.engine {
            Behind::Sqlite { .. } => Engine::Sqlite,
            Behind::Postgres(_) => Engine::Postgres,
        }
    }

    /// Applies what is missing; answers the names of what it applied.
    pub async fn migrate(&self) -> Result<Vec<String>> {
        // Two programs that make the book at once: one of them is told that it exists already.
        if let Err(first) = self.write(migrate::open_book).await {
            self.write(migrate::open_book).await.map_err(|_| first)?;
        }
        let mut applied = Vec::new();
        for (place, name) in migrate::migration_names().into_iter().enumerate() {
            if self.write(move |tx| migrate::apply(tx, place)).await? {
                applied.push(name.to_owned());
            }
        }
        Ok(applied)
    }

    /// Says whether the schema is this program's.
    pub async fn check_schema(&self) -> Result<()> {
        self.read(migrate::is_complete).await
    }

    /// Answers `Ok` when a statement can be run now.
    pub async fn health(&self) -> Result<()> {
        self.read(|tx| tx.script("select 1", "select 1")).await
    }

    /// Whether another program of ours is at work on this PostgreSQL database. A file is asked by
    /// [`is_open_elsewhere`] before it is opened.
    pub async fn others_at_work(&self) -> Result<bool> {
        if self.engine() == Engine::Sqlite {
            return Ok(false);
        }
        let others = "select pid from pg_stat_activity where datname = current_database() \
                      and application_name = 'sala' and pid <> pg_backend_pid() limit 1";
        self.read(move |tx| Ok(!tx.rows_of(others, &[])?.is_empty()))
            .await
    }

    /// Runs an operation and keeps what it did when it answers `Ok`: durably, before this returns. It may be run more
    /// than once; only the last run counts.
    pub async fn write<T, E>(
        &self,
        op: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + Sync + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Retry + Send + 'static,
    {
        match &self.0.engine {
            Behind::Sqlite { writer, .. } => through_writer(writer, op, true).await,
            Behind::Postgres(service) => {
                service
                    .run(self.0.clock.clone(), self.0.random.clone(), op, Access::Write)
                    .await
            }
        }
    }

    /// Runs an operation that only reads, on one consistent state.
    pub async fn read<T, E>(
        &self,
        op: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + Sync + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Retry + Send + 'static,
    {
        match &self.0.engine {
            Behind::Sqlite {
                readers: Some(readers),
                ..
            } => self.read_inline(readers, &op),
            Behind::Sqlite {
                writer,
                readers: None,
            } => through_writer(writer, op, false).await,
            Behind::Postgres(service) => {
                service
                    .run(self.0.clock.clone(), self.0.random.clone(), op, Access::Read)
                    .await
            }
        }
    }

    /// Runs an operation that only reads and for which a state that was true a second ago will do: on a standby, where
    /// there is one that is not older. What it answers must not be kept, for its age is not known.
    pub async fn read_lagging<T, E>(
        &self,
        op: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + Sync + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Retry + Send + 'static,
    {
        crate::passing();
        match &self.0.engine {
            Behind::Sqlite { .. } => self.read(op).await,
            Behind::Postgres(service) => {
                service
                    .run_lagging(self.0.clock.clone(), self.0.random.clone(), op)
                    .await
            }
        }
    }

    /// A keyed read costs a few microseconds: less than handing it to another thread.
    fn read_inline<T, E: From<Fault>>(
        &self,
        readers: &Readers,
        op: &impl Fn(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let connection = readers.take()?;
        let execute = |text: &str| {
            let mut statement = connection
                .prepare_cached(text)
                .map_err(|e| sqlite::fault(text, e))?;
            statement
                .execute([])
                .map(drop)
                .map_err(|e| sqlite::fault(text, e))
        };
        execute("begin")?;
        let mut tx = Tx::new(&self.0.clock, &self.0.random, Inner::Sqlite(&connection));
        let mut answer = catch_unwind(AssertUnwindSafe(|| op(&mut tx)));
        if tx.has_failed() && matches!(answer, Ok(Ok(_))) {
            answer = Ok(Err(
                Fault::new("a statement failed and the operation went on").into()
            ));
        }
        Witness::touched(tx.touched());
        if execute("rollback").is_ok() {
            readers.give_back(connection);
        }
        answer.unwrap_or_else(|_| Err(Fault::new("an operation panicked").into()))
    }
}

impl Readers {
    fn take(&self) -> Result<Connection> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.map_or_else(|| sqlite::open_reader(&self.path), Ok)
    }

    fn give_back(&self, connection: Connection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < 32 {
            idle.push(connection);
        }
    }
}

async fn through_writer<T, E, F>(writer: &Writer, op: F, writes: bool) -> Result<T, E>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<Fault> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    writer.send(Box::new(Waiting {
        op,
        outcome: None,
        reply,
        writes,
        witness: Witness::here(),
        _counted: measure::waiting(),
    }));
    answer
        .await
        .unwrap_or_else(|_| Err(Fault::of(FaultKind::Unavailable, "the writing thread has ended").into()))
}

struct Waiting<F, T, E> {
    op: F,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
    writes: bool,
    witness: Option<Witness>,
    _counted: measure::Counted,
}

impl<F, T, E> Job for Waiting<F, T, E>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send,
    T: Send,
    E: From<Fault> + Send,
{
    fn run(&mut self, tx: &mut Tx<'_>) -> Ended {
        self.outcome = None;
        let mut outcome = Witness::with(self.witness.clone(), || {
            let outcome = (self.op)(tx);
            Witness::touched(tx.touched());
            outcome
        });
        if tx.has_failed() && outcome.is_ok() {
            outcome = Err(Fault::new("a statement failed and the operation went on").into());
        }
        let ended = if outcome.is_ok() { Ended::Keep } else { Ended::Undo };
        self.outcome = Some(outcome);
        ended
    }

    fn answer(self: Box<Self>, committed: std::result::Result<(), Fault>) {
        let outcome = match (self.outcome, committed) {
            (Some(Ok(value)), Ok(())) => Ok(value),
            (Some(Err(error)), _) => Err(error),
            (_, Err(fault)) => Err(fault.into()),
            (None, Ok(())) => Err(Fault::new("an operation panicked").into()),
        };
        // Whoever asked may have gone away meanwhile.
        let _ = self.reply.send(outcome);
    }

    fn writes(&self) -> bool {
        self.writes
    }
}
