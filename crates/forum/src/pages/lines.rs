//! One event as a line in a list.

use web::Visitor;

use crate::model::Event;
use crate::texts::Said;
use crate::view;
use crate::words::Words;

/// What a list shows of an event.
pub struct Line {
    pub path: String,
    pub dates: String,
    pub title: Said,
    pub lede: Said,
    pub kick: String,
    pub status: Option<&'static str>,
}

impl Line {
    /// The line of this event for this visitor.
    pub fn new(event: &Event, visitor: &Visitor) -> Line {
        let w = Words(visitor.locale);
        Line {
            path: web::link(visitor, &format!("/e/{}", event.slug)),
            dates: view::dates(w, event),
            title: event.say("title", visitor.locale),
            lede: event.say("lede", visitor.locale),
            kick: view::kick(w, event),
            status: (event.status != "published").then(|| view::status(w, &event.status)),
        }
    }
}
