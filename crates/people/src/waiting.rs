//! The pages that wait for a link: each is told when its sign-in has moved on, and until then costs nothing but its
//! connection. One reader looks for all of them, and only when some sign-in has changed, here or on another node.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use base::{Fault, Id};
use db::{Changes, Db, Tx, params, sql};
use tokio::sync::watch;
use tokio::time::sleep;

use crate::model::Flow;

/// The least time between two looks: many sign-ins at once are looked at together.
const APART: Duration = Duration::from_millis(200);

/// All pages that wait.
#[derive(Clone, Default)]
pub struct Waiting(Arc<Mutex<Pages>>);

#[derive(Default)]
struct Pages {
    of: HashMap<Id<Flow>, Waited>,
    is_looked_after: bool,
}

/// A sign-in that pages wait for.
struct Waited {
    pages: usize,
    moved: watch::Sender<()>,
}

/// One page that waits, until it is dropped.
pub struct Place {
    waiting: Waiting,
    flow: Id<Flow>,
    moved: watch::Receiver<()>,
}

impl Waiting {
    /// Begins to wait. What changes from now on is told; what was before has to be read after this.
    pub fn enter(&self, db: &Db, flow: Id<Flow>) -> Place {
        let mut pages = self.pages();
        if !pages.is_looked_after {
            pages.is_looked_after = true;
            tokio::spawn(look_after(self.clone(), db.clone(), db.changes("signin_flow")));
        }
        let waited = pages.of.entry(flow).or_insert_with(|| Waited {
            pages: 0,
            moved: watch::Sender::new(()),
        });
        waited.pages += 1;
        Place {
            waiting: self.clone(),
            flow,
            moved: waited.moved.subscribe(),
        }
    }

    fn pages(&self) -> MutexGuard<'_, Pages> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether nobody waits any more; then nobody looks any more either.
    fn is_over(&self) -> bool {
        let mut pages = self.pages();
        pages.is_looked_after = !pages.of.is_empty();
        !pages.is_looked_after
    }

    fn tell(&self, flows: &[(Id<Flow>,)]) {
        let pages = self.pages();
        for waited in flows.iter().filter_map(|(flow,)| pages.of.get(flow)) {
            waited.moved.send_replace(());
        }
    }
}

impl Place {
    /// Waits until the sign-in may have moved on.
    pub async fn moved(&mut self) {
        if self.moved.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut pages = self.waiting.pages();
        if let Some(waited) = pages.of.get_mut(&self.flow) {
            waited.pages -= 1;
            if waited.pages == 0 {
                pages.of.remove(&self.flow);
            }
        }
    }
}

async fn look_after(waiting: Waiting, db: Db, mut changes: Changes) {
    loop {
        changes.next().await;
        loop {
            if waiting.is_over() {
                return;
            }
            let read = db.read(moved_on).await;
            let is_read = read.is_ok();
            match read {
                Ok(flows) => waiting.tell(&flows),
                Err(fault) => tracing::warn!(%fault, "pages that wait are not told: it is tried again"),
            }
            sleep(APART).await;
            if is_read {
                break;
            }
        }
    }
}

/// The sign-ins of the last hour that wait for nothing any more.
fn moved_on(tx: &mut Tx<'_>) -> Result<Vec<(Id<Flow>,)>, Fault> {
    let now = tx.now();
    tx.all(
        sql!("select id from signin_flow where expires_at > $1 and state not in ('queued', 'sent')"),
        params![now],
    )
}
