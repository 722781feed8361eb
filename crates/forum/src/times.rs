//! Local times of events: what the organiser meant, and the instant it falls on.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};

/// A local time that the clocks of its zone jump over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Skipped;

/// The zone by its IANA name.
pub fn zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

/// The zone of a stored event; a name that no longer exists counts as UTC rather than break a page.
pub fn zone_or_utc(name: &str) -> TimeZone {
    zone(name).unwrap_or(TimeZone::UTC)
}

/// The instant of a local time. A time that comes twice means the first; one that never comes is refused.
pub fn instant(local: DateTime, zone: &TimeZone) -> Result<Timestamp, Skipped> {
    let ambiguous = zone.to_ambiguous_timestamp(local);
    if matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. }) {
        return Err(Skipped);
    }
    ambiguous.compatible().map_err(|_| Skipped)
}

/// The instant of a stored local time; after a change of zone rules a skipped time moves to the next that exists.
pub fn instant_or_next(local: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(local).compatible().ok()
}

/// `2022-09-13T09:00`, as stored and as a date-and-time field sends it (with or without seconds).
pub fn parse(text: &str) -> Option<DateTime> {
    let text = text.trim();
    if !matches!(text.len(), 16 | 19) || text.as_bytes().get(10) != Some(&b'T') {
        return None;
    }
    text.parse().ok()
}

/// `2022-09-13`.
pub fn parse_date(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() == 10 { text.parse().ok() } else { None }
}

/// As stored.
pub fn stored(local: DateTime) -> String {
    local.strftime("%Y-%m-%dT%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_hour_that_the_clocks_skip_is_refused() {
        let auckland = zone("Pacific/Auckland").unwrap();
        // New Zealand: 25 September 2022, 02:00 becomes 03:00.
        assert_eq!(
            instant(date(2022, 9, 25).at(2, 30, 0, 0), &auckland),
            Err(Skipped)
        );
        let after = instant(date(2022, 9, 25).at(3, 0, 0, 0), &auckland).unwrap();
        assert_eq!(after.to_string(), "2022-09-24T14:00:00Z");
    }

    #[test]
    fn an_hour_that_comes_twice_means_the_first() {
        let auckland = zone("Pacific/Auckland").unwrap();
        let first = instant(date(2022, 4, 3).at(2, 30, 0, 0), &auckland).unwrap();
        assert_eq!(first.to_string(), "2022-04-02T13:30:00Z");
    }

    #[test]
    fn days_that_do_not_exist_are_not_dates() {
        assert_eq!(parse("2022-02-30T09:00"), None);
        assert_eq!(parse_date("2022-02-30"), None);
        assert_eq!(parse("2022-09-13 09:00"), None);
        assert_eq!(
            parse("2022-09-13T09:00").map(stored).as_deref(),
            Some("2022-09-13T09:00")
        );
        assert_eq!(
            parse("2022-09-13T09:00:00").map(stored).as_deref(),
            Some("2022-09-13T09:00")
        );
    }

    #[test]
    fn an_unknown_zone_does_not_break_a_page() {
        assert_eq!(zone("Asia/Nowhere"), None);
        assert_eq!(zone_or_utc("Asia/Nowhere"), TimeZone::UTC);
    }
}
