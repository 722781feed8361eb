//! The list of participants of an event: not published yet, and the page says so.

use askama::Template;
use web::{App, Page, Visitor};

use crate::managed::EventBySlug;
use crate::texts::Said;
use crate::view;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/participants.html")]
struct View {
    page: Page,
    w: Words,
    base: String,
    title: Said,
    dates: String,
}

/// `GET /e/{slug}/participants`
pub async fn get(app: App, visitor: Visitor, event: EventBySlug) -> web::Result {
    let w = Words(visitor.locale);
    let title = event.say("title", visitor.locale);
    let page = Page::new(&app, &visitor, &format!("{} – {}", w.participants(), title.text));
    let base = web::link(&visitor, &format!("/e/{}", event.slug));
    Ok(web::html(View {
        page,
        w,
        base,
        title,
        dates: view::dates(w, &event),
    }))
}
