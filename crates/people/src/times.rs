//! Times as a person reads them: the clock of her zone, with the zone beside.

use i18n::Locale;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// The time in a zone of that name; in UTC when there is none.
fn local(at: Timestamp, zone: &str) -> ZonedDateTime {
    at.to_zoned_datetime(TimeZone::get(zone).unwrap_or(TimeZone::UTC))
}

/// "09:20 (UTC+7)".
pub fn clock(at: Timestamp, zone: &str) -> String {
    let local = local(at, zone);
    format!("{} ({})", i18n::time(local.time()), i18n::utc_offset(&local))
}

/// "09:20:05", where seconds count.
pub fn clock_seconds(at: Timestamp, zone: &str) -> String {
    local(at, zone).strftime("%H:%M:%S").to_string()
}

/// "15 August 2022, 09:20 (UTC+7)".
pub fn moment(locale: Locale, at: Timestamp, zone: &str) -> String {
    let local = local(at, zone);
    format!(
        "{} ({})",
        i18n::date_time(locale, local.datetime()),
        i18n::utc_offset(&local)
    )
}

/// For `<time datetime>`.
pub fn machine(at: Timestamp, zone: &str) -> String {
    local(at, zone).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
