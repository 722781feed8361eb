//! What was acknowledged is on the disk: after kill -9, and (told by the system calls) before it was acknowledged.
use crate::{file, names, noon, opened, options, say, set_timer};
use base::Fault;
use db::{DatabaseUrl, params};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use tempfile::TempDir;

const PATH: &str = "DB_KILL_CHILD";
const ROWS: &str = "DB_KILL_ROWS";
const WORD: &str = "acknowledged ";

/// The child's part: eight tasks write rows and say each number once it is acknowledged.
async fn write_and_tell(path: String) {
    let rows: usize = std::env::var(ROWS)
        .expect("the parent sets it")
        .parse()
        .expect("a number");
    let tasks = if rows > 100 { 8 } else { 1 };
    let db = opened(&options(DatabaseUrl::Sqlite(path))).await;
    let write = |task: usize| {
        let db = db.clone();
        tokio::spawn(async move {
            for n in (task..rows).step_by(tasks) {
                let name = format!("{n:07}");
                let done: Result<u64, Fault> = db
                    .write(move |tx| tx.run(set_timer(), params![&name, noon()]))
                    .await;
                done.expect("the row is written");
                let line = format!("{WORD}{n:07}\n");
                std::io::stdout()
                    .write_all(line.as_bytes())
                    .expect("the parent listens");
            }
        })
    };
    for task in (0..tasks).map(write).collect::<Vec<_>>() {
        task.await.expect("the task ends");
    }
}

/// This very test program, told to run one test as a child.
fn child(mut command: Command, test: &str, path: &str, rows: usize) -> Command {
    command.args([test, "--exact", "--nocapture", "--test-threads=1"]);
    command
        .env(PATH, path)
        .env(ROWS, rows.to_string())
        .stdout(Stdio::piped());
    command
}

fn this_program() -> std::path::PathBuf {
    std::env::current_exe().expect("a program knows its file")
}

#[tokio::test(flavor = "multi_thread")]
async fn every_acknowledged_row_outlives_kill_9() {
    if let Ok(path) = std::env::var(PATH) {
        return write_and_tell(path).await;
    }
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("killed.db").display().to_string();
    let name = "durability::every_acknowledged_row_outlives_kill_9";
    let mut running = child(Command::new(this_program()), name, &path, 5_000_000)
        .spawn()
        .unwrap();
    let mut told = Vec::new();
    let mut lines = BufReader::new(running.stdout.take().unwrap()).lines();
    while let Some(Ok(line)) = lines.next() {
        told.extend(line.split_once(WORD).map(|(_, number)| number.to_owned()));
        if told.len() == 1000 {
            // On Unix this is SIGKILL. What the child had said by then is read to the end.
            running.kill().unwrap();
        }
    }
    assert!(
        !running.wait().unwrap().success(),
        "the child was killed in the middle of its work"
    );
    assert!(told.len() >= 1000, "the child wrote {} rows only", told.len());
    // A last line may have been cut by the kill.
    told.retain(|number| number.len() == 7);
    let db = opened(&options(DatabaseUrl::Sqlite(path))).await;
    let kept: std::collections::BTreeSet<String> = names(&db).await.into_iter().collect();
    let lost: Vec<_> = told.iter().filter(|number| !kept.contains(*number)).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
}

/// kill -9 leaves the system's own cache alone, so it cannot tell a commit that reached the disk from one that did not:
/// the pragma says what was asked for, and the system calls say that it happened.
#[tokio::test(flavor = "multi_thread")]
async fn the_disk_is_told_before_each_acknowledgement() {
    if let Ok(path) = std::env::var(PATH) {
        return write_and_tell(path).await;
    }
    let (_folder, db) = file().await;
    let full: (i64,) = db.write(|tx| tx.one(&SYNCHRONOUS, &[])).await.unwrap();
    assert_eq!(full.0, 2, "the writer's commits are durable (synchronous = full)");
    if Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .output()
        .is_err()
    {
        assert!(
            !say::required("strace"),
            "SALA_REQUIRE names strace, and it is not installed"
        );
        say::loudly("SKIPPED: strace is not installed; only the pragma says that commits are durable");
        return;
    }
    let folder = TempDir::new().unwrap();
    let calls = folder.path().join("calls");
    let path = folder.path().join("traced.db").display().to_string();
    let mut traced = Command::new("strace");
    traced
        .args(["-f", "-s", "200", "-e", "trace=fdatasync,fsync,write", "-o"])
        .arg(&calls)
        .arg(this_program());
    let name = "durability::the_disk_is_told_before_each_acknowledgement";
    let done = child(traced, name, &path, 40).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let mut synced = false;
    let mut told = 0;
    for call in std::fs::read_to_string(&calls).unwrap().lines() {
        if call.contains(WORD) {
            assert!(synced, "acknowledged before the disk was told: {call}");
            synced = false;
            told += 1;
        } else if call.contains("sync") && call.ends_with("= 0") {
            synced = true;
        }
    }
    assert_eq!(told, 40);
}

static SYNCHRONOUS: db::Sql = db::Sql::new("pragma synchronous", file!(), line!());
