//! Public pages beside nginx: the event page as a visitor gets it and rendered afresh, on a small and a large database.
use super::line::{Better, Line, median};
use super::nginx::Nginx;
use super::{bench_crate, wrk};
use crate::http::{Answer, Connection};
use crate::program::{How, Program};
use crate::{out, target};
use std::fs;
use std::path::Path;
use wrk::Run;

const BENCH: &str = "http";
const EVENT: &str = "/e/dg-forum-4";
const ROUNDS: usize = 5;
const SECONDS: u32 = 4;
const SERVER: &str = "0";
const GENERATOR: &str = "1";
/// A cookie that names no session: the page is made for this reader, after one look for the session.
const COOKIE: &str = "Cookie: __Host-s=0000000000000000000000000000000000000000000";

/// What is said of it, whose runs, beside whose, by which name, and the aim.
type Compared = (&'static str, &'static str, &'static str, &'static str, f64);
const FILE: &str = "nginx, a file";
const PACKED: &str = "nginx, gzip_static";
const SMALL: &str = "small database";
const COMPARED: [Compared; 8] = [
    ("event page, plain", "small plain", "nginx plain", FILE, 1.0),
    ("event page, brotli", "small packed", "nginx packed", PACKED, 1.2),
    (
        "event page afresh, plain",
        "small fresh plain",
        "nginx plain",
        FILE,
        0.1,
    ),
    (
        "event page afresh, brotli",
        "small fresh packed",
        "nginx packed",
        PACKED,
        0.1,
    ),
    (
        "event page, plain, large database",
        "large plain",
        "small plain",
        SMALL,
        0.9,
    ),
    (
        "event page, brotli, large database",
        "large packed",
        "small packed",
        SMALL,
        0.9,
    ),
    (
        "event page afresh, plain, large database",
        "large fresh plain",
        "small fresh plain",
        SMALL,
        0.9,
    ),
    (
        "event page afresh, brotli, large database",
        "large fresh packed",
        "small fresh packed",
        SMALL,
        0.9,
    ),
];

/// One thing that is loaded again and again.
struct Load<'a> {
    name: &'static str,
    server: u32,
    url: String,
    headers: Vec<&'static str>,
    log: &'a Path,
    runs: Vec<Run>,
}

pub fn run() -> Result<Vec<Line>, String> {
    let folder = target().join("bench-http");
    let _ = fs::remove_dir_all(&folder);
    let told = |error: std::io::Error| error.to_string();
    for part in ["small", "large", "nginx"] {
        fs::create_dir_all(folder.join(part)).map_err(told)?;
    }
    drop(program(&folder.join("large"), &folder.join("large.log"), "1250")?);
    bench_crate::add_events(&folder.join("large"))?;
    let (small_log, large_log) = (folder.join("small.log"), folder.join("large.log"));
    let small = program(&folder.join("small"), &small_log, "1")?;
    let large = program(&folder.join("large"), &large_log, "1250")?;
    let (plain, packed) = (page(&small, "identity")?, page(&small, "br")?);
    let nginx = Nginx::start(&folder.join("nginx"), SERVER, &plain, &packed)?;
    same_bytes(&nginx, "/plain", &plain)?;
    same_bytes(&nginx, "/packed", &packed)?;
    let nginx_log = folder.join("nginx/access.log");
    let mut loads = Vec::new();
    for (name, path, accept) in [
        ("nginx plain", "/plain", "Accept-Encoding: identity"),
        ("nginx packed", "/packed", "Accept-Encoding: gzip"),
    ] {
        loads.push(Load::new(
            name,
            nginx.worker,
            &nginx.host,
            path,
            &[accept],
            &nginx_log,
        ));
    }
    let sizes = [
        (
            &small,
            &small_log,
            [
                "small plain",
                "small packed",
                "small fresh plain",
                "small fresh packed",
            ],
        ),
        (
            &large,
            &large_log,
            [
                "large plain",
                "large packed",
                "large fresh plain",
                "large fresh packed",
            ],
        ),
    ];
    for (program, log, names) in sizes {
        let (plain, packed) = ("Accept-Encoding: identity", "Accept-Encoding: br");
        let headers: [&[&'static str]; 4] = [&[plain], &[packed], &[plain, COOKIE], &[packed, COOKIE]];
        for (name, headers) in names.into_iter().zip(headers) {
            loads.push(Load::new(name, program.id(), &program.host, EVENT, headers, log));
        }
    }
    for round in 0..=ROUNDS {
        out::tell(&format!(
            "{BENCH}: round {round} of {ROUNDS} (the first only warms)"
        ));
        for load in &mut loads {
            load.once(round > 0)?;
        }
    }
    let lines = lines(&loads)?;
    drop((nginx, small, large));
    let _ = fs::remove_dir_all(&folder);
    Ok(lines)
}

/// A demonstration on the server's processor, filled with so many times its people if it was empty.
fn program(folder: &Path, log: &Path, scale: &str) -> Result<Program, String> {
    let folder = folder.to_string_lossy().into_owned();
    Program::demo(&How {
        processor: Some(SERVER),
        log: Some(log),
        arguments: &["--data", &folder, "--scale", scale],
    })
}

fn page(program: &Program, accept: &str) -> Result<Answer, String> {
    let answer = Connection::open(&program.host)?.get(EVENT, accept)?;
    if answer.status == 200 && answer.header("content-encoding").unwrap_or("identity") == accept {
        Ok(answer)
    } else {
        Err(format!("{EVENT}: status {}, not {accept}", answer.status))
    }
}

fn same_bytes(nginx: &Nginx, path: &str, wanted: &Answer) -> Result<(), String> {
    let answer = Connection::open(&nginx.host)?.get(path, "gzip")?;
    let policy = "content-security-policy";
    if answer.status != 200 || answer.body != wanted.body || answer.header(policy) != wanted.header(policy) {
        return Err(format!(
            "nginx does not serve the same at {path}: status {}",
            answer.status
        ));
    }
    Ok(())
}

impl Load<'_> {
    fn new<'a>(
        name: &'static str,
        server: u32,
        host: &str,
        path: &str,
        headers: &[&'static str],
        log: &'a Path,
    ) -> Load<'a> {
        Load {
            name,
            server,
            url: format!("http://{host}{path}"),
            headers: headers.to_vec(),
            log,
            runs: Vec::new(),
        }
    }

    /// One run; every request must have left its line in the log.
    fn once(&mut self, counts: bool) -> Result<(), String> {
        let told = |error: std::io::Error| format!("{}: {error}", self.log.display());
        fs::File::options()
            .write(true)
            .open(self.log)
            .and_then(|file| file.set_len(0))
            .map_err(told)?;
        let seconds = if counts { SECONDS } else { 1 };
        let run = wrk::load(self.server, GENERATOR, &self.url, &self.headers, seconds)?;
        std::thread::sleep(std::time::Duration::from_millis(200));
        let log = fs::read(self.log).map_err(told)?;
        let lines = bytes_as_figure(log.split(|byte| *byte == b'\n').count());
        if lines < run.requests {
            return Err(format!(
                "{}: {} requests and {lines} lines of log",
                self.name, run.requests
            ));
        }
        if counts {
            self.runs.push(run);
        }
        Ok(())
    }
}

fn bytes_as_figure(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn lines(loads: &[Load<'_>]) -> Result<Vec<Line>, String> {
    let middle = |name: &str, of: fn(&Run) -> f64| {
        let load = loads.iter().find(|load| load.name == name);
        load.map(|load| median(load.runs.iter().map(of).collect()))
            .ok_or_else(|| format!("nothing is called {name}"))
    };
    let mut lines = Vec::new();
    for (what, ours, peer, named, aim) in COMPARED {
        let line = |part: &str, unit, of: fn(&Run) -> f64, better, aim| -> Result<Line, String> {
            Ok(Line {
                bench: BENCH,
                what: format!("{what}, {part}"),
                unit,
                ours: middle(ours, of)?,
                against: Some((named.to_owned(), middle(peer, of)?)),
                better,
                aim,
            })
        };
        lines.push(line(
            "processor a request",
            "µs",
            |run| run.server,
            Better::Less,
            Some(aim),
        )?);
        lines.push(line(
            "one core",
            "requests/s",
            Run::per_second,
            Better::More,
            None,
        )?);
    }
    let generator = middle("small plain", |run| run.generator)?;
    lines.push(Line::alone(
        BENCH,
        "wrk itself, not counted above, processor a request",
        "µs",
        generator,
    ));
    Ok(lines)
}
