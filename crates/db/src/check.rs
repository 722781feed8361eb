//! Proof that every statement works on the engine at hand, and that the registry has seen every statement.
use crate::{Db, FILTERED, STATEMENTS, Tx, statement};
use base::{Fault, Result};
use std::path::Path;

/// A statement that the engine refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub file: &'static str,
    pub line: u32,
    pub error: String,
}

/// Prepares every registered statement, and every filter and order of every list.
pub async fn check_every_statement(db: &Db) -> Result<Vec<Problem>> {
    let mut problems = Vec::new();
    for (file, line, text) in texts() {
        let prepared: Result<()> = db.read(move |tx: &mut Tx<'_>| prepare(tx, &text)).await;
        if let Err(fault) = prepared {
            problems.push(Problem {
                file,
                line,
                error: fault.to_string(),
            });
        }
    }
    Ok(problems)
}

fn texts() -> Vec<(&'static str, u32, String)> {
    let lists = FILTERED
        .iter()
        .flat_map(|l| l.samples().into_iter().map(|text| (l.file, l.line, text)));
    STATEMENTS
        .iter()
        .map(|s| (s.file, s.line, s.text.to_owned()))
        .chain(lists)
        .collect()
}

fn prepare(tx: &mut Tx<'_>, text: &str) -> Result<()> {
    tx.prepare(&statement::for_sqlite(text), &statement::for_postgres(text))
}

/// How many statements and lists of the crate in `folder` (`crates/people`) the registry holds.
pub fn registered_in(folder: &str) -> usize {
    let inside = |file: &str| file.contains(&format!("{folder}/src"));
    STATEMENTS.iter().filter(|s| inside(s.file)).count() + FILTERED.iter().filter(|l| inside(l.file)).count()
}

/// How many the sources in `folder` contain.
pub fn written_in(folder: &Path) -> Result<usize> {
    let mut count = 0;
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|e| Fault::new("reading the sources").because(e))?;
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text =
                    std::fs::read_to_string(&path).map_err(|e| Fault::new("reading a source").because(e))?;
                let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                count += code
                    .map(|line| line.matches("sql!(").count() + line.matches("filtered! {").count())
                    .sum::<usize>();
            }
        }
    }
    Ok(count)
}
