//! The program that is upgraded from: the commit named in `crates/app/tests/nodes/older`, built beside this one, so that a
//! test can let both serve one database.
use crate::{Outcome, out, root, target};
use std::process::Command;

/// Holds the commit. It is set anew at each release, and whenever an older program can no longer serve beside a newer one.
const NAMED: &str = "crates/app/tests/nodes/older";

pub fn run() -> Outcome {
    build().map_err(|problem| vec![problem])
}

fn build() -> Result<(), String> {
    let text = std::fs::read_to_string(root().join(NAMED)).map_err(|error| format!("{NAMED}: {error}"))?;
    let commit = text.trim();
    let folder = target().join("older");
    let source = folder.join("source");
    let packed = folder.join("source.tar");
    if source.exists() {
        std::fs::remove_dir_all(&source).map_err(|error| format!("{}: {error}", source.display()))?;
    }
    std::fs::create_dir_all(&source).map_err(|error| format!("{}: {error}", source.display()))?;
    done(
        Command::new("git")
            .args(["archive", "--output"])
            .arg(&packed)
            .arg(commit)
            .current_dir(root()),
    )?;
    done(Command::new("tar").arg("-xf").arg(&packed).arg("-C").arg(&source))?;
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args(["build", "--quiet", "--package", "app", "--target-dir"])
        .arg(folder.join("target"))
        .current_dir(&source);
    done(&mut cargo)?;
    let program = folder.join("target/debug/sala");
    if !program.exists() {
        return Err(format!("{} was not built", program.display()));
    }
    out::say(&program.display().to_string());
    Ok(())
}

fn done(command: &mut Command) -> Result<(), String> {
    let status = command
        .status()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{command:?} failed: {status}"))
    }
}
