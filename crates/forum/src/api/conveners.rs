//! Who convenes an event, as programs see it.

use db::Tx;
use web::api::{Access, Call, Kind, Noun, Operation, PAGED, Reply, Result, Shaped};
use web::shape;

use super::EVENT;
use crate::read;

pub const NOUN: Noun = Noun {
    name: "conveners",
    about: "The members and organizations that convene an event.",
    operations: &[Operation::get(
        "/events/{event}/conveners",
        "list_conveners",
        Access::Public,
        list,
    )
    .says("Who convenes the event, in their order.")
    .of(&[EVENT])
    .asks(&PAGED)
    .answers(200, Convener::PAGE)],
};

shape! {
    /// Who convenes an event: a member or an organization.
    struct Convener {
        /// The member, by its code.
        member: Option<String> = Kind::Maybe(&Kind::Iso3),
        /// The organization, by its slug.
        organization: Option<String>,
    }
}

fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let event = super::event(tx, call)?;
    let all = read::conveners(tx, event.id)?.into_iter().map(|one| match one {
        read::Convener::Member(member) => Convener {
            member: Some(member.iso3),
            organization: None,
        },
        read::Convener::Organization(body) => Convener {
            member: None,
            organization: Some(body.slug),
        },
    });
    let key = |one: &Convener| {
        one.member
            .clone()
            .or(one.organization.clone())
            .unwrap_or_default()
    };
    Reply::page_of(call, all.collect(), key)
}
