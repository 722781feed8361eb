//! Spans of time in words.

use i18n::Locale::{Ar, En, Fr};
use i18n::{ago, span};
use jiff::SignedDuration;

fn seconds(seconds: i64) -> SignedDuration {
    SignedDuration::from_secs(seconds)
}

#[test]
fn a_span_is_said_in_its_greatest_whole_unit() {
    let said: Vec<String> = [0, 1, 25, 59, 60, 3599, 3600, 86399, 86400, 259_200]
        .iter()
        .map(|s| span(En, seconds(*s)))
        .collect();
    assert_eq!(
        said,
        [
            "0 seconds",
            "1 second",
            "25 seconds",
            "59 seconds",
            "1 minute",
            "59 minutes",
            "1 hour",
            "23 hours",
            "1 day",
            "3 days"
        ]
    );
}

#[test]
fn french_and_arabic_have_their_forms() {
    assert_eq!(span(Fr, seconds(0)), "0 seconde");
    assert_eq!(span(Fr, seconds(45)), "45 secondes");
    assert_eq!(span(Ar, seconds(120)), "دقيقتان");
    assert_eq!(span(Ar, seconds(300)), "5 دقائق");
    assert_eq!(span(Ar, seconds(11 * 86400)), "11 يوماً");
    assert_eq!(span(Ar, seconds(45)), "45 ثانية");
}

#[test]
fn time_gone_by_is_said_from_now() {
    assert_eq!(ago(En, seconds(59)), "just now");
    assert_eq!(ago(En, seconds(-500)), "just now");
    assert_eq!(ago(En, seconds(60)), "1 minute ago");
    assert_eq!(ago(Fr, seconds(3 * 60)), "il y a 3 minutes");
    assert_eq!(ago(Fr, seconds(5)), "à l’instant");
    assert_eq!(ago(Ar, seconds(7200)), "قبل ساعتين");
    assert_eq!(ago(Ar, seconds(3 * 86400)), "قبل 3 أيام");
    assert_eq!(ago(En, seconds(49 * 3600)), "2 days ago");
}
