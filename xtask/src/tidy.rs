//! What lints cannot see: that every module says what it is for, that files stay short, that the rooms look one way only.
use crate::metadata::Metadata;
use crate::{Outcome, checklist, root};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the ground up: one may use those before it, never one after it.
const ORDER: [&str; 19] = [
    "base",
    "words",
    "i18n",
    "db",
    "files",
    "mail",
    "jobs",
    "oidc",
    "web",
    "people",
    "members",
    "forum",
    "registration",
    "site",
    "app",
    "testkit",
    "bench",
    "xtask",
    "fuzz",
];
const MOST_LINES: usize = 400;
/// Marks of unfinished work, written so that this file does not hold them.
const UNFINISHED: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX:")];
/// Words that a page of ours does not say.
const UNSAID: [&str; 3] = ["donor", "aid", "recipient"];
/// Rooms whose pages may be kept in memory, and the way round the doors of time.
const KEPT: [&str; 5] = ["people", "members", "forum", "registration", "site"];
const PAST_THE_DOORS: &str = ".clock()";
const PHYSICAL: [&str; 15] = [
    "left:",
    "right:",
    "margin-left",
    "margin-right",
    "padding-left",
    "padding-right",
    "border-left",
    "border-right",
    "text-align:left",
    "text-align:right",
    "float:left",
    "float:right",
    "inset:",
    "clear:left",
    "clear:right",
];

pub fn run() -> Outcome {
    let mut problems = Vec::new();
    for folder in [
        "crates",
        "bench",
        "xtask",
        "fuzz",
        "assets",
        "migrations",
        "docs",
        "words",
    ] {
        for path in files_below(&root().join(folder)) {
            problems.extend(look_at(&path));
        }
    }
    let metadata = Metadata::read()?;
    problems.extend(directions(&metadata));
    problems.extend(unused(&metadata));
    problems.extend(unmapped(&metadata));
    problems.extend(checklist::audit(&files_below(&root().join("crates"))));
    problems.extend(words::audit(&root()).iter().map(ToString::to_string));
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

fn look_at(path: &Path) -> Vec<String> {
    let kind = path
        .extension()
        .and_then(|kind| kind.to_str())
        .unwrap_or_default();
    if !["rs", "html", "css", "js", "sql", "md", "ftl"].contains(&kind) {
        return Vec::new();
    }
    let short = path.strip_prefix(root()).unwrap_or(path).display();
    let Ok(text) = fs::read_to_string(path) else {
        return vec![format!("{short}: is not text")];
    };
    let mut problems = Vec::new();
    if kind == "rs" && !text.starts_with("//! ") {
        problems.push(format!("{short}: does not open with `//!` and its purpose"));
    }
    let lines = text.lines().count();
    // Lists of sentences, and what is generated, are not read from top to bottom.
    if lines > MOST_LINES && kind != "ftl" && !short.to_string().ends_with("schema.sql") {
        problems.push(format!("{short}: {lines} lines, more than {MOST_LINES}"));
    }
    for (number, line) in text.lines().enumerate() {
        let place = format!("{short}:{}", number + 1);
        let unfinished = UNFINISHED.iter().find(|mark| line.contains(**mark));
        problems.extend(unfinished.map(|mark| format!("{place}: {mark}")));
        if kind == "rs" && tells_time(&short.to_string(), line) {
            problems.push(format!(
                "{place}: {PAST_THE_DOORS} is not noticed by a page that is kept; ask App::moment or App::now"
            ));
        }
        if kind == "css" {
            problems.extend(
                physical(line).map(|found| format!("{place}: `{found}` is physical, use a logical property")),
            );
        }
        if kind == "ftl" && short.to_string().starts_with("words/en") {
            problems.extend(unsaid(line).map(|word| format!("{place}: says \"{word}\"")));
        }
    }
    problems
}

fn tells_time(path: &str, line: &str) -> bool {
    line.contains(PAST_THE_DOORS)
        && KEPT
            .iter()
            .any(|room| path.starts_with(&format!("crates/{room}/src/")))
}

/// The first physical property or value in a line of CSS.
fn physical(line: &str) -> Option<&'static str> {
    let line = line.replace(": ", ":");
    PHYSICAL.into_iter().find(|wanted| {
        line.match_indices(wanted).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            before.is_none_or(|c| !c.is_alphanumeric() && c != '-')
        })
    })
}

fn unsaid(line: &str) -> Option<&'static str> {
    let said = line.split_once('=').map_or(line, |(_, said)| said).to_lowercase();
    let mut words = said.split(|c: char| !c.is_alphanumeric());
    words.find_map(|word| UNSAID.into_iter().find(|unsaid| word == *unsaid))
}

/// Each room uses only rooms before it; `words` only builds, `testkit` only tests.
fn directions(metadata: &Metadata) -> Vec<String> {
    let floor = |name: &str| ORDER.iter().position(|one| *one == name);
    let mut problems = Vec::new();
    for package in metadata.ours() {
        let Some(own) = floor(&package.name) else {
            problems.push(format!(
                "{} has no place in the order of the rooms (xtask/src/tidy.rs)",
                package.name
            ));
            continue;
        };
        for used in package.dependencies.iter().filter(|used| used.path.is_some()) {
            let kind = used.kind.as_deref().unwrap_or("normal");
            let upward = kind != "dev" && floor(&used.name).is_none_or(|other| other >= own);
            let misused =
                (used.name == "testkit" && kind != "dev") || (used.name == "words" && kind == "normal");
            if upward || (misused && package.name != "xtask") {
                problems.push(format!("{} must not use {} ({kind})", package.name, used.name));
            }
        }
    }
    problems
}

/// Dependencies that no file of the room names. Exceptions are listed in its `Cargo.toml` as for cargo-machete.
fn unused(metadata: &Metadata) -> Vec<String> {
    let mut problems = Vec::new();
    for package in metadata.ours() {
        let folder = package.manifest_path.parent().unwrap_or(Path::new("."));
        let sources: Vec<String> = files_below(folder)
            .iter()
            .filter(|path| {
                path.extension()
                    .is_some_and(|kind| kind == "rs" || kind == "html")
            })
            .filter_map(|path| fs::read_to_string(path).ok())
            .collect();
        let ignored = package
            .metadata
            .as_ref()
            .and_then(|all| all.pointer("/cargo-machete/ignored"));
        let ignored = ignored
            .and_then(|list| list.as_array())
            .cloned()
            .unwrap_or_default();
        for used in &package.dependencies {
            let name = used.rename.as_ref().unwrap_or(&used.name).replace('-', "_");
            let named = sources
                .iter()
                .any(|source| names(source, &name) || (name == "i18n" && source.contains("/words.rs")));
            if !named && !ignored.iter().any(|one| one.as_str() == Some(used.name.as_str())) {
                problems.push(format!("{} does not use {}", package.name, used.name));
            }
        }
    }
    problems
}

fn names(source: &str, name: &str) -> bool {
    let joins = |c: char| c.is_alphanumeric() || c == '_';
    source.match_indices(name).any(|(at, _)| {
        let before = source[..at].chars().next_back();
        let after = source[at + name.len()..].chars().next();
        before.is_none_or(|c| !joins(c)) && after.is_none_or(|c| !joins(c))
    })
}

/// Every room is on the map.
fn unmapped(metadata: &Metadata) -> Vec<String> {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap_or_default();
    let missing = metadata
        .ours()
        .filter(|package| !map.contains(&format!("`{}`", package.name)));
    missing
        .map(|package| format!("ARCHITECTURE.md does not name `{}`", package.name))
        .collect()
}

/// All files below a folder, in order.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn physical_properties_are_seen_and_logical_ones_are_not() {
        for bad in [
            "a{left:0}",
            "a{margin-left: 2px}",
            "a{text-align: right}",
            "a{inset:0}",
        ] {
            assert!(physical(bad).is_some(), "{bad}");
        }
        for good in [
            "a{inset-inline:0}",
            "a{padding-block-end:env(safe-area-inset-left)}",
            ".copyright:hover{}",
        ] {
            assert_eq!(physical(good), None, "{good}");
        }
    }

    #[test]
    fn a_page_that_may_be_kept_asks_the_doors_of_time() {
        assert!(tells_time(
            "crates/forum/src/pages/event.rs",
            "let now = app.clock().now();"
        ));
        assert!(!tells_time(
            "crates/forum/src/pages/event.rs",
            "let now = app.moment();"
        ));
        assert!(!tells_time("crates/app/src/serve.rs", "app.clock().clone()"));
    }

    #[test]
    fn a_word_is_found_whole() {
        assert!(names("use serde_json::Value;", "serde_json"));
        assert!(!names("use serde_json::Value;", "serde"));
        assert_eq!(unsaid("help-aid = First aid room"), Some("aid"));
        assert_eq!(unsaid("said = She said so"), None);
    }
}
