//! Times as a person reads them: the clock of her zone, with the zone beside.

use i18n::Locale;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The time zone of a sign-in; UTC when it names none.
pub fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// "09:20 (UTC+7)".
pub fn clock(locale: Locale, at: Timestamp, zone_name: &str) -> String {
    let local = at.to_zoned(zone(zone_name));
    format!("{} ({})", i18n::time(locale, local.time()), i18n::utc_offset(&local))
}

/// "09:20:05", where seconds count.
pub fn clock_seconds(at: Timestamp, zone_name: &str) -> String {
    at.to_zoned(zone(zone_name)).strftime("%H:%M:%S").to_string()
}

/// "15 August 2022, 09:20 (UTC+7)".
pub fn moment(locale: Locale, at: Timestamp, zone_name: &str) -> String {
    let local = at.to_zoned(zone(zone_name));
    let comma = if locale == Locale::Ar { '،' } else { ',' };
    format!("{}{comma} {}", i18n::date(locale, local.date()), clock(locale, at, zone_name))
}

/// For `<time datetime>`.
pub fn machine(at: Timestamp, zone_name: &str) -> String {
    at.to_zoned(zone(zone_name)).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
