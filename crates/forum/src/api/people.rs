//! Who has a role in an event, as programs see it.

use base::Id;
use db::Tx;
use serde_json::Value;
use web::api::{Access, Call, Kind, Noun, Operation, PAGED, Reply, Result, Shaped};
use web::shape;

use super::{EVENT, known, text};
use crate::gather::{self, Role};
use crate::model::EventPerson;

const ROLES: [&str; 7] = [
    "chair",
    "moderator",
    "keynote",
    "speaker",
    "panellist",
    "rapporteur",
    "host",
];

pub const NOUN: Noun = Noun {
    name: "people",
    about: "Who has a role in an event or in one of its sessions, as the programme shows it.",
    operations: &[
        Operation::get("/events/{event}/people", "list_people", Access::Public, list)
            .says("Everybody with a role, in their order.")
            .of(&[EVENT])
            .asks(&PAGED)
            .answers(200, Part::PAGE),
    ],
};

shape! {
    /// The part a person, member or organization has.
    struct Part {
        /// Never changes.
        id: Id<EventPerson>,
        /// The role.
        role: &'static str = Kind::Code(&ROLES),
        /// The session it is in; null for the whole event.
        session: Option<Id<crate::Session>>,
        /// The person's name, if it is known.
        name: Option<String>,
        /// The person's position.
        position: Value,
        /// The member, by its code.
        member: Option<String> = Kind::Maybe(&Kind::Iso3),
        /// The organization, by its slug.
        organization: Option<String>,
        /// It is sample data.
        sample: bool,
    }
}

impl Part {
    fn of(role: Role) -> Part {
        let code = ROLES.into_iter().find(|code| *code == role.person.role);
        Part {
            id: role.person.id,
            role: code.unwrap_or("speaker"),
            session: role.person.session_id,
            name: known(&role.person.name),
            position: text(&role.person.texts, "position"),
            member: role.member.map(|member| member.iso3),
            organization: role.organization.map(|one| one.slug),
            sample: role.person.sample,
        }
    }
}

fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let event = super::event(tx, call)?;
    let all = gather::roles(tx, event.id)?.into_iter().map(Part::of).collect();
    Reply::page_of(call, all, |one: &Part| one.id.to_string())
}
