//! Measures the running program (a release build). With `--json` one object a line; remarks on standard error.
use crate::http::{Connection, Demo};
use crate::{Outcome, out};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const LONG: Duration = Duration::from_secs(3);

pub fn run(arguments: &[String]) -> Outcome {
    let as_json = arguments.iter().any(|one| one == "--json");
    let names: Vec<&str> = arguments
        .iter()
        .map(String::as_str)
        .filter(|one| !one.starts_with("--"))
        .collect();
    if let Some(unknown) = names.iter().find(|name| **name != "http") {
        return Err(vec![format!("no benchmark is called {unknown}; there is: http")]);
    }
    let measured = http().map_err(|problem| vec![problem])?;
    for one in measured {
        let line = |key: &str| one[key].to_string();
        if as_json {
            out::say(&one.to_string());
        } else {
            out::say(&format!(
                "{} {}: {} {}",
                line("bench"),
                line("what"),
                line("ours"),
                line("unit")
            ));
        }
    }
    Ok(())
}

/// The event page and the cheapest answer there is, over one kept connection and over eight.
fn http() -> Result<Vec<Value>, String> {
    let demo = Demo::start()?;
    let mut connection = Connection::open(&demo.host)?;
    let home = String::from_utf8_lossy(&connection.get("/", "identity")?.body).into_owned();
    let event = home
        .split('"')
        .find(|part| part.starts_with("/e/"))
        .ok_or("the home page links to no event")?;
    let floor = per_second(&demo.host, "/health/live", 8)?;
    let mut lines = Vec::new();
    for (what, path, connections) in [
        ("home page, 1 connection", "/", 1),
        ("event page, 1 connection", event, 1),
        ("event page, 8 connections", event, 8),
    ] {
        let ours = per_second(&demo.host, path, connections)?;
        let ratio = if connections == 8 {
            json!((ours / floor * 1000.0).round() / 1000.0)
        } else {
            Value::Null
        };
        let peer = if connections == 8 {
            json!("our own /health/live")
        } else {
            Value::Null
        };
        let against = if connections == 8 {
            json!(floor.round())
        } else {
            Value::Null
        };
        lines.push(json!({
            "bench": "http", "what": what, "unit": "requests/s", "ours": ours.round(), "against": against,
            "peer": peer, "ratio": ratio, "aim": Value::Null, "met": Value::Null
        }));
    }
    Ok(lines)
}

/// Requests a second over kept connections, each by its own thread.
fn per_second(host: &str, path: &str, connections: usize) -> Result<f64, String> {
    let began = Instant::now();
    let work = || -> Result<u32, String> {
        let mut connection = Connection::open(host)?;
        let mut done = 0;
        while began.elapsed() < LONG {
            let answer = connection.get(path, "identity")?;
            if answer.status != 200 {
                return Err(format!("{path}: status {}", answer.status));
            }
            done += 1;
        }
        Ok(done)
    };
    let counts: Vec<Result<u32, String>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..connections).map(|_| scope.spawn(work)).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|_| Err("a thread ended".to_owned())))
            .collect()
    });
    let mut all = 0;
    for count in counts {
        all += count?;
    }
    Ok(f64::from(all) / began.elapsed().as_secs_f64())
}
