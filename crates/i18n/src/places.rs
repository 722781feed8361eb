//! The place whose clock a time is on, and how far that clock is from universal time.

use std::fmt::Display;

use jiff::ZonedDateTime;

use crate::Locale;

/// A place after which a zone is named: its identifier, and the name in Arabic, French, Russian, Chinese and Spanish; in French
/// and Spanish only where it differs from the identifier.
type City = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

#[rustfmt::skip]
const CITIES: [City; 87] = [
    ("Asia/Bangkok", "بانكوك", "", "Бангкок", "曼谷", ""),
    ("Asia/Tokyo", "طوكيو", "", "Токио", "东京", "Tokio"),
    ("Asia/Seoul", "سول", "Séoul", "Сеул", "首尔", "Seúl"),
    ("Asia/Pyongyang", "بيونغ يانغ", "", "Пхеньян", "平壤", "Pionyang"),
    ("Asia/Shanghai", "شنغهاي", "", "Шанхай", "上海", "Shanghái"),
    ("Asia/Hong_Kong", "هونغ كونغ", "", "Сянган (Гонконг)", "香港", ""),
    ("Asia/Macau", "ماكاو", "Macao", "Аомэнь (Макао)", "澳门", "Macao"),
    ("Asia/Ulaanbaatar", "أولانباتار", "Oulan-Bator", "Улан-Батор", "乌兰巴托", "Ulán Bator"),
    ("Asia/Manila", "مانيلا", "Manille", "Манила", "马尼拉", ""),
    ("Asia/Jakarta", "جاكرتا", "", "Джакарта", "雅加达", "Yakarta"),
    ("Asia/Kuala_Lumpur", "كوالالمبور", "", "Куала-Лумпур", "吉隆坡", ""),
    ("Asia/Singapore", "سنغافورة", "Singapour", "Сингапур", "新加坡", "Singapur"),
    ("Asia/Brunei", "بروني", "", "Бруней", "文莱", ""),
    ("Asia/Ho_Chi_Minh", "هو تشي منه", "Hô Chi Minh-Ville", "Хошимин", "胡志明市", "Ciudad Ho Chi Minh"),
    ("Asia/Phnom_Penh", "بنوم بنه", "", "Пномпень", "金边", ""),
    ("Asia/Vientiane", "فيينتيان", "", "Вьентьян", "万象", "Vientián"),
    ("Asia/Yangon", "يانغون", "", "Янгон", "仰光", "Yangón"),
    ("Asia/Dili", "ديلي", "", "Дили", "帝力", ""),
    ("Asia/Dhaka", "دكا", "Dacca", "Дакка", "达卡", "Dacca"),
    ("Asia/Thimphu", "تيمفو", "Thimphou", "Тхимпху", "廷布", "Timbu"),
    ("Asia/Kathmandu", "كاتماندو", "Katmandou", "Катманду", "加德满都", "Katmandú"),
    ("Asia/Kolkata", "كولكاتا", "Calcutta", "Калькутта", "加尔各答", "Calcuta"),
    ("Asia/Colombo", "كولومبو", "", "Коломбо", "科伦坡", ""),
    ("Indian/Maldives", "ماليه", "Malé", "Мале", "马累", "Malé"),
    ("Asia/Karachi", "كراتشي", "", "Карачи", "卡拉奇", ""),
    ("Asia/Kabul", "كابل", "Kaboul", "Кабул", "喀布尔", ""),
    ("Asia/Tehran", "طهران", "Téhéran", "Тегеран", "德黑兰", "Teherán"),
    ("Asia/Tashkent", "طشقند", "Tachkent", "Ташкент", "塔什干", "Taskent"),
    ("Asia/Samarkand", "سمرقند", "Samarcande", "Самарканд", "撒马尔罕", "Samarcanda"),
    ("Asia/Dushanbe", "دوشانبه", "Douchanbé", "Душанбе", "杜尚别", "Dusambé"),
    ("Asia/Ashgabat", "عشق آباد", "Achgabat", "Ашхабад", "阿什哈巴德", "Asjabad"),
    ("Asia/Bishkek", "بيشكيك", "Bichkek", "Бишкек", "比什凯克", "Biskek"),
    ("Asia/Almaty", "ألماتي", "", "Алматы", "阿拉木图", ""),
    ("Asia/Baku", "باكو", "Bakou", "Баку", "巴库", "Bakú"),
    ("Asia/Tbilisi", "تبليسي", "Tbilissi", "Тбилиси", "第比利斯", "Tiflis"),
    ("Asia/Yerevan", "يريفان", "Erevan", "Ереван", "埃里温", "Ereván"),
    ("Europe/Istanbul", "اسطنبول", "", "Стамбул", "伊斯坦布尔", "Estambul"),
    ("Europe/Moscow", "موسكو", "Moscou", "Москва", "莫斯科", "Moscú"),
    ("Asia/Vladivostok", "فلاديفوستوك", "", "Владивосток", "符拉迪沃斯托克", ""),
    ("Asia/Dubai", "دبي", "Dubaï", "Дубай", "迪拜", ""),
    ("Asia/Qatar", "الدوحة", "Doha", "Доха", "多哈", ""),
    ("Asia/Riyadh", "الرياض", "Riyad", "Эр-Рияд", "利雅得", "Riad"),
    ("Asia/Beirut", "بيروت", "Beyrouth", "Бейрут", "贝鲁特", ""),
    ("Asia/Amman", "عمّان", "", "Амман", "安曼", "Ammán"),
    ("Asia/Baghdad", "بغداد", "Bagdad", "Багдад", "巴格达", "Bagdad"),
    ("Africa/Cairo", "القاهرة", "Le Caire", "Каир", "开罗", "El Cairo"),
    ("Africa/Nairobi", "نيروبي", "", "Найроби", "内罗毕", ""),
    ("Africa/Addis_Ababa", "أديس أبابا", "Addis-Abeba", "Аддис-Абеба", "亚的斯亚贝巴", "Addis Abeba"),
    ("Africa/Johannesburg", "جوهانسبرغ", "", "Йоханнесбург", "约翰内斯堡", "Johannesburgo"),
    ("Europe/Zurich", "زيورخ", "", "Цюрих", "苏黎世", "Zúrich"),
    ("Europe/Vienna", "فيينا", "Vienne", "Вена", "维也纳", "Viena"),
    ("Europe/Paris", "باريس", "", "Париж", "巴黎", "París"),
    ("Europe/London", "لندن", "Londres", "Лондон", "伦敦", "Londres"),
    ("Europe/Rome", "روما", "", "Рим", "罗马", "Roma"),
    ("Europe/Berlin", "برلين", "", "Берлин", "柏林", "Berlín"),
    ("Europe/Brussels", "بروكسل", "Bruxelles", "Брюссель", "布鲁塞尔", "Bruselas"),
    ("Europe/Amsterdam", "أمستردام", "", "Амстердам", "阿姆斯特丹", "Ámsterdam"),
    ("Europe/Madrid", "مدريد", "", "Мадрид", "马德里", ""),
    ("Europe/Lisbon", "لشبونة", "Lisbonne", "Лиссабон", "里斯本", "Lisboa"),
    ("America/New_York", "نيويورك", "", "Нью-Йорк", "纽约", "Nueva York"),
    ("America/Santiago", "سانتياغو", "", "Сантьяго", "圣地亚哥", ""),
    ("America/Sao_Paulo", "ساو باولو", "", "Сан-Паулу", "圣保罗", "São Paulo"),
    ("America/Mexico_City", "مدينة مكسيكو", "Mexico", "Мехико", "墨西哥城", "Ciudad de México"),
    ("Australia/Sydney", "سيدني", "", "Сидней", "悉尼", "Sídney"),
    ("Australia/Melbourne", "ملبورن", "", "Мельбурн", "墨尔本", ""),
    ("Australia/Brisbane", "بريسبان", "", "Брисбен", "布里斯班", ""),
    ("Australia/Perth", "بيرث", "", "Перт", "珀斯", ""),
    ("Pacific/Auckland", "أوكلاند", "", "Окленд", "奥克兰", ""),
    ("Pacific/Fiji", "فيجي", "Fidji", "Фиджи", "斐济", ""),
    ("Pacific/Apia", "آبيا", "", "Апиа", "阿皮亚", ""),
    ("Pacific/Pago_Pago", "باغو باغو", "", "Паго-Паго", "帕果帕果", ""),
    ("Pacific/Tongatapu", "تونغاتابو", "", "Тонгатапу", "汤加塔布", ""),
    ("Pacific/Port_Moresby", "بورت مورسبي", "", "Порт-Морсби", "莫尔兹比港", ""),
    ("Pacific/Guadalcanal", "غوادالكانال", "", "Гуадалканал", "瓜达尔卡纳尔", ""),
    ("Pacific/Efate", "إيفاتي", "Éfaté", "Эфате", "埃法特", ""),
    ("Pacific/Noumea", "نوميا", "Nouméa", "Нумеа", "努美阿", "Numea"),
    ("Pacific/Tarawa", "تاراوا", "", "Тарава", "塔拉瓦", ""),
    ("Pacific/Majuro", "ماجورو", "", "Маджуро", "马朱罗", ""),
    ("Pacific/Palau", "بالاو", "Palaos", "Палау", "帕劳", "Palaos"),
    ("Pacific/Pohnpei", "بونباي", "", "Понпеи", "波纳佩", ""),
    ("Pacific/Nauru", "ناورو", "", "Науру", "瑙鲁", ""),
    ("Pacific/Funafuti", "فونافوتي", "", "Фунафути", "富纳富提", ""),
    ("Pacific/Rarotonga", "راروتونغا", "", "Раротонга", "拉罗汤加", ""),
    ("Pacific/Niue", "نيوي", "", "Ниуэ", "纽埃", ""),
    ("Pacific/Guam", "غوام", "", "Гуам", "关岛", ""),
    ("Pacific/Saipan", "سايبان", "", "Сайпан", "塞班", "Saipán"),
    ("Pacific/Tahiti", "تاهيتي", "", "Таити", "塔希提", "Tahití"),
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
    let own = known.map_or(
        "",
        |(_, arabic, french, russian, chinese, spanish)| match locale {
            Locale::Ar => arabic,
            Locale::Fr => french,
            Locale::Ru => russian,
            Locale::Zh => chinese,
            Locale::Es => spanish,
            Locale::En => "",
        },
    );
    match own {
        own if !own.is_empty() => own.to_owned(),
        // The few identifiers which are no city's name.
        _ if id == "UTC" || id == "Etc/UTC" => "UTC".to_owned(),
        _ if id == "Indian/Maldives" => "Malé".to_owned(),
        _ if id == "Asia/Qatar" => "Doha".to_owned(),
        _ => id.rsplit('/').next().unwrap_or_default().replace('_', " "),
    }
}

/// The identifiers of the zones whose place has a name in every language.
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
