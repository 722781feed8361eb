//! Plural forms, digits, lists and sizes.

use i18n::Locale::{Ar, En, Es, Fr, Ru, Zh};
use i18n::Plural::{self, Few, Many, One, Other, Two, Zero};
use i18n::{Locale, bytes, list_and, number, plural};

fn forms(locale: Locale, numbers: &[i64]) -> Vec<Plural> {
    numbers.iter().map(|n| plural(locale, n)).collect()
}

#[test]
fn plural_forms_are_those_of_cldr() {
    assert_eq!(forms(En, &[0, 1, 2, 11, 101]), [Other, One, Other, Other, Other]);
    assert_eq!(forms(Fr, &[0, 1, 2, 1_000_000]), [One, One, Other, Many]);
    assert_eq!(forms(Es, &[0, 1, 2, 1_000_000]), [Other, One, Other, Many]);
    assert_eq!(forms(Zh, &[0, 1, 2]), [Other, Other, Other]);
    assert_eq!(
        forms(Ru, &[0, 1, 2, 5, 11, 21, 22, 111]),
        [Many, One, Few, Many, Many, One, Few, Many]
    );
    assert_eq!(
        forms(Ar, &[0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111]),
        [Zero, One, Two, Few, Few, Many, Many, Other, Other, Few, Many]
    );
}

#[test]
fn a_number_below_zero_takes_the_form_of_its_size() {
    assert_eq!(plural(En, -1), One);
    assert_eq!(plural(Ar, -2), Two);
}

#[test]
fn thousands_stand_apart() {
    let said: Vec<String> = [En, Fr, Ar, Ru, Zh, Es]
        .iter()
        .map(|l| number(*l, 1234))
        .collect();
    assert_eq!(
        said,
        ["1,234", "1\u{202f}234", "1,234", "1\u{a0}234", "1,234", "1234"]
    );
    assert_eq!(number(Es, 12_345), "12\u{a0}345");
    assert_eq!(number(En, 1_234_567), "1,234,567");
    assert_eq!(number(En, 999), "999");
    assert_eq!(number(En, -1000), "\u{2212}1,000");
}

#[test]
fn a_number_of_any_kind_can_be_counted() {
    assert_eq!(number(En, u64::MAX), number(En, i64::MAX));
    assert_eq!(number(En, 7_u8), "7");
    assert_eq!(number(En, [1, 2, 3].len()), "3");
}

#[test]
fn lists_end_with_and() {
    let three = ["A", "B", "C"];
    assert_eq!(list_and(En, &three), "A, B and C");
    assert_eq!(list_and(Fr, &three), "A, B et C");
    assert_eq!(list_and(Ar, &three), "A وB وC");
    assert_eq!(list_and(Ru, &three), "A, B и C");
    assert_eq!(list_and(Zh, &three), "A、B和C");
    assert_eq!(list_and(Es, &["francés", "inglés"]), "francés e inglés");
    assert_eq!(list_and(En, &["A"]), "A");
    assert_eq!(list_and::<&str>(En, &[]), "");
    assert_eq!(list_and(En, &[String::from("A"), String::from("B")]), "A and B");
}

#[test]
fn a_size_has_the_unit_and_the_point_of_the_language() {
    assert_eq!(bytes(En, 210 * 1024), "210 KB");
    assert_eq!(bytes(Fr, 210 * 1024), "210 Ko");
    assert_eq!(bytes(Ar, 210 * 1024), "210 كيلوبايت");
    assert_eq!(bytes(Fr, 1_572_864), "1,5 Mo");
    assert_eq!(bytes(Ar, 1_572_864), "1.5 ميغابايت");
    assert_eq!(bytes(En, 3 * 1024 * 1024 * 1024), "3 GB");
}

#[test]
fn a_size_goes_to_the_next_unit_before_it_says_1024() {
    assert_eq!(bytes(En, 0), "0 bytes");
    assert_eq!(bytes(Fr, 1), "1 octet");
    assert_eq!(bytes(Ar, 2), "بايتان");
    assert_eq!(bytes(En, 1023), "1,023 bytes");
    assert_eq!(bytes(En, 1024), "1 KB");
    assert_eq!(bytes(En, 1024 * 1024 - 1), "1 MB");
    assert_eq!(bytes(En, 10 * 1024 * 1024), "10 MB");
}
