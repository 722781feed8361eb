//! What the page of an event shows of registration: the Register button, or where one's own stands.

use askama::Template;
use base::{Fault, Id};
use db::Tx;
use web::PanelFor;

use crate::words::Words;
use crate::{State, labels, read, urls};

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% if !state.is_empty() %}<span class="{{ tag }}">{{ state }}</span> {% endif %}{% if !path.is_empty() %}<a class="{{ class }}" href="{{ path }}">{{ label }}</a>{% endif %}"#
)]
struct View {
    state: String,
    tag: &'static str,
    path: String,
    class: &'static str,
    label: &'static str,
}

/// Below the facts of the event.
pub fn action(tx: &mut Tx<'_>, about: &PanelFor) -> Result<Option<String>, Fault> {
    panel(tx, about)
}

/// The bar at the foot of a phone; only the button.
pub fn bar(tx: &mut Tx<'_>, about: &PanelFor) -> Result<Option<String>, Fault> {
    panel(tx, about)
}

fn panel(tx: &mut Tx<'_>, about: &PanelFor) -> Result<Option<String>, Fault> {
    let Some(event) = forum::read::event_by_id(tx, Id::from_uuid(about.about))? else {
        return Ok(None);
    };
    let visitor = &about.visitor;
    let w = Words(visitor.locale);
    let mine = match visitor.person {
        Some(person) => read::mine(tx, event.id, Id::from_uuid(person))?,
        None => None,
    };
    let open = event.registration_open(tx.moment());
    let my = web::link(visitor, &urls::my(&event.slug));
    let register = web::link(visitor, &urls::register(&event.slug));
    let view = match mine.map(|r| r.state()) {
        None if !open => return Ok(None),
        None => View {
            state: String::new(),
            tag: "tag",
            path: register,
            class: "btn",
            label: w.register(),
        },
        Some(State::Draft) if open => View {
            state: w.panel_state(w.state_draft()),
            tag: "tag plain",
            path: register,
            class: "btn",
            label: w.panel_continue(),
        },
        Some(state) => View {
            state: w.panel_state(labels::state(w, state)),
            tag: labels::tag(state),
            path: my,
            class: "btn alt",
            label: w.panel_see(),
        },
    };
    view.render()
        .map(Some)
        .map_err(|err| Fault::new("drawing the Register button").because(err))
}
