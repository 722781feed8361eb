//! Everything the page of one event shows, read in one go.

use std::collections::HashMap;
use std::sync::Arc;

use base::{Fault, Id};
use db::Tx;
use members::{Member, Organization};
use uuid::Uuid;
use web::{App, Error, Visitor};

use crate::model::{Document, DocumentFile, Event, EventPerson, KeyDate, Series, Session};
use crate::read::{self, Convener, Tie};

/// An event with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Whole {
    pub event: Event,
    pub series: Option<Series>,
    pub host: Option<Member>,
    pub conveners: Vec<Convener>,
    pub ties: Vec<(Tie, Event)>,
    pub key_dates: Vec<KeyDate>,
    pub sessions: Vec<Session>,
    pub people: Vec<Role>,
    pub documents: Vec<Document>,
    pub files: Vec<DocumentFile>,
}

/// A role in the event, with whoever holds it.
#[derive(Clone, Debug)]
pub struct Role {
    pub person: EventPerson,
    pub member: Option<Member>,
    pub organization: Option<Organization>,
}

/// What a visitor is shown: from memory, while it is true. The desk reads anew, so that who changed something on one node
/// sees it on the next page whichever node makes it.
pub async fn shown(app: &App, visitor: &Visitor, event: Event) -> Result<Arc<Whole>, Error> {
    if visitor.desk {
        let whole = app.db().read(move |tx| whole(tx, event.clone())).await?;
        return Ok(Arc::new(whole));
    }
    let whole = app.db().read_kept(&event.id.uuid().to_string(), of).await?;
    whole.as_ref().clone().ok_or(Error::NotFound)
}

/// By the text of its id.
fn of(tx: &mut Tx<'_>, id: &str) -> Result<Option<Arc<Whole>>, Fault> {
    let Ok(id) = Uuid::parse_str(id) else {
        return Ok(None);
    };
    let Some(event) = read::event_by_id(tx, Id::from_uuid(id))? else {
        return Ok(None);
    };
    Ok(Some(Arc::new(whole(tx, event)?)))
}

/// Reads it all.
pub fn whole(tx: &mut Tx<'_>, event: Event) -> Result<Whole, Fault> {
    let id = event.id;
    Ok(Whole {
        series: event
            .series_id
            .map(|id| read::series_by_id(tx, id))
            .transpose()?
            .flatten(),
        host: event
            .host_id
            .map(|id| members::by_id(tx, id))
            .transpose()?
            .flatten(),
        conveners: read::conveners(tx, id)?,
        ties: read::ties(tx, id)?,
        key_dates: read::key_dates(tx, id)?,
        sessions: read::sessions(tx, id)?,
        people: roles(tx, id)?,
        documents: read::documents(tx, id)?,
        files: read::files(tx, id)?,
        event,
    })
}

/// Everybody with a role, in their order.
pub fn roles(tx: &mut Tx<'_>, event: Id<Event>) -> Result<Vec<Role>, Fault> {
    // The same few bodies hold most roles: each is read once.
    let mut known_members: HashMap<Id<Member>, Option<Member>> = HashMap::new();
    let mut known_organizations: HashMap<Id<Organization>, Option<Organization>> = HashMap::new();
    let mut roles = Vec::new();
    for person in read::people(tx, event)? {
        let member = match person.member_id {
            None => None,
            Some(id) => match known_members.get(&id) {
                Some(found) => found.clone(),
                None => known_members.entry(id).or_insert(members::by_id(tx, id)?).clone(),
            },
        };
        let organization = match person.organization_id {
            None => None,
            Some(id) => match known_organizations.get(&id) {
                Some(found) => found.clone(),
                None => known_organizations
                    .entry(id)
                    .or_insert(members::organization_by_id(tx, id)?)
                    .clone(),
            },
        };
        roles.push(Role {
            person,
            member,
            organization,
        });
    }
    Ok(roles)
}
