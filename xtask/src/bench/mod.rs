//! Benchmarks of the release build, each figure beside its limit or its peer. Results on standard output as rows of a
//! table, or with `--json` one object a line; with `--write` they go into `docs/benchmarks.md` and `docs/benchmarks/`.
mod bench_crate;
mod chrome;
mod clean;
mod forum;
mod http;
mod line;
mod machine;
mod nginx;
mod process;
mod report;
mod sign_in;
mod wrk;

use crate::Outcome;
use line::Line;

/// A benchmark by its name.
type Bench = (&'static str, fn() -> Result<Vec<Line>, String>);

const BENCHES: [Bench; 6] = [
    ("forum", forum::run),
    ("clean", clean::run),
    ("http", http::run),
    ("db", || bench_crate::measure("db")),
    ("sign-in", sign_in::run),
    ("registration", || bench_crate::measure("registration")),
];

pub fn run(arguments: &[String]) -> Outcome {
    let has = |flag: &str| arguments.iter().any(|one| one == flag);
    let names: Vec<&String> = arguments.iter().filter(|one| !one.starts_with("--")).collect();
    let known = || {
        BENCHES
            .iter()
            .map(|(name, _)| *name)
            .collect::<Vec<_>>()
            .join(", ")
    };
    if let Some(unknown) = names
        .iter()
        .find(|name| BENCHES.iter().all(|(one, _)| *one != name.as_str()))
    {
        return Err(vec![format!(
            "no benchmark is called {unknown}; there are: {}",
            known()
        )]);
    }
    for (name, bench) in BENCHES {
        // Building from nothing takes minutes: only when asked for by name.
        let wanted = names.iter().any(|one| one.as_str() == name) || (names.is_empty() && name != "clean");
        if !wanted {
            continue;
        }
        let lines = bench().map_err(|problem| vec![format!("{name}: {problem}")])?;
        report::say(&lines, has("--json"));
        if has("--write") {
            report::write(name, &lines).map_err(|problem| vec![problem])?;
        }
    }
    Ok(())
}
