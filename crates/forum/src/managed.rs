//! Who may know of an event, and who may change it. Permission is a value one holds.

use std::ops::Deref;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use people::{Me, Role};
use web::{App, Error};

use crate::Event;
use crate::read::{self, Drafts};

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
        let me = Me::from_request_parts(parts, app).await.ok();
        find(app, me.as_ref(), slug.as_deref().unwrap_or_default())
            .await
            .map(EventBySlug)
    }
}

/// The event at this address, as far as she who is signed in, or a visitor, may know of it.
pub async fn find(app: &App, me: Option<&Me>, slug: &str) -> Result<Event, Error> {
    let slug = slug.to_owned();
    let event = app.db().read(move |tx| read::event_by_slug(tx, &slug)).await?;
    known(event, me)
}

/// What she may know of: not of drafts, but for those who run this event.
pub fn known(event: Option<Event>, me: Option<&Me>) -> Result<Event, Error> {
    event
        .filter(|event| event.public() || me.is_some_and(|me| sees_draft(me, event)))
        .ok_or(Error::NotFound)
}

/// Who runs events knows of their drafts.
const RUNS: [Role; 2] = [Role::Officer, Role::Administrator];

fn sees_draft(me: &Me, event: &Event) -> bool {
    RUNS.into_iter().any(|role| me.has_at(role, event.id.uuid()))
}

/// The drafts that a list may show her.
pub(crate) fn drafts(me: Option<&Me>) -> Drafts {
    if me.is_some_and(may_manage) {
        return Drafts::All;
    }
    let grants = me.into_iter().flat_map(|me| &me.roles);
    Drafts::Of(
        grants
            .filter(|grant| RUNS.contains(&grant.role))
            .filter_map(|grant| grant.event)
            .collect(),
    )
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
