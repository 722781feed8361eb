//! The programme in one language: days in the event's own time, what is parallel side by side, who holds which role.

use i18n::Locale;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::gather::{Role, Whole};
use crate::model::{Event, Session};
use crate::texts::{self, Said};
use crate::view::{clock_place, iso, offset, session_kind};
use crate::words::Words;

/// The switch between the event's clock and the reader's.
#[derive(Clone, Debug)]
pub struct Switch {
    pub zone: String,
    pub place: String,
    pub offset: String,
}

impl Switch {
    /// For this event.
    pub fn new(w: Words, event: &Event) -> Switch {
        Switch {
            zone: event.zone.clone(),
            place: clock_place(event, w.0),
            offset: offset(&event.tz(), event.starts_at),
        }
    }
}

/// One line of the programme.
#[derive(Clone, Debug)]
pub struct Row {
    pub id: String,
    pub kind: &'static str,
    pub title: Said,
    pub about: Said,
    pub room: Said,
    pub people: String,
    pub sample: bool,
}

/// Everything that begins and ends at the same time; more than one row is parallel.
#[derive(Clone, Debug)]
pub struct Slot {
    pub pause: bool,
    pub starts: String,
    pub ends: String,
    pub starts_iso: String,
    pub ends_iso: String,
    /// The day in the reader's zone, where it differs from the day of the event.
    pub other_day: String,
    pub rows: Vec<Row>,
}

impl Slot {
    /// Several sessions at once.
    pub fn parallel(&self) -> bool {
        self.rows.len() > 1
    }
}

/// One day of the programme.
#[derive(Clone, Debug)]
pub struct Day {
    pub id: String,
    pub heading: String,
    pub slots: Vec<Slot>,
}

/// The programme, grouped by day in the event's own time; `zone` only changes the clock.
pub fn days(w: Words, whole: &Whole, zone: Option<&TimeZone>) -> Vec<Day> {
    let event = &whole.event;
    let own = event.tz();
    let shown = zone.unwrap_or(&own);
    let mut days: Vec<(Date, Day)> = Vec::new();
    for session in &whole.sessions {
        let date = session.starts().date();
        if days.last().is_none_or(|(last, _)| *last != date) {
            let id = std::format!("d{}", date.strftime("%m%d"));
            days.push((
                date,
                Day {
                    id,
                    heading: i18n::day(w.0, date),
                    slots: Vec::new(),
                },
            ));
        }
        let Some((_, day)) = days.last_mut() else { continue };
        let row = row(w, whole, session);
        let (starts_iso, ends_iso) = (iso(&own, session.starts()), iso(&own, session.ends()));
        match day.slots.last_mut() {
            Some(slot) if slot.starts_iso == starts_iso && slot.ends_iso == ends_iso && !slot.pause => {
                slot.rows.push(row);
            }
            _ => {
                let (starts, ends) = (
                    shown.to_datetime(session.starts_at),
                    shown.to_datetime(session.ends_at),
                );
                day.slots.push(Slot {
                    pause: session.kind == "pause",
                    starts: i18n::time(starts.time()),
                    ends: i18n::time(ends.time()),
                    starts_iso,
                    ends_iso,
                    other_day: if starts.date() == date {
                        String::new()
                    } else {
                        i18n::day(w.0, starts.date())
                    },
                    rows: vec![row],
                });
            }
        }
    }
    days.into_iter().map(|(_, day)| day).collect()
}

fn row(w: Words, whole: &Whole, session: &Session) -> Row {
    let say = |field: &str| texts::say(&session.texts, &whole.event.original_lang, field, w.0);
    let people: Vec<String> = whole
        .people
        .iter()
        .filter(|role| role.person.session_id == Some(session.id))
        .map(|role| role_words(w, whole, role))
        .collect();
    Row {
        id: session.id.to_string(),
        kind: session_kind(w, &session.kind),
        title: say("title"),
        about: say("about"),
        room: say("room"),
        people: people.join(if w.0 == Locale::Ar { "؛ " } else { "; " }),
        sample: session.sample,
    }
}

fn role_words(w: Words, whole: &Whole, role: &Role) -> String {
    let mut parts = Vec::new();
    if !role.person.name.is_empty() {
        parts.push(role.person.name.clone());
    }
    parts.push(texts::say(&role.person.texts, &whole.event.original_lang, "position", w.0).text);
    parts.extend(role.member.as_ref().map(|member| member.name(w.0).0.to_owned()));
    parts.extend(
        role.organization
            .as_ref()
            .map(|organization| organization.name(w.0).0.to_owned()),
    );
    parts.retain(|part| !part.is_empty());
    let name = parts.join(if w.0 == Locale::Ar { "، " } else { ", " });
    match role.person.role.as_str() {
        "chair" => w.role_chair(name),
        "moderator" => w.role_moderator(name),
        "keynote" => w.role_keynote(name),
        "panellist" => w.role_panellist(name),
        "rapporteur" => w.role_rapporteur(name),
        "host" => w.role_host(name),
        _ => w.role_speaker(name),
    }
}
