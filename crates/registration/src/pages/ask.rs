//! Which part of the queue an address asks for: event, view, filters, order, page.

use base::Id;
use forum::Event;
use serde::Deserialize;

use crate::queue::{Lack, Order, Wanted};
use crate::{Representation, State};

/// What the address asks for. Unknown words mean the ordinary view, not an error.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Ask {
    pub event: String,
    pub view: String,
    pub q: String,
    pub rep: String,
    pub check: String,
    pub sort: String,
    pub page: String,
    /// The one just decided, for the note on the next.
    pub done: String,
}

impl Ask {
    pub fn wanted(&self, event: Id<Event>) -> Wanted {
        Wanted {
            event,
            view: State::parse(&self.view)
                .filter(|view| *view != State::Draft)
                .unwrap_or(State::Pending),
            text: self.q.chars().take(100).collect(),
            representation: Representation::parse(&self.rep),
            lack: match self.check.as_str() {
                "photo" => Some(Lack::Photo),
                "letter" => Some(Lack::Letter),
                _ => None,
            },
            order: Order::parse(&self.sort),
        }
    }

    /// The same part of the list as a query; `page` and `done` are left out.
    pub fn query(&self, slug: &str, view: State) -> String {
        let mut query = format!("event={slug}&view={}", view.code());
        for (name, value) in [
            ("q", &self.q),
            ("rep", &self.rep),
            ("check", &self.check),
            ("sort", &self.sort),
        ] {
            if !value.is_empty() {
                query.extend(["&", name, "=", &web::encode(value)]);
            }
        }
        query
    }

    pub fn filtered(&self) -> bool {
        !(self.q.is_empty() && self.rep.is_empty() && self.check.is_empty())
    }
}
