//! From a clean clone to `ready`: the whole release build in an empty folder, and which dependencies it waits for.
use super::line::Line;
use super::process;
use crate::{out, root, target};
use serde_json::Value;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const BENCH: &str = "clean";
/// What a dependency may cost before it must be named.
const DEAR: f64 = 30.0;

pub fn run() -> Result<Vec<Line>, String> {
    let folder = target().join("bench-clean");
    let _ = fs::remove_dir_all(&folder);
    let (began, before) = (Instant::now(), process::cpu_of_children()?);
    let mut cargo = Command::new("nice");
    cargo
        .arg(env!("CARGO"))
        .args(["build", "--release", "--quiet", "--package", "app", "--timings"])
        .env("CARGO_TARGET_DIR", &folder)
        .current_dir(root());
    if !cargo.status().is_ok_and(|status| status.success()) {
        return Err("the clean build failed".to_owned());
    }
    let built = began.elapsed();
    let used = process::cpu_of_children()? - before;
    ready(&folder.join("release/sala"))?;
    let wall = began.elapsed();
    let dear = dear(&folder)?;
    let _ = fs::remove_dir_all(&folder);
    let mut lines = vec![
        Line::limit(
            BENCH,
            "clean clone to ready (downloads not counted)",
            "s",
            wall.as_secs_f64(),
            300.0,
        ),
        Line::alone(BENCH, "of it, the build", "s", built.as_secs_f64()),
        Line::limit(
            BENCH,
            "processor time of the build, halved for two cores",
            "s",
            used / 2.0,
            300.0,
        ),
    ];
    for (name, seconds) in dear {
        out::tell(&format!("{name} took {seconds} s"));
        let is_ours = name
            .split(' ')
            .next()
            .is_some_and(|name| root().join("crates").join(name).is_dir());
        lines.push(if is_ours {
            Line::alone(
                BENCH,
                &format!("our own {name}, wall time beside others"),
                "s",
                seconds,
            )
        } else {
            let what = format!("dependency {name}, wall time beside others");
            Line::limit(BENCH, &what, "s", seconds, DEAR)
        });
    }
    Ok(lines)
}

fn ready(program: &Path) -> Result<(), String> {
    let mut sala = Command::new(program);
    sala.args(["demo", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = sala.spawn().map_err(|error| error.to_string())?;
    let out = child.stdout.take().ok_or("no standard output")?;
    let ready = BufReader::new(out)
        .lines()
        .map_while(Result::ok)
        .any(|line| line == "ready");
    let _ = child.kill();
    let _ = child.wait();
    if ready {
        Ok(())
    } else {
        Err("the demonstration did not get ready".to_owned())
    }
}

/// The five longest units of the build, and every one above the limit, as Cargo's own report has them.
fn dear(folder: &Path) -> Result<Vec<(String, f64)>, String> {
    let path = folder.join("cargo-timings/cargo-timing.html");
    let page = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let (_, rest) = page
        .split_once("const UNIT_DATA = ")
        .ok_or("the report has no units")?;
    let (data, _) = rest.split_once("];").ok_or("the report's units have no end")?;
    let units: Vec<Value> = serde_json::from_str(&format!("{data}]")).map_err(|error| error.to_string())?;
    let mut all: Vec<(String, f64)> = units
        .iter()
        .map(|unit| {
            let text = |key: &str| unit[key].as_str().unwrap_or_default().to_owned();
            let name = format!("{} {}{}", text("name"), text("version"), text("target"));
            (name, unit["duration"].as_f64().unwrap_or(0.0))
        })
        .collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    let above = all.iter().filter(|(_, seconds)| *seconds > DEAR).count();
    all.truncate(above.max(5));
    Ok(all)
}
