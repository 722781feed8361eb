//! The house's own tools: `cargo xtask check` before a change is handed in, and the few things it is made of.
mod bench;
mod check;
mod checklist;
mod deny;
mod engines;
mod fuzz;
mod http;
mod metadata;
mod older;
mod out;
mod program;
mod schema;
mod size;
mod tidy;

use std::path::PathBuf;
use std::process::ExitCode;

const HELP: &str = "cargo xtask TASK

  check            everything below that needs no server: formatting, lints, dependencies, tidiness, generated files
  tidy             what lints cannot see: purposes of modules, length of files, words, directions between the rooms
  deny             licences, sources and banned or doubled crates, after deny.toml
  schema           writes migrations/schema.sql; with --check only compares it
  engines          how many tests ran on each database; with --forget clears the count
  bench [NAME…]    measures (forum, http, db, sign-in, registration; clean only when named); with --json one object
                   a line, with --write into docs/benchmarks.md
  fuzz             looks for input at the sign-in that breaks it; --seconds N for each target, 60 if nothing is said
  older            builds the program that the last one is upgraded from, and prints where it lies (SALA_OLDER for the tests)
  size             bytes and requests of the event page, against its limits";

/// What a task answers: nothing, or every problem it found.
type Outcome = Result<(), Vec<String>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| arguments.iter().any(|one| one == flag);
    let outcome = match arguments.first().map(String::as_str) {
        Some("check") => check::run(),
        Some("tidy") => tidy::run(),
        Some("deny") => deny::run(),
        Some("schema") => schema::run(has("--check")),
        Some("engines") => engines::run(has("--forget")),
        Some("bench") => bench::run(&arguments[1..]),
        Some("fuzz") => fuzz::run(&arguments[1..]),
        Some("size") => size::run(),
        Some("older") => older::run(),
        _ => {
            out::say(HELP);
            return ExitCode::from(2);
        }
    };
    let Err(problems) = outcome else {
        return ExitCode::SUCCESS;
    };
    for problem in &problems {
        out::tell(problem);
    }
    out::tell(&format!("{} problem(s)", problems.len()));
    ExitCode::FAILURE
}

/// The folder of the workspace.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or(here.clone(), PathBuf::from)
}

/// The folder that Cargo builds in.
fn target() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    program
        .ancestors()
        .nth(2)
        .map_or_else(|| root().join("target"), PathBuf::from)
}
