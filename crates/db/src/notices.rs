//! What the nodes on one PostgreSQL tell one another: which tables each has changed.
//!
//! A notice in every commit would cost two thirds of the write rate, so a node tells the tables of many commits at once,
//! at most every ten milliseconds, on a connection of its own. While that connection is down the node rests on nothing it
//! has read before, and tells of each change in the transaction itself. A node that ends between a commit and its notice is
//! missed within a second, and then the others rest on nothing they have read before.
use crate::tables::TableSet;
use crate::versions::Versions;
use base::{Fault, FaultKind, Result};
use futures_util::{StreamExt, stream};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, sleep_until};
use tokio_postgres::{AsyncMessage, Client, Config};
use tokio_postgres_rustls::MakeRustlsConnect;

/// The least time between two notices of one node.
const APART: Duration = Duration::from_millis(10);
/// How often a node looks whether another has gone.
const LOOK: Duration = Duration::from_secs(1);
const AGAIN: Duration = Duration::from_millis(200);
/// Longer than any statement may take: after this a commit whose answer was lost has ended.
const LOST_COMMIT: Duration = Duration::from_secs(20);
const NAME: &str = "sala notices";
/// What stands for all tables; no table has this name.
const ALL: &str = "*";

/// One node's part: what it has to tell, and the task that tells and hears.
pub(crate) struct Notices {
    shared: Arc<Shared>,
    task: Option<JoinHandle<()>>,
}

struct Shared {
    versions: Arc<Versions>,
    to_tell: Mutex<TableSet>,
    wake: Notify,
}

impl Drop for Notices {
    fn drop(&mut self) {
        if let Some(task) = &self.task {
            task.abort();
        }
    }
}

impl Notices {
    /// A node that neither hears nor rests on what it has read: for commands that do one thing and end.
    pub(crate) fn deaf(versions: Arc<Versions>) -> Notices {
        let shared = Shared {
            versions,
            to_tell: Mutex::default(),
            wake: Notify::new(),
        };
        Notices {
            shared: Arc::new(shared),
            task: None,
        }
    }

    /// A node that hears the others from when this returns, or as soon as the service can be reached.
    pub(crate) async fn listening(
        mut config: Config,
        tls: MakeRustlsConnect,
        versions: Arc<Versions>,
    ) -> Notices {
        config.application_name(NAME);
        let mut notices = Notices::deaf(versions);
        let (began, has_begun) = oneshot::channel();
        let shared = notices.shared.clone();
        notices.task = Some(tokio::spawn(async move {
            let mut began = Some(began);
            loop {
                if let Err(fault) = shared.until_broken(&config, tls.clone(), &mut began).await {
                    tracing::warn!(%fault, "changes on other nodes are not heard: pages are made afresh");
                }
                shared.versions.set_listening(false);
                began = None;
                sleep(AGAIN).await;
            }
        }));
        // A sender that was dropped means that the first try failed; later ones go on by themselves.
        let _ = has_begun.await;
        notices
    }

    /// What to say inside the transaction, because nobody would say it after.
    pub(crate) fn inside(&self, written: TableSet) -> Option<String> {
        (!written.is_empty() && !self.shared.versions.is_listening())
            .then(|| format!("notify sala_tables, '{}'", payload(written)))
    }

    /// Commits by `commit`, so that nothing that was read of these tables is rested on from before until after, and tells the
    /// others.
    pub(crate) fn commit(&self, written: TableSet, commit: impl FnOnce() -> Result<()>) -> Result<()> {
        if written.is_empty() {
            return commit();
        }
        self.shared.versions.begin(written);
        let done = commit();
        if done
            .as_ref()
            .is_err_and(|fault| *fault.kind() == FaultKind::Unavailable)
        {
            // Whether it was made is not known, and it may still be made: until then nobody rests on these tables.
            let shared = self.shared.clone();
            tokio::runtime::Handle::current().spawn(async move {
                sleep(LOST_COMMIT).await;
                shared.committed(written);
            });
        } else {
            self.shared.committed(written);
        }
        done
    }
}

impl Shared {
    fn committed(&self, written: TableSet) {
        self.versions.end(written);
        self.to_tell().add(written);
        self.wake.notify_one();
    }

    fn to_tell(&self) -> std::sync::MutexGuard<'_, TableSet> {
        self.to_tell.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells and hears until the connection breaks.
    async fn until_broken(
        &self,
        config: &Config,
        tls: MakeRustlsConnect,
        began: &mut Option<oneshot::Sender<()>>,
    ) -> Result<()> {
        let (client, mut connection) = config.connect(tls).await.map_err(broken)?;
        let (heard, mut notices) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            let mut messages = stream::poll_fn(|context| connection.poll_message(context));
            while let Some(Ok(message)) = messages.next().await {
                if let AsyncMessage::Notification(notice) = message
                    && heard
                        .send((notice.process_id(), notice.payload().to_owned()))
                        .is_err()
                {
                    return;
                }
            }
        });
        client.batch_execute("listen sala_tables").await.map_err(broken)?;
        let own: i32 = client
            .query_one("select pg_backend_pid()", &[])
            .await
            .map_err(broken)?
            .get(0);
        let mut others = nodes(&client).await?;
        self.versions.set_listening(true);
        if let Some(began) = began.take() {
            let _ = began.send(());
        }
        let (mut not_before, mut look) = (Instant::now(), Instant::now() + LOOK);
        loop {
            let something = !self.to_tell().is_empty();
            tokio::select! {
                notice = notices.recv() => match notice {
                    None => return Err(Fault::of(FaultKind::Unavailable, "hearing the other nodes: the connection ended")),
                    Some((from, tables)) if from != own => self.versions.changed_elsewhere(TableSet::told(tables.split(','))),
                    Some(_) => {}
                },
                () = self.wake.notified(), if !something => {}
                () = sleep_until(not_before), if something => {
                    let tables = std::mem::take(&mut *self.to_tell());
                    let told = client.batch_execute(&format!("notify sala_tables, '{}'", payload(tables))).await;
                    if told.is_err() {
                        self.to_tell().add(tables);
                    }
                    told.map_err(broken)?;
                    not_before = Instant::now() + APART;
                }
                () = sleep_until(look) => {
                    let now = nodes(&client).await?;
                    if !others.is_subset(&now) {
                        self.versions.changed_elsewhere(TableSet::ALL);
                    }
                    others = now;
                    look = Instant::now() + LOOK;
                }
            }
        }
    }
}

/// The nodes that hear and tell, by their connections.
async fn nodes(client: &Client) -> Result<BTreeSet<i32>> {
    let sql = "select pid from pg_stat_activity where application_name = $1 and datname = current_database()";
    let rows = client.query(sql, &[&NAME]).await.map_err(broken)?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

fn payload(tables: TableSet) -> String {
    tables
        .names()
        .map_or_else(|| ALL.to_owned(), |names| names.join(","))
}

fn broken(error: tokio_postgres::Error) -> Fault {
    Fault::of(FaultKind::Unavailable, "hearing the other nodes").because(error)
}
