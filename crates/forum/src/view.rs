//! The words, dates and links of an event in one language: what the templates print.

use db::Moment;
use i18n::Locale;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::gather::Whole;
use crate::model::Event;
use crate::read::Convener;
use crate::texts::{self, Said};
use crate::words::Words;

/// The kind of an event in words.
pub fn kind(w: Words, kind: &str) -> &'static str {
    match kind {
        "edition" => w.kind_edition(),
        "round_table" => w.kind_round_table(),
        "side_event" => w.kind_side_event(),
        "meeting" => w.kind_meeting(),
        "exhibition" => w.kind_exhibition(),
        _ => w.kind_other(),
    }
}

/// Where an event stands, in words.
pub fn status(w: Words, status: &str) -> &'static str {
    match status {
        "published" => w.status_published(),
        "postponed" => w.status_postponed(),
        "cancelled" => w.status_cancelled(),
        _ => w.status_draft(),
    }
}

/// How one takes part, in words; unknown is not printed.
pub fn format(w: Words, format: Option<&str>) -> Option<&'static str> {
    match format? {
        "in_person" => Some(w.format_in_person()),
        "online" => Some(w.format_online()),
        "hybrid" => Some(w.format_hybrid()),
        _ => None,
    }
}

/// The kind of a session in words.
pub fn session_kind(w: Words, kind: &str) -> &'static str {
    match kind {
        "plenary" => w.session_plenary(),
        "panel" => w.session_panel(),
        "round_table" => w.session_round_table(),
        "working_group" => w.session_working_group(),
        "arrival" => w.session_arrival(),
        "social" => w.session_social(),
        "closed" => w.session_closed(),
        _ => w.session_pause(),
    }
}

/// The line above the title: `Fourth edition`, or the kind.
pub fn kick(w: Words, event: &Event) -> String {
    event
        .edition
        .map_or_else(|| kind(w, &event.kind).to_owned(), |n| w.edition_nth(n))
}

/// `13 September 2022`, `28–31 March 2022`, or that the day of the range is not recorded.
pub fn dates(w: Words, event: &Event) -> String {
    let range = i18n::date_range(w.0, event.starts().date(), event.ends().date());
    if event.day_unknown() {
        w.one_day_of(range)
    } else {
        range
    }
}

/// `United Nations Conference Centre, Bangkok, Thailand`: as much of it as is known.
pub fn place(whole: &Whole, locale: Locale) -> String {
    let event = &whole.event;
    let mut parts = vec![event.say("venue", locale).text, event.say("city", locale).text];
    parts.extend(whole.host.as_ref().map(|host| host.name(locale).0.to_owned()));
    parts.retain(|part| !part.is_empty());
    parts.join(if locale == Locale::Ar { "، " } else { ", " })
}

/// The place whose clock the event keeps: its city, else the city its zone is named after.
pub fn clock_place(event: &Event, locale: Locale) -> String {
    let city = event.say("city", locale);
    if city.is_empty() {
        i18n::zone_place(locale, &event.zone)
    } else {
        city.text
    }
}

/// `UTC+7` at that moment.
pub fn offset(tz: &TimeZone, at: Timestamp) -> String {
    i18n::utc_offset(&at.to_zoned_datetime(tz.clone()))
}

/// `2022-09-13T09:00+07:00`.
pub fn iso(tz: &TimeZone, local: DateTime) -> String {
    tz.to_ambiguous_timestamp(local)
        .compatible()
        .map(|at| {
            at.to_zoned_datetime(tz.clone())
                .strftime("%Y-%m-%dT%H:%M%:z")
                .to_string()
        })
        .unwrap_or_default()
}

/// The deadline of registration as one sentence, before or after it.
pub fn deadline(w: Words, event: &Event, now: Moment) -> Option<String> {
    let closes = event.closes()?;
    let date = i18n::date(w.0, closes.date());
    if event.registration_closed(now) {
        return Some(w.registration_closed(date));
    }
    let offset = offset(&event.tz(), event.registration_closes_at?);
    Some(w.registration_closes(date, i18n::time(closes.time()), clock_place(event, w.0), offset))
}

/// Who convenes, by name.
pub fn convener(convener: &Convener, locale: Locale) -> Said {
    let (name, said) = match convener {
        Convener::Member(member) => member.name(locale),
        Convener::Organization(organization) => organization.name(locale),
    };
    Said {
        text: name.to_owned(),
        other: Some(said).filter(|said| *said != locale),
    }
}

/// A file of a document, as a link.
#[derive(Clone, Debug)]
pub struct FileLink {
    pub tag: &'static str,
    pub language: &'static str,
    pub size: String,
    pub path: String,
}

/// A document in the list.
#[derive(Clone, Debug)]
pub struct DocumentRow {
    pub title: Said,
    pub symbol: Option<String>,
    pub issued: String,
    /// Where its text stands as a page of the site.
    pub page: Option<String>,
    pub files: Vec<FileLink>,
    /// For registered participants, and the reader is not signed in.
    pub closed: bool,
    pub sample: bool,
}

/// The documents in their order. `signed_in` opens those meant for participants.
pub fn documents(w: Words, whole: &Whole, signed_in: bool) -> Vec<DocumentRow> {
    let event = &whole.event;
    let row = |document: &crate::model::Document| {
        let closed = document.audience == "participants" && !signed_in;
        let path = std::format!("/e/{}/documents/{}", event.slug, document.slug);
        let files = whole
            .files
            .iter()
            .filter(|file| file.document_id == document.id && !closed);
        let body = texts::say(&document.texts, &event.original_lang, "body", w.0);
        DocumentRow {
            title: texts::say(&document.texts, &event.original_lang, "title", w.0),
            symbol: document.symbol.clone(),
            issued: document
                .issued_on
                .as_deref()
                .and_then(crate::times::parse_date)
                .map(|day| i18n::date(w.0, day))
                .unwrap_or_default(),
            page: (!body.is_empty() && !closed).then(|| path.clone()),
            files: files
                .filter_map(|file| {
                    let locale = Locale::parse(&file.lang)?;
                    let size = i18n::bytes(w.0, u64::try_from(file.size).unwrap_or(0));
                    let path = std::format!("{path}/{}", file.lang);
                    Some(FileLink {
                        tag: locale.tag(),
                        language: locale.name(),
                        size,
                        path,
                    })
                })
                .collect(),
            closed,
            sample: document.sample,
        }
    };
    whole.documents.iter().map(row).collect()
}

/// A day to keep.
#[derive(Clone, Debug)]
pub struct KeyDay {
    pub day: String,
    pub words: Said,
    pub past: bool,
    pub sample: bool,
}

/// The days to keep in order: those entered, the deadline of registration, the event itself.
pub fn key_days(w: Words, whole: &Whole, now: Moment) -> Vec<KeyDay> {
    let event = &whole.event;
    let today = now.date_in(&event.tz());
    let mut days: Vec<(Date, Said, bool)> = Vec::new();
    for date in &whole.key_dates {
        if let Some(day) = crate::times::parse_date(&date.day) {
            days.push((
                day,
                texts::say(&date.texts, &event.original_lang, "title", w.0),
                date.sample,
            ));
        }
    }
    let plain = |text: &str| Said {
        text: text.to_owned(),
        other: None,
    };
    if let Some(closes) = event.closes() {
        days.push((
            closes.date(),
            plain(w.registration_closes_label()),
            event.sample_times,
        ));
    }
    if days.is_empty() {
        return Vec::new();
    }
    if !event.day_unknown() {
        days.push((event.starts().date(), plain(kick(w, event).as_str()), false));
    }
    days.sort_by_key(|(day, ..)| *day);
    days.into_iter()
        .map(|(day, words, sample)| KeyDay {
            day: i18n::date(w.0, day),
            words,
            past: day < today,
            sample,
        })
        .collect()
}

/// The two lines of the card of the next edition: `13` and `September 2022`, or the whole range on one.
pub fn days_and_month(w: Words, first: Date, last: Date) -> (String, String) {
    let full = i18n::date_range(w.0, first, last);
    if first.first_of_month() != last.first_of_month() {
        return (full, String::new());
    }
    let days = if first == last {
        first.day().to_string()
    } else {
        std::format!("{}–{}", first.day(), last.day())
    };
    match full.strip_prefix(&days) {
        Some(rest) => (days, rest.trim().to_owned()),
        None => (full, String::new()),
    }
}
