//! The names of months and of days of the week, as the documents of the United Nations spell them.

use jiff::civil::Weekday;

use crate::Locale;

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SPANISH: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
/// In the genitive, as a date says them.
const RUSSIAN: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
/// In the nominative, as a month without a day is called.
const RUSSIAN_ALONE: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];
/// Both names, Eastern and Western Arab, so that every Arabic reader knows one.
const ARABIC: [&str; 12] = [
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيه",
    "تموز/يوليه",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
];
const NUMBERS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

/// The month as a date says it; in Chinese its number.
pub fn month_name(locale: Locale, month: i8) -> &'static str {
    pick(
        match locale {
            Locale::En => &ENGLISH,
            Locale::Fr => &FRENCH,
            Locale::Ru => &RUSSIAN,
            Locale::Zh => &NUMBERS,
            Locale::Ar => &ARABIC,
            Locale::Es => &SPANISH,
        },
        month,
    )
}

/// The month called by itself.
pub fn month_alone(locale: Locale, month: i8) -> &'static str {
    if locale == Locale::Ru {
        pick(&RUSSIAN_ALONE, month)
    } else {
        month_name(locale, month)
    }
}

/// The day of the week.
pub fn weekday_name(locale: Locale, weekday: Weekday) -> &'static str {
    let names: [&str; 7] = match locale {
        Locale::En => [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ],
        Locale::Fr => [
            "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        ],
        Locale::Ru => [
            "понедельник",
            "вторник",
            "среда",
            "четверг",
            "пятница",
            "суббота",
            "воскресенье",
        ],
        Locale::Zh => [
            "星期一",
            "星期二",
            "星期三",
            "星期四",
            "星期五",
            "星期六",
            "星期日",
        ],
        Locale::Ar => [
            "الاثنين",
            "الثلاثاء",
            "الأربعاء",
            "الخميس",
            "الجمعة",
            "السبت",
            "الأحد",
        ],
        Locale::Es => [
            "lunes",
            "martes",
            "miércoles",
            "jueves",
            "viernes",
            "sábado",
            "domingo",
        ],
    };
    let index = usize::try_from(weekday.to_monday_zero_offset()).unwrap_or(0);
    names.get(index).copied().unwrap_or_default()
}

fn pick(names: &[&'static str; 12], month: i8) -> &'static str {
    let index = usize::try_from(month - 1).unwrap_or(0);
    names.get(index).copied().unwrap_or_default()
}
