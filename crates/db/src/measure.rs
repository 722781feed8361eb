//! What an operator watches of the database: how many operations wait, how large the shared commits are and how long
//! they take, what was refused.
use base::{Fault, FaultKind};
use metrics::{Gauge, Histogram, counter, gauge, histogram};
use std::sync::LazyLock;
use std::time::Duration;

static WAITING: LazyLock<Gauge> = LazyLock::new(|| gauge!("sala_db_waiting"));
static IN_USE: LazyLock<Gauge> = LazyLock::new(|| gauge!("sala_db_pool_in_use"));
static BATCH: LazyLock<Histogram> = LazyLock::new(|| histogram!("sala_db_batch_operations"));
static COMMIT: LazyLock<Histogram> = LazyLock::new(|| histogram!("sala_db_commit_seconds"));

/// Counts one as long as it lives.
pub(crate) struct Counted(&'static Gauge);

/// An operation, from its asking to its answer.
pub(crate) fn waiting() -> Counted {
    Counted::new(&WAITING)
}

/// A connection of the pool.
pub(crate) fn in_use() -> Counted {
    Counted::new(&IN_USE)
}

impl Counted {
    fn new(gauge: &'static Gauge) -> Counted {
        gauge.increment(1);
        Counted(gauge)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.decrement(1);
    }
}

/// The size of the pool was set.
pub(crate) fn pool(size: usize) {
    gauge!("sala_db_pool_size").set(u32::try_from(size).unwrap_or(u32::MAX));
}

/// So many operations were committed together.
pub(crate) fn committed(operations: usize, took: Duration) {
    BATCH.record(u32::try_from(operations).unwrap_or(u32::MAX));
    COMMIT.record(took.as_secs_f64());
}

/// A fault on its way to whoever asked: those that say "not now" are counted.
pub(crate) fn told(fault: Fault) -> Fault {
    let kind = match fault.kind() {
        FaultKind::Busy => "busy",
        FaultKind::Unavailable => "unavailable",
        FaultKind::Retry => "retry",
        FaultKind::Broken | FaultKind::Conflict { .. } => return fault,
    };
    counter!("sala_db_faults_total", "kind" => kind).increment(1);
    fault
}
