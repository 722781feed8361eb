//! The two ways in which a task speaks: results on standard output, remarks on standard error.

#[expect(clippy::print_stdout, reason = "a tool's result belongs on standard output")]
pub fn say(line: &str) {
    println!("{line}");
}

#[expect(clippy::print_stderr, reason = "a tool's remarks belong on standard error")]
pub fn tell(line: &str) {
    eprintln!("{line}");
}
