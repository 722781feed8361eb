//! How an event belongs to others, as programs see it.

use db::Tx;
use web::api::{Access, Call, Kind, Noun, Operation, PAGED, Reply, Result, Shaped};
use web::shape;

use super::EVENT;
use crate::read;

const TIES: [&str; 4] = ["within", "around", "prepared_by", "prepares"];

pub const NOUN: Noun = Noun {
    name: "ties",
    about: "How events belong together.",
    operations: &[
        Operation::get("/events/{event}/ties", "list_ties", Access::Public, list)
            .says("The events it is tied to.")
            .of(&[EVENT])
            .asks(&PAGED)
            .answers(200, Tie::PAGE),
    ],
};

shape! {
    /// How an event belongs to another.
    struct Tie {
        /// Within: held in the frame of the other. Around: the other is held in the frame of this one. Prepared_by and
        /// prepares: the outcome of the one feeds the other.
        tie: &'static str = Kind::Code(&TIES),
        /// The other event, by its slug.
        event: String,
    }
}

fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let event = super::event(tx, call)?;
    let all = read::ties(tx, event.id)?.into_iter().map(|(tie, other)| Tie {
        tie: match tie {
            read::Tie::Within => "within",
            read::Tie::Around => "around",
            read::Tie::PreparedBy => "prepared_by",
            read::Tie::Prepares => "prepares",
        },
        event: other.slug,
    });
    Reply::page_of(call, all.collect(), |one: &Tie| {
        format!("{}.{}", one.tie, one.event)
    })
}
