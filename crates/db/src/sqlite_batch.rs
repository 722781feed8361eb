//! Group commit: one thread writes, many operations share one durable commit, each in a savepoint of its own.
use crate::sqlite;
use crate::tx::{Inner, Tx};
use base::{Clock, Fault, FaultKind, Random, Result};
use rusqlite::Connection;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvError, SyncSender, TrySendError, sync_channel};

/// Operations that may share a commit.
const BATCH: usize = 256;

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
        clock: Clock,
        random: Random,
        waiting: usize,
    ) -> Result<Writer> {
        let (queue, jobs) = sync_channel(waiting);
        std::thread::Builder::new()
            .name("db-writer".into())
            .spawn(move || write_until_closed(&connection, &clock, &random, &jobs))
            .map_err(|e| Fault::new("starting the writing thread").because(e))?;
        Ok(Writer { queue })
    }

    /// Never waits: a full queue says so.
    pub(crate) fn send(&self, job: Box<dyn Job>) {
        match self.queue.try_send(job) {
            Ok(()) => {}
            Err(TrySendError::Full(job)) => {
                job.answer(Err(Fault::of(
                    FaultKind::Busy,
                    "waiting for the writer: the queue is full",
                )));
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

fn write_until_closed(
    connection: &Connection,
    clock: &Clock,
    random: &Random,
    jobs: &Receiver<Box<dyn Job>>,
) {
    loop {
        let mut batch = match jobs.recv() {
            Ok(job) => vec![job],
            Err(RecvError) => return,
        };
        while batch.len() < BATCH
            && let Ok(job) = jobs.try_recv()
        {
            batch.push(job);
        }
        let room = Room {
            connection,
            clock,
            random,
        };
        if let Err(batch) = room.together(batch) {
            batch.into_iter().for_each(|job| room.alone(job));
        }
    }
}

struct Room<'c> {
    connection: &'c Connection,
    clock: &'c Clock,
    random: &'c Random,
}

impl Room<'_> {
    /// One commit for all. When an operation ended the whole transaction (a full disk inside a savepoint does), the
    /// batch comes back so that each can be tried alone and only the guilty one fails.
    fn together(&self, mut batch: Vec<Box<dyn Job>>) -> std::result::Result<(), Vec<Box<dyn Job>>> {
        if let Err(fault) = self.execute("begin immediate") {
            answer_all(batch, &fault);
            return Ok(());
        }
        for job in &mut batch {
            let ran = self.in_savepoint(job.as_mut());
            if ran.is_err() || self.connection.is_autocommit() {
                let _ = self.execute("rollback");
                return Err(batch);
            }
        }
        let committed = self.commit(batch.iter().any(|job| job.writes()));
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
            ran.inspect_err(|_| drop(self.execute("rollback")))?;
            self.commit(job.writes())
        });
        job.answer(done);
    }

    fn commit(&self, writes: bool) -> Result<()> {
        let done = self.execute(if writes { "commit" } else { "rollback" });
        if done.is_err() && !self.connection.is_autocommit() {
            let _ = self.execute("rollback");
        }
        done
    }

    fn in_savepoint(&self, job: &mut dyn Job) -> Result<()> {
        self.execute("savepoint operation")?;
        let ended = {
            let mut tx = Tx::new(self.clock, self.random, Inner::Sqlite(self.connection));
            self.only_reading(!job.writes())?;
            let ended = catch_unwind(AssertUnwindSafe(|| job.run(&mut tx))).unwrap_or(Ended::Undo);
            if tx.has_failed() || !job.writes() {
                Ended::Undo
            } else {
                ended
            }
        };
        self.only_reading(false)?;
        if self.connection.is_autocommit() {
            return Ok(());
        }
        if ended == Ended::Undo {
            self.execute("rollback to operation")?;
        }
        self.execute("release operation")
    }

    /// A read that would write is refused here too, as it is on a connection for reading.
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
