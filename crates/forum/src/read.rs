//! What the pages read: events, series, and everything that stands on the page of one event.

use base::{Fault, Id};
use db::{Tx, Value, filtered, params, sql};
use members::{Member, Organization};
use uuid::Uuid;

use crate::model::{Document, DocumentFile, Event, EventPerson, KeyDate, Series, Session};

/// The event at this address, drafts too.
pub fn event_by_slug(tx: &mut Tx<'_>, slug: &str) -> Result<Option<Event>, Fault> {
    tx.maybe(sql!("select * from event where slug = $1"), params![slug])
}

/// The event with this id.
pub fn event_by_id(tx: &mut Tx<'_>, id: Id<Event>) -> Result<Option<Event>, Fault> {
    tx.maybe(sql!("select * from event where id = $1"), params![id])
}

/// Every event, drafts too, by its first day; for the desk.
pub fn all_events(tx: &mut Tx<'_>) -> Result<Vec<Event>, Fault> {
    tx.all(sql!("select * from event order by starts_at desc, id"), params![])
}

/// Every event that anybody may read of, by its first day.
pub fn public_events(tx: &mut Tx<'_>) -> Result<Vec<Event>, Fault> {
    tx.all(
        sql!("select * from event where status <> 'draft' order by starts_at, id"),
        params![],
    )
}

/// The titles of all these, in every language: no password is made of them.
pub fn names(tx: &mut Tx<'_>) -> Result<Vec<String>, Fault> {
    let events = public_events(tx)?;
    let titles = events.iter().filter_map(|event| event.texts["title"].as_object());
    let texts = titles.flat_map(|title| title.values().filter_map(|text| text.as_str()));
    Ok(texts.map(str::to_owned).collect())
}

filtered! {
    static EVENTS = "select * from event where true",
    filters {
        known: "and (status <> 'draft' or id in list($::uuid))",
        after: "and (starts_at, id) > (select c.starts_at, c.id from event c where c.id = $)",
    },
    orders { first: "starts_at, id" }
}

/// The drafts that a list shows.
pub enum Drafts {
    All,
    /// Those of these events only.
    Of(Vec<Uuid>),
}

/// Events by their first day, a page of so many after another.
pub fn events_after(
    tx: &mut Tx<'_>,
    drafts: &Drafts,
    after: Option<Id<Event>>,
    limit: i64,
) -> Result<Vec<Event>, Fault> {
    let mut chosen = EVENTS.choose();
    if let Drafts::Of(known) = drafts {
        let known = known.iter().copied().map(Value::from).collect();
        chosen = chosen.filter("known", Value::List(known));
    }
    if let Some(after) = after {
        chosen = chosen.filter("after", after);
    }
    tx.list(&chosen.page(limit, 0))
}

/// All series in their order.
pub fn all_series(tx: &mut Tx<'_>) -> Result<Vec<Series>, Fault> {
    tx.all(
        sql!("select id, slug, original_lang, texts from series order by position, slug"),
        params![],
    )
}

/// The series at this address.
pub fn series_by_slug(tx: &mut Tx<'_>, slug: &str) -> Result<Option<Series>, Fault> {
    tx.maybe(
        sql!("select id, slug, original_lang, texts from series where slug = $1"),
        params![slug],
    )
}

/// The series with this id.
pub fn series_by_id(tx: &mut Tx<'_>, id: Id<Series>) -> Result<Option<Series>, Fault> {
    tx.maybe(
        sql!("select id, slug, original_lang, texts from series where id = $1"),
        params![id],
    )
}

/// The editions of a series that anybody may read of, the newest first.
pub fn editions(tx: &mut Tx<'_>, series: Id<Series>) -> Result<Vec<Event>, Fault> {
    tx.all(
        sql!("select * from event where series_id = $1 and status <> 'draft' order by edition desc"),
        params![series],
    )
}

/// Who convenes an event.
#[derive(Clone, Debug)]
pub enum Convener {
    Member(Member),
    Organization(Organization),
}

/// One of the two is set: the database sees to it.
type ConvenerIds = (Option<Id<Organization>>, Option<Id<Member>>);

/// The conveners in their order.
pub fn conveners(tx: &mut Tx<'_>, event: Id<Event>) -> Result<Vec<Convener>, Fault> {
    let rows: Vec<ConvenerIds> = tx.all(
        sql!("select organization_id, member_id from event_convener where event_id = $1 order by position"),
        params![event],
    )?;
    let mut found = Vec::new();
    for (organization, member) in rows {
        if let Some(id) = organization {
            found.extend(members::organization_by_id(tx, id)?.map(Convener::Organization));
        }
        if let Some(id) = member {
            found.extend(members::by_id(tx, id)?.map(Convener::Member));
        }
    }
    Ok(found)
}

/// How another event belongs to this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// This one is held in the frame of the other.
    Within,
    /// The other is held in the frame of this one.
    Around,
    /// The other's outcome feeds this one.
    PreparedBy,
    /// This one's outcome feeds the other.
    Prepares,
}

/// The events this one is tied to, as far as anybody may read of them.
pub fn ties(tx: &mut Tx<'_>, event: Id<Event>) -> Result<Vec<(Tie, Event)>, Fault> {
    let forward: Vec<(String, Id<Event>)> = tx.all(
        sql!("select kind, other_id from event_link where event_id = $1"),
        params![event],
    )?;
    let back: Vec<(String, Id<Event>)> = tx.all(
        sql!("select kind, event_id from event_link where other_id = $1"),
        params![event],
    )?;
    let forward = forward.into_iter().map(|(kind, id)| {
        (
            if kind == "within" {
                Tie::Within
            } else {
                Tie::Prepares
            },
            id,
        )
    });
    let back = back.into_iter().map(|(kind, id)| {
        (
            if kind == "within" {
                Tie::Around
            } else {
                Tie::PreparedBy
            },
            id,
        )
    });
    let mut found = Vec::new();
    for (tie, id) in forward.chain(back).collect::<Vec<_>>() {
        found.extend(
            event_by_id(tx, id)?
                .filter(Event::public)
                .map(|other| (tie, other)),
        );
    }
    found.sort_by_key(|(_, other)| (other.starts_at, other.slug.clone()));
    Ok(found)
}

/// The days to keep.
pub fn key_dates(tx: &mut Tx<'_>, event: Id<Event>) -> Result<Vec<KeyDate>, Fault> {
    tx.all(
        sql!("select id, day, texts, sample from key_date where event_id = $1 order by day, id"),
        params![event],
    )
}

/// The programme in the order of the day.
pub fn sessions(tx: &mut Tx<'_>, event: Id<Event>) -> Result<Vec<Session>, Fault> {
    tx.all(
        sql!("select * from programme_session where event_id = $1 order by starts_local, ends_local, id"),
        params![event],
    )
}

/// One session of an event.
pub fn session(tx: &mut Tx<'_>, event: Id<Event>, id: Id<Session>) -> Result<Option<Session>, Fault> {
    tx.maybe(
        sql!("select * from programme_session where event_id = $1 and id = $2"),
        params![event, id],
    )
}

/// Everybody with a role in an event.
pub fn people(tx: &mut Tx<'_>, event: Id<Event>) -> Result<Vec<EventPerson>, Fault> {
    tx.all(
        sql!(
            "select id, session_id, role, name, texts, member_id, organization_id, sample
             from event_person where event_id = $1 order by position, id"
        ),
        params![event],
    )
}

/// The documents in their order.
pub fn documents(tx: &mut Tx<'_>, event: Id<Event>) -> Result<Vec<Document>, Fault> {
    tx.all(
        sql!("select * from document where event_id = $1 order by position, slug"),
        params![event],
    )
}

/// One document of an event.
pub fn document(tx: &mut Tx<'_>, event: Id<Event>, slug: &str) -> Result<Option<Document>, Fault> {
    tx.maybe(
        sql!("select * from document where event_id = $1 and slug = $2"),
        params![event, slug],
    )
}

/// The newest file of every document of an event in each language.
pub fn files(tx: &mut Tx<'_>, event: Id<Event>) -> Result<Vec<DocumentFile>, Fault> {
    tx.all(
        sql!(
            "select f.id, f.document_id, f.lang, f.version, f.file_id, s.kind, s.size, s.hash
             from document_file f
             join document d on d.id = f.document_id
             join stored_file s on s.id = f.file_id
             where d.event_id = $1
               and f.version = (select max(n.version) from document_file n
                                where n.document_id = f.document_id and n.lang = f.lang)
             order by f.lang"
        ),
        params![event],
    )
}
