//! What only a PostgreSQL service does: transactions that meet, and a service that goes away and comes back.
use crate::postgres_server::Server;
use crate::{noon, opened, options, set, two_nodes};
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

/// Two nodes, and more who write one row than an operation has tries.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_meets_another_waits_for_its_turn() {
    let Some((first, second)) = two_nodes().await else {
        return;
    };
    first
        .write(|tx| {
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
    let tasks: Vec<_> = (0..100)
        .map(|n| {
            let db = if n % 2 == 0 { &first } else { &second }.clone();
            tokio::spawn(async move { db.write(one_more).await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().expect("nobody is told to come back");
    }
    let tries: (i64,) = first
        .read(|tx| tx.one(sql!("select tries from job where kind = 'counter'"), &[]))
        .await
        .unwrap();
    assert_eq!(tries.0, 100);
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
