//! How many tests ran on each database, from the notes that the test programs leave in the target folder.
use crate::{Outcome, out, target};
use std::collections::BTreeSet;
use std::fs;

pub fn run(forget: bool) -> Outcome {
    let folder = target().join("engines");
    if forget {
        return match fs::remove_dir_all(&folder) {
            Err(error) if folder.exists() => Err(vec![error.to_string()]),
            _ => Ok(()),
        };
    }
    let mut ran = BTreeSet::new();
    for notes in fs::read_dir(&folder).into_iter().flatten().flatten() {
        let program = notes.file_name().to_string_lossy().into_owned();
        let text = fs::read_to_string(notes.path()).unwrap_or_default();
        ran.extend(text.lines().map(|line| format!("{line} {program}")));
    }
    let count = |engine: &str| ran.iter().filter(|line| line.starts_with(engine)).count();
    let (sqlite, postgres) = (count("sqlite "), count("postgres "));
    out::say(&format!("sqlite {sqlite}, postgres {postgres}"));
    if sqlite == 0 {
        return Err(vec![
            "no test has noted its engine: run `cargo test --workspace` first".to_owned(),
        ]);
    }
    if sqlite == postgres {
        return Ok(());
    }
    let name = |line: &String| {
        line.split_once(' ')
            .map(|(engine, rest)| (engine.to_owned(), rest.to_owned()))
    };
    let bare = |test: &str| test.replace("::sqlite ", " ").replace("::postgres ", " ");
    let on = |wanted: &str| -> BTreeSet<String> {
        ran.iter()
            .filter_map(name)
            .filter(|(engine, _)| engine == wanted)
            .map(|(_, test)| bare(&test))
            .collect()
    };
    let (first, second) = (on("sqlite"), on("postgres"));
    let alone = first
        .symmetric_difference(&second)
        .map(|test| format!("ran on one engine only: {test}"));
    let mut problems: Vec<String> = alone.take(20).collect();
    problems.push(format!(
        "{sqlite} tests ran on SQLite and {postgres} on PostgreSQL"
    ));
    Err(problems)
}
