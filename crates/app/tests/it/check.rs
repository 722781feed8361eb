//! What `sala check` finds, and what the program tells about itself.
use crate::program::{Program, sala};
use base::{Clock, Fault, Id, Random};
use db::{DatabaseUrl, Db, Options, Tx, params, sql};
use jiff::SignedDuration;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use testkit::postgres::Cluster;

fn run(arguments: &[&str], data: &Path, database: Option<&str>) -> (bool, String) {
    let mut sala = sala();
    sala.args(arguments)
        .arg("--data-dir")
        .arg(data)
        .env("SALA_LISTEN", "127.0.0.1:0");
    let output = sala
        .envs(database.map(|url| ("SALA_DATABASE_URL", url)))
        .output()
        .expect("sala runs");
    (
        output.status.success(),
        String::from_utf8_lossy(&output.stdout).into_owned(),
    )
}

/// Work that was given up, a letter that nobody took, and a stored file that is nowhere.
fn trouble(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let (id, now): (Id<Program>, _) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into job (id, kind, data, state, run_at, created_at, last_error)
             values ($1, 'sample', '{}', 'failed', $2, $2, 'the paper ran out')"
        ),
        params![id, now],
    )?;
    tx.run(
        sql!(
            "insert into outbox (id, kind, to_address, locale, data, message_id, state, not_before, created_at)
             values ($1, 'sample', 'a@b.example', 'en', 'null', 'sample', 'waiting', $2, $2)"
        ),
        params![id, now - SignedDuration::from_hours(3)],
    )?;
    tx.run(
        sql!(
            "insert into stored_file (id, hash, size, kind, name, purpose, created_at)
             values ($1, $2, 1, 'application/pdf', 'lost.pdf', 'sample', $3)"
        ),
        params![id, "5a".repeat(32), now],
    )
    .map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_wrong_is_told_at_once() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let data = folder.path();
    drop(Program::demo_in(data));
    let (well, said) = run(&["check"], data, None);
    assert!(well && !said.contains("problem"), "{said}");

    let path = data.join("sala.sqlite").display().to_string();
    let db = Db::open(&Options::new(
        DatabaseUrl::Sqlite(path),
        Clock::real(),
        Random::os(),
    ))
    .await;
    let db = db.expect("it opens");
    db.write(trouble).await.expect("trouble can be made");
    let secret = data.join("secret");
    std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o644)).expect("it can be changed");
    let (well, said) = run(&["check"], data, None);
    assert!(!well, "{said}");
    for problem in [
        "problem  secret: others can read",
        "problem  files: 1 are missing, such as 5a5a",
        "problem  letters: one has waited since",
        "problem  work: given up: sample: the paper ran out",
    ] {
        assert!(said.contains(problem), "{problem}\n{said}");
    }
}

#[test]
fn behind_https_the_proxy_must_be_named() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    drop(Program::demo_in(folder.path()));
    for (proxies, problem) in [
        ("", Some("problem  trusted_proxies: none is set")),
        (
            "nginx",
            Some("problem  configuration: reading the setting trusted_proxies"),
        ),
        ("127.0.0.1, fd00::/8", None),
    ] {
        let output = sala()
            .args(["check", "--public-url", "https://forum.example", "--data-dir"])
            .arg(folder.path())
            .env("SALA_LISTEN", "127.0.0.1:0")
            .env("SALA_TRUSTED_PROXIES", proxies)
            .output()
            .expect("sala runs");
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.success(), problem.is_none(), "{said}");
        assert!(problem.is_none_or(|problem| said.contains(problem)), "{said}");
    }
}

#[test]
fn looking_makes_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let (well, said) = run(&["check"], folder.path(), None);
    assert!(
        !well && said.contains("is not there yet: `sala serve` or `sala migrate` makes it"),
        "{said}"
    );
    assert!(!folder.path().join("sala.sqlite").exists());
}

#[test]
fn a_damaged_database_is_found() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    drop(Program::demo_in(folder.path()));
    let path = folder.path().join("sala.sqlite");
    let (well, said) = run(&["backup"], folder.path(), None);
    assert!(!well, "a backup needs a name: {said}");
    let mut bytes = std::fs::read(&path).expect("it can be read");
    // The demonstration was killed: its last pages may be in the log beside the file.
    let page = bytes.len() / 2 / 4096 * 4096;
    bytes[page..page + 4096].fill(0x5a);
    std::fs::write(&path, bytes).expect("it can be written");
    std::fs::remove_file(path.with_extension("sqlite-wal")).unwrap_or_default();
    let (well, said) = run(&["check"], folder.path(), None);
    assert!(!well && said.contains("problem  database"), "{said}");
}

#[test]
fn a_service_that_may_forget_is_a_problem() {
    let Some(cluster) = Cluster::shared() else { return };
    let (folder, url) = (
        tempfile::tempdir().expect("a temporary folder can be made"),
        cluster.url(&cluster.database(None)),
    );
    let (well, said) = run(&["check"], folder.path(), Some(&url));
    assert!(
        !well && said.contains("run `sala migrate`: it applies 0001_kit.sql, "),
        "{said}"
    );
    assert!(run(&["migrate"], folder.path(), Some(&url)).0);
    let (well, said) = run(&["check"], folder.path(), Some(&url));
    // The tests' own PostgreSQL does not wait for the disk.
    assert!(
        !well && said.contains("problem  database: fsync is off"),
        "{said}"
    );
}

#[test]
fn the_program_tells_its_settings_letters_and_work() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let url = "postgres://sala:s3cret@db.example/sala";
    let (well, said) = run(&["config", "--json"], folder.path(), Some(url));
    assert!(
        well && said.contains("postgres://sala:***@db.example/sala"),
        "{said}"
    );
    assert!(!said.contains("s3cret"), "{said}");
    for (command, line) in [
        ("mails", r#""kind":"registration.received""#),
        ("jobs", r#""every_s":"#),
    ] {
        let output = sala().args([command, "--json"]).output().expect("sala runs");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            output.status.success() && said.contains(line),
            "{command}: {said}"
        );
        let whole = said
            .lines()
            .all(|line| line.starts_with('{') && line.ends_with('}'));
        assert!(whole, "{said}");
    }
}
