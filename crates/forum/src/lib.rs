//! The forum: series and their editions, other events, programme, documents, calendar.
//!
//! An event keeps the times its organiser meant, local and with their zone; the instant is derived. Every change by
//! the desk raises its SEQUENCE, so that calendars which subscribe keep themselves right.

pub mod api;
pub mod calendar;
pub mod check;
mod demo;
pub mod edit;
pub mod entered;
pub mod fill;
pub mod gather;
pub mod instants;
mod managed;
mod model;
mod pages;
mod pdf;
pub mod programme;
pub mod prose;
pub mod read;
pub mod stored;
pub mod texts;
pub mod times;
mod urls;
pub mod view;

/// The sentences of this room.
pub mod words {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

use jiff::SignedDuration;

pub use managed::{EventBySlug, Managed, find, may_manage};
pub use model::{
    Document, DocumentFile, Event, EventPerson, FORMATS, KINDS, KeyDate, SESSION_KINDS, STATUSES, Series,
    Session,
};

/// This room, as the program lists it.
pub const SLICE: web::Slice = web::Slice {
    name: "forum",
    routes: urls::routes,
    timers: &[jobs::Timer {
        name: "forum.instants",
        every: SignedDuration::from_hours(24),
        run: instants::timer,
    }],
    menu: &[web::MenuEntry {
        path: "/events",
        label: |locale| words::Words(locale).events(),
    }],
    desk_menu: &[web::MenuEntry {
        path: "/desk/events",
        label: |locale| words::Words(locale).desk_events(),
    }],
    api: &[
        api::series::NOUN,
        api::events::NOUN,
        api::conveners::NOUN,
        api::ties::NOUN,
        api::key_dates::NOUN,
        api::sessions::NOUN,
        api::people::NOUN,
        api::documents::NOUN,
    ],
    names: Some(read::names),
    demo: Some(demo::demo),
    ..web::Slice::EMPTY
};
