//! One operation is kept or undone alone, whatever its neighbours do, and trouble comes back by its right name.
use crate::{every_engine, file, file_with, names, set};
use base::{Fault, FaultKind};
use db::{Db, params, sql};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};
use tokio::task::JoinHandle;

/// Holds the writer until the answer is dropped, so that what is asked meanwhile shares one commit.
fn hold(db: &Db) -> (std::sync::mpsc::Sender<()>, JoinHandle<Result<(), Fault>>) {
    let (release, wait) = channel::<()>();
    let wait = std::sync::Mutex::new(wait);
    let began = Arc::new(AtomicBool::new(false));
    let started = began.clone();
    let db = db.clone();
    let held = tokio::spawn(async move {
        db.write(move |_| {
            started.store(true, Ordering::SeqCst);
            // an error is the release: the other end is gone
            let _ = wait
                .lock()
                .expect("nobody panics here")
                .recv_timeout(Duration::from_secs(10));
            Ok::<(), Fault>(())
        })
        .await
    });
    while !began.load(Ordering::SeqCst) && !held.is_finished() {
        std::thread::sleep(Duration::from_millis(2));
    }
    (release, held)
}

#[tokio::test(flavor = "multi_thread")]
async fn in_one_batch_a_panic_an_error_and_a_swallowed_failure_undo_only_themselves() {
    let (_folder, db) = file().await;
    let (release, held) = hold(&db);
    let ask = |n: usize| {
        let db = db.clone();
        tokio::spawn(async move {
            let name = format!("t{n:02}");
            db.write(move |tx| {
                set(tx, &name)?;
                match n % 5 {
                    1 => panic!("on purpose"),
                    2 => return Err(Fault::new("refused")),
                    3 => drop(set(tx, &name)),
                    _ => {}
                }
                Ok(())
            })
            .await
        })
    };
    let asked: Vec<_> = (0..20).map(ask).collect();
    tokio::time::sleep(Duration::from_millis(50)).await;
    drop(release);
    held.await.unwrap().unwrap();
    for (n, answer) in asked.into_iter().enumerate() {
        let answer = answer.await.unwrap();
        assert_eq!(
            answer.is_ok(),
            [0, 4].contains(&(n % 5)),
            "operation {n}: {answer:?}"
        );
    }
    let kept: Vec<_> = (0..20)
        .filter(|n| [0, 4].contains(&(n % 5)))
        .map(|n| format!("t{n:02}"))
        .collect();
    assert_eq!(names(&db).await, kept);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_engine_undoes_a_panic_an_error_and_a_swallowed_failure() {
    for db in every_engine().await {
        let panicked: Result<(), Fault> = db
            .write(|tx| {
                set(tx, "panic")?;
                panic!("on purpose")
            })
            .await;
        assert_eq!(*panicked.unwrap_err().kind(), FaultKind::Broken);
        let refused: Result<(), Fault> = db
            .write(|tx| {
                set(tx, "error")?;
                Err(Fault::new("refused"))
            })
            .await;
        assert!(refused.unwrap_err().to_string().contains("refused"));
        // Noted outside: an assertion inside would be a panic, which is an error too.
        let stopped = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        let noted = stopped.clone();
        let swallowed: Result<(), Fault> = db
            .write(move |tx| {
                set(tx, "swallowed")?;
                let _ = set(tx, "swallowed");
                noted.store(set(tx, "after").is_err(), std::sync::atomic::Ordering::SeqCst);
                Ok(())
            })
            .await;
        assert!(swallowed.is_err());
        assert!(
            stopped.load(std::sync::atomic::Ordering::SeqCst),
            "nothing runs after a failed statement"
        );
        let misread: Result<(), Fault> = db
            .read(|tx| {
                let _ = set(tx, "by a reader");
                Ok(())
            })
            .await;
        assert!(
            misread.is_err(),
            "a read that writes is a fault: {:?}",
            db.engine()
        );
        assert_eq!(names(&db).await, Vec::<String>::new(), "{:?}", db.engine());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_queue_says_busy_at_once() {
    let (_folder, db) = file_with(|options| options.queue = 3).await;
    let (release, held) = hold(&db);
    let ask = |n: usize| {
        let db = db.clone();
        tokio::spawn(async move { db.write(move |tx| set(tx, &format!("t{n}"))).await })
    };
    let mut asked: Vec<_> = (0..10).map(ask).collect();
    let began = Instant::now();
    let mut busy = 0;
    while asked.len() > 3 {
        assert!(
            began.elapsed() < Duration::from_secs(5),
            "a full queue must not keep anybody waiting"
        );
        tokio::time::sleep(Duration::from_millis(5)).await;
        let (done, waiting): (Vec<_>, Vec<_>) = asked.into_iter().partition(JoinHandle::is_finished);
        asked = waiting;
        for answer in done {
            assert_eq!(*answer.await.unwrap().unwrap_err().kind(), FaultKind::Busy);
            busy += 1;
        }
    }
    assert_eq!(busy, 7);
    drop(release);
    held.await.unwrap().unwrap();
    for answer in asked {
        answer.await.unwrap().unwrap();
    }
    assert_eq!(names(&db).await.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_refuses_the_one_that_fills_it_and_keeps_its_neighbours() {
    let (folder, db) = file().await;
    let pages: (i64,) = db.read(|tx| tx.one(&PAGES, &[])).await.unwrap();
    drop(db);
    let db = crate::open_in(&folder, |options| options.max_pages = Some(pages.0 + 12)).await;
    let (release, held) = hold(&db);
    let ask = |n: usize| {
        let db = db.clone();
        tokio::spawn(async move {
            db.write(move |tx| {
                let many = if n == 3 { 200 } else { 1 };
                for row in 0..many {
                    let name = format!("t{n}-{row}-{}", "x".repeat(if n == 3 { 1000 } else { 1 }));
                    set(tx, &name)?;
                }
                Ok::<_, Fault>(())
            })
            .await
        })
    };
    let asked: Vec<_> = (0..6).map(ask).collect();
    tokio::time::sleep(Duration::from_millis(50)).await;
    drop(release);
    held.await.unwrap().unwrap();
    for (n, answer) in asked.into_iter().enumerate() {
        let kind = answer.await.unwrap().map_err(|fault| fault.kind().clone());
        let expected = if n == 3 {
            Err(FaultKind::Unavailable)
        } else {
            Ok(())
        };
        assert_eq!(kind, expected, "operation {n}");
    }
    assert_eq!(names(&db).await.len(), 5);
    // Fill it row by row, make room, and go on.
    let long = |n: i32| format!("z{n}-{}", "x".repeat(1000));
    let mut kept = 0;
    while db.write(move |tx| set(tx, &long(kept))).await.is_ok() {
        kept += 1;
        assert!(kept < 200, "the disk never filled");
    }
    let gone = db
        .write(|tx| tx.run(sql!("delete from timer where name like 'z%'"), &[]))
        .await;
    assert_eq!(gone.unwrap(), u64::try_from(kept).unwrap());
    db.write(|tx| set(tx, "afterwards")).await.unwrap();
}

static PAGES: db::Sql = db::Sql::new("pragma page_count", file!(), line!());

#[tokio::test(flavor = "multi_thread")]
async fn a_lock_held_elsewhere_is_unavailable_in_a_moment_and_then_over() {
    let (folder, db) = file().await;
    let other = rusqlite::Connection::open(folder.path().join("test.db")).unwrap();
    other.execute_batch("begin immediate").unwrap();
    let began = Instant::now();
    let locked = db.write(|tx| set(tx, "locked out")).await.unwrap_err();
    assert_eq!(*locked.kind(), FaultKind::Unavailable, "{locked}");
    assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
    assert_eq!(
        names(&db).await,
        Vec::<String>::new(),
        "readers are not locked out"
    );
    other.execute_batch("rollback").unwrap();
    db.write(|tx| set(tx, "let in")).await.unwrap();
    assert_eq!(names(&db).await, ["let in"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_exists_is_a_conflict_on_its_table() {
    for db in every_engine().await {
        db.write(|tx| set(tx, "once")).await.unwrap();
        let twice = db.write(|tx| set(tx, "once")).await.unwrap_err();
        assert!(
            twice.is_conflict_on("timer") && !twice.is_conflict_on("job"),
            "{twice:?}"
        );
        let changed: u64 = db
            .write(|tx| {
                tx.run(
                    sql!("insert into timer (name, next_at) values ($1, $2) on conflict (name) do nothing"),
                    params!["once", tx.now()],
                )
            })
            .await
            .unwrap();
        assert_eq!(changed, 0);
    }
}
