//! The door of the desk: who may see and decide registrations.

use base::Id;
use forum::Event;
use people::{Me, Role};
use web::Error;

use crate::decide::Decider;

/// Officers, registrars and administrators decide, of everything or of the event; nobody else learns what is behind the
/// door.
pub fn decides(event: Id<Event>, me: &Me) -> bool {
    [Role::Officer, Role::Registrar, Role::Administrator]
        .into_iter()
        .any(|role| me.has_at(role, event.uuid()))
}

/// The right to decide on the registrations of an event.
pub fn decided_by(event: Id<Event>, me: &Me) -> Result<Decider, Error> {
    if decides(event, me) {
        Ok(Decider::by_the_program(event, me.id))
    } else {
        Err(Error::Forbidden)
    }
}

/// Whether this person decides on any registrations.
pub fn may_decide(me: &Me) -> bool {
    me.may_desk()
}
