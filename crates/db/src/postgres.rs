//! A PostgreSQL service: a pool of connections, serializable transactions run again when two meet.
use crate::measure;
use crate::notices::Notices;
use crate::pool::{self, config, rustls_roots};
use crate::record::Row;
use crate::standby::{self, Standby};
use crate::turns::{self, Turns};
use crate::tx::{Inner, Retry, Tx};
use crate::versions::Versions;
use crate::witness::Witness;
use crate::{Options, Value};
use base::{Clock, Fault, FaultKind, Random, Result};
use deadpool_postgres::{Client, Pool, PoolError};
use std::any::TypeId;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Instant;
use tokio::runtime::Handle;
use tokio::sync::Semaphore;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::ToSql;
use tokio_postgres_rustls::MakeRustlsConnect;

/// Times an operation is run when the database asks for it again.
const RUNS: u32 = 12;

/// The pool, and how many may wait for a place in it.
#[derive(Clone)]
pub(crate) struct Service {
    pool: Pool,
    places: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    notices: Arc<Notices>,
    standby: Option<Arc<Standby>>,
    turns: Arc<Turns>,
}

/// What is asked of a transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    Write,
    Read,
    /// A read on a standby that is young enough.
    ReadLagging,
}

impl Service {
    pub(crate) async fn open(url: &str, options: &Options, versions: Arc<Versions>) -> Result<Service> {
        let config = config(url)?;
        let tls = MakeRustlsConnect::new(rustls_roots());
        let notices = if options.hears_others {
            Notices::listening(config.clone(), tls.clone(), versions).await
        } else {
            Notices::deaf(versions)
        };
        let pool = pool::of(config, tls.clone(), options.pool_size)?;
        measure::pool(options.pool_size);
        let standby = match &options.standby {
            Some(url) => {
                let own = pool::of(pool::config(url)?, tls, options.pool_size)?;
                Some(Arc::new(Standby::new(pool.clone(), own, options.clock.clone())))
            }
            None => None,
        };
        Ok(Service {
            pool,
            places: Arc::new(Semaphore::new(options.pool_size)),
            waiting: Arc::new(Semaphore::new(options.queue)),
            notices: Arc::new(notices),
            standby,
            turns: Arc::default(),
        })
    }

    /// Runs a read on the standby; on the primary when there is none, or it is behind or gone.
    pub(crate) async fn run_lagging<T, E>(
        &self,
        clock: Clock,
        random: Random,
        op: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + Sync + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Retry + Send + 'static,
    {
        let op = Arc::new(op);
        if self.standby.is_some() {
            let there = op.clone();
            let done = self
                .run(
                    clock.clone(),
                    random.clone(),
                    move |tx| there(tx),
                    Access::ReadLagging,
                )
                .await;
            let is_down = |e: &E| {
                e.fault()
                    .is_some_and(|fault| *fault.kind() == FaultKind::Unavailable)
            };
            if !done.as_ref().is_err_and(is_down) {
                return done;
            }
        }
        self.run(clock, random, move |tx| op(tx), Access::Read).await
    }

    pub(crate) async fn run<T, E>(
        &self,
        clock: Clock,
        random: Random,
        op: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + Sync + 'static,
        access: Access,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Retry + Send + 'static,
    {
        let full = "waiting for the database: the queue is full";
        let busy = |_| measure::told(Fault::of(FaultKind::Busy, full));
        let _counted = measure::waiting();
        let _waiting = self.waiting.clone().try_acquire_owned().map_err(busy)?;
        let standby = self.standby.as_ref().filter(|_| access == Access::ReadLagging);
        let work = Work {
            pool: standby.map_or(&self.pool, |standby| &standby.pool).clone(),
            notices: self.notices.clone(),
            handle: Handle::current(),
            clock,
            random,
            access,
        };
        let (kind, op, work) = (op_kind(&op), Arc::new(op), Arc::new(work));
        let mut turn = None;
        for run in 1.. {
            if turn.is_none() && access == Access::Write {
                turn = self.turns.take(kind, run > 1).await;
            }
            let outcome = self.once(&work, &op, turn.is_some()).await;
            let again =
                matches!(&outcome, Err(e) if e.fault().is_some_and(|f| *f.kind() == FaultKind::Retry));
            if !again || run == RUNS {
                return outcome;
            }
            self.turns.met(kind);
        }
        Err(Fault::of(FaultKind::Busy, "two transactions kept meeting").into())
    }

    /// One run, in a place of the pool, on a thread that may wait.
    async fn once<T, E>(
        &self,
        work: &Arc<Work>,
        op: &Arc<impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + Sync + 'static>,
        has_turn: bool,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
    {
        let place = self.places.clone().acquire_owned().await;
        let _place = place.map_err(|_| Fault::of(FaultKind::Unavailable, "the pool is closed"))?;
        let (work, op, witness) = (work.clone(), op.clone(), Witness::here());
        let run = move || Witness::with(witness, || work.once(&*op, has_turn));
        let done = tokio::task::spawn_blocking(run).await;
        done.unwrap_or_else(|_| Err(Fault::new("an operation panicked").into()))
    }
}

/// Operations made by the same line of code are of one kind.
fn op_kind<F: 'static>(_: &F) -> TypeId {
    TypeId::of::<F>()
}

struct Work {
    pool: Pool,
    notices: Arc<Notices>,
    handle: Handle,
    clock: Clock,
    random: Random,
    access: Access,
}

impl Work {
    fn once<T, E: From<Fault>>(
        &self,
        op: &impl Fn(&mut Tx<'_>) -> Result<T, E>,
        has_turn: bool,
    ) -> Result<T, E> {
        let client = self.handle.block_on(self.pool.get()).map_err(pool_fault)?;
        let _in_use = measure::in_use();
        let execute = |text: &str| {
            self.handle
                .block_on(client.batch_execute(text))
                .map_err(|e| fault(text, e))
        };
        match self.access {
            // Where the turn cannot be had (no such table yet, or whoever has it hangs) it goes without.
            Access::Write if has_turn => execute(turns::BEGIN).or_else(|_| {
                execute("rollback")?;
                execute(turns::BEGIN_WITHOUT)
            }),
            Access::Write => execute(turns::BEGIN_WITHOUT),
            Access::Read | Access::ReadLagging => execute("begin isolation level repeatable read read only"),
        }?;
        if self.access == Access::ReadLagging && !self.is_young(&client) {
            let _ = execute("rollback");
            return Err(Fault::of(FaultKind::Unavailable, "the standby is behind").into());
        }
        let inner = PgTx {
            client: &client,
            pool: &self.pool,
            handle: &self.handle,
        };
        let mut tx = Tx::new(&self.clock, &self.random, Inner::Postgres(inner));
        let outcome = catch_unwind(AssertUnwindSafe(|| op(&mut tx)));
        Witness::touched(tx.touched());
        let outcome = outcome.unwrap_or_else(|_| Err(Fault::new("an operation panicked").into()));
        match outcome {
            // Even a refusal: what it was founded on is not what the database would have answered alone.
            _ if tx.must_run_again() => {
                let _ = execute("rollback");
                Err(Fault::of(FaultKind::Retry, "meeting another transaction").into())
            }
            Ok(_) if tx.has_failed() => {
                execute("rollback")?;
                Err(Fault::new("a statement failed and the operation went on").into())
            }
            Ok(value) => {
                let written = tx.touched().writes;
                if let Some(notice) = self.notices.inside(written) {
                    execute(&notice).inspect_err(|_| drop(execute("rollback")))?;
                }
                let began = Instant::now();
                self.notices.commit(written, || execute("commit"))?;
                if self.access == Access::Write {
                    measure::committed(1, began.elapsed());
                }
                Ok(value)
            }
            Err(error) => {
                // A connection that cannot roll back is gone; the pool makes another.
                let _ = execute("rollback");
                Err(error)
            }
        }
    }
}

impl Work {
    /// Whether the standby's state, as this transaction sees it, is at most a second old.
    fn is_young(&self, client: &Client) -> bool {
        let pulse = self.handle.block_on(client.query_opt(standby::READ_PULSE, &[]));
        let micros = pulse.ok().flatten().and_then(|row| row.try_get(0).ok());
        standby::is_young(micros, self.clock.now())
    }
}

/// A transaction on one connection, driven from a thread that may wait.
pub(crate) struct PgTx<'c> {
    client: &'c Client,
    pool: &'c Pool,
    handle: &'c Handle,
}

impl PgTx<'_> {
    pub(crate) fn run(&mut self, text: &str, values: &[Value]) -> Result<u64> {
        let work = async {
            let statement = self.client.prepare_cached(text).await?;
            self.client.execute(&statement, &references(values)).await
        };
        self.handle.block_on(work).map_err(|e| self.failed("running", e))
    }

    /// A newer node has changed a table since a statement was prepared: all are prepared anew, and the operation is run
    /// again.
    fn failed(&self, doing: &str, error: tokio_postgres::Error) -> Fault {
        let is_old_plan = error.code() == Some(&SqlState::FEATURE_NOT_SUPPORTED)
            && error
                .as_db_error()
                .is_some_and(|e| e.routine() == Some("RevalidateCachedQuery"));
        if is_old_plan {
            self.pool.manager().statement_caches.clear();
            return Fault::of(FaultKind::Retry, doing.to_owned()).because(error);
        }
        fault(doing, error)
    }

    pub(crate) fn rows(&mut self, text: &str, values: &[Value]) -> Result<Vec<Row>> {
        let work = async {
            let statement = self.client.prepare_cached(text).await?;
            let rows = self.client.query(&statement, &references(values)).await?;
            Ok((statement, rows))
        };
        let (statement, rows) = self
            .handle
            .block_on(work)
            .map_err(|e| self.failed("reading", e))?;
        let columns: Arc<[String]> = statement
            .columns()
            .iter()
            .map(|column| column.name().to_owned())
            .collect();
        let row = |row: tokio_postgres::Row| {
            let values = (0..row.len())
                .map(|place| row.try_get::<_, Value>(place))
                .collect::<Result<_, _>>();
            values
                .map(|values| Row::new(&columns, values))
                .map_err(|e| fault("reading a column", e))
        };
        rows.into_iter().map(row).collect()
    }

    pub(crate) fn script(&mut self, text: &str) -> Result<()> {
        self.handle
            .block_on(self.client.batch_execute(text))
            .map_err(|e| fault("running a script", e))
    }

    pub(crate) fn prepare(&mut self, text: &str) -> Result<()> {
        self.handle
            .block_on(self.client.prepare(text))
            .map(drop)
            .map_err(|e| fault("preparing", e))
    }
}

fn references(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

fn pool_fault(error: PoolError) -> Fault {
    match error {
        PoolError::Backend(error) => fault("connecting to the database", error),
        other => {
            measure::told(Fault::of(FaultKind::Unavailable, "connecting to the database").because(other))
        }
    }
}

/// What an error of PostgreSQL means to the one who asked.
fn fault(doing: &str, error: tokio_postgres::Error) -> Fault {
    let kind = match (error.code(), error.as_db_error()) {
        (Some(&(SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED)), _) => {
            FaultKind::Retry
        }
        (Some(code), Some(db)) if code.code().starts_with("23") => FaultKind::Conflict {
            table: db.table().unwrap_or_default().to_owned(),
        },
        (Some(code), _)
            if ["08", "53", "57", "58"]
                .iter()
                .any(|class| code.code().starts_with(class)) =>
        {
            FaultKind::Unavailable
        }
        (Some(&SqlState::LOCK_NOT_AVAILABLE), _) => FaultKind::Unavailable,
        // No code: the connection broke, or could not be made.
        (None, _) if error.is_closed() || is_io(&error) => FaultKind::Unavailable,
        _ => FaultKind::Broken,
    };
    measure::told(Fault::of(kind, doing.to_owned()).because(error))
}

fn is_io(error: &tokio_postgres::Error) -> bool {
    std::error::Error::source(error).is_some_and(<dyn std::error::Error>::is::<std::io::Error>)
}
