//! The private PostgreSQL: databases that do not share anything, and no server left behind by a test that was killed.
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use testkit::postgres::Cluster;

#[test]
fn a_database_is_a_copy_of_its_template_and_can_be_dropped() {
    let Some(cluster) = Cluster::shared() else { return };
    let template = cluster.database(None);
    let copy = cluster.database(Some(&template));
    assert_ne!(template, copy);
    cluster.drop_database(&copy);
    cluster.drop_database(&template);
}

/// Set for the child of the next test: this same test in a process of its own, which waits to be killed.
const CHILD: &str = "SALA_CHILD_TO_BE_KILLED";

#[test]
fn a_killed_test_leaves_no_server() {
    if std::env::var_os(CHILD).is_some() {
        let cluster = Cluster::shared().unwrap();
        let mut out = std::io::stdout();
        writeln!(out, "\nat {}", cluster.url("postgres")).unwrap();
        out.flush().unwrap();
        return sleep(Duration::from_mins(1));
    }
    if testkit::postgres::programs().is_none() {
        assert!(Cluster::shared().is_none());
        return;
    }
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args([
        "--exact",
        "postgres::a_killed_test_leaves_no_server",
        "--nocapture",
    ]);
    child.env(CHILD, "1");
    let mut child = child
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = lines
        .map(Result::unwrap)
        .find(|line| line.starts_with("at "))
        .expect("the child says where");
    let folder = line.rsplit_once("host=").unwrap().1.to_owned();
    assert!(Path::new(&folder).join("data/postmaster.pid").exists());
    child.kill().unwrap();
    child.wait().unwrap();
    let began = Instant::now();
    while Path::new(&folder).exists() {
        assert!(
            began.elapsed() < Duration::from_secs(20),
            "{folder} is still there"
        );
        sleep(Duration::from_millis(50));
    }
}
