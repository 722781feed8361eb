//! The desk's entries about an event or a session, checked as a whole: every mistake at once, each beside its field.

use base::Id;
use i18n::Locale;
use jiff::civil::{Date, DateTime, Time};
use members::Member;
use web::Trouble;

use crate::edit::{EventFields, Moment, Refused, SessionFields};
use crate::entered::Entered;
use crate::model::{Event, FORMATS, KINDS, SESSION_KINDS, STATUSES, Series};
use crate::times;
use crate::words::Words;

/// The fields of the event form, by name.
pub const EVENT_FIELDS: [&str; 28] = [
    "slug",
    "kind",
    "status",
    "series",
    "edition",
    "language",
    "title",
    "theme",
    "lede",
    "about",
    "objectives",
    "venue",
    "city",
    "zone",
    "starts",
    "ends",
    "known",
    "format",
    "host",
    "contact_email",
    "closes",
    "seen",
    "interpretation_ar",
    "interpretation_zh",
    "interpretation_en",
    "interpretation_fr",
    "interpretation_ru",
    "interpretation_es",
];

/// The boxes for languages of interpretation, in the order of the United Nations.
pub const INTERPRETATION: [(&str, Locale); 6] = [
    ("interpretation_ar", Locale::Ar),
    ("interpretation_zh", Locale::Zh),
    ("interpretation_en", Locale::En),
    ("interpretation_fr", Locale::Fr),
    ("interpretation_ru", Locale::Ru),
    ("interpretation_es", Locale::Es),
];

/// The fields of the session form, by name.
pub const SESSION_FIELDS: [&str; 8] = ["day", "from", "to", "kind", "language", "title", "about", "room"];

/// What a form may choose from.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    pub series: Vec<Series>,
    pub members: Vec<Member>,
}

fn limit(entered: &mut Entered, w: Words, fields: &[(&'static str, i64)]) {
    for (field, most) in fields {
        let length = i64::try_from(entered.value(field).chars().count()).unwrap_or(i64::MAX);
        if length > *most {
            entered.refuse(field, w.wrong_long(*most));
        }
    }
}

/// What could not be read as text is said beside its field; what could be read is shown again.
fn readable(entered: &mut Entered, w: Words) {
    for (field, trouble) in entered.troubles().to_vec() {
        match trouble {
            Trouble::TooLong => entered.refuse(field, w.wrong_long(65536)),
            Trouble::Encoding => entered.refuse(field, w.wrong_encoding()),
            Trouble::OddSigns => entered.refuse(field, w.wrong_signs()),
        }
    }
}

fn choice(entered: &mut Entered, w: Words, field: &'static str, choices: &[&str]) -> String {
    let value = entered.trimmed(field).to_owned();
    if !choices.contains(&value.as_str()) {
        entered.refuse(field, w.wrong_choice());
    }
    value
}

fn language(entered: &mut Entered, w: Words) -> Locale {
    let found = Locale::parse(entered.trimmed("language"));
    if found.is_none() {
        entered.refuse("language", w.wrong_choice());
    }
    found.unwrap_or(Locale::En)
}

fn is_slug(text: &str) -> bool {
    (2..=60).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

fn moment(entered: &mut Entered, w: Words, field: &'static str, what: Option<&str>) -> Option<DateTime> {
    let text = entered.trimmed(field).to_owned();
    if text.is_empty() {
        if let Some(what) = what {
            entered.refuse(field, w.wrong_required(what));
        }
        return None;
    }
    let found = times::parse(&text);
    if found.is_none() {
        entered.refuse(field, w.wrong_datetime());
    }
    found
}

/// The checked fields of an event, or nothing, with the messages in `entered`.
pub fn event(entered: &mut Entered, w: Words, choices: &Choices) -> Option<EventFields> {
    let texts = [
        ("title", 200),
        ("theme", 300),
        ("lede", 400),
        ("venue", 200),
        ("city", 100),
        ("slug", 60),
    ];
    limit(entered, w, &texts);
    limit(
        entered,
        w,
        &[
            ("about", 8000),
            ("objectives", 4000),
            ("zone", 64),
            ("contact_email", 254),
        ],
    );
    if !is_slug(entered.trimmed("slug")) {
        entered.refuse("slug", w.wrong_slug());
    }
    let kind = choice(entered, w, "kind", &KINDS);
    let status = choice(entered, w, "status", &STATUSES);
    let known = choice(entered, w, "known", &["time", "day", "within"]);
    let format = optional(entered, w, "format", &FORMATS);
    let language = language(entered, w);
    if entered.trimmed("title").is_empty() {
        entered.refuse("title", w.wrong_required(w.what_title()));
    }
    if times::zone(entered.trimmed("zone")).is_none() {
        entered.refuse("zone", w.wrong_zone());
    }
    let starts = moment(entered, w, "starts", Some(w.what_starts()));
    let ends = moment(entered, w, "ends", Some(w.what_ends()));
    if starts.zip(ends).is_some_and(|(starts, ends)| ends < starts) {
        entered.refuse("ends", w.wrong_order());
    }
    let closes = moment(entered, w, "closes", None);
    let contact_email = contact(entered, w);
    let (series, edition) = edition(entered, w, &kind, choices);
    let host = host(entered, w, choices);
    if entered.refused() {
        return None;
    }
    let spoken = INTERPRETATION
        .iter()
        .filter(|(field, _)| !entered.value(field).is_empty());
    let interpretation: Vec<&str> = spoken.map(|(_, locale)| locale.tag()).collect();
    let text = |field: &str| entered.trimmed(field).to_owned();
    Some(EventFields {
        slug: text("slug"),
        kind,
        status,
        edition,
        series,
        language,
        title: text("title"),
        theme: text("theme"),
        lede: text("lede"),
        about: text("about"),
        objectives: text("objectives"),
        venue: text("venue"),
        city: text("city"),
        zone: text("zone"),
        starts: starts?,
        ends: ends?,
        known,
        format,
        interpretation: interpretation.join(";"),
        host,
        contact_email,
        closes,
    })
}

fn optional(entered: &mut Entered, w: Words, field: &'static str, choices: &[&str]) -> Option<String> {
    if entered.trimmed(field).is_empty() {
        None
    } else {
        Some(choice(entered, w, field, choices))
    }
}

fn contact(entered: &mut Entered, w: Words) -> String {
    let text = entered.trimmed("contact_email").to_owned();
    if !text.is_empty() && base::Email::parse(&text).is_err() {
        entered.refuse("contact_email", w.wrong_email());
    }
    text
}

fn host(entered: &mut Entered, w: Words, choices: &Choices) -> Option<Id<Member>> {
    let iso3 = entered.trimmed("host").to_owned();
    let found = choices
        .members
        .iter()
        .find(|member| member.iso3 == iso3)
        .map(|member| member.id);
    if found.is_none() && !iso3.is_empty() {
        entered.refuse("host", w.wrong_choice());
    }
    found
}

/// An edition has both a series and a number; nothing else has either.
fn edition(
    entered: &mut Entered,
    w: Words,
    kind: &str,
    choices: &Choices,
) -> (Option<Id<Series>>, Option<i64>) {
    let (slug, number) = (
        entered.trimmed("series").to_owned(),
        entered.trimmed("edition").to_owned(),
    );
    if kind != "edition" {
        if !slug.is_empty() || !number.is_empty() {
            entered.refuse("edition", w.wrong_edition_only());
        }
        return (None, None);
    }
    let series = choices
        .series
        .iter()
        .find(|series| series.slug == slug)
        .map(|series| series.id);
    let number = number
        .parse::<i64>()
        .ok()
        .filter(|number| (1..=9999).contains(number));
    if series.is_none() || number.is_none() {
        entered.refuse("edition", w.wrong_edition());
    }
    (series, number)
}

fn clock(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once(':')?;
    let whole = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !whole(hour) || !whole(minute) {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// The checked fields of a session, or nothing, with the messages in `entered`.
pub fn session(entered: &mut Entered, w: Words, event: &Event) -> Option<SessionFields> {
    readable(entered, w);
    limit(entered, w, &[("title", 200), ("about", 2000), ("room", 100)]);
    let kind = choice(entered, w, "kind", &SESSION_KINDS);
    let language = language(entered, w);
    if entered.trimmed("title").is_empty() {
        entered.refuse("title", w.wrong_required(w.what_title()));
    }
    let day = session_day(entered, w, event);
    let mut times = [None, None];
    for (n, field) in ["from", "to"].into_iter().enumerate() {
        times[n] = clock(entered.trimmed(field));
        if times[n].is_none() {
            entered.refuse(field, w.wrong_time());
        }
    }
    let [from, to] = times;
    if from.zip(to).is_some_and(|(from, to)| to <= from) {
        entered.refuse("to", w.wrong_order());
    }
    if entered.refused() {
        return None;
    }
    let text = |field: &str| entered.trimmed(field).to_owned();
    Some(SessionFields {
        kind,
        starts: day?.to_datetime(from?),
        ends: day?.to_datetime(to?),
        language,
        title: text("title"),
        about: text("about"),
        room: text("room"),
    })
}

fn session_day(entered: &mut Entered, w: Words, event: &Event) -> Option<Date> {
    let text = entered.trimmed("day").to_owned();
    if text.is_empty() {
        entered.refuse("day", w.wrong_required(w.what_day()));
        return None;
    }
    let day = times::parse_date(&text);
    match day {
        None => entered.refuse("day", w.wrong_date()),
        Some(day) if day < event.starts().date() || day > event.ends().date() => {
            entered.refuse("day", w.wrong_outside());
        }
        Some(_) => {}
    }
    day
}

/// Puts the refusal of an operation beside the field it belongs to; a fault is given back.
pub fn refused(entered: &mut Entered, w: Words, refused: Refused, zone: &str) -> Result<(), base::Fault> {
    match refused {
        Refused::SlugTaken => entered.refuse("slug", w.wrong_slug_taken()),
        Refused::EditionTaken => entered.refuse("edition", w.wrong_edition_taken()),
        Refused::Skipped(Moment::Start) => entered.refuse("starts", w.wrong_skipped(zone)),
        Refused::Skipped(Moment::End) => entered.refuse("ends", w.wrong_skipped(zone)),
        Refused::Skipped(Moment::Deadline) => entered.refuse("closes", w.wrong_skipped(zone)),
        Refused::Stale => entered.refuse("title", w.stale_note()),
        Refused::NoSuchSession => entered.refuse("title", w.wrong_choice()),
        Refused::Fault(fault) => return Err(fault),
    }
    Ok(())
}
