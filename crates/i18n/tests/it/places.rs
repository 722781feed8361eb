//! Places of time zones and their distance from universal time.

use i18n::Locale::{Ar, En, Fr};
use i18n::{utc_offset, zone_place};
use jiff::civil::date;

fn offset(zone: &str, month: i8) -> String {
    let tz = jiff::tz::TimeZone::get(zone).expect("the zone is in the bundled database");
    let at = tz
        .to_ambiguous_timestamp(date(2022, month, 13).at(9, 0, 0, 0))
        .compatible();
    utc_offset(&at.expect("a day of our time").to_zoned_datetime(tz))
}

#[test]
fn a_zone_is_known_by_its_city() {
    assert_eq!(zone_place(En, "Asia/Bangkok"), "Bangkok");
    assert_eq!(zone_place(Fr, "Asia/Bangkok"), "Bangkok");
    assert_eq!(zone_place(Fr, "Asia/Seoul"), "Séoul");
    assert_eq!(zone_place(Ar, "Pacific/Fiji"), "فيجي");
    assert_eq!(zone_place(En, "America/New_York"), "New York");
    assert_eq!(zone_place(Fr, "Asia/Ho_Chi_Minh"), "Hô Chi Minh-Ville");
}

#[test]
fn a_zone_not_named_after_its_city_says_the_city_all_the_same() {
    assert_eq!(zone_place(En, "Indian/Maldives"), "Malé");
    assert_eq!(zone_place(Fr, "Asia/Qatar"), "Doha");
    assert_eq!(zone_place(En, "Etc/UTC"), "UTC");
}

#[test]
fn an_unknown_city_stays_in_latin_letters() {
    assert_eq!(zone_place(Ar, "America/Argentina/Buenos_Aires"), "Buenos Aires");
}

#[test]
fn every_zone_of_the_table_exists() {
    for zone in i18n::known_zones() {
        assert!(jiff::tz::TimeZone::get(zone).is_ok(), "{zone}");
    }
}

#[test]
fn the_offset_is_that_of_the_day() {
    assert_eq!(offset("Asia/Bangkok", 9), "UTC+7");
    assert_eq!(offset("Asia/Kathmandu", 9), "UTC+5:45");
    assert_eq!(offset("America/New_York", 9), "UTC\u{2212}4");
    assert_eq!(offset("America/New_York", 1), "UTC\u{2212}5");
    assert_eq!(offset("Pacific/Marquesas", 9), "UTC\u{2212}9:30");
    assert_eq!(offset("Europe/London", 1), "UTC");
    assert_eq!(offset("Europe/London", 9), "UTC+1");
}
