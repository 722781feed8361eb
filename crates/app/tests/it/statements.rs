//! Every statement of every room: it prepares, the registry holds it, its tables are known.
use crate::SLICES;
use std::path::Path;

const ROOMS: [&str; 9] = [
    "files",
    "mail",
    "jobs",
    "web",
    "people",
    "members",
    "forum",
    "registration",
    "site",
];

testkit::both_engines! {
    async fn every_statement_prepares(app: TestApp) {
        let problems = db::check_every_statement(app.db()).await.expect("the database answers");
        assert!(problems.is_empty(), "{problems:#?}");
    }
}

#[test]
fn the_registry_holds_every_statement_of_the_sources() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut all = 0;
    for room in ROOMS {
        let folder = format!("crates/{room}");
        let written = db::written_in(&root.join(&folder).join("src")).expect("the sources can be read");
        let registered = db::registered_in(&folder);
        assert!(
            registered >= written,
            "{room}: {written} statements written, {registered} registered"
        );
        all += written;
    }
    assert!(
        all > 100,
        "only {all} statements found: are the sources where this test looks?"
    );
}

#[test]
fn the_tables_of_every_statement_are_known() {
    let unknown = |s: &&db::Sql| s.tables().reads.is_empty() && s.tables().writes.is_empty();
    let unknown: Vec<_> = db::STATEMENTS
        .iter()
        .filter(unknown)
        .map(|s| (s.file, s.line))
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

/// Lines are added by one statement. Two more keep the rules of how long they are kept, and nothing else touches them.
#[test]
fn w02_the_log_only_grows_but_for_the_rules_of_how_long_it_is_kept() {
    let writes = |s: &&db::Sql| s.tables().writes.iter().any(|table| *table == "audit");
    let mut writing: Vec<(&str, &str)> = db::STATEMENTS
        .iter()
        .filter(writes)
        .map(|s| (s.file, s.text.split_whitespace().next().unwrap_or_default()))
        .collect();
    writing.sort_unstable();
    assert_eq!(
        writing,
        [
            ("crates/people/src/audit.rs", "insert"),
            ("crates/people/src/retention.rs", "delete"),
            ("crates/people/src/retention.rs", "update"),
        ]
    );
}
