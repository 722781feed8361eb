//! Registration: one person's request to attend one event, from the first answer to the decision.
//!
//! A delegate fills in a form in short steps, each saved as she goes, checks it and sends it. The desk sees the
//! requests, oldest first, and accredits or declines. She follows it on her own page and gets a letter at each turn.
//! `state` holds the rule of the states; every operation is one file beside it.

pub mod api;
pub mod decide;
pub mod demo;
pub mod keys;
pub mod labels;
pub mod letters;
mod merge;
pub mod model;
mod moves;
mod pages;
pub mod queue;
pub mod read;
mod sample;
pub mod save;
pub mod start;
mod state;
pub mod submit;
mod urls;
pub mod withdraw;

/// The sentences of this room.
pub mod words {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use model::{Access, Delegation, Paper, Reason, Registration, Representation, Role, Sender, Step, You};
pub use state::{Act, State};

/// What this room adds to the program.
pub const SLICE: web::Slice = web::Slice {
    name: "registration",
    routes: urls::routes,
    mails: letters::KINDS,
    desk_menu: &[web::MenuEntry {
        path: "/desk/registrations",
        label: |l| words::Words(l).registrations(),
    }],
    panels: &[
        web::Panel {
            place: "event.action",
            render: pages::panel::action,
        },
        web::Panel {
            place: "event.bar",
            render: pages::panel::bar,
        },
    ],
    api: &[api::registration::NOUN, api::papers::NOUN, api::queue::NOUN],
    held: Some(read::held),
    referring: merge::REFERRING,
    demo: Some(demo::fill),
    ..web::Slice::EMPTY
};
