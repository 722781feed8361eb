//! How small the forum is: weight and first paint of its pages, memory at rest, and the time to start.
use super::chrome::{Chrome, Visit};
use super::line::{Line, median};
use super::process;
use crate::http::Connection;
use crate::program::{How, Program};
use crate::{out, size, target};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

const BENCH: &str = "forum";
const RUNS: usize = 5;
const EVENT: &str = "/e/dg-forum-4";

/// A page with its limits: KB of the first visit, requests, seconds to the first paint.
struct Wanted {
    name: &'static str,
    path: &'static str,
    kilobytes: f64,
    requests: f64,
    paint: f64,
}

const PUBLIC: [Wanted; 3] = [
    Wanted {
        name: "event page",
        path: EVENT,
        kilobytes: 15.0,
        requests: 3.0,
        paint: 1000.0,
    },
    Wanted {
        name: "home page",
        path: "/",
        kilobytes: 15.0,
        requests: 3.0,
        paint: 1000.0,
    },
    Wanted {
        name: "sign-in",
        path: "/sign-in",
        kilobytes: 10.0,
        requests: 3.0,
        paint: 900.0,
    },
];
const STEP: Wanted = Wanted {
    name: "registration step",
    path: "/e/dg-forum-4/register/delegation",
    kilobytes: 10.0,
    requests: 3.0,
    paint: 900.0,
};
const QUEUE: Wanted = Wanted {
    name: "desk queue",
    path: "/desk/registrations",
    kilobytes: 30.0,
    requests: 4.0,
    paint: 1500.0,
};

pub fn run() -> Result<Vec<Line>, String> {
    let mut lines = Vec::new();
    let folder = target().join("bench-forum");
    let _ = fs::remove_dir_all(&folder);
    let (memory, time) = rest(&folder)?;
    pages(&mut lines)?;
    lines.extend(memory);
    lines.extend(time);
    let _ = fs::remove_dir_all(&folder);
    Ok(lines)
}

fn pages(lines: &mut Vec<Line>) -> Result<(), String> {
    // three times the people, so that a page of the queue is full
    let demo = Program::demo(&How {
        arguments: &["--scale", "3"],
        ..How::default()
    })?;
    let first = size::first_visit(&mut Connection::open(&demo.host)?, EVENT)?;
    let kilobytes = |bytes: f64| bytes / 1024.0;
    let bytes = f64::from(u32::try_from(first.bytes).unwrap_or(u32::MAX));
    let what = "event page, first visit, brotli (HTTP client)";
    lines.push(Line::limit(BENCH, what, "KB", kilobytes(bytes), 15.0));
    for wanted in PUBLIC {
        let mut chrome = Chrome::start()?;
        chrome.slow_down()?;
        lines.extend(visits(&mut chrome, &demo, &wanted)?);
    }
    for (role, wanted) in [("delegate", STEP), ("officer", QUEUE)] {
        let mut chrome = Chrome::start()?;
        sign_in(&mut chrome, &demo, role)?;
        chrome.slow_down()?;
        lines.extend(visits(&mut chrome, &demo, &wanted)?);
    }
    Ok(())
}

fn visits(chrome: &mut Chrome, demo: &Program, wanted: &Wanted) -> Result<Vec<Line>, String> {
    out::tell(&format!("{BENCH}: {} in Chromium", wanted.name));
    let url = format!("http://{}{}", demo.host, wanted.path);
    // the browser's own first page is not ours
    chrome.visit(&url)?;
    let visits: Vec<Visit> = (0..RUNS).map(|_| chrome.visit(&url)).collect::<Result<_, _>>()?;
    let middle = |of: fn(&Visit) -> f64| median(visits.iter().map(of).collect());
    let line = |part: &str, unit, ours, limit| {
        Line::limit(BENCH, &format!("{}, {part}", wanted.name), unit, ours, limit)
    };
    Ok(vec![
        line(
            "first visit",
            "KB",
            middle(|v| v.bytes) / 1024.0,
            wanted.kilobytes,
        ),
        line("requests", "requests", middle(|v| v.requests), wanted.requests),
        line("first paint", "ms", middle(|v| v.paint), wanted.paint),
    ])
}

/// Signs in as a role would: password, then the link of the letter in the same browser.
fn sign_in(chrome: &mut Chrome, demo: &Program, role: &str) -> Result<(), String> {
    let (email, password) = demo.account(role)?;
    chrome.open(&format!("http://{}/sign-in", demo.host))?;
    let fill = "for (const [name, text] of arguments) document.querySelector(`[name=${name}]`).value = text;
        document.querySelector('[name=password]').form.requestSubmit();";
    chrome.run(fill, &json!([["email", email], ["password", password]]))?;
    chrome.wait_for_path(|path| path == "/sign-in/check-email")?;
    let link = letter(demo, email)?;
    chrome.open(&link)?;
    chrome.wait_for_path(|path| !path.starts_with("/l/"))
}

/// The link of the newest letter to an address.
fn letter(demo: &Program, email: &str) -> Result<String, String> {
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(10) {
        let answer = Connection::open(&demo.host)?.get("/dev/mail.json", "identity")?;
        let letters: Value = serde_json::from_slice(&answer.body).map_err(|error| error.to_string())?;
        let mut letters = letters.as_array().into_iter().flatten();
        if let Some(letter) = letters.find(|letter| letter["to"] == email) {
            let text = letter["text"].as_str().unwrap_or_default();
            let link = text.split_whitespace().find(|word| word.contains("/l/"));
            return link
                .map(str::to_owned)
                .ok_or_else(|| "the letter has no link".to_owned());
        }
        sleep(Duration::from_millis(100));
    }
    Err(format!("no letter comes to {email}"))
}

/// Memory at rest, and how soon a filled site is back.
fn rest(folder: &Path) -> Result<(Vec<Line>, Vec<Line>), String> {
    let kept = folder.to_string_lossy().into_owned();
    let filled = How {
        arguments: &["--data", &kept],
        ..How::default()
    };
    out::tell(&format!("{BENCH}: memory at rest"));
    let mut memory = Vec::new();
    {
        let empty = Program::serve(&How::default(), &folder.join("empty"))?;
        memory.push(at_rest("serve, empty site", &empty, 10)?);
        let demo = Program::demo(&filled)?;
        memory.push(at_rest(
            "demo, filled a moment ago (hashing buffers still held)",
            &demo,
            10,
        )?);
        memory.push(at_rest("demo, its buffers given back", &demo, 30)?);
    }
    memory.push(at_rest(
        "serve, filled site",
        &Program::serve(&How::default(), folder)?,
        10,
    )?);
    out::tell(&format!("{BENCH}: start to the first page"));
    let starts = |start: &dyn Fn() -> Result<Program, String>| -> Result<f64, String> {
        let all: Result<Vec<f64>, String> = (0..RUNS)
            .map(|_| start().map(|program| program.first_page.as_secs_f64() * 1e3))
            .collect();
        Ok(median(all?))
    };
    let serve = starts(&|| Program::serve(&How::default(), folder))?;
    let demo = starts(&|| Program::demo(&filled))?;
    let time = vec![
        Line::limit(
            BENCH,
            "start to first page, serve, filled site",
            "ms",
            serve,
            200.0,
        ),
        Line::limit(
            BENCH,
            "start to first page, demo --data, filled",
            "ms",
            demo,
            200.0,
        ),
    ];
    Ok((memory, time))
}

fn at_rest(what: &str, program: &Program, seconds: u64) -> Result<Line, String> {
    sleep(Duration::from_secs(seconds));
    let used = process::memory(program.id())?;
    Ok(Line::limit(
        BENCH,
        &format!("memory at rest, {what}"),
        "MB",
        used,
        60.0,
    ))
}
