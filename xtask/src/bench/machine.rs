//! What the figures were measured on.
use std::fs;
use std::process::Command;

/// One line: date, processors, memory, kernel, compiler.
pub fn line() -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let processors = read("/proc/cpuinfo");
    let model = field(&processors, "model name");
    let cores = processors
        .lines()
        .filter(|line| line.starts_with("processor"))
        .count();
    let memory: u64 = field(&read("/proc/meminfo"), "MemTotal")
        .split(' ')
        .next()
        .and_then(|kib| kib.parse().ok())
        .unwrap_or(0);
    format!(
        "{}: {cores} cores ({model}), {} GiB, Linux {}, {}, load {} before the run",
        told("date", &["--utc", "+%-d %B %Y, %H:%M UTC"]),
        (memory + 524_288) / 1_048_576,
        told("uname", &["-r"]),
        told("rustc", &["--version"]),
        read("/proc/loadavg").split(' ').next().unwrap_or("?"),
    )
}

fn field(text: &str, name: &str) -> String {
    let found = text.lines().find(|line| line.starts_with(name));
    let value = found.and_then(|line| line.split_once(':'));
    value.map_or_else(|| "?".to_owned(), |(_, value)| value.trim().to_owned())
}

fn told(program: &str, arguments: &[&str]) -> String {
    let done = Command::new(program).args(arguments).output();
    done.map_or_else(
        |_| format!("no {program}"),
        |done| String::from_utf8_lossy(&done.stdout).trim().to_owned(),
    )
}
