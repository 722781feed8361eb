//! The desk changes an event and its programme. Each change raises SEQUENCE, so that calendars follow.

use base::{Fault, Id};
use db::{Tx, params, sql};
use i18n::Locale;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use members::Member;

use crate::managed::Managed;
use crate::model::{Event, Session};
use crate::{texts, times};

/// Why a change is not made.
#[derive(Debug)]
pub enum Refused {
    /// Another event has this address.
    SlugTaken,
    /// The series has this edition already.
    EditionTaken,
    /// Somebody else changed the event meanwhile.
    Stale,
    /// The session is not (or no longer) in this programme.
    NoSuchSession,
    /// The clocks of the zone jump over this local time: the start, the end or the deadline.
    Skipped(Moment),
    Fault(Fault),
}
db::refusal!(Refused);

/// Which of the times of a form is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    Start,
    End,
    Deadline,
}

/// What the desk enters about an event, checked; texts are those of one language.
#[derive(Clone, Debug)]
pub struct EventFields {
    pub slug: String,
    pub kind: String,
    pub status: String,
    pub edition: Option<i64>,
    pub series: Option<Id<crate::model::Series>>,
    pub language: Locale,
    pub title: String,
    pub theme: String,
    pub lede: String,
    pub about: String,
    pub objectives: String,
    pub venue: String,
    pub city: String,
    pub zone: String,
    pub starts: DateTime,
    pub ends: DateTime,
    pub known: String,
    pub format: Option<String>,
    pub interpretation: String,
    pub host: Option<Id<Member>>,
    pub contact_email: String,
    pub closes: Option<DateTime>,
}

impl EventFields {
    fn texts(&self) -> [(&'static str, &str); 7] {
        [
            ("title", &self.title),
            ("theme", &self.theme),
            ("lede", &self.lede),
            ("about", &self.about),
            ("objectives", &self.objectives),
            ("venue", &self.venue),
            ("city", &self.city),
        ]
    }
}

struct Instants {
    starts: Timestamp,
    ends: Timestamp,
    closes: Option<Timestamp>,
}

fn instants(fields: &EventFields) -> Result<Instants, Refused> {
    let zone = times::zone_or_utc(&fields.zone);
    Ok(Instants {
        starts: moment(fields.starts, &zone, Moment::Start)?,
        ends: moment(fields.ends, &zone, Moment::End)?,
        closes: fields
            .closes
            .map(|closes| moment(closes, &zone, Moment::Deadline))
            .transpose()?,
    })
}

fn moment(local: DateTime, zone: &TimeZone, which: Moment) -> Result<Timestamp, Refused> {
    times::instant(local, zone).map_err(|times::Skipped| Refused::Skipped(which))
}

/// Makes a new event; its language becomes the original one.
pub fn create(tx: &mut Tx<'_>, fields: &EventFields) -> Result<Id<Event>, Refused> {
    let instants = instants(fields)?;
    unique_edition(tx, fields, None)?;
    let mut all = serde_json::json!({});
    for (field, text) in fields.texts() {
        texts::put(&mut all, field, fields.language.tag(), text);
    }
    let (id, now) = (tx.new_id::<Event>(), tx.now());
    let made: Option<(Id<Event>,)> = tx.maybe(
        sql!(
            "insert into event (id, slug, kind, status, series_id, edition, original_lang, texts, zone, starts_local,
                 ends_local, starts_at, ends_at, known, sample_times, format, interpretation, host_id, contact_email,
                 registration_closes_local, registration_closes_at, sequence, created_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, false, $15, $16, $17, $18, $19, $20,
                 0, $21, $21)
             on conflict (slug) do nothing returning id"
        ),
        params![
            id,
            fields.slug.as_str(),
            fields.kind.as_str(),
            fields.status.as_str(),
            fields.series,
            fields.edition,
            fields.language.tag(),
            all,
            fields.zone.as_str(),
            times::stored(fields.starts),
            times::stored(fields.ends),
            instants.starts,
            instants.ends,
            fields.known.as_str(),
            fields.format.clone(),
            fields.interpretation.as_str(),
            fields.host,
            fields.contact_email.as_str(),
            fields.closes.map(times::stored),
            instants.closes,
            now
        ],
    )?;
    made.map(|(id,)| id).ok_or(Refused::SlugTaken)
}

fn unique_edition(tx: &mut Tx<'_>, fields: &EventFields, own: Option<Id<Event>>) -> Result<(), Refused> {
    let (Some(series), Some(edition)) = (fields.series, fields.edition) else {
        return Ok(());
    };
    let taken: Option<(Id<Event>,)> = tx.maybe(
        sql!("select id from event where series_id = $1 and edition = $2"),
        params![series, edition],
    )?;
    if taken.is_some_and(|(id,)| Some(id) != own) {
        Err(Refused::EditionTaken)
    } else {
        Ok(())
    }
}

/// Changes an event. `seen` is the SEQUENCE the form was made from: who comes second is told, never overwritten.
pub fn change(
    tx: &mut Tx<'_>,
    event: &Managed<Event>,
    fields: &EventFields,
    seen: i64,
) -> Result<(), Refused> {
    let instants = instants(fields)?;
    unique_edition(tx, fields, Some(event.id))?;
    let taken: Option<(Id<Event>,)> = tx.maybe(
        sql!("select id from event where slug = $1 and id <> $2"),
        params![fields.slug.as_str(), event.id],
    )?;
    if taken.is_some() {
        return Err(Refused::SlugTaken);
    }
    let mut all = event.texts.clone();
    for (field, text) in fields.texts() {
        texts::put(&mut all, field, fields.language.tag(), text);
    }
    let now = tx.now();
    let changed = tx.run(
        sql!(
            "update event set slug = $3, kind = $4, status = $5, series_id = $6, edition = $7, texts = $8, zone = $9,
                 starts_local = $10, ends_local = $11, starts_at = $12, ends_at = $13, known = $14, format = $15,
                 interpretation = $16, host_id = $17, contact_email = $18, registration_closes_local = $19,
                 registration_closes_at = $20, sequence = sequence + 1, updated_at = $21
             where id = $1 and sequence = $2"
        ),
        params![
            event.id,
            seen,
            fields.slug.as_str(),
            fields.kind.as_str(),
            fields.status.as_str(),
            fields.series,
            fields.edition,
            all,
            fields.zone.as_str(),
            times::stored(fields.starts),
            times::stored(fields.ends),
            instants.starts,
            instants.ends,
            fields.known.as_str(),
            fields.format.clone(),
            fields.interpretation.as_str(),
            fields.host,
            fields.contact_email.as_str(),
            fields.closes.map(times::stored),
            instants.closes,
            now
        ],
    )?;
    if changed == 0 {
        return Err(Refused::Stale);
    }
    if fields.zone != event.zone {
        move_sessions(tx, event.id, &times::zone_or_utc(&fields.zone))?;
    }
    Ok(())
}

/// After a change of zone the programme keeps its local times; the instants follow.
pub(crate) fn move_sessions(tx: &mut Tx<'_>, event: Id<Event>, zone: &TimeZone) -> Result<(), Fault> {
    for session in crate::read::sessions(tx, event)? {
        let starts = times::instant_or_next(session.starts(), zone).unwrap_or(session.starts_at);
        let ends = times::instant_or_next(session.ends(), zone).unwrap_or(session.ends_at);
        tx.run(
            sql!("update programme_session set starts_at = $2, ends_at = $3 where id = $1"),
            params![session.id, starts, ends],
        )?;
    }
    Ok(())
}

/// What the desk enters about one session, checked; texts are those of one language.
#[derive(Clone, Debug)]
pub struct SessionFields {
    pub kind: String,
    pub starts: DateTime,
    pub ends: DateTime,
    pub language: Locale,
    pub title: String,
    pub about: String,
    pub room: String,
}

impl SessionFields {
    fn write(&self, all: &mut serde_json::Value) {
        for (field, text) in [
            ("title", &self.title),
            ("about", &self.about),
            ("room", &self.room),
        ] {
            texts::put(all, field, self.language.tag(), text);
        }
    }
}

/// Adds a session to the programme.
pub fn add_session(
    tx: &mut Tx<'_>,
    event: &Managed<Event>,
    fields: &SessionFields,
) -> Result<Id<Session>, Refused> {
    let zone = event.tz();
    let starts = moment(fields.starts, &zone, Moment::Start)?;
    let ends = moment(fields.ends, &zone, Moment::End)?;
    let mut all = serde_json::json!({});
    fields.write(&mut all);
    let id = tx.new_id::<Session>();
    tx.run(
        sql!(
            "insert into programme_session (id, event_id, kind, starts_local, ends_local, starts_at, ends_at, texts, sample)
             values ($1, $2, $3, $4, $5, $6, $7, $8, false)"
        ),
        params![
            id,
            event.id,
            fields.kind.as_str(),
            times::stored(fields.starts),
            times::stored(fields.ends),
            starts,
            ends,
            all
        ],
    )?;
    touch(tx, event)?;
    Ok(id)
}

/// Changes a session; what the secretariat has entered itself is no longer sample data.
pub fn change_session(
    tx: &mut Tx<'_>,
    event: &Managed<Event>,
    id: Id<Session>,
    fields: &SessionFields,
) -> Result<(), Refused> {
    let zone = event.tz();
    let starts = moment(fields.starts, &zone, Moment::Start)?;
    let ends = moment(fields.ends, &zone, Moment::End)?;
    let session = crate::read::session(tx, event.id, id)?.ok_or(Refused::NoSuchSession)?;
    let mut all = session.texts;
    fields.write(&mut all);
    tx.run(
        sql!(
            "update programme_session set kind = $2, starts_local = $3, ends_local = $4, starts_at = $5, ends_at = $6,
                 texts = $7, sample = false
             where id = $1"
        ),
        params![
            id,
            fields.kind.as_str(),
            times::stored(fields.starts),
            times::stored(fields.ends),
            starts,
            ends,
            all
        ],
    )?;
    Ok(touch(tx, event)?)
}

/// Takes a session out of the programme.
pub fn remove_session(tx: &mut Tx<'_>, event: &Managed<Event>, id: Id<Session>) -> Result<(), Refused> {
    let gone = tx.run(
        sql!("delete from programme_session where id = $1 and event_id = $2"),
        params![id, event.id],
    )?;
    if gone == 0 {
        return Err(Refused::NoSuchSession);
    }
    Ok(touch(tx, event)?)
}

fn touch(tx: &mut Tx<'_>, event: &Managed<Event>) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(
        sql!("update event set sequence = sequence + 1, updated_at = $2 where id = $1"),
        params![event.id, now],
    )?;
    Ok(())
}
