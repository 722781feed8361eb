//! Who may know of an event, and who may change it. Permission is a value one holds.

use std::ops::Deref;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use people::{Me, Role};
use web::{App, Error, Visitor};

use crate::Event;
use crate::read;

/// The event at the address asked for. A draft does not exist but for the desk.
#[derive(Clone, Debug)]
pub struct EventBySlug(pub Event);

impl Deref for EventBySlug {
    type Target = Event;

    fn deref(&self) -> &Event {
        &self.0
    }
}

impl FromRequestParts<App> for EventBySlug {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<EventBySlug, Error> {
        let path = RawPathParams::from_request_parts(parts, app)
            .await
            .map_err(|_| Error::NotFound)?;
        let slug = path
            .iter()
            .find(|(name, _)| *name == "slug")
            .map(|(_, value)| value.to_owned());
        let Ok(visitor) = Visitor::from_request_parts(parts, app).await;
        find(app, &visitor, slug.as_deref().unwrap_or_default())
            .await
            .map(EventBySlug)
    }
}

/// The event at this address, as far as this visitor may know of it.
pub async fn find(app: &App, visitor: &Visitor, slug: &str) -> Result<Event, Error> {
    let slug = slug.to_owned();
    let event = app.db().read(move |tx| read::event_by_slug(tx, &slug)).await?;
    known(event, visitor)
}

/// What this visitor may know of: not of drafts, but for the desk.
pub fn known(event: Option<Event>, visitor: &Visitor) -> Result<Event, Error> {
    event
        .filter(|event| event.public() || sees_drafts(visitor))
        .ok_or(Error::NotFound)
}

pub(crate) fn sees_drafts(visitor: &Visitor) -> bool {
    people::visitor_has(visitor, Role::Officer) || people::visitor_has(visitor, Role::Administrator)
}

/// Something its holder may change.
#[derive(Clone, Debug)]
pub struct Managed<T>(T);

impl<T> Managed<T> {
    /// For the program itself (its command line, its tests), where no person asks.
    pub fn by_the_program(held: T) -> Managed<T> {
        Managed(held)
    }
}

impl<T> Deref for Managed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl Event {
    /// Officers and administrators change events; nobody else.
    pub fn managed_by(self, me: &Me) -> Result<Managed<Event>, Error> {
        if may_manage(me) {
            Ok(Managed(self))
        } else {
            Err(Error::Forbidden)
        }
    }
}

/// Whether this person runs events at all.
pub fn may_manage(me: &Me) -> bool {
    me.has(Role::Officer) || me.has(Role::Administrator)
}
