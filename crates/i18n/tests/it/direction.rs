//! Texts of one direction inside sentences of the other.

use i18n::Locale::{Ar, En, Fr};
use i18n::{isolate, shown};

#[test]
fn latin_letters_are_isolated_in_arabic() {
    assert_eq!(isolate(Ar, "UTC+7"), "\u{2068}UTC+7\u{2069}");
    assert_eq!(
        isolate(Ar, "name@ministry.example"),
        "\u{2068}name@ministry.example\u{2069}"
    );
}

#[test]
fn numbers_of_several_pieces_are_isolated_in_arabic() {
    assert_eq!(isolate(Ar, "+66 2 288 1234"), "\u{2068}+66 2 288 1234\u{2069}");
    for plain in ["12", "09:00", "1,234", "12–14 أيار/مايو 2027"] {
        assert_eq!(isolate(Ar, plain), plain);
    }
}

#[test]
fn arabic_is_isolated_in_other_languages() {
    assert_eq!(isolate(En, "العربية"), "\u{2068}العربية\u{2069}");
    assert_eq!(isolate(Fr, "Genève, +41"), "Genève, +41");
}

#[test]
fn an_address_of_a_page_is_left_alone() {
    assert_eq!(
        isolate(Ar, "https://forum.example/e/x"),
        "https://forum.example/e/x"
    );
}

#[test]
fn a_text_is_isolated_once() {
    let once = isolate(Ar, "Fiji").into_owned();
    assert_eq!(isolate(Ar, &once), once);
    assert_eq!(shown(Ar, &once), once);
    assert_eq!(shown(Ar, "Fiji"), once);
}
