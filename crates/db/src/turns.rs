//! On a PostgreSQL service, operations that meet go one at a time, on all nodes: many who write one row wait for each
//! other instead of undoing each other.
use std::any::TypeId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::OwnedMutexGuard;

/// Begins a transaction that has the turn: the lock on the table is taken before the transaction's state is fixed, and
/// ends with it.
pub(crate) const BEGIN: &str = "begin isolation level serializable; lock table turn in exclusive mode";

/// Begins a transaction that may meet others.
pub(crate) const BEGIN_WITHOUT: &str = "begin isolation level serializable";

/// How long an operation that met another asks for its turn at once.
const MEMORY: Duration = Duration::from_secs(2);

/// Who is next on this node, and which operations have met lately.
#[derive(Default)]
pub(crate) struct Turns {
    line: Arc<tokio::sync::Mutex<()>>,
    met: Mutex<HashMap<TypeId, Instant>>,
}

impl Turns {
    /// Waits for the turn, when this operation or one of its kind has met another.
    pub(crate) async fn take(&self, kind: TypeId, has_met: bool) -> Option<OwnedMutexGuard<()>> {
        if has_met || self.met_lately(kind) {
            Some(self.line.clone().lock_owned().await)
        } else {
            None
        }
    }

    pub(crate) fn met(&self, kind: TypeId) {
        let mut met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        met.insert(kind, Instant::now());
    }

    fn met_lately(&self, kind: TypeId) -> bool {
        let met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        met.get(&kind).is_some_and(|at| at.elapsed() < MEMORY)
    }
}
