//! Looks for input at the sign-in that breaks what must hold for all of it. The compiler of the house builds the fuzzer;
//! a C++ compiler is all it needs beside.
use crate::{Outcome, out, root, target};
use std::fs;
use std::path::Path;
use std::process::Command;

const TARGETS: [&str; 4] = ["next", "email", "token", "code"];
/// Each target runs so long.
const SECONDS: &str = "60";
/// What makes the program tell the fuzzer which way it went: the same passes that `cargo fuzz` asks for.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

pub fn run(arguments: &[String]) -> Outcome {
    let seconds = arguments
        .iter()
        .skip_while(|one| *one != "--seconds")
        .nth(1)
        .map_or(SECONDS, String::as_str);
    let folder = target().join("fuzz");
    build(&folder)?;
    let found: Vec<String> = TARGETS
        .into_iter()
        .filter_map(|name| look(&folder, name, seconds).err())
        .collect();
    if found.is_empty() { Ok(()) } else { Err(found) }
}

/// `--target` keeps the flags away from what runs while building.
fn build(folder: &Path) -> Outcome {
    let machine = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let status = Command::new(env!("CARGO"))
        .args([
            "build",
            "--quiet",
            "--package",
            "fuzz",
            "--features",
            "libfuzzer",
            "--bins",
        ])
        .args([
            "--config",
            "profile.dev.package.base.opt-level=2",
            "--config",
            "profile.dev.package.fuzz.opt-level=2",
        ])
        .args(["--target", &machine, "--target-dir"])
        .arg(folder)
        .env("RUSTFLAGS", FLAGS)
        .current_dir(root())
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        _ => Err(vec!["the fuzzer was not built, see above".to_owned()]),
    }
}

/// Begins with what was found before; what is new is kept beside the build.
fn look(folder: &Path, name: &str, seconds: &str) -> Result<(), String> {
    let (known, new) = (
        root().join("fuzz/corpus").join(name),
        folder.join("corpus").join(name),
    );
    fs::create_dir_all(&new).map_err(|error| format!("{}: {error}", new.display()))?;
    let breaking = folder.join(format!("{name}-"));
    let done = Command::new(folder.join(format!(
        "{}-unknown-linux-gnu/debug/{name}",
        std::env::consts::ARCH
    )))
    .args([
        format!("-max_total_time={seconds}"),
        "-max_len=600".to_owned(),
        "-print_final_stats=1".to_owned(),
    ])
    .arg(format!("-artifact_prefix={}", breaking.display()))
    .args([&new, &known])
    .output()
    .map_err(|error| format!("{name}: {error}"))?;
    let told = String::from_utf8_lossy(&done.stderr);
    // What the fuzzer says while it looks is of no use to anybody.
    let fault = told.find("\nthread '").map_or(&*told, |at| &told[at..]);
    if done.status.success() {
        let runs = told
            .lines()
            .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
        out::say(&format!(
            "{name}: {} inputs, all well",
            runs.unwrap_or("0").trim()
        ));
        return Ok(());
    }
    Err(format!(
        "{fault}{name}: an input breaks it; put it into fuzz/corpus/{name}, where the tests read it"
    ))
}
