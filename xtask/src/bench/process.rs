//! What the kernel says a process has used.
use std::fs;
use std::process::Command;

/// A clock tick of `/proc` on Linux, in seconds.
const TICK: f64 = 0.01;

/// Seconds of processor time of a process with all its threads.
pub fn cpu(process: u32) -> Result<f64, String> {
    ticks(&process.to_string(), 11)
}

/// Seconds of processor time of everything this process started and has waited for.
pub fn cpu_of_children() -> Result<f64, String> {
    ticks("self", 13)
}

pub fn is_root() -> bool {
    let me = Command::new("id").arg("-u").output();
    me.is_ok_and(|out| out.stdout.starts_with(b"0\n"))
}

/// Two neighbouring fields of `stat`, counted after the name, which may hold spaces.
fn ticks(process: &str, from: usize) -> Result<f64, String> {
    let path = format!("/proc/{process}/stat");
    let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let (_, after) = text
        .rsplit_once(") ")
        .ok_or_else(|| format!("{path} has no name"))?;
    let mut all = 0.0;
    for field in after.split(' ').skip(from).take(2) {
        all += field.parse::<f64>().map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(TICK * all)
}

/// Memory that is in use, in MB (of 1,000,000 bytes).
pub fn memory(process: u32) -> Result<f64, String> {
    let path = format!("/proc/{process}/status");
    let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok());
    kib.map(|kib| kib * 1024.0 / 1e6)
        .ok_or_else(|| format!("{path} has no VmRSS"))
}
