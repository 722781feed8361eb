//! Measurements that need the operations themselves: the package `bench` runs them in its own process.
use super::line::{Better, Line};
use crate::{root, target};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Adds a thousand events to the folder of a demonstration that nobody serves.
pub fn add_events(folder: &Path) -> Result<(), String> {
    let done = Command::new(build()?).arg("events").arg(folder).status();
    if done.is_ok_and(|status| status.success()) {
        Ok(())
    } else {
        Err("the events cannot be added".to_owned())
    }
}

/// Milliseconds of processor time of one hash of a password, alone.
pub fn hash() -> Result<f64, String> {
    let done = Command::new(build()?).arg("hash").output();
    let said = done.map_err(|error| error.to_string())?.stdout;
    let said = String::from_utf8_lossy(&said).into_owned();
    read("sign-in", said.trim()).map(|line| line.ours)
}

/// Runs one measurement and reads its lines.
pub fn measure(bench: &'static str) -> Result<Vec<Line>, String> {
    let folder = target().join(format!("bench-{bench}"));
    let mut command = Command::new(build()?);
    command.arg(bench).arg(&folder).stderr(Stdio::inherit());
    let done = command.output().map_err(|error| error.to_string())?;
    let _ = std::fs::remove_dir_all(&folder);
    if !done.status.success() {
        return Err("it failed".to_owned());
    }
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    said.lines().map(|line| read(bench, line)).collect()
}

fn build() -> Result<PathBuf, String> {
    let mut cargo = Command::new(env!("CARGO"));
    let built = cargo
        .args(["build", "--release", "--quiet", "--package", "bench"])
        .current_dir(root())
        .status();
    if built.is_ok_and(|status| status.success()) {
        Ok(target().join("release/bench"))
    } else {
        Err("the release build failed".to_owned())
    }
}

fn read(bench: &'static str, line: &str) -> Result<Line, String> {
    let said: Value = serde_json::from_str(line).map_err(|error| format!("{line}: {error}"))?;
    let figure = |key: &str| said[key].as_f64();
    let unit = match said["unit"].as_str() {
        Some("ms") => "ms",
        Some("µs") => "µs",
        _ => "/s",
    };
    Ok(Line {
        bench,
        what: said["what"].as_str().unwrap_or_default().to_owned(),
        unit,
        ours: figure("ours").ok_or_else(|| format!("{line} has no figure"))?,
        against: said["against"].as_str().map(str::to_owned).zip(figure("peer")),
        better: if unit == "/s" { Better::More } else { Better::Less },
        aim: figure("aim"),
    })
}
