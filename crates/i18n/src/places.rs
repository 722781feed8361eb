//! The place whose clock a time is on, and how far that clock is from universal time.

use std::fmt::Display;

use jiff::ZonedDateTime;

use crate::Locale;

/// Places after which zones are named: identifier, Arabic, French where it differs from the identifier.
const CITIES: [(&str, &str, &str); 87] = [
    ("Asia/Bangkok", "بانكوك", ""),
    ("Asia/Tokyo", "طوكيو", ""),
    ("Asia/Seoul", "سول", "Séoul"),
    ("Asia/Pyongyang", "بيونغ يانغ", ""),
    ("Asia/Shanghai", "شنغهاي", ""),
    ("Asia/Hong_Kong", "هونغ كونغ", ""),
    ("Asia/Macau", "ماكاو", "Macao"),
    ("Asia/Ulaanbaatar", "أولانباتار", "Oulan-Bator"),
    ("Asia/Manila", "مانيلا", "Manille"),
    ("Asia/Jakarta", "جاكرتا", ""),
    ("Asia/Kuala_Lumpur", "كوالالمبور", ""),
    ("Asia/Singapore", "سنغافورة", "Singapour"),
    ("Asia/Brunei", "بروني", ""),
    ("Asia/Ho_Chi_Minh", "هو تشي منه", "Hô Chi Minh-Ville"),
    ("Asia/Phnom_Penh", "بنوم بنه", ""),
    ("Asia/Vientiane", "فيينتيان", ""),
    ("Asia/Yangon", "يانغون", ""),
    ("Asia/Dili", "ديلي", ""),
    ("Asia/Dhaka", "دكا", "Dacca"),
    ("Asia/Thimphu", "تيمفو", "Thimphou"),
    ("Asia/Kathmandu", "كاتماندو", "Katmandou"),
    ("Asia/Kolkata", "كولكاتا", "Calcutta"),
    ("Asia/Colombo", "كولومبو", ""),
    ("Indian/Maldives", "ماليه", "Malé"),
    ("Asia/Karachi", "كراتشي", ""),
    ("Asia/Kabul", "كابل", "Kaboul"),
    ("Asia/Tehran", "طهران", "Téhéran"),
    ("Asia/Tashkent", "طشقند", "Tachkent"),
    ("Asia/Samarkand", "سمرقند", "Samarcande"),
    ("Asia/Dushanbe", "دوشانبه", "Douchanbé"),
    ("Asia/Ashgabat", "عشق آباد", "Achgabat"),
    ("Asia/Bishkek", "بيشكيك", "Bichkek"),
    ("Asia/Almaty", "ألماتي", ""),
    ("Asia/Baku", "باكو", "Bakou"),
    ("Asia/Tbilisi", "تبليسي", "Tbilissi"),
    ("Asia/Yerevan", "يريفان", "Erevan"),
    ("Europe/Istanbul", "اسطنبول", ""),
    ("Europe/Moscow", "موسكو", "Moscou"),
    ("Asia/Vladivostok", "فلاديفوستوك", ""),
    ("Asia/Dubai", "دبي", "Dubaï"),
    ("Asia/Qatar", "الدوحة", "Doha"),
    ("Asia/Riyadh", "الرياض", "Riyad"),
    ("Asia/Beirut", "بيروت", "Beyrouth"),
    ("Asia/Amman", "عمّان", ""),
    ("Asia/Baghdad", "بغداد", "Bagdad"),
    ("Africa/Cairo", "القاهرة", "Le Caire"),
    ("Africa/Nairobi", "نيروبي", ""),
    ("Africa/Addis_Ababa", "أديس أبابا", "Addis-Abeba"),
    ("Africa/Johannesburg", "جوهانسبرغ", ""),
    ("Europe/Zurich", "زيورخ", ""),
    ("Europe/Vienna", "فيينا", "Vienne"),
    ("Europe/Paris", "باريس", ""),
    ("Europe/London", "لندن", "Londres"),
    ("Europe/Rome", "روما", ""),
    ("Europe/Berlin", "برلين", ""),
    ("Europe/Brussels", "بروكسل", "Bruxelles"),
    ("Europe/Amsterdam", "أمستردام", ""),
    ("Europe/Madrid", "مدريد", ""),
    ("Europe/Lisbon", "لشبونة", "Lisbonne"),
    ("America/New_York", "نيويورك", ""),
    ("America/Santiago", "سانتياغو", ""),
    ("America/Sao_Paulo", "ساو باولو", ""),
    ("America/Mexico_City", "مدينة مكسيكو", "Mexico"),
    ("Australia/Sydney", "سيدني", ""),
    ("Australia/Melbourne", "ملبورن", ""),
    ("Australia/Brisbane", "بريسبان", ""),
    ("Australia/Perth", "بيرث", ""),
    ("Pacific/Auckland", "أوكلاند", ""),
    ("Pacific/Fiji", "فيجي", "Fidji"),
    ("Pacific/Apia", "آبيا", ""),
    ("Pacific/Pago_Pago", "باغو باغو", ""),
    ("Pacific/Tongatapu", "تونغاتابو", ""),
    ("Pacific/Port_Moresby", "بورت مورسبي", ""),
    ("Pacific/Guadalcanal", "غوادالكانال", ""),
    ("Pacific/Efate", "إيفاتي", "Éfaté"),
    ("Pacific/Noumea", "نوميا", "Nouméa"),
    ("Pacific/Tarawa", "تاراوا", ""),
    ("Pacific/Majuro", "ماجورو", ""),
    ("Pacific/Palau", "بالاو", "Palaos"),
    ("Pacific/Pohnpei", "بونباي", ""),
    ("Pacific/Nauru", "ناورو", ""),
    ("Pacific/Funafuti", "فونافوتي", ""),
    ("Pacific/Rarotonga", "راروتونغا", ""),
    ("Pacific/Niue", "نيوي", ""),
    ("Pacific/Guam", "غوام", ""),
    ("Pacific/Saipan", "سايبان", ""),
    ("Pacific/Tahiti", "تاهيتي", ""),
];

/// The city a time zone is named after, in the reader's language where we know it; an unknown city in Latin letters.
///
/// ```
/// use i18n::{Locale, zone_place};
/// assert_eq!(zone_place(Locale::En, "Asia/Ho_Chi_Minh"), "Ho Chi Minh");
/// assert_eq!(zone_place(Locale::Ar, "Asia/Bangkok"), "بانكوك");
/// ```
pub fn zone_place(locale: Locale, zone: impl Display) -> String {
    let id = zone.to_string();
    let known = CITIES.iter().find(|(city, ..)| id == *city);
    match (locale, known) {
        (Locale::Ar, Some((_, arabic, _))) => (*arabic).to_owned(),
        (Locale::Fr, Some((_, _, french))) if !french.is_empty() => (*french).to_owned(),
        // The few identifiers which are no city's name.
        _ if id == "UTC" || id == "Etc/UTC" => "UTC".to_owned(),
        _ if id == "Indian/Maldives" => "Malé".to_owned(),
        _ if id == "Asia/Qatar" => "Doha".to_owned(),
        _ => id.rsplit('/').next().unwrap_or_default().replace('_', " "),
    }
}

/// The identifiers of the zones whose place has a name in French and Arabic.
///
/// ```
/// assert!(i18n::known_zones().any(|zone| zone == "Asia/Bangkok"));
/// ```
pub fn known_zones() -> impl Iterator<Item = &'static str> {
    CITIES.iter().map(|(zone, ..)| *zone)
}

/// How far a clock is ahead of universal time at that moment.
///
/// ```
/// let at = "2022-09-13T09:00[Asia/Kathmandu]".parse()?;
/// assert_eq!(i18n::utc_offset(&at), "UTC+5:45");
/// # Ok::<(), jiff::Error>(())
/// ```
pub fn utc_offset(at: &ZonedDateTime) -> String {
    let seconds = at.offset().seconds();
    let (hours, minutes) = (seconds.unsigned_abs() / 3600, seconds.unsigned_abs() % 3600 / 60);
    let sign = if seconds < 0 { '\u{2212}' } else { '+' };
    match (hours, minutes) {
        (0, 0) => "UTC".to_owned(),
        (_, 0) => format!("UTC{sign}{hours}"),
        _ => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}
