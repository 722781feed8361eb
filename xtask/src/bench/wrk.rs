//! Load: `wrk` with 64 kept connections on a processor of its own. What the server spends on a request is read from the
//! kernel, so that the generator's own time does not count; it is told beside.
use super::process;
use std::process::Command;

pub const CONNECTIONS: &str = "64";

/// One run.
#[derive(Clone, Copy, Default)]
pub struct Run {
    pub requests: f64,
    pub seconds: f64,
    /// Microseconds of the server's processor, and of the generator's, for one request.
    pub server: f64,
    pub generator: f64,
}

impl Run {
    pub fn per_second(&self) -> f64 {
        self.requests / self.seconds
    }
}

/// Loads an address for some seconds while `server` (a process) answers.
pub fn load(server: u32, processor: &str, url: &str, headers: &[&str], seconds: u32) -> Result<Run, String> {
    let mut wrk = Command::new("taskset");
    wrk.args(["-c", processor, "wrk", "-t1", "-c", CONNECTIONS, "-d"])
        .arg(format!("{seconds}s"));
    for header in headers {
        wrk.args(["-H", header]);
    }
    let (before, own) = (process::cpu(server)?, process::cpu_of_children()?);
    let done = wrk
        .arg(url)
        .output()
        .map_err(|error| format!("wrk and taskset are needed to measure: {error}"))?;
    let (after, own_after) = (process::cpu(server)?, process::cpu_of_children()?);
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    if said.contains("Non-2xx") || said.contains("Socket errors") || !done.status.success() {
        return Err(format!("{url}: {said}"));
    }
    let line = said
        .lines()
        .find(|line| line.contains(" requests in "))
        .ok_or_else(|| format!("wrk says no result: {said}"))?;
    let (requests, rest) = line.trim().split_once(" requests in ").unwrap_or_default();
    let requests: f64 = requests.parse().map_err(|_| format!("wrk says {line}"))?;
    let time = rest.split(',').next().unwrap_or_default();
    let seconds = time.strip_suffix('s').and_then(|s| s.parse().ok());
    Ok(Run {
        requests,
        seconds: seconds.ok_or_else(|| format!("wrk says {line}"))?,
        server: (after - before) * 1e6 / requests,
        generator: (own_after - own) * 1e6 / requests,
    })
}
