//! Keeps a name written one way whole inside a sentence written the other way.

use std::borrow::Cow;
use std::fmt::Display;

use crate::Locale;

/// The text, between invisible isolating marks when it runs against the language of the sentence round it.
///
/// Addresses of pages are left alone: a mark at their end would be taken for a part of them.
///
/// ```
/// use i18n::{Locale, isolate};
/// assert_eq!(isolate(Locale::Ar, "A/77/256 (2022)"), "\u{2068}A/77/256 (2022)\u{2069}");
/// assert_eq!(isolate(Locale::Ar, "بانكوك"), "بانكوك");
/// assert_eq!(isolate(Locale::En, "Bangkok"), "Bangkok");
/// ```
pub fn isolate(locale: Locale, text: &str) -> Cow<'_, str> {
    if against(locale, text) && !text.contains("://") && !text.contains('\u{2068}') {
        Cow::Owned(format!("\u{2068}{text}\u{2069}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// An argument as a sentence shows it: [`isolate`]d where it must be. Generated sentences call it.
///
/// ```
/// assert_eq!(i18n::shown(i18n::Locale::En, 3), "3");
/// ```
pub fn shown(locale: Locale, value: impl Display) -> String {
    let text = value.to_string();
    match isolate(locale, &text) {
        Cow::Owned(marked) => marked,
        Cow::Borrowed(_) => text,
    }
}

/// Left-to-right letters or a number of several pieces in Arabic; right-to-left letters elsewhere.
fn against(locale: Locale, text: &str) -> bool {
    let right_to_left = text.chars().any(is_right_to_left);
    if locale.dir() == "ltr" {
        return right_to_left;
    }
    let left_to_right = text.chars().any(|c| c.is_alphabetic() && !is_right_to_left(c));
    let pieces = text.chars().any(|c| c.is_ascii_digit()) && text.chars().any(|c| "+-\u{2212}/ ".contains(c));
    left_to_right || (pieces && !right_to_left)
}

fn is_right_to_left(c: char) -> bool {
    let hebrew_to_arabic = ('\u{590}'..='\u{8ff}').contains(&c);
    let forms = ('\u{fb1d}'..='\u{fdff}').contains(&c) || ('\u{fe70}'..='\u{feff}').contains(&c);
    let beyond = ('\u{10800}'..='\u{10fff}').contains(&c) || ('\u{1e800}'..='\u{1eeff}').contains(&c);
    c.is_alphabetic() && (hebrew_to_arabic || forms || beyond)
}
