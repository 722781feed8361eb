//! Dates and hours in six languages.

use i18n::Locale;
use jiff::civil::{Date, date, time};

const ROUND: [Locale; 6] = [
    Locale::En,
    Locale::Fr,
    Locale::Ar,
    Locale::Ru,
    Locale::Zh,
    Locale::Es,
];

fn each(say: impl Fn(Locale) -> String) -> Vec<String> {
    ROUND.iter().map(|locale| say(*locale)).collect()
}

fn opening() -> Date {
    date(2022, 9, 13)
}

#[test]
fn a_date_in_full() {
    assert_eq!(
        each(|l| i18n::date(l, opening())),
        [
            "13 September 2022",
            "13 septembre 2022",
            "13 أيلول/سبتمبر 2022",
            "13 сентября 2022 года",
            "2022年9月13日",
            "13 de septiembre de 2022",
        ]
    );
}

#[test]
fn a_day_of_a_programme() {
    assert_eq!(
        each(|l| i18n::day(l, opening())),
        [
            "Tuesday 13 September",
            "mardi 13 septembre",
            "الثلاثاء، 13 أيلول/سبتمبر",
            "вторник, 13 сентября",
            "9月13日星期二",
            "martes 13 de septiembre",
        ]
    );
}

#[test]
fn a_date_with_its_day_of_the_week() {
    assert_eq!(
        each(|l| i18n::long_date(l, opening())),
        [
            "Tuesday 13 September 2022",
            "mardi 13 septembre 2022",
            "الثلاثاء، 13 أيلول/سبتمبر 2022",
            "вторник, 13 сентября 2022 года",
            "2022年9月13日星期二",
            "martes 13 de septiembre de 2022",
        ]
    );
}

#[test]
fn a_date_without_its_year() {
    assert_eq!(
        each(|l| i18n::day_and_month(l, date(2027, 5, 1))),
        ["1 May", "1er mai", "1 أيار/مايو", "1 мая", "5月1日", "1 de mayo"]
    );
}

#[test]
fn a_month_of_a_year() {
    assert_eq!(
        each(|l| i18n::month(l, opening())),
        [
            "September 2022",
            "septembre 2022",
            "أيلول/سبتمبر 2022",
            "сентябрь 2022 года",
            "2022年9月",
            "septiembre de 2022"
        ]
    );
}

#[test]
fn a_date_with_its_hour() {
    assert_eq!(
        each(|l| i18n::date_time(l, opening().at(17, 0, 0, 0))),
        [
            "13 September 2022, 17:00",
            "13 septembre 2022 à 17:00",
            "13 أيلول/سبتمبر 2022، 17:00",
            "13 сентября 2022 года, 17:00",
            "2022年9月13日 17:00",
            "13 de septiembre de 2022, 17:00",
        ]
    );
}

#[test]
fn days_of_one_month_say_it_once() {
    assert_eq!(
        each(|l| i18n::date_range(l, date(2027, 5, 12), date(2027, 5, 14))),
        [
            "12–14 May 2027",
            "12–14 mai 2027",
            "12–14 أيار/مايو 2027",
            "12–14 мая 2027 года",
            "2027年5月12日至14日",
            "12 a 14 de mayo de 2027",
        ]
    );
    assert_eq!(
        i18n::date_range(Locale::Fr, date(2027, 5, 1), date(2027, 5, 3)),
        "1er–3 mai 2027"
    );
}

#[test]
fn days_of_two_months_say_the_year_once() {
    assert_eq!(
        each(|l| i18n::date_range(l, date(2027, 5, 30), date(2027, 6, 2))),
        [
            "30 May – 2 June 2027",
            "30 mai – 2 juin 2027",
            "30 أيار/مايو – 2 حزيران/يونيه 2027",
            "30 мая – 2 июня 2027 года",
            "2027年5月30日至6月2日",
            "30 de mayo a 2 de junio de 2027",
        ]
    );
}

#[test]
fn days_of_two_years_are_said_in_full() {
    assert_eq!(
        each(|l| i18n::date_range(l, date(2026, 12, 30), date(2027, 1, 2))),
        [
            "30 December 2026 – 2 January 2027",
            "30 décembre 2026 – 2 janvier 2027",
            "30 كانون الأول/ديسمبر 2026 – 2 كانون الثاني/يناير 2027",
            "30 декабря 2026 года – 2 января 2027 года",
            "2026年12月30日至2027年1月2日",
            "30 de diciembre de 2026 a 2 de enero de 2027",
        ]
    );
}

#[test]
fn one_day_is_a_date() {
    for locale in ROUND {
        assert_eq!(
            i18n::date_range(locale, opening(), opening()),
            i18n::date(locale, opening())
        );
    }
}

#[test]
fn every_month_and_every_day_of_the_week_has_its_own_name() {
    for locale in ROUND {
        let mut months: Vec<String> = (1..=12)
            .map(|month| i18n::date(locale, date(2027, month, 5)))
            .collect();
        months.sort();
        months.dedup();
        assert_eq!(months.len(), 12, "{locale}");
        let mut days: Vec<String> = (1..=7).map(|day| i18n::day(locale, date(2027, 5, day))).collect();
        days.sort();
        days.dedup();
        assert_eq!(days.len(), 7, "{locale}");
    }
    assert_eq!(i18n::day(Locale::En, date(2027, 5, 3)), "Monday 3 May");
    assert_eq!(i18n::day(Locale::Ar, date(2027, 5, 2)), "الأحد، 2 أيار/مايو");
}

#[test]
fn hours_run_from_0_to_23() {
    assert_eq!(i18n::time(time(0, 0, 0, 0)), "00:00");
    assert_eq!(i18n::time(time(23, 59, 59, 0)), "23:59");
    assert_eq!(
        i18n::time_range(time(9, 0, 0, 0), time(17, 5, 0, 0)),
        "09:00–17:05"
    );
}
