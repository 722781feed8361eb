//! Hot standbys of a PostgreSQL service: reads that may lag by a second go there, while a standby is that young.
//!
//! Comparing positions in the log cannot tell a standby that has everything from one that has lost its primary. So the
//! nodes write a pulse, and a standby answers only as long as the pulse it holds is less than a second old.
use base::{Clock, Fault, FaultKind, Result};
use deadpool_postgres::Pool;
use jiff::{SignedDuration, Timestamp};
use std::time::Duration;
use tokio::task::JoinHandle;

/// How old what a standby answers may be.
pub(crate) const OLDEST: SignedDuration = SignedDuration::from_secs(1);
const PULSE: Duration = Duration::from_millis(400);

pub(crate) const READ_PULSE: &str =
    "select cast(extract(epoch from at) * 1000000 as bigint) from pulse where id = 1";
const WRITE_PULSE: &str = "insert into pulse (id, at) values (1, to_timestamp($1::float8 / 1000000)) \
                           on conflict (id) do update set at = excluded.at where pulse.at < excluded.at";

/// A standby, and the task that keeps the pulse on its primary.
pub(crate) struct Standby {
    pub pool: Pool,
    pulse: JoinHandle<()>,
}

impl Drop for Standby {
    fn drop(&mut self) {
        self.pulse.abort();
    }
}

impl Standby {
    pub(crate) fn new(primary: Pool, pool: Pool, clock: Clock) -> Standby {
        let pulse = tokio::spawn(async move {
            loop {
                if let Err(fault) = beat(&primary, clock.now()).await {
                    tracing::debug!(%fault, "no pulse: the standby is not asked");
                }
                tokio::time::sleep(PULSE).await;
            }
        });
        Standby { pool, pulse }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "microseconds of this century fit a double"
)]
async fn beat(primary: &Pool, now: Timestamp) -> Result<()> {
    let broken =
        |e: &dyn std::fmt::Display| Fault::of(FaultKind::Unavailable, format!("writing the pulse: {e}"));
    let client = primary.get().await.map_err(|e| broken(&e))?;
    let at = now.as_microsecond() as f64;
    client
        .execute(WRITE_PULSE, &[&at])
        .await
        .map_err(|e| broken(&e))?;
    Ok(())
}

/// Whether a pulse written at `micros` is young enough at `now`.
pub(crate) fn is_young(micros: Option<i64>, now: Timestamp) -> bool {
    let at = micros.and_then(|micros| Timestamp::from_microsecond(micros).ok());
    at.is_some_and(|at| now.duration_since(at) <= OLDEST)
}
