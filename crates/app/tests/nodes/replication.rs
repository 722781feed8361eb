//! A primary with a hot standby: reads that may lag, and the standby taking over under load.
use base::{Clock, Fault, Random};
use db::{DatabaseUrl, Db, Options, Tx, params, sql};
use std::time::{Duration, Instant};
use testkit::postgres_server::Server;
use testkit::say::loudly;

fn both(primary: &Server, standby: &Server) -> String {
    let (one, two) = (primary.socket().display(), standby.socket().display());
    format!("postgres:///postgres?user=sala&host={one}&host={two}&target_session_attrs=read-write")
}

async fn opened(url: String, standby: Option<String>) -> Db {
    let mut options = Options::new(DatabaseUrl::Postgres(url), Clock::real(), Random::os());
    options.hears_others = true;
    options.standby = standby;
    let db = Db::open(&options).await.expect("the database opens");
    db.migrate().await.expect("the migrations run");
    db
}

fn set(tx: &mut Tx<'_>, name: &str) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(
        sql!("insert into timer (name, next_at) values ($1, $2)"),
        params![name, now],
    )
    .map(drop)
}

async fn names(db: &Db) -> Vec<String> {
    let rows: Result<Vec<(String,)>, Fault> = db
        .read(|tx| tx.all(sql!("select name from timer order by name"), &[]))
        .await;
    rows.expect("the timers can be read")
        .into_iter()
        .map(|(name,)| name)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_standby_that_takes_over_under_load_has_everything_that_was_acknowledged() {
    let Some(primary) = Server::start_new() else {
        return;
    };
    let standby = primary.with_standby();
    let db = opened(both(&primary, &standby), None).await;
    let began = Instant::now();
    let load = |worker: usize| {
        let db = db.clone();
        tokio::spawn(async move {
            let mut acknowledged = Vec::new();
            let mut n = 0;
            while began.elapsed() < Duration::from_secs(12) {
                n += 1;
                let name = format!("{worker}-{n:06}");
                let told = name.clone();
                if db.write(move |tx| set(tx, &name)).await.is_ok() {
                    acknowledged.push((told, began.elapsed()));
                } else {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
            }
            acknowledged
        })
    };
    let workers: Vec<_> = (0..8).map(load).collect();
    tokio::time::sleep(Duration::from_secs(2)).await;
    let fell = began.elapsed();
    tokio::task::spawn_blocking(move || {
        primary.stop();
        primary
    })
    .await
    .expect("the primary falls");
    let standby = tokio::task::spawn_blocking(move || {
        standby.promote();
        standby
    })
    .await
    .expect("the standby takes over");
    let mut acknowledged = Vec::new();
    for worker in workers {
        acknowledged.extend(worker.await.expect("the worker ends"));
    }
    let after = acknowledged
        .iter()
        .map(|(_, at)| *at)
        .filter(|at| *at > fell)
        .min();
    let (_, last) = acknowledged
        .iter()
        .max_by_key(|(_, at)| *at)
        .expect("something was written");
    let kept: std::collections::BTreeSet<String> = names(&db).await.into_iter().collect();
    let lost = acknowledged
        .iter()
        .filter(|(name, _)| !kept.contains(name))
        .count();
    let gap = longest_silence(acknowledged.iter().map(|(_, at)| *at).collect());
    loudly(&format!(
        "promotion: {} writes acknowledged, {lost} lost, none for {gap:?} while the standby took over",
        acknowledged.len()
    ));
    assert_eq!(lost, 0);
    assert!(
        after.is_some() && *last > fell + Duration::from_secs(1),
        "writes go on afterwards"
    );
    assert!(gap < Duration::from_secs(10), "{gap:?}");
    drop(standby);
}

fn longest_silence(mut instants: Vec<Duration>) -> Duration {
    instants.sort();
    instants
        .windows(2)
        .map(|pair| pair[1].saturating_sub(pair[0]))
        .max()
        .unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn reads_that_may_lag_go_to_the_standby_while_it_is_young_and_back_when_it_is_not() {
    let Some(primary) = Server::start_new() else {
        return;
    };
    let standby = primary.with_standby();
    let db = opened(primary.url(), Some(standby.url())).await;
    db.write(|tx| set(tx, "one")).await.expect("a timer is set");
    let asked = |db: &Db| {
        let db = db.clone();
        async move {
            let read: Result<(bool, i64), Fault> = db
                .read_lagging(|tx| {
                    tx.one(
                        sql!("select pg_is_in_recovery(), cast(count(*) as bigint) from timer"),
                        &[],
                    )
                })
                .await;
            read.expect("it is answered")
        }
    };
    let began = Instant::now();
    while asked(&db).await != (true, 1) {
        assert!(
            began.elapsed() < Duration::from_secs(5),
            "the standby is never asked"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    standby.stop();
    let (is_standby, count) = asked(&db).await;
    assert_eq!(
        (is_standby, count),
        (false, 1),
        "the primary answers when the standby is gone"
    );
}
