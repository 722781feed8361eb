//! Numbers in sentences: their plural form, their digits, lists of things, sizes of files.

use std::cell::OnceCell;

use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::{Locale as Tag, locale};
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

use crate::Locale;
use crate::words::Words;

/// The form a noun takes beside a number; which numbers take which form is the language's affair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// Any whole number that a sentence can count, or a reference to one.
///
/// ```
/// use i18n::Count;
/// assert_eq!(vec!["a", "b"].len().value(), 2);
/// assert_eq!((&7_i64).value(), 7);
/// ```
pub trait Count {
    /// The number; one beyond `i64` counts as the greatest `i64`.
    fn value(self) -> i64;
}

macro_rules! counts {
    ($($number:ty),*) => { $(
        impl Count for $number {
            fn value(self) -> i64 {
                i64::try_from(self).unwrap_or(i64::MAX)
            }
        }
    )* };
}

counts!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

impl<N: Count + Copy> Count for &N {
    fn value(self) -> i64 {
        (*self).value()
    }
}

thread_local! {
    static RULES: [OnceCell<Option<PluralRules>>; 6] = const { [const { OnceCell::new() }; 6] };
    static LISTS: [OnceCell<Option<ListFormatter>>; 6] = const { [const { OnceCell::new() }; 6] };
}

fn tag(locale: Locale) -> Tag {
    match locale {
        Locale::En => locale!("en-GB"),
        Locale::Fr => locale!("fr"),
        Locale::Ru => locale!("ru"),
        Locale::Zh => locale!("zh"),
        Locale::Ar => locale!("ar"),
        Locale::Es => locale!("es"),
    }
}

/// The plural form of a whole number, by CLDR.
///
/// ```
/// use i18n::{Locale, Plural, plural};
/// assert_eq!(plural(Locale::En, 0), Plural::Other);
/// assert_eq!(plural(Locale::Fr, 0), Plural::One);
/// assert_eq!(plural(Locale::Ar, 11), Plural::Many);
/// ```
pub fn plural(locale: Locale, n: impl Count) -> Plural {
    let n = n.value().unsigned_abs();
    let category = RULES.with(|rules| {
        let made = || PluralRules::try_new(tag(locale).into(), PluralRulesOptions::default()).ok();
        rules[locale as usize]
            .get_or_init(made)
            .as_ref()
            .map(|rules| rules.category_for(n))
    });
    match category {
        Some(PluralCategory::Zero) => Plural::Zero,
        Some(PluralCategory::One) => Plural::One,
        Some(PluralCategory::Two) => Plural::Two,
        Some(PluralCategory::Few) => Plural::Few,
        Some(PluralCategory::Many) => Plural::Many,
        Some(PluralCategory::Other) | None => Plural::Other,
    }
}

/// A whole number with its thousands apart, in Latin digits everywhere.
///
/// ```
/// use i18n::{Locale, number};
/// assert_eq!(number(Locale::En, 12_345), "12,345");
/// assert_eq!(number(Locale::Fr, 12_345), "12\u{202f}345");
/// ```
pub fn number(locale: Locale, n: impl Count) -> String {
    let n = n.value();
    let digits = n.unsigned_abs().to_string();
    let (gap, least) = match locale {
        Locale::En | Locale::Zh | Locale::Ar => (',', 4),
        Locale::Fr => ('\u{202f}', 4),
        Locale::Ru => ('\u{a0}', 4),
        Locale::Es => ('\u{a0}', 5),
    };
    let mut out = String::from(if n < 0 { "\u{2212}" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len() >= least && (digits.len() - index).is_multiple_of(3) {
            out.push(gap);
        }
        out.push(digit);
    }
    out
}

/// Things one after the other, with the language's "and" before the last.
///
/// ```
/// use i18n::{Locale, list_and};
/// assert_eq!(list_and(Locale::En, &["Fiji", "Samoa", "Tonga"]), "Fiji, Samoa and Tonga");
/// assert_eq!(list_and(Locale::Ar, &["فيجي", "ساموا"]), "فيجي وساموا");
/// ```
pub fn list_and<S: AsRef<str>>(locale: Locale, items: &[S]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    let listed = LISTS.with(|lists| {
        let made = || ListFormatter::try_new_and(tag(locale).into(), ListFormatterOptions::default()).ok();
        let list = lists[locale as usize].get_or_init(made);
        list.as_ref()
            .map(|list| list.format_to_string(items.iter().copied()))
    });
    listed.unwrap_or_else(|| items.join(", "))
}

/// The size of a file: whole kilobytes, then one decimal.
///
/// ```
/// use i18n::{Locale, bytes};
/// assert_eq!(bytes(Locale::En, 114_688), "112 KB");
/// assert_eq!(bytes(Locale::Fr, 1_887_437), "1,8 Mo");
/// assert_eq!(bytes(Locale::En, 1), "1 byte");
/// ```
pub fn bytes(locale: Locale, size: u64) -> String {
    const STEP: u64 = 1024;
    let w = Words(locale);
    if size < STEP {
        return w.size_bytes(size);
    }
    let kilobytes = (size + STEP / 2) / STEP;
    if kilobytes < STEP {
        return w.size_kilobytes(kilobytes);
    }
    let tenths = |unit: u64| {
        let tenths = (u128::from(size) * 10 + u128::from(unit) / 2) / u128::from(unit);
        let (whole, tenth) = (tenths / 10, tenths % 10);
        let point = if matches!(locale, Locale::En | Locale::Zh | Locale::Ar) {
            '.'
        } else {
            ','
        };
        if tenth == 0 {
            whole.to_string()
        } else {
            format!("{whole}{point}{tenth}")
        }
    };
    if kilobytes < STEP * STEP {
        w.size_megabytes(tenths(STEP * STEP))
    } else {
        w.size_gigabytes(tenths(STEP * STEP * STEP))
    }
}
