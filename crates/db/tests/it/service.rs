//! What only a PostgreSQL service does: transactions that meet, and a service that goes away and comes back.
use crate::postgres_server::Server;
use crate::{noon, opened, options, service, set};
use base::{Fault, FaultKind};
use db::{DatabaseUrl, Tx, params, sql};
use std::time::{Duration, Instant};

/// Reads the number of tries and writes one more, as two statements.
fn one_more(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let (tries,): (i64,) = tx.one(sql!("select tries from job where kind = 'counter'"), &[])?;
    std::thread::sleep(Duration::from_millis(2));
    tx.run(
        sql!("update job set tries = $1 where kind = 'counter'"),
        params![tries + 1],
    )
    .map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn no_increment_is_lost_when_transactions_meet() {
    let Some(db) = service().await else { return };
    db.write(|tx| {
        tx.run(
            sql!(
                "insert into job (id, kind, data, state, tries, run_at, created_at) \
                 values ($1, 'counter', '{}', 'waiting', 0, $2, $2)"
            ),
            params![uuid::Uuid::from_u128(1), noon()],
        )
    })
    .await
    .unwrap();
    let increment = |_| {
        let db = db.clone();
        tokio::spawn(async move {
            loop {
                match db.write(one_more).await {
                    Ok(()) => return,
                    // Twelve meetings in a row: told to come back, and does.
                    Err(fault) => assert!(
                        matches!(fault.kind(), FaultKind::Retry | FaultKind::Busy),
                        "{fault:?}"
                    ),
                }
            }
        })
    };
    for task in (0..50).map(increment).collect::<Vec<_>>() {
        task.await.unwrap();
    }
    let tries: (i64,) = db
        .read(|tx| tx.one(sql!("select tries from job where kind = 'counter'"), &[]))
        .await
        .unwrap();
    assert_eq!(tries.0, 50);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_stops_is_unavailable_and_then_back() {
    let Some(server) = Server::start_new() else { return };
    let db = opened(&options(DatabaseUrl::Postgres(server.url()))).await;
    db.write(|tx| set(tx, "before")).await.unwrap();
    server.stop();
    for _ in 0..3 {
        let began = Instant::now();
        let down = db.write(|tx| set(tx, "meanwhile")).await.unwrap_err();
        assert_eq!(*down.kind(), FaultKind::Unavailable, "{down:?}");
        assert!(db.health().await.is_err());
        assert!(began.elapsed() < Duration::from_secs(6));
    }
    server.start();
    db.health().await.unwrap();
    db.write(|tx| set(tx, "after")).await.unwrap();
    assert_eq!(crate::names(&db).await, ["after", "before"]);
}
