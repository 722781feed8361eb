//! The gate: everything that must hold before a change is handed in. All steps run; all failures are told.
use crate::{Outcome, deny, out, root, schema, tidy};
use std::process::Command;

pub fn run() -> Outcome {
    let mut problems = Vec::new();
    let mut step = |name: &str, outcome: Outcome| {
        out::tell(&format!(
            "{name}: {}",
            if outcome.is_ok() { "well" } else { "NOT WELL" }
        ));
        if let Err(found) = outcome {
            problems.extend(found.into_iter().map(|problem| format!("{name}: {problem}")));
        }
    };
    step("formatting", cargo(&["fmt", "--all", "--check"]));
    step(
        "lints",
        cargo(&[
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]),
    );
    step("dependencies", deny::run());
    step("tidiness", tidy::run());
    step("generated files", schema::run(true));
    step("spelling", typos());
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

fn cargo(arguments: &[&str]) -> Outcome {
    let status = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(root())
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(vec![format!("cargo {} failed, see above", arguments[0])]),
        Err(error) => Err(vec![format!("cargo cannot be started: {error}")]),
    }
}

/// `typos` is a program of its own: where it is not installed the step says so and passes; CI installs it.
fn typos() -> Outcome {
    match Command::new("typos")
        .arg("--config")
        .arg(root().join("typos.toml"))
        .current_dir(root())
        .status()
    {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(vec!["typos found some, see above".to_owned()]),
        Err(_) => {
            out::tell(
                "*** SKIPPED: typos is not installed (`pip install typos` or `cargo install typos-cli`)",
            );
            Ok(())
        }
    }
}
