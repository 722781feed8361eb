//! All events: those to come, then those that are over.

use askama::Template;
use web::{App, Page, Visitor};

use super::lines::Line;
use crate::read;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/events.html")]
struct View {
    page: Page,
    w: Words,
    groups: Vec<Group>,
}

struct Group {
    heading: &'static str,
    events: Vec<Line>,
}

/// `GET /events`
pub async fn get(app: App, visitor: Visitor) -> web::Result {
    let w = Words(visitor.locale);
    let events = app.db().read(read::public_events).await?;
    let (past, coming): (Vec<_>, Vec<_>) = events.into_iter().partition(|event| event.over(app.moment()));
    let coming: Vec<Line> = coming.iter().map(|event| Line::new(event, &visitor)).collect();
    let past: Vec<Line> = past
        .iter()
        .rev()
        .map(|event| Line::new(event, &visitor))
        .collect();
    let mut groups = Vec::new();
    for (heading, events) in [(w.events_coming(), coming), (w.events_past(), past)] {
        if !events.is_empty() {
            groups.push(Group { heading, events });
        }
    }
    let page = Page::new(&app, &visitor, w.events()).description(w.events_description());
    Ok(web::html(View { page, w, groups }))
}
