//! Puts series and events from a content file into the database: the demonstration's forum, in three languages.

use std::collections::HashMap;

use base::{Fault, Id};
use db::{Tx, params, sql};
use members::{Member, Organization};
use serde::Deserialize;
use serde_json::Value;

use crate::model::{Document, Event, EventPerson, KeyDate, Series, Session};
use crate::times;

/// The whole content file.
#[derive(Deserialize)]
pub struct Content {
    pub series: Vec<SeriesLine>,
    pub events: Vec<EventLine>,
}

#[derive(Deserialize)]
pub struct SeriesLine {
    slug: String,
    original: String,
    texts: Value,
}

#[derive(Deserialize)]
pub struct EventLine {
    pub slug: String,
    kind: String,
    series: Option<String>,
    edition: Option<i64>,
    original: String,
    zone: String,
    starts: String,
    ends: String,
    known: String,
    #[serde(default)]
    sample_times: bool,
    format: Option<String>,
    host: Option<String>,
    closes: Option<String>,
    #[serde(default)]
    contact: String,
    #[serde(default)]
    conveners: Vec<String>,
    #[serde(default)]
    within: Vec<String>,
    #[serde(default)]
    prepares: Vec<String>,
    texts: Value,
    #[serde(default)]
    dates: Vec<DateLine>,
    #[serde(default)]
    sessions: Vec<SessionLine>,
    #[serde(default)]
    pub documents: Vec<DocumentLine>,
}

#[derive(Deserialize)]
struct DateLine {
    day: String,
    #[serde(default)]
    sample: bool,
    texts: Value,
}

#[derive(Deserialize)]
struct SessionLine {
    kind: String,
    starts: String,
    ends: String,
    texts: Value,
    #[serde(default)]
    people: Vec<PersonLine>,
}

#[derive(Deserialize)]
struct PersonLine {
    role: String,
    member: Option<String>,
    organization: Option<String>,
}

#[derive(Deserialize)]
pub struct DocumentLine {
    pub slug: String,
    audience: String,
    issued: Option<String>,
    #[serde(default)]
    pub files: Vec<String>,
    pub texts: Value,
}

fn missing(what: &str) -> Fault {
    Fault::new(format!("the demonstration's content: {what}"))
}

/// Reads a content file.
pub fn parse(text: &str) -> Result<Content, Fault> {
    serde_json::from_str(text).map_err(|error| missing("reading it").because(error))
}

/// Writes all of it. Gives the ids of the documents by event and address, for their files.
pub fn write(tx: &mut Tx<'_>, content: &Content) -> Result<HashMap<(String, String), Id<Document>>, Fault> {
    let mut series = HashMap::new();
    for (position, line) in content.series.iter().enumerate() {
        series.insert(line.slug.clone(), write_series(tx, line, position)?);
    }
    let mut events = HashMap::new();
    let mut documents = HashMap::new();
    for line in &content.events {
        let own = line.series.as_ref().and_then(|slug| series.get(slug)).copied();
        let id = write_event(tx, line, own)?;
        events.insert(line.slug.clone(), id);
        write_conveners(tx, id, &line.conveners)?;
        for date in &line.dates {
            let own = tx.new_id::<KeyDate>();
            tx.run(
                sql!("insert into key_date (id, event_id, day, texts, sample) values ($1, $2, $3, $4, $5)"),
                params![own, id, date.day.as_str(), date.texts.clone(), date.sample],
            )?;
        }
        for session in &line.sessions {
            write_session(tx, id, &line.zone, session)?;
        }
        for (position, document) in line.documents.iter().enumerate() {
            let own = write_document(tx, id, document, position)?;
            documents.insert((line.slug.clone(), document.slug.clone()), own);
        }
    }
    for line in &content.events {
        for (kind, others) in [("within", &line.within), ("prepares", &line.prepares)] {
            for other in others {
                let (from, to) = (events.get(&line.slug), events.get(other));
                let (Some(from), Some(to)) = (from, to) else {
                    return Err(missing(other));
                };
                tx.run(
                    sql!("insert into event_link (event_id, other_id, kind) values ($1, $2, $3)"),
                    params![*from, *to, kind],
                )?;
            }
        }
    }
    Ok(documents)
}

fn position(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn write_series(tx: &mut Tx<'_>, line: &SeriesLine, at: usize) -> Result<Id<Series>, Fault> {
    let id = tx.new_id::<Series>();
    tx.run(
        sql!("insert into series (id, slug, original_lang, texts, position) values ($1, $2, $3, $4, $5)"),
        params![
            id,
            line.slug.as_str(),
            line.original.as_str(),
            line.texts.clone(),
            position(at)
        ],
    )?;
    Ok(id)
}

fn member(tx: &mut Tx<'_>, iso3: &str) -> Result<Id<Member>, Fault> {
    Ok(members::by_iso3(tx, iso3)?.ok_or_else(|| missing(iso3))?.id)
}

fn organization(tx: &mut Tx<'_>, slug: &str) -> Result<Id<Organization>, Fault> {
    Ok(members::organization(tx, slug)?.ok_or_else(|| missing(slug))?.id)
}

fn local(text: &str, zone: &str) -> Result<jiff::Timestamp, Fault> {
    times::parse(text)
        .and_then(|local| times::instant(local, &times::zone_or_utc(zone)).ok())
        .ok_or_else(|| missing(text))
}

fn write_event(tx: &mut Tx<'_>, line: &EventLine, series: Option<Id<Series>>) -> Result<Id<Event>, Fault> {
    let host = line.host.as_deref().map(|iso3| member(tx, iso3)).transpose()?;
    let closes = line
        .closes
        .as_deref()
        .map(|text| local(text, &line.zone))
        .transpose()?;
    let (id, now) = (tx.new_id::<Event>(), tx.now());
    tx.run(
        sql!(
            "insert into event (id, slug, kind, status, series_id, edition, original_lang, texts, zone, starts_local,
                 ends_local, starts_at, ends_at, known, sample_times, format, interpretation, host_id, contact_email,
                 registration_closes_local, registration_closes_at, sequence, created_at, updated_at)
             values ($1, $2, $3, 'published', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, '', $16, $17, $18,
                 $19, 0, $20, $20)"
        ),
        params![
            id,
            line.slug.as_str(),
            line.kind.as_str(),
            series,
            line.edition,
            line.original.as_str(),
            line.texts.clone(),
            line.zone.as_str(),
            line.starts.as_str(),
            line.ends.as_str(),
            local(&line.starts, &line.zone)?,
            local(&line.ends, &line.zone)?,
            line.known.as_str(),
            line.sample_times,
            line.format.clone(),
            host,
            line.contact.as_str(),
            line.closes.clone(),
            closes,
            now
        ],
    )?;
    Ok(id)
}

/// A convener is a member (three capital letters) or an organization (its address).
fn write_conveners(tx: &mut Tx<'_>, event: Id<Event>, conveners: &[String]) -> Result<(), Fault> {
    for (at, convener) in conveners.iter().enumerate() {
        let is_member = convener.len() == 3 && convener.chars().all(|c| c.is_ascii_uppercase());
        let (own_organization, own_member) = if is_member {
            (None, Some(member(tx, convener)?))
        } else {
            (Some(organization(tx, convener)?), None)
        };
        tx.run(
            sql!(
                "insert into event_convener (event_id, position, organization_id, member_id) values ($1, $2, $3, $4)"
            ),
            params![event, position(at), own_organization, own_member],
        )?;
    }
    Ok(())
}

fn write_session(tx: &mut Tx<'_>, event: Id<Event>, zone: &str, line: &SessionLine) -> Result<(), Fault> {
    let id = tx.new_id::<Session>();
    tx.run(
        sql!(
            "insert into programme_session (id, event_id, kind, starts_local, ends_local, starts_at, ends_at, texts,
                 sample)
             values ($1, $2, $3, $4, $5, $6, $7, $8, true)"
        ),
        params![
            id,
            event,
            line.kind.as_str(),
            line.starts.as_str(),
            line.ends.as_str(),
            local(&line.starts, zone)?,
            local(&line.ends, zone)?,
            line.texts.clone()
        ],
    )?;
    for (at, person) in line.people.iter().enumerate() {
        let own_member = person
            .member
            .as_deref()
            .map(|iso3| member(tx, iso3))
            .transpose()?;
        let own_organization = person
            .organization
            .as_deref()
            .map(|slug| organization(tx, slug))
            .transpose()?;
        let own = tx.new_id::<EventPerson>();
        tx.run(
            sql!(
                "insert into event_person (id, event_id, session_id, role, name, texts, member_id, organization_id,
                     position, sample)
                 values ($1, $2, $3, $4, '', $5, $6, $7, $8, true)"
            ),
            params![
                own,
                event,
                id,
                person.role.as_str(),
                serde_json::json!({}),
                own_member,
                own_organization,
                position(at)
            ],
        )?;
    }
    Ok(())
}

fn write_document(
    tx: &mut Tx<'_>,
    event: Id<Event>,
    line: &DocumentLine,
    at: usize,
) -> Result<Id<Document>, Fault> {
    let id = tx.new_id::<Document>();
    tx.run(
        sql!(
            "insert into document (id, event_id, slug, audience, issued_on, texts, position, sample)
             values ($1, $2, $3, $4, $5, $6, $7, true)"
        ),
        params![
            id,
            event,
            line.slug.as_str(),
            line.audience.as_str(),
            line.issued.clone(),
            line.texts.clone(),
            position(at)
        ],
    )?;
    Ok(id)
}
