//! Sites that earlier releases left: each is restored by this program on both engines, brought up to its schema, found well
//! and served. A release adds its own archive to `tests/saved/` (a demonstration, `sala backup`, `gzip`).
use crate::program::{Program, sala};
use flate2::read::GzDecoder;
use std::fs::File;
use std::path::{Path, PathBuf};
use testkit::postgres::Cluster;

/// The archives, unpacked into a folder; none is a fault.
fn archives(folder: &Path) -> Vec<PathBuf> {
    let saved = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/saved");
    let packed = std::fs::read_dir(saved).expect("the folder is part of the source");
    let unpack = |packed: PathBuf| {
        let archive = folder.join(packed.file_stem().expect("it has a name"));
        let mut whole = GzDecoder::new(File::open(packed).expect("it can be read"));
        let mut target = File::create(&archive).expect("it can be written");
        std::io::copy(&mut whole, &mut target).expect("it can be unpacked");
        archive
    };
    let archives: Vec<PathBuf> = packed.flatten().map(|entry| unpack(entry.path())).collect();
    assert!(!archives.is_empty());
    archives
}

fn run(command: &str, data: &Path, database: &str, more: Option<&Path>) -> (bool, String) {
    let mut sala = sala();
    sala.arg(command)
        .args(["--database-url", database, "--data-dir"])
        .arg(data)
        .args(more)
        .env("SALA_LISTEN", "127.0.0.1:0");
    let output = sala.output().expect("sala runs");
    let said = [output.stdout, output.stderr].concat();
    (
        output.status.success(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

fn live_on(archive: &Path, data: &Path, database: &str) {
    let (well, said) = run("restore", data, database, Some(archive));
    assert!(well && said.contains("applied 0010_api.sql"), "{said}");
    let (_, said) = run("check", data, database, None);
    let mut problems = said.lines().filter(|line| line.starts_with("problem"));
    // The tests' own PostgreSQL does not wait for the disk.
    assert!(
        problems.all(|line| line.contains("is off: what was acknowledged")),
        "{said}"
    );
    let program = Program::demo_on(data, database);
    let (status, page) = program.get("/en/e/dg-forum-4", &[]);
    assert!(status == 200 && page.contains("Bangkok"), "{page}");
    let (status, told) = program.get("/api/v1/events", &[]);
    assert!(status == 200 && told.contains("dg-forum-4"), "{told}");
}

#[test]
fn every_saved_site_lives_on_sqlite() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for archive in archives(folder.path()) {
        let data = archive.with_extension("file");
        let database = format!("sqlite:{}", data.join("sala.sqlite").display());
        live_on(&archive, &data, &database);
    }
}

#[test]
fn every_saved_site_lives_on_postgres() {
    let Some(cluster) = Cluster::shared() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for archive in archives(folder.path()) {
        let database = cluster.url(&cluster.database(None));
        live_on(&archive, &archive.with_extension("service"), &database);
    }
}
