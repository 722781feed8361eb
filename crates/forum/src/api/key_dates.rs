//! The days to keep of an event, as programs see them.

use base::Id;
use db::Tx;
use serde_json::Value;
use web::api::{Access, Call, Kind, Noun, Operation, PAGED, Reply, Result, Shaped};
use web::shape;

use super::{EVENT, text};
use crate::read;

pub const NOUN: Noun = Noun {
    name: "key_dates",
    about: "The days to keep that were entered for an event; its own days and its deadline stand in the event.",
    operations: &[Operation::get(
        "/events/{event}/key-dates",
        "list_key_dates",
        Access::Public,
        list,
    )
    .says("The days to keep, the first one first.")
    .of(&[EVENT])
    .asks(&PAGED)
    .answers(200, KeyDate::PAGE)],
};

shape! {
    /// A day to keep.
    struct KeyDate {
        /// Never changes.
        id: Id<crate::KeyDate>,
        /// In the time zone of the event.
        day: String = Kind::Day,
        /// The IANA time zone of the event.
        time_zone: String,
        /// What happens.
        title: Value,
        /// It is sample data.
        sample: bool,
    }
}

fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let event = super::event(tx, call)?;
    let all = read::key_dates(tx, event.id)?.into_iter().map(|one| KeyDate {
        id: one.id,
        day: one.day,
        time_zone: event.zone.clone(),
        title: text(&one.texts, "title"),
        sample: one.sample,
    });
    Reply::page_of(call, all.collect(), |one: &KeyDate| one.id.to_string())
}
