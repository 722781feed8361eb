//! The weight of the first visit to an event page: bytes as they travel, and requests, against their limits.
use crate::http::Connection;
use crate::program::{How, Program};
use crate::{Outcome, out};
use std::io::Write as _;
use std::process::{Command, Stdio};

const MOST_BYTES: usize = 15 * 1024;
const MOST_REQUESTS: usize = 3;
/// What one response's headers add.
const HEADERS: usize = 400;

pub fn run() -> Outcome {
    measure().map_err(|problem| vec![problem])
}

fn measure() -> Result<(), String> {
    let demo = Program::demo(&How::default())?;
    let mut connection = Connection::open(&demo.host)?;
    let path = first_event(&mut connection)?;
    let Weight { bytes, requests } = first_visit(&mut connection, &path)?;
    out::say(&format!(
        "{path}: {bytes} bytes of at most {MOST_BYTES}, {requests} requests of at most {MOST_REQUESTS}"
    ));
    if bytes > MOST_BYTES || requests > MOST_REQUESTS {
        return Err("the event page is too heavy".to_owned());
    }
    Ok(())
}

/// The event that the home page shows first.
pub fn first_event(connection: &mut Connection) -> Result<String, String> {
    let home = connection.get("/", "identity")?.text();
    let path = home.split('"').find(|part| part.starts_with("/e/"));
    path.map(str::to_owned)
        .ok_or_else(|| "the home page links to no event".to_owned())
}

/// What a first visit loads.
pub struct Weight {
    pub bytes: usize,
    pub requests: usize,
}

/// Adds up a page and what it makes a browser fetch.
pub fn first_visit(connection: &mut Connection, path: &str) -> Result<Weight, String> {
    let page = connection.get(path, "identity")?.text();
    let mut weight = Weight {
        bytes: HEADERS + carried(connection, path)?,
        requests: 1,
    };
    for part in parts(&page) {
        weight.bytes += HEADERS + carried(connection, &part)?;
        weight.requests += 1;
    }
    Ok(weight)
}

/// The bytes of an answer as they travel, or as brotli would make them where the program sends them plain.
fn carried(connection: &mut Connection, path: &str) -> Result<usize, String> {
    let answer = connection.get(path, "br")?;
    if answer.status != 200 {
        return Err(format!("{path}: status {}", answer.status));
    }
    if answer.header("content-encoding") == Some("br") {
        return Ok(answer.body.len());
    }
    brotli(&answer.body)
}

fn brotli(bytes: &[u8]) -> Result<usize, String> {
    let missing = |error: std::io::Error| format!("the program `brotli` is needed to measure: {error}");
    let mut command = Command::new("brotli");
    command
        .args(["--quality=5", "--stdout"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = command.spawn().map_err(missing)?;
    let mut input = child.stdin.take().ok_or("brotli has no standard input")?;
    let bytes = bytes.to_vec();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let done = child.wait_with_output().map_err(missing)?;
    let written = writer.join().map_err(|_| "brotli took no bytes".to_owned())?;
    written.map_err(|error| error.to_string())?;
    Ok(done.stdout.len())
}

/// What a browser fetches for the page: scripts, style sheets, icons, pictures.
fn parts(page: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for tag in page.split('<').filter(|tag| !tag.starts_with("a ")) {
        let loads = tag.starts_with("script") || tag.starts_with("img");
        let linked = tag.starts_with("link") && (tag.contains("stylesheet") || tag.contains("icon"));
        let attribute = if loads { "src=\"" } else { "href=\"" };
        if let Some((_, rest)) = tag.split_once(attribute).filter(|_| loads || linked) {
            let address = rest.split('"').next().unwrap_or_default().to_owned();
            if address.starts_with('/') && !found.contains(&address) {
                found.push(address);
            }
        }
    }
    found
}
