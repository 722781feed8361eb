//! Work that waits to be done, written down in the same transaction as the rule that asks for it, and timers.
//!
//! A job may be run again when a program dies in the middle, so what it does is one transaction.
use base::{Fault, Id, Result};
use db::{Db, Tx, params, sql};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How long one worker may hold a job before another takes it.
const LEASE: SignedDuration = SignedDuration::from_mins(2);
/// Tries before a job is given up and stays as failed.
const TRIES: i64 = 8;

/// A kind of job: its name, and what is done in one transaction.
pub struct Kind {
    pub name: &'static str,
    pub run: fn(&mut Tx<'_>, &Job) -> Result<()>,
}

/// What a kind of job does outside of the database before its transaction: tell another program, for example. It may be
/// done twice when a program dies in the middle.
pub type Outside = Arc<dyn Fn(Job) -> Pin<Box<dyn Future<Output = Result<()>> + Send>> + Send + Sync>;

/// Something done again and again, by one program at a time.
pub struct Timer {
    pub name: &'static str,
    pub every: SignedDuration,
    pub run: fn(&mut Tx<'_>) -> Result<()>,
}

db::record! {
    /// A job that waits.
    #[derive(Debug, Clone)]
    pub struct Job {
        pub id: Id<Job>,
        pub kind: String,
        pub data: Value,
        pub tries: i64,
    }
}

/// Asks for work to be done at `run_at` or soon after.
pub fn push(tx: &mut Tx<'_>, kind: &'static str, data: &Value, run_at: Timestamp) -> Result<Id<Job>> {
    let (id, now): (Id<Job>, _) = (tx.new_id(), tx.now());
    tx.run(
        sql!("insert into job (id, kind, data, state, run_at, created_at) values ($1, $2, $3, 'waiting', $4, $5)"),
        params![id, kind, data.clone(), run_at, now],
    )?;
    Ok(id)
}

/// How many jobs wait whose time has come.
pub fn due(tx: &mut Tx<'_>) -> Result<i64> {
    let now = tx.now();
    let (count,): (i64,) = tx.one(
        sql!("select cast(count(*) as bigint) from job where state = 'waiting' and run_at <= $1"),
        params![now],
    )?;
    Ok(count)
}

/// Does the work.
#[derive(Clone)]
pub struct Worker {
    db: Db,
    kinds: Vec<&'static Kind>,
    timers: Vec<&'static Timer>,
    outside: Vec<(&'static str, Outside)>,
}

impl Worker {
    pub fn new(db: Db, kinds: Vec<&'static Kind>, timers: Vec<&'static Timer>) -> Worker {
        Worker {
            db,
            kinds,
            timers,
            outside: Vec::new(),
        }
    }

    /// Does this outside of the database for each job of a kind; when it fails, the job is run again later.
    #[must_use]
    pub fn doing(mut self, kind: &'static str, outside: Outside) -> Worker {
        self.outside.push((kind, outside));
        self
    }

    /// Runs until told to stop.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            if let Err(fault) = self.run_due().await {
                tracing::error!(%fault, "jobs cannot be taken");
            }
            tokio::select! {
                _ = stop.changed() => return,
                () = tokio::time::sleep(Duration::from_secs(5)) => {}
            }
        }
    }

    /// Runs all timers and jobs that are due; answers how many jobs were done.
    pub async fn run_due(&self) -> Result<usize> {
        for &timer in &self.timers {
            if let Err(fault) = self.db.write(move |tx| tick(tx, timer)).await {
                tracing::error!(timer = timer.name, %fault, "a timer failed");
            }
        }
        let mut done = 0;
        while let Some(job) = self.db.write(take).await? {
            done += 1;
            self.work(job).await?;
        }
        Ok(done)
    }

    async fn work(&self, job: Job) -> Result<()> {
        let Some(&kind) = self.kinds.iter().find(|kind| kind.name == job.kind) else {
            return self
                .db
                .write(move |tx| fail(tx, &job, "no room of this program knows this kind"))
                .await;
        };
        let told = job.clone();
        let outcome = self.done(kind, job).await;
        let name = if outcome.is_ok() { "done" } else { "failed" };
        metrics::counter!("sala_jobs_total", "outcome" => name).increment(1);
        if let Err(fault) = outcome {
            tracing::error!(kind = kind.name, %fault, "a job failed");
            let text = fault.to_string();
            return self.db.write(move |tx| fail(tx, &told, &text)).await;
        }
        Ok(())
    }

    async fn done(&self, kind: &'static Kind, job: Job) -> Result<()> {
        if let Some((_, outside)) = self.outside.iter().find(|(name, _)| *name == kind.name) {
            outside(job.clone()).await?;
        }
        let done = self.db.write(move |tx| {
            (kind.run)(tx, &job)?;
            finish(tx, job.id)
        });
        done.await
    }
}

fn tick(tx: &mut Tx<'_>, timer: &Timer) -> Result<()> {
    let now = tx.now();
    tx.run(
        sql!("insert into timer (name, next_at) values ($1, $2) on conflict (name) do nothing"),
        params![timer.name, now],
    )?;
    let taken: Option<(String,)> = tx.maybe(
        sql!("update timer set next_at = $1 where name = $2 and next_at <= $3 returning name"),
        params![now + timer.every, timer.name, now],
    )?;
    if taken.is_some() { (timer.run)(tx) } else { Ok(()) }
}

fn take(tx: &mut Tx<'_>) -> Result<Option<Job>> {
    let now = tx.now();
    tx.maybe(
        sql!(
            "update job set locked_until = $1, tries = tries + 1
             where id = (select id from job where state = 'waiting' and run_at <= $2
                         and (locked_until is null or locked_until <= $2) order by run_at, id limit 1)
               and state = 'waiting' and (locked_until is null or locked_until <= $2)
             returning id, kind, data, tries"
        ),
        params![now + LEASE, now],
    )
}

fn finish(tx: &mut Tx<'_>, id: Id<Job>) -> Result<()> {
    let now = tx.now();
    tx.run(
        sql!("update job set state = 'done', done_at = $1, locked_until = null where id = $2"),
        params![now, id],
    )?;
    Ok(())
}

fn fail(tx: &mut Tx<'_>, job: &Job, error: &str) -> Result<()> {
    let now = tx.now();
    let wait = SignedDuration::from_secs(5 * 3_i64.pow(u32::try_from(job.tries.clamp(0, 6)).unwrap_or(0)));
    let state = if job.tries >= TRIES { "failed" } else { "waiting" };
    tx.run(
        sql!("update job set state = $1, last_error = $2, run_at = $3, locked_until = null where id = $4"),
        params![state, error, now + wait, job.id],
    )?;
    Ok(())
}

/// A job whose kind nobody knows is a fault of the program, told apart in tests.
pub fn failed(tx: &mut Tx<'_>) -> Result<Vec<String>, Fault> {
    let rows: Vec<(String, Option<String>)> = tx.all(
        sql!("select kind, last_error from job where state = 'failed' order by id"),
        &[],
    )?;
    Ok(rows
        .into_iter()
        .map(|(kind, error)| format!("{kind}: {}", error.unwrap_or_default()))
        .collect())
}
