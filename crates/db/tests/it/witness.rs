//! What a witness notes, and that nothing is rested on which somebody changed: here, in another program, on another node.
use crate::{every_engine, file, noon, open_in, opened, options, postgres, set};
use base::{Clock, Fault, Random};
use db::{DatabaseUrl, Db, Options, Rests, params, sql};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use std::time::{Duration, Instant};

/// Reads the timers and nothing else.
async fn timers(db: &Db) -> Rests {
    let read = db.read(|tx| tx.all::<(String,)>(sql!("select name from timer order by name"), &[]));
    let (read, rests) = db.witness(read).await;
    read.expect("the timers can be read");
    rests.expect("reading may be repeated")
}

/// How long it took until `rests` was no longer true; `None` after two seconds.
async fn until_untrue(db: &Db, rests: &Rests) -> Option<Duration> {
    let began = Instant::now();
    while db.still_true(rests) {
        if began.elapsed() > Duration::from_secs(2) {
            return None;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    Some(began.elapsed())
}

/// Not registered: only one engine knows it.
static CUT: db::Sql = db::Sql::new(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sala notices' and datname = current_database()",
    file!(),
    line!(),
);

async fn node(url: &str) -> Db {
    let mut options = options(DatabaseUrl::Postgres(url.to_owned()));
    options.hears_others = true;
    opened(&options).await
}

fn postgres_url() -> Option<String> {
    let cluster = postgres::Cluster::shared()?;
    Some(cluster.url(&cluster.database(None)))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_read_holds_until_its_tables_are_written_and_no_others() {
    let mut engines = every_engine().await;
    if let Some(url) = postgres_url() {
        engines.pop();
        engines.push(node(&url).await);
    }
    for db in engines {
        let rests = timers(&db).await;
        assert!(db.still_true(&rests));
        let write = db.write(|tx| {
            tx.run(
                sql!("insert into job (id, kind, data, state, run_at, created_at) values ($1, 'x', '{}', 'waiting', $2, $2)"),
                params![uuid::Uuid::from_u128(1), noon()],
            )
        });
        write.await.expect("a job is written");
        assert!(
            db.still_true(&rests),
            "{:?}: another table was written",
            db.engine()
        );
        let refused: Result<(), Fault> = db
            .write(|tx| {
                set(tx, "undone")?;
                Err(Fault::new("no"))
            })
            .await;
        assert!(
            refused.is_err() && db.still_true(&rests),
            "{:?}: nothing was kept",
            db.engine()
        );
        db.write(|tx| set(tx, "one")).await.expect("a timer is set");
        assert!(!db.still_true(&rests), "{:?}", db.engine());
        assert!(db.still_true(&timers(&db).await));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_tells_the_time_or_writes_is_not_given_again_and_what_asks_of_a_deadline_holds_until_it() {
    let clock = Clock::frozen(noon());
    let db = opened(&Options::new(
        DatabaseUrl::SqliteInMemory,
        clock.clone(),
        Random::seeded(7),
    ))
    .await;
    let told = db.read(|tx| Ok::<_, Fault>(tx.now()));
    assert!(db.witness(told).await.1.is_none());
    let wrote = db.write(|tx| set(tx, "one"));
    assert!(db.witness(wrote).await.1.is_none());
    let deadline = noon() + SignedDuration::from_hours(1);
    let asked = db.read(move |tx| Ok::<_, Fault>(tx.moment().is_before(deadline)));
    let (answer, rests) = db.witness(asked).await;
    let rests = rests.expect("asking may be repeated");
    assert_eq!((answer.unwrap(), rests.until), (true, Some(deadline)));
    clock.advance(SignedDuration::from_secs(3599));
    assert!(db.still_true(&rests));
    clock.advance(SignedDuration::from_secs(1));
    assert!(!db.still_true(&rests), "the deadline passes");
    clock.advance(SignedDuration::from_hours(-2));
    assert!(
        !db.still_true(&rests),
        "a clock that is set back says nothing of the time before"
    );
    let suva = TimeZone::get("Pacific/Fiji").unwrap();
    let day = async { db::Moment::from(noon()).date_in(&suva) };
    let (day, rests) = db.witness(day).await;
    assert_eq!(day.to_string(), "2026-11-25");
    assert_eq!(
        rests.unwrap().until.unwrap().to_string(),
        "2026-11-25T12:00:00Z",
        "midnight in Suva"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn another_program_on_the_same_file_is_noticed() {
    let (folder, db) = file().await;
    let rests = timers(&db).await;
    let other = open_in(&folder, |_| ()).await;
    tokio::time::sleep(Duration::from_millis(120)).await;
    assert!(db.still_true(&rests), "it has only opened the file");
    other.write(|tx| set(tx, "from elsewhere")).await.unwrap();
    let took = until_untrue(&db, &rests).await.expect("it is noticed");
    assert!(took < Duration::from_millis(150), "{took:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nodes_hear_of_one_another_within_a_tenth_of_a_second() {
    let Some(url) = postgres_url() else { return };
    let (here, there) = (node(&url).await, node(&url).await);
    let mut took = Vec::new();
    for n in 0..15 {
        let rests = timers(&there).await;
        assert!(there.still_true(&rests));
        let name = format!("timer {n}");
        here.write(move |tx| set(tx, &name)).await.unwrap();
        took.push(until_untrue(&there, &rests).await.expect("it is heard"));
    }
    took.sort();
    assert!(took[7] < Duration::from_millis(100), "{took:?}");
    // A command that does one thing and ends says it in the transaction itself.
    let command = opened(&options(DatabaseUrl::Postgres(url))).await;
    let rests = timers(&there).await;
    command.write(|tx| set(tx, "from a command")).await.unwrap();
    assert!(until_untrue(&there, &rests).await.expect("it is heard") < Duration::from_millis(100));
    assert!(
        !command.still_true(&timers(&command).await),
        "who does not hear rests on nothing"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_others_cannot_be_heard_nothing_is_rested_on_and_a_node_that_goes_is_missed() {
    let Some(url) = postgres_url() else { return };
    let (here, there) = (node(&url).await, node(&url).await);
    let rests = timers(&there).await;
    // Every node's ear is cut off, this one's too.
    here.write(|tx| tx.run(&CUT, &[])).await.unwrap();
    assert!(
        until_untrue(&there, &rests).await.is_some(),
        "the connection is down"
    );
    let began = Instant::now();
    loop {
        let again = timers(&there).await;
        if there.still_true(&again) {
            break;
        }
        assert!(
            began.elapsed() < Duration::from_secs(5),
            "it comes back by itself"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let rests = timers(&there).await;
    here.write(|tx| set(tx, "after")).await.unwrap();
    assert!(until_untrue(&there, &rests).await.is_some());
    let rests = timers(&there).await;
    assert!(there.still_true(&rests));
    drop(here);
    assert!(
        until_untrue(&there, &rests).await.is_some(),
        "a node that is gone may have committed last of all"
    );
}

/// How often [`names`] was run: a plain function has no other place to count in.
static READINGS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);

fn names(tx: &mut db::Tx<'_>, like: &str) -> Result<Vec<(String,)>, Fault> {
    READINGS.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    tx.all(
        sql!("select name from timer where name = $1 order by name"),
        params![like],
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kept_reading_is_read_once_for_each_change_and_each_key_and_what_rests_on_it_falls_with_it() {
    let mut engines = every_engine().await;
    if let Some(url) = postgres_url() {
        engines.pop();
        engines.push(node(&url).await);
    }
    for db in engines {
        let engine = db.engine();
        let before = READINGS.load(std::sync::atomic::Ordering::SeqCst);
        let runs = || READINGS.load(std::sync::atomic::Ordering::SeqCst) - before;
        let read = |key: &'static str| {
            let db = db.clone();
            async move { db.read_kept(key, names).await.expect("it can be read").len() }
        };
        assert_eq!(
            (read("one").await, read("one").await, runs()),
            (0, 0, 1),
            "{engine:?}"
        );
        assert_eq!((read("two").await, runs()), (0, 2), "{engine:?}: another key");

        let (_, page) = db.witness(read("one")).await;
        let page = page.expect("a page made of it may be kept");
        assert_eq!((db.still_true(&page), runs()), (true, 2), "{engine:?}");
        db.write(|tx| set(tx, "one")).await.expect("a timer is set");
        assert!(
            !db.still_true(&page),
            "{engine:?}: a page falls with what it was made of"
        );
        assert_eq!(
            (read("one").await, read("one").await, runs()),
            (1, 1, 3),
            "{engine:?}"
        );
    }
}
