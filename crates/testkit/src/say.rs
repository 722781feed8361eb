//! What a test run must tell whoever started it, past the silence that surrounds a test which passes.
use std::io::Write as _;

/// Whether `SALA_REQUIRE` names `what`: then its absence fails a test that would otherwise be skipped.
pub fn required(what: &str) -> bool {
    std::env::var("SALA_REQUIRE").is_ok_and(|list| list.split(',').any(|one| one.trim() == what))
}

/// Writes to standard error even when the test harness keeps the output of tests to itself.
pub fn loudly(sentence: &str) {
    let mut out = std::io::stderr();
    let _ = writeln!(out, "\n*** {sentence}\n");
}
