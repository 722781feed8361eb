//! Dates and hours as the United Nations writes them in each language: day before month, 24 hours, Latin digits.

use jiff::civil::{Date, DateTime, Time};

use crate::Locale;
use crate::months::{month_alone, month_name, weekday_name};

/// A date in full.
///
/// ```
/// use i18n::{Locale, date};
/// let day = jiff::civil::date(2027, 5, 1);
/// assert_eq!(date(Locale::En, day), "1 May 2027");
/// assert_eq!(date(Locale::Fr, day), "1er mai 2027");
/// ```
pub fn date(locale: Locale, date: Date) -> String {
    with_year(locale, &day_and_month(locale, date), date.year())
}

/// A date without its year, where the year is known.
///
/// ```
/// use i18n::{Locale, day_and_month};
/// assert_eq!(day_and_month(Locale::En, jiff::civil::date(2027, 5, 12)), "12 May");
/// ```
pub fn day_and_month(locale: Locale, date: Date) -> String {
    let month = month_name(locale, date.month());
    match locale {
        Locale::Zh => format!("{month}月{}日", date.day()),
        Locale::Es => format!("{} de {month}", date.day()),
        _ => format!("{} {month}", nth(locale, date)),
    }
}

/// A day of a programme: day of the week, day and month.
///
/// ```
/// use i18n::{Locale, day};
/// assert_eq!(day(Locale::En, jiff::civil::date(2022, 9, 13)), "Tuesday 13 September");
/// ```
pub fn day(locale: Locale, date: Date) -> String {
    weekday_before(locale, date, &day_and_month(locale, date))
}

/// A date in full with its day of the week.
///
/// ```
/// use i18n::{Locale, long_date};
/// assert_eq!(long_date(Locale::En, jiff::civil::date(2022, 9, 13)), "Tuesday 13 September 2022");
/// ```
pub fn long_date(locale: Locale, day: Date) -> String {
    weekday_before(locale, day, &date(locale, day))
}

/// A month of a year.
///
/// ```
/// use i18n::{Locale, month};
/// assert_eq!(month(Locale::En, jiff::civil::date(2022, 9, 1)), "September 2022");
/// ```
pub fn month(locale: Locale, date: Date) -> String {
    let name = month_alone(locale, date.month());
    match locale {
        Locale::Zh => format!("{}年{name}月", date.year()),
        _ => with_year(locale, name, date.year()),
    }
}

/// The hour and minute, from 00:00 to 23:59.
///
/// ```
/// assert_eq!(i18n::time(jiff::civil::time(9, 5, 0, 0)), "09:05");
/// ```
pub fn time(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// From one hour to another.
///
/// ```
/// use jiff::civil::time;
/// assert_eq!(i18n::time_range(time(9, 0, 0, 0), time(10, 30, 0, 0)), "09:00–10:30");
/// ```
pub fn time_range(starts: Time, ends: Time) -> String {
    format!("{}–{}", time(starts), time(ends))
}

/// A date in full with its hour.
///
/// ```
/// use i18n::{Locale, date_time};
/// let closes = jiff::civil::date(2027, 4, 30).at(17, 0, 0, 0);
/// assert_eq!(date_time(Locale::En, closes), "30 April 2027, 17:00");
/// assert_eq!(date_time(Locale::Fr, closes), "30 avril 2027 à 17:00");
/// ```
pub fn date_time(locale: Locale, at: DateTime) -> String {
    let (date, time) = (date(locale, at.date()), time(at.time()));
    match locale {
        Locale::En | Locale::Ru | Locale::Es => format!("{date}, {time}"),
        Locale::Fr => format!("{date} à {time}"),
        Locale::Zh => format!("{date} {time}"),
        Locale::Ar => format!("{date}، {time}"),
    }
}

/// From one day to another, saying the month and the year once where they are the same.
///
/// ```
/// use i18n::{Locale, date_range};
/// use jiff::civil::date;
/// assert_eq!(date_range(Locale::En, date(2027, 5, 12), date(2027, 5, 14)), "12–14 May 2027");
/// assert_eq!(date_range(Locale::En, date(2027, 5, 30), date(2027, 6, 2)), "30 May – 2 June 2027");
/// assert_eq!(date_range(Locale::En, date(2027, 5, 12), date(2027, 5, 12)), "12 May 2027");
/// ```
pub fn date_range(locale: Locale, first: Date, last: Date) -> String {
    if first == last {
        return date(locale, first);
    }
    if first.year() != last.year() {
        return joined(locale, &date(locale, first), &date(locale, last));
    }
    if first.month() != last.month() {
        let days = joined(
            locale,
            &day_and_month(locale, first),
            &day_and_month(locale, last),
        );
        return with_year(locale, &days, last.year());
    }
    let month = month_name(locale, last.month());
    let days = match locale {
        Locale::Zh => format!("{month}月{}日至{}日", first.day(), last.day()),
        Locale::Es => format!("{} a {} de {month}", first.day(), last.day()),
        _ => format!("{}–{} {month}", nth(locale, first), last.day()),
    };
    with_year(locale, &days, last.year())
}

fn joined(locale: Locale, first: &str, last: &str) -> String {
    match locale {
        Locale::Zh => format!("{first}至{last}"),
        Locale::Es => format!("{first} a {last}"),
        _ => format!("{first} – {last}"),
    }
}

/// The day of the month; French says "first", not "one".
fn nth(locale: Locale, date: Date) -> String {
    if locale == Locale::Fr && date.day() == 1 {
        "1er".to_owned()
    } else {
        date.day().to_string()
    }
}

fn with_year(locale: Locale, rest: &str, year: i16) -> String {
    match locale {
        Locale::En | Locale::Fr | Locale::Ar => format!("{rest} {year}"),
        Locale::Ru => format!("{rest} {year} года"),
        Locale::Zh => format!("{year}年{rest}"),
        Locale::Es => format!("{rest} de {year}"),
    }
}

fn weekday_before(locale: Locale, date: Date, rest: &str) -> String {
    let weekday = weekday_name(locale, date.weekday());
    match locale {
        Locale::En | Locale::Fr | Locale::Es => format!("{weekday} {rest}"),
        Locale::Ru => format!("{weekday}, {rest}"),
        Locale::Zh => format!("{rest}{weekday}"),
        Locale::Ar => format!("{weekday}، {rest}"),
    }
}
