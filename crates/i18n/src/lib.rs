//! The languages of Sala and what each does its own way: dates, plurals, lists, sizes, alphabetical order, search.
//!
//! A [`Locale`] is one of the six languages of the United Nations. The sentences themselves are in `words/`; here is
//! what they need to be right: [`plural`] forms, [`date`]s as the United Nations writes them, [`list_and`], [`bytes`].
//!
//! ```
//! use i18n::Locale;
//! let opening = jiff::civil::date(2022, 9, 13);
//! assert_eq!(i18n::date(Locale::En, opening), "13 September 2022");
//! assert_eq!(i18n::date(Locale::Ar, opening), "13 أيلول/سبتمبر 2022");
//! ```

mod bidi;
mod calendar;
mod locale;
mod months;
mod numbers;
mod order;
mod places;
mod spans;

/// The sentences of this crate.
pub mod words {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use bidi::{isolate, shown};
pub use calendar::{date, date_range, date_time, day, day_and_month, long_date, month, time, time_range};
pub use locale::Locale;
pub use numbers::{Count, Plural, bytes, list_and, number, plural};
pub use order::{fold, sort_key};
pub use places::{known_zones, utc_offset, zone_place};
pub use spans::{ago, span};
