//! The checklist of signing in: each of its checks stands in the table once, and each test that it names exists.
use crate::root;
use std::fs;
use std::path::Path;

const PATH: &str = "docs/security/checklist.md";
/// How many checks there are of each kind: P01 to P18, and so on.
const CHECKS: [(char, usize); 8] = [
    ('P', 18),
    ('T', 11),
    ('L', 32),
    ('M', 10),
    ('S', 13),
    ('R', 11),
    ('O', 5),
    ('W', 3),
];

/// Everything that is wrong with it.
pub fn audit(sources: &[std::path::PathBuf]) -> Vec<String> {
    let Ok(table) = fs::read_to_string(root().join(PATH)) else {
        return vec![format!("{PATH}: is not there")];
    };
    let named: Vec<&str> = rows(&table).flat_map(|(_, shown)| tests(shown)).collect();
    let mut missing: Vec<&str> = named.clone();
    for path in sources.iter().filter(|path| is_rust(path)) {
        let text = fs::read_to_string(path).unwrap_or_default();
        missing.retain(|test| !text.contains(&format!("fn {test}(")));
    }
    let mut problems = misplaced(&table);
    problems.extend(
        missing
            .iter()
            .map(|test| format!("{PATH}: no test is called {test}")),
    );
    problems
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|kind| kind == "rs")
}

/// The checks that stand nowhere, twice, or without a word on how they are met.
fn misplaced(table: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for (kind, count) in CHECKS {
        for number in 1..=count {
            let check = format!("{kind}{number:02}");
            let found: Vec<&str> = rows(table)
                .filter(|(id, _)| *id == check)
                .map(|(_, shown)| shown)
                .collect();
            match found[..] {
                [shown] if shown.trim().is_empty() => {
                    problems.push(format!("{PATH}: {check} says nothing of how it is met"));
                }
                [_] => {}
                _ => problems.push(format!("{PATH}: {check} stands there {} times", found.len())),
            }
        }
    }
    problems
}

/// Each row of a check: its id, and its last column.
fn rows(table: &str) -> impl Iterator<Item = (&str, &str)> {
    table.lines().filter_map(|line| {
        let cells: Vec<&str> = line.split('|').collect();
        let id = cells.get(1)?.trim();
        let is_check = id.len() == 3 && id[1..].bytes().all(|b| b.is_ascii_digit());
        (is_check && cells.len() == 5).then(|| (id, cells[3]))
    })
}

/// The names between backticks that are names of tests.
fn tests(shown: &str) -> Vec<&str> {
    let quoted = shown.split('`').skip(1).step_by(2);
    quoted
        .filter(|name| name.len() > 4 && name.as_bytes()[1].is_ascii_digit() && name.as_bytes()[3] == b'_')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_that_is_missing_doubled_or_unanswered_is_told() {
        let table = "| P01 | a | `p01_it_holds` |\n| P01 | a | b |\n| P02 | a |  |\n";
        let problems = misplaced(table);
        assert!(problems[0].contains("P01 stands there 2 times"), "{problems:?}");
        assert!(problems[1].contains("P02 says nothing"), "{problems:?}");
        assert!(problems[2].contains("P03 stands there 0 times"), "{problems:?}");
        assert_eq!(problems.len(), 103);
    }

    #[test]
    fn names_of_tests_are_told_from_other_code() {
        assert_eq!(
            tests("`p01_it_holds`, `m=1`, `p17_l25_too`"),
            ["p01_it_holds", "p17_l25_too"]
        );
    }
}
