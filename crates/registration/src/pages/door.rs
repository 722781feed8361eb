//! The door of the desk: who may see and decide registrations.

use base::Id;
use forum::Event;
use people::{Me, Role};
use web::Error;

use crate::decide::Decider;

/// Officers, registrars and administrators decide; nobody else learns what is behind the door.
pub fn decided_by(event: Id<Event>, me: &Me) -> Result<Decider, Error> {
    let here = |role| me.has_at(role, event.uuid());
    if here(Role::Officer) || here(Role::Registrar) || here(Role::Administrator) {
        Ok(Decider::by_the_program(event, me.id))
    } else {
        Err(Error::Forbidden)
    }
}

/// Whether this person decides on registrations at all.
pub fn may_decide(me: &Me) -> bool {
    me.may_desk()
}
