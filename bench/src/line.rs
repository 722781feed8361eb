//! What is said: one figure a line on standard output, remarks on standard error.
use serde_json::json;

/// A figure; `unit` is `/s`, `ms` or `µs`.
pub struct Line<'a> {
    pub what: String,
    pub unit: &'static str,
    pub ours: f64,
    pub against: Option<(&'a str, f64)>,
    pub aim: Option<f64>,
}

#[expect(clippy::print_stdout, reason = "the figures are this program's output")]
pub fn say(line: &Line<'_>) {
    let (against, peer) = line.against.unzip();
    let said = json!({
        "what": line.what, "unit": line.unit, "ours": line.ours, "against": against, "peer": peer, "aim": line.aim,
    });
    println!("{said}");
}

/// What a node says to the one that started it.
#[expect(clippy::print_stdout, reason = "the nodes' way to speak")]
pub fn word(text: &str) {
    println!("{text}");
}

#[expect(clippy::print_stderr, reason = "remarks belong on standard error")]
pub fn tell(text: &str) {
    eprintln!("{text}");
}

/// The middle of several runs.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}
