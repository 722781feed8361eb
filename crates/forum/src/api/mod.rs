//! What programs read and write of the forum: one file a noun.

pub mod conveners;
pub mod documents;
pub mod events;
pub mod key_dates;
pub mod people;
pub mod series;
pub mod sessions;
pub mod ties;

use db::Tx;
use serde_json::Value;
use web::Error;
use web::api::{Call, Field, Kind, Result, Scope};

use crate::managed::{self, Managed};
use crate::model::Event;
use crate::read;
use crate::words::Words;

/// To change events and their programme.
pub static EVENTS_WRITE: Scope = Scope {
    code: "events:write",
    label: |locale| Words(locale).scope_events_write(),
};

/// The event in the path.
pub const EVENT: Field = Field::new(
    "event",
    Kind::Slug,
    "The last part of the address of the event's page.",
)
.like("dg-forum-4");

/// The event of a request, as far as who asks may know of it.
pub fn event(tx: &mut Tx<'_>, call: &Call) -> Result<Event> {
    let found = read::event_by_slug(tx, call.part("event"))?;
    Ok(managed::known(found, ::people::api::me(call).ok())?)
}

/// The event of a request, held by somebody who may change it.
fn managed(tx: &mut Tx<'_>, call: &Call) -> Result<Managed<Event>> {
    let me = ::people::api::me(call)?;
    Ok(event(tx, call)?.managed_by(me)?)
}

/// Only who runs events.
fn only_managers(call: &Call) -> Result<()> {
    if managed::may_manage(::people::api::me(call)?) {
        Ok(())
    } else {
        Err(Error::Forbidden.into())
    }
}

/// A text in all its languages.
fn text(texts: &Value, field: &str) -> Value {
    texts
        .get(field)
        .cloned()
        .unwrap_or_else(|| Value::Object(serde_json::Map::new()))
}

/// What is empty is not known.
fn known(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
