//! Group commit: one thread writes, many operations share one durable commit, each in a savepoint of its own.
use crate::measure;
use crate::sqlite;
use crate::tables::TableSet;
use crate::tx::{Inner, Tx};
use crate::versions::Versions;
use base::{Clock, Fault, FaultKind, Random, Result};
use rusqlite::Connection;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::time::{Duration, Instant};

/// Operations that may share a commit.
const BATCH: usize = 256;
/// How often the writer looks, when it has nothing to do, whether another program changed the file.
const LOOK: Duration = Duration::from_millis(50);

/// How an operation ended inside its savepoint.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    Keep,
    Undo,
}

/// An operation that waits for the writer. It may be run more than once, and is answered exactly once.
pub(crate) trait Job: Send {
    fn run(&mut self, tx: &mut Tx<'_>) -> Ended;
    /// The commit is on the disk, or is not.
    fn answer(self: Box<Self>, committed: std::result::Result<(), Fault>);
    /// Reads are run by the writer too when the database is in memory; they keep nothing.
    fn writes(&self) -> bool;
}

/// The way to the writing thread.
pub(crate) struct Writer {
    queue: SyncSender<Box<dyn Job>>,
}

impl Writer {
    pub(crate) fn start(
        connection: Connection,
        versions: Arc<Versions>,
        clock: Clock,
        random: Random,
        waiting: usize,
    ) -> Result<Writer> {
        let (queue, jobs) = sync_channel(waiting);
        let room = Room {
            connection,
            versions,
            clock,
            random,
        };
        std::thread::Builder::new()
            .name("db-writer".into())
            .spawn(move || room.write_until_closed(&jobs))
            .map_err(|e| Fault::new("starting the writing thread").because(e))?;
        Ok(Writer { queue })
    }

    /// Never waits: a full queue says so.
    pub(crate) fn send(&self, job: Box<dyn Job>) {
        match self.queue.try_send(job) {
            Ok(()) => {}
            Err(TrySendError::Full(job)) => {
                job.answer(Err(measure::told(Fault::of(
                    FaultKind::Busy,
                    "waiting for the writer: the queue is full",
                ))));
            }
            Err(TrySendError::Disconnected(job)) => {
                job.answer(Err(Fault::of(
                    FaultKind::Unavailable,
                    "the writing thread has ended",
                )));
            }
        }
    }
}

struct Room {
    connection: Connection,
    versions: Arc<Versions>,
    clock: Clock,
    random: Random,
}

impl Room {
    fn write_until_closed(&self, jobs: &Receiver<Box<dyn Job>>) {
        let mut foreign = self.foreign_commits();
        loop {
            let first = match jobs.recv_timeout(LOOK) {
                Ok(job) => Some(job),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let seen = self.foreign_commits();
            if seen != foreign {
                foreign = seen;
                self.versions.changed_elsewhere(TableSet::ALL);
            }
            let Some(first) = first else { continue };
            let mut batch = vec![first];
            while batch.len() < BATCH
                && let Ok(job) = jobs.try_recv()
            {
                batch.push(job);
            }
            if let Err(batch) = self.together(batch) {
                batch.into_iter().for_each(|job| self.alone(job));
            }
        }
    }

    /// A number that changes when another program (`sala user`, a second server) commits to the same file; our own
    /// commits leave it alone.
    fn foreign_commits(&self) -> Option<i64> {
        let mut statement = self.connection.prepare_cached("pragma data_version").ok()?;
        statement.query_row([], |row| row.get(0)).ok()
    }

    /// One commit for all. When an operation ended the whole transaction (a full disk inside a savepoint does), the
    /// batch comes back so that each can be tried alone and only the guilty one fails.
    fn together(&self, mut batch: Vec<Box<dyn Job>>) -> std::result::Result<(), Vec<Box<dyn Job>>> {
        if let Err(fault) = self.execute("begin immediate") {
            answer_all(batch, &fault);
            return Ok(());
        }
        let mut written = TableSet::EMPTY;
        for job in &mut batch {
            match self.in_savepoint(job.as_mut()) {
                Ok(tables) if !self.connection.is_autocommit() => written.add(tables),
                _ => {
                    let _ = self.execute("rollback");
                    return Err(batch);
                }
            }
        }
        let began = Instant::now();
        let committed = self.commit(batch.iter().any(|job| job.writes()), written);
        measure::committed(batch.len(), began.elapsed());
        match committed {
            Ok(()) => batch.into_iter().for_each(|job| job.answer(Ok(()))),
            Err(fault) => answer_all(batch, &fault),
        }
        Ok(())
    }

    fn alone(&self, mut job: Box<dyn Job>) {
        let done = self.execute("begin immediate").and_then(|()| {
            let ran = self.in_savepoint(job.as_mut());
            if self.connection.is_autocommit() {
                return Err(ran.err().unwrap_or_else(|| {
                    Fault::of(
                        FaultKind::Unavailable,
                        "the database ended the transaction: the disk is full",
                    )
                }));
            }
            let written = ran.inspect_err(|_| drop(self.execute("rollback")))?;
            self.commit(job.writes(), written)
        });
        job.answer(done);
    }

    fn commit(&self, writes: bool, written: TableSet) -> Result<()> {
        self.versions.begin(written);
        let done = self.execute(if writes { "commit" } else { "rollback" });
        self.versions.end(written);
        if done.is_err() && !self.connection.is_autocommit() {
            let _ = self.execute("rollback");
        }
        done
    }

    /// Runs it; the tables that it wrote and that are kept.
    fn in_savepoint(&self, job: &mut dyn Job) -> Result<TableSet> {
        self.execute("savepoint operation")?;
        let (ended, written) = {
            let mut tx = Tx::new(&self.clock, &self.random, Inner::Sqlite(&self.connection));
            if !job.writes() {
                self.only_reading(true)?;
            }
            let ended = catch_unwind(AssertUnwindSafe(|| job.run(&mut tx))).unwrap_or(Ended::Undo);
            if tx.has_failed() || !job.writes() || ended == Ended::Undo {
                (Ended::Undo, TableSet::EMPTY)
            } else {
                (ended, tx.touched().writes)
            }
        };
        if !job.writes() {
            self.only_reading(false)?;
        }
        if self.connection.is_autocommit() {
            return Ok(TableSet::EMPTY);
        }
        if ended == Ended::Undo {
            self.execute("rollback to operation")?;
        }
        self.execute("release operation").map(|()| written)
    }

    /// A read that would write is refused here too, as it is on a connection for reading. Every statement is prepared
    /// anew after this, which is why it is asked for only where reads come here: in memory.
    fn only_reading(&self, on: bool) -> Result<()> {
        self.connection
            .pragma_update(None, "query_only", on)
            .map_err(|e| sqlite::fault("preparing to read", e))
    }

    fn execute(&self, text: &str) -> Result<()> {
        let mut statement = self
            .connection
            .prepare_cached(text)
            .map_err(|e| sqlite::fault(text, e))?;
        statement
            .execute([])
            .map(drop)
            .map_err(|e| sqlite::fault(text, e))
    }
}

fn answer_all(batch: Vec<Box<dyn Job>>, fault: &Fault) {
    for job in batch {
        job.answer(Err(Fault::of(fault.kind().clone(), fault.to_string())));
    }
}
