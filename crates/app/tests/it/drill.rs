//! The drill: a backup while the site is written to, everything lost, restored on either engine, and compared.
use crate::program::{Program, sala};
use base::{Clock, Fault, Id, Random};
use db::{DatabaseUrl, Db, Options, Tx, params, sql};
use files::{Keep, Store};
use jiff::SignedDuration;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;
use testkit::postgres::Cluster;

const EVENT: &str = "/en/e/dg-forum-4";
const LETTER: &[u8] = b"%PDF-1.7\nA sample note verbale.\n%%EOF\n";

/// A demonstration in a folder, with a file that somebody handed in.
struct Site {
    folder: TempDir,
    program: Program,
    /// The name that the store gave the file.
    letter: String,
}

impl Site {
    async fn new() -> Site {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let program = Program::demo_in(folder.path());
        let stored = Store::open(&folder.path().join("files"))
            .and_then(|store| store.put_now(LETTER))
            .expect("the file is stored");
        let letter = stored.hash.clone();
        let keep = Keep {
            stored,
            name: "note-verbale.pdf".to_owned(),
            purpose: "sample",
            owner: None,
        };
        let db = database(folder.path()).await;
        let kept = db.write(move |tx| files::keep(tx, &keep));
        kept.await.expect("the file is noted");
        Site {
            folder,
            program,
            letter,
        }
    }

    fn data(&self) -> &Path {
        self.folder.path()
    }

    fn page(&self) -> String {
        page(&self.program)
    }
}

/// The event's page, with the address taken out that each program has of its own.
fn page(program: &Program) -> String {
    let (status, page) = program.get(EVENT, &[]);
    assert_eq!(status, 200, "{page}");
    page.replace(program.port(), "PORT")
}

async fn database(folder: &Path) -> Db {
    let path = folder.join("sala.sqlite").display().to_string();
    let options = Options::new(DatabaseUrl::Sqlite(path), Clock::real(), Random::os());
    Db::open(&options).await.expect("the database opens")
}

/// Runs a command on the data of a folder; whether it went well, and all it said.
fn run(command: &str, data: &Path, more: &[&str], archive: &Path) -> (bool, String) {
    let mut sala = sala();
    sala.arg(command)
        .arg("--data-dir")
        .arg(data)
        .args(more)
        .arg(archive);
    let output = sala.output().expect("sala runs");
    let said = [output.stdout, output.stderr].concat();
    (
        output.status.success(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

fn well(command: &str, data: &Path, more: &[&str], archive: &Path) -> String {
    let (well, said) = run(command, data, more, archive);
    assert!(well, "{command}: {said}");
    said
}

fn refused(command: &str, data: &Path, archive: &Path, why: &str) {
    let (well, said) = run(command, data, &[], archive);
    assert!(!well && said.contains(why), "{command}: {said}");
}

/// The rows of each table and the names of the files, whatever the order and the pieces.
fn content(archive: &Path) -> BTreeMap<String, Vec<String>> {
    let mut content: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut tar = tar::Archive::new(File::open(archive).expect("the archive is there"));
    for entry in tar.entries().expect("it is an archive") {
        let mut entry = entry.expect("it is whole");
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("it is whole");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((table, _)) = name.strip_prefix("tables/").and_then(|name| name.split_once('/')) {
            let rows = text.lines().skip(1).map(str::to_owned);
            content.entry(table.to_owned()).or_default().extend(rows);
        } else if name.starts_with("files/") {
            content.entry(name).or_default().push(text);
        }
    }
    content.values_mut().for_each(|rows| rows.sort_unstable());
    content
}

/// Two rows of two tables that belong together, in one commit.
fn pair(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let id: Id<Site> = tx.new_id();
    let (now, name) = (tx.now(), format!("pair-{id}"));
    tx.run(
        sql!(
            "insert into job (id, kind, data, state, run_at, created_at, done_at)
             values ($1, 'pair', '{}', 'done', $2, $2, $2)"
        ),
        params![id, now],
    )?;
    tx.run(
        sql!("insert into timer (name, next_at) values ($1, $2)"),
        params![name, now + SignedDuration::from_hours(24)],
    )
    .map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_there_again_after_it_was_lost() {
    let site = Site::new().await;
    let (elsewhere, ended) = (
        tempfile::tempdir().expect("a folder"),
        Arc::new(AtomicBool::new(false)),
    );
    let wrote = database(site.data()).await.write(pair).await;
    wrote.expect("the site can be written to");
    let writing = {
        let (db, ended) = (database(site.data()).await, ended.clone());
        tokio::spawn(async move {
            while !ended.load(Ordering::SeqCst) {
                db.write(pair)
                    .await
                    .expect("the site can be written to meanwhile");
            }
        })
    };
    let first = elsewhere.path().join("first.tar");
    let said = tokio::task::block_in_place(|| well("backup", site.data(), &[], &first));
    assert!(said.contains("files, read again and found whole"), "{said}");
    ended.store(true, Ordering::SeqCst);
    writing.await.expect("the writer ends");
    let kept = content(&first);
    let halves = |table: &str| kept[table].iter().filter(|row| row.contains("\"pair")).count();
    assert!(halves("job") > 0 && halves("job") == halves("timer"));
    let (before, letter) = (site.page(), site.letter.clone());
    assert!(kept.contains_key(&format!("files/{letter}")));
    drop(site);

    let again = elsewhere.path().join("again");
    well("restore", &again, &[], &first);
    let second = elsewhere.path().join("second.tar");
    well("backup", &again, &[], &second);
    assert_eq!(content(&second), kept);
    assert_eq!(page(&Program::demo_in(&again)), before);
    let restored = Store::open(&again.join("files")).and_then(|store| store.open_now(&letter));
    let mut bytes = Vec::new();
    restored
        .expect("the file is there")
        .read_to_end(&mut bytes)
        .expect("it can be read");
    assert_eq!(bytes, LETTER);

    let Some(service) = Cluster::shared() else { return };
    let url = service.url(&service.database(None));
    let on_service = ["--database-url", &url];
    let folder = elsewhere.path().join("service");
    well("restore", &folder, &on_service, &first);
    let third = elsewhere.path().join("third.tar");
    well("backup", &folder, &on_service, &third);
    assert_eq!(content(&third), kept, "the service holds what the file held");
    let home = elsewhere.path().join("home");
    well("restore", &home, &[], &third);
    let fourth = elsewhere.path().join("fourth.tar");
    well("backup", &home, &[], &fourth);
    assert_eq!(content(&fourth), kept, "and the way back");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_restored_over_a_site() {
    let (site, elsewhere) = (Site::new().await, tempfile::tempdir().expect("a folder"));
    let archive = elsewhere.path().join("a.tar");
    well("backup", site.data(), &[], &archive);
    refused(
        "backup",
        site.data(),
        &archive,
        "it exists, and nothing is overwritten",
    );
    refused("restore", site.data(), &archive, "holds files");
    // A living site without files, then one that nobody serves.
    let before = site.page();
    std::fs::remove_dir_all(site.data().join("files")).expect("the files can be removed");
    refused(
        "restore",
        site.data(),
        &archive,
        "another program is at work on the database",
    );
    assert_eq!(site.page(), before);
    let Site { folder, program, .. } = site;
    drop(program);
    refused("restore", folder.path(), &archive, "the database holds data");
    assert!(
        Store::open(&folder.path().join("files"))
            .and_then(|store| store.all())
            .expect("it opens")
            .is_empty(),
        "a refused restore lays no file"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_archive_leaves_no_trace() {
    let (site, elsewhere) = (Site::new().await, tempfile::tempdir().expect("a folder"));
    let archive = elsewhere.path().join("a.tar");
    well("backup", site.data(), &[], &archive);
    let whole = std::fs::read(&archive).expect("it can be read");
    let place = |text: &[u8]| {
        let found = whole.windows(text.len()).position(|part| part == text);
        found.expect("the text is in the archive")
    };
    let flipped = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        bytes
    };
    for (bytes, why) in [
        (whole[..whole.len() / 2].to_vec(), "reading the backup"),
        (whole[..place(b"list.json")].to_vec(), "cut short"),
        (flipped(place(b"Orapin Sample")), "is damaged"),
        (flipped(place(b"A sample note verbale")), "is damaged"),
        (b"no archive".to_vec(), "reading the backup"),
    ] {
        let (bad, target) = (elsewhere.path().join("bad.tar"), elsewhere.path().join("target"));
        std::fs::write(&bad, bytes).expect("it can be written");
        refused("restore", &target, &bad, why);
        assert!(!target.exists(), "{why}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_onto_a_full_disk_says_so_and_leaves_nothing() {
    let (site, elsewhere) = (Site::new().await, tempfile::tempdir().expect("a folder"));
    let archive = elsewhere.path().join("a.tar");
    // As a full disk does, this limit refuses what is written after the first 32 KB of a file.
    let mut shell = std::process::Command::new("sh");
    shell
        .args(["-c", "trap '' XFSZ; ulimit -f 64; exec \"$@\"", "sh"])
        .arg(PathBuf::from(env!("CARGO_BIN_EXE_sala")))
        .args(["backup", "--data-dir"])
        .arg(site.data())
        .arg(&archive);
    let output = shell.output().expect("a shell runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        !output.status.success() && said.contains("nothing of it is kept"),
        "{said}"
    );
    assert_eq!(
        std::fs::read_dir(elsewhere.path())
            .expect("it can be listed")
            .count(),
        0
    );
    well("backup", site.data(), &[], &archive);
}
