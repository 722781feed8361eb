//! The measures for operators: each is in the guide, none is public by accident.
use crate::program::{Program, free_address};
use std::collections::BTreeSet;
use std::path::Path;

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Name and type of every measure in the guide.
fn in_the_guide() -> BTreeSet<(String, String)> {
    let guide = std::fs::read_to_string(root().join("docs/guide/metrics.md")).expect("the guide can be read");
    let rows = guide.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.map(|row| {
        let (name, rest) = row.split_once('`').expect("a name ends");
        let kind = rest.split('|').nth(1).expect("a row has a type").trim();
        (name.to_owned(), kind.to_owned())
    })
    .collect()
}

#[test]
fn the_guide_lists_exactly_what_is_exported() {
    let demo = Program::demo();
    let (status, _) = demo.get("/", &[]);
    assert_eq!(status, 200);
    let (status, text) = demo.get("/metrics", &[]);
    assert_eq!(status, 200);
    let exported: BTreeSet<(String, String)> = text
        .lines()
        .filter_map(|line| line.strip_prefix("# TYPE ")?.split_once(' '))
        .map(|(name, kind)| (name.to_owned(), kind.to_owned()))
        .collect();
    assert_eq!(exported, in_the_guide());
    assert!(
        text.contains("sala_http_request_seconds_count{pattern=\"/\",status=\"200\"} 1\n"),
        "{text}"
    );
    assert!(
        text.contains("sala_db_up 1\n") && text.contains("sala_mail_waiting 0\n"),
        "{text}"
    );
    let commits = text
        .lines()
        .find_map(|line| line.strip_prefix("sala_db_commit_seconds_count "));
    assert!(
        commits.is_some_and(|n| n != "0"),
        "the demonstration was written: {text}"
    );
    let memory = text
        .lines()
        .find_map(|line| line.strip_prefix("process_resident_memory_bytes "));
    let memory: f64 = memory.expect("Linux tells it").parse().expect("it is a number");
    assert!((5e6..1e9).contains(&memory), "{memory}");
}

#[test]
fn every_measure_in_the_sources_is_in_the_guide() {
    let known: BTreeSet<String> = in_the_guide().into_iter().map(|(name, _)| name).collect();
    let mut found = BTreeSet::new();
    let mut folders = vec![root().join("crates")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)
            .expect("the sources can be read")
            .flatten()
        {
            let path = entry.path();
            if path.is_dir() && !path.ends_with("tests") {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(path).expect("a source can be read");
                found.extend(text.split('"').filter(|name| is_measure(name)).map(str::to_owned));
            }
        }
    }
    assert!(
        found.len() > 15,
        "only {} found: are the sources where this test looks?",
        found.len()
    );
    let unknown: Vec<_> = found.difference(&known).collect();
    assert!(unknown.is_empty(), "not in docs/guide/metrics.md: {unknown:?}");
}

fn is_measure(text: &str) -> bool {
    let words = text
        .strip_prefix("sala_")
        .or_else(|| text.strip_prefix("process_"));
    words.is_some_and(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
}

#[test]
fn the_measures_are_not_public_by_accident() {
    let demo = Program::demo();
    let own = format!("127.0.0.1:{}", demo.port());
    let forwarded = [
        ("host", own.as_str(), "x-forwarded-for", "192.0.2.1"),
        ("host", own.as_str(), "forwarded", "for=192.0.2.1"),
        ("host", own.as_str(), "via", "1.1 proxy"),
        ("host", own.as_str(), "x-real-ip", "192.0.2.1"),
    ];
    for (host, own, name, value) in forwarded {
        let (status, text) = demo.get("/metrics", &[(host, own), (name, value)]);
        assert_eq!(status, 404, "{name}");
        assert!(!text.contains("sala_db_up"), "{name}");
    }
    let (status, text) = demo.get("/metrics", &[("host", "forum.example")]);
    assert!(
        status == 421 && !text.contains("sala_db_up"),
        "by another name: {status}"
    );
    let (status, _) = demo.get("/metrics", &[("host", "localhost:1")]);
    assert_eq!(status, 200);
}

#[test]
fn with_an_address_of_their_own_they_are_not_beside_the_pages() {
    let (pages, watched) = (free_address(), free_address());
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let listen = [
        ("SALA_LISTEN", pages.as_str()),
        ("SALA_METRICS_LISTEN", watched.as_str()),
    ];
    let serve = Program::serve(folder.path(), &listen, &pages);
    assert_eq!(serve.get("/metrics", &[]).0, 404);
    let (status, text) = Program::ask(&watched, "/metrics", &[("host", "anything"), ("via", "a proxy")]);
    assert!(
        status == 200 && text.contains("sala_build_info{version=\""),
        "{status} {text}"
    );
    assert_eq!(Program::ask(&watched, "/", &[]).0, 404);
}
