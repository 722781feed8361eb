//! How long something lasts, and how long ago it was.

use jiff::SignedDuration;

use crate::Locale;
use crate::words::Words;

/// A span in its greatest whole unit.
///
/// ```
/// use i18n::{Locale, span};
/// use jiff::SignedDuration;
/// assert_eq!(span(Locale::En, SignedDuration::from_secs(25)), "25 seconds");
/// assert_eq!(span(Locale::Fr, SignedDuration::from_mins(60)), "1 heure");
/// ```
pub fn span(locale: Locale, length: SignedDuration) -> String {
    let w = Words(locale);
    let seconds = length.as_secs().unsigned_abs();
    match seconds {
        0..60 => w.seconds(seconds),
        60..3600 => w.minutes(seconds / 60),
        3600..86400 => w.hours(seconds / 3600),
        _ => w.days(seconds / 86400),
    }
}

/// How long ago, from an `elapsed` time; less than a minute, or a time to come, is "just now".
///
/// ```
/// use i18n::{Locale, ago};
/// use jiff::SignedDuration;
/// assert_eq!(ago(Locale::En, SignedDuration::from_mins(3)), "3 minutes ago");
/// assert_eq!(ago(Locale::En, SignedDuration::from_secs(20)), "just now");
/// ```
pub fn ago(locale: Locale, elapsed: SignedDuration) -> String {
    let w = Words(locale);
    let minutes = elapsed.as_mins();
    match minutes {
        ..1 => w.just_now().to_owned(),
        1..60 => w.minutes_ago(minutes),
        60..1440 => w.hours_ago(minutes / 60),
        _ => w.days_ago(minutes / 1440),
    }
}
