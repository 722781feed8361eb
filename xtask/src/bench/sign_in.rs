//! Signing in under load: mailed links verified (in the package `bench`), and password checks over HTTP beside argon2
//! alone, while another page must stay quick.
use super::bench_crate;
use super::line::{Better, Line};
use super::process;
use crate::http::Connection;
use crate::out;
use crate::program::{How, Program};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

const BENCH: &str = "sign-in";
const EVENT: &str = "/e/dg-forum-4";
/// Connections that send a password again as soon as the last was answered.
const SENDERS: u32 = 16;
/// Pages that wait for a link.
const WAITING: u32 = 10_000;
const LONG: Duration = Duration::from_secs(10);
/// Fifty probes a second.
const PAUSE: Duration = Duration::from_millis(20);

pub fn run() -> Result<Vec<Line>, String> {
    let mut lines = bench_crate::measure(BENCH)?;
    lines.extend(passwords()?);
    lines.extend(waiting()?);
    Ok(lines)
}

fn passwords() -> Result<Vec<Line>, String> {
    let hash = bench_crate::hash()?;
    let cores =
        std::thread::available_parallelism().map_or(1.0, |n| f64::from(u32::try_from(n.get()).unwrap_or(1)));
    let demo = Program::demo(&How::default())?;
    out::tell(&format!("{BENCH}: a page, with nothing beside it"));
    let quiet = probe(&demo.host)?;
    out::tell(&format!("{BENCH}: passwords, and the page beside them"));
    let own = process::cpu(std::process::id())?;
    let (checked, loaded) = load(&demo.host)?;
    let generator = process::cpu(std::process::id())? - own;
    let alone = |what: &str, unit, ours| Line::alone(BENCH, what, unit, ours);
    Ok(vec![
        Line {
            against: Some((
                "argon2 alone, cores ÷ its processor time".to_owned(),
                cores * 1000.0 / hash,
            )),
            better: Better::More,
            aim: Some(0.9),
            ..alone("password checks over HTTP", "/s", checked)
        },
        alone("argon2 alone, processor time of one hash", "ms", hash),
        Line::limit(
            BENCH,
            "event page meanwhile, p99 (limit: twice the quiet p99 or 20 ms)",
            "ms",
            p99(&loaded),
            (2.0 * p99(&quiet)).max(20.0),
        ),
        alone("event page, nothing beside it, p99", "ms", p99(&quiet)),
        alone(
            "the generator, not subtracted above, share of one core",
            "%",
            generator * 100.0 / LONG.as_secs_f64(),
        ),
    ])
}

/// Thousands of pages that wait for a link: what they cost in memory, and whether another page stays quick.
fn waiting() -> Result<Vec<Line>, String> {
    let demo = Program::demo(&How::default())?;
    let (email, password) = demo.account("delegate")?;
    let origin = format!("http://{}", demo.host);
    let headers = [
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("Origin", origin.as_str()),
    ];
    let body = format!("email={email}&password={password}");
    let begun = Connection::open(&demo.host)?.send("POST", "/sign-in", &headers, &body)?;
    let cookie = begun
        .header("set-cookie")
        .and_then(|cookie| cookie.split(';').next())
        .ok_or("nobody waits for a link")?;
    out::tell(&format!("{BENCH}: {WAITING} pages that wait"));
    let before = process::memory(demo.id())?;
    let mut ears = Vec::new();
    for _ in 0..WAITING {
        ears.push(Connection::hear(&demo.host, "/sign-in/events", cookie)?);
    }
    let grown = process::memory(demo.id())? - before;
    let meanwhile = probe(&demo.host)?;
    drop(ears);
    Ok(vec![
        Line::limit(BENCH, "10 000 pages that wait for a link", "MB", grown, 200.0),
        Line::limit(BENCH, "event page meanwhile, p99", "ms", p99(&meanwhile), 20.0),
    ])
}

/// Milliseconds of each answer, from the moment at which the question was due.
fn probe(host: &str) -> Result<Vec<f64>, String> {
    let mut connection = Connection::open(host)?;
    let mut all = Vec::new();
    let mut due = Instant::now();
    let end = due + LONG;
    while due < end {
        sleep(due.saturating_duration_since(Instant::now()));
        let answer = connection.get(EVENT, "br")?;
        if answer.status != 200 {
            return Err(format!("{EVENT}: status {}", answer.status));
        }
        all.push(due.elapsed().as_secs_f64() * 1e3);
        due += PAUSE;
    }
    Ok(all)
}

/// Wrong passwords a second while the page is probed, and the answers of the probe.
fn load(host: &str) -> Result<(f64, Vec<f64>), String> {
    let (stop, tries) = (AtomicBool::new(false), AtomicU32::new(0));
    let send = || -> Result<u32, String> {
        let mut connection = Connection::open(host)?;
        let origin = format!("http://{host}");
        let mut count = 0;
        while !stop.load(Ordering::Relaxed) {
            // Each try is somebody else's, from somewhere else: nobody is held off.
            let n = tries.fetch_add(1, Ordering::Relaxed);
            let address = format!("10.{}.{}.{}", n >> 16, n >> 8 & 255, n & 255);
            let headers = [
                ("Content-Type", "application/x-www-form-urlencoded"),
                ("Origin", origin.as_str()),
                ("X-Forwarded-For", address.as_str()),
            ];
            let body = format!("email=nobody{n}%40bench.sala.example&password=not+the+password&next=%2F");
            let answer = connection.send("POST", "/sign-in", &headers, &body)?;
            if answer.status != 422 {
                return Err(format!("a wrong password is answered {}", answer.status));
            }
            count += 1;
        }
        Ok(count)
    };
    scope(|scope| {
        let began = Instant::now();
        let senders: Vec<_> = (0..SENDERS).map(|_| scope.spawn(send)).collect();
        let probed = probe(host);
        stop.store(true, Ordering::Relaxed);
        let mut all = 0;
        for sender in senders {
            all += sender
                .join()
                .unwrap_or_else(|_| Err("a sender ended".to_owned()))?;
        }
        Ok((f64::from(all) / began.elapsed().as_secs_f64(), probed?))
    })
}

fn p99(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() * 99 / 100).copied().unwrap_or(f64::NAN)
}
