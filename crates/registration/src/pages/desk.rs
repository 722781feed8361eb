//! The front of the desk: how many wait, event by event.

use askama::Template;
use base::Fault;
use people::Me;
use web::{App, Error, Page, PanelFor, Visitor};

use super::door;
use crate::queue;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/desk.html")]
struct View {
    page: Page,
    w: Words,
    /// What other rooms have to say first.
    top: String,
    events: Vec<Waiting>,
}

struct Waiting {
    title: String,
    attr: String,
    dates: String,
    how_many: String,
    path: String,
    any: bool,
}

/// `GET /desk`
pub async fn get(app: App, visitor: Visitor, me: Me) -> web::Result {
    if !door::may_decide(&me) {
        return Err(Error::Forbidden);
    }
    let w = Words(visitor.locale);
    let (panels, about) = (
        app.clone(),
        PanelFor {
            about: me.id.uuid(),
            visitor: visitor.clone(),
        },
    );
    let (top, events) = app
        .db()
        .read(move |tx| {
            let mut lines = Vec::new();
            let all = queue::events(tx)?;
            for (id, waiting) in all.into_iter().filter(|(id, _)| door::decides(*id, &me)) {
                let Some(event) = forum::read::event_by_id(tx, id)? else {
                    continue;
                };
                let said = event.say("title", w.0);
                lines.push(Waiting {
                    attr: said.attr(),
                    title: said.text,
                    dates: crate::labels::dates(&event, w.0),
                    how_many: w.desk_waiting(waiting),
                    path: format!("/desk/registrations?event={}", event.slug),
                    any: waiting > 0,
                });
            }
            Ok::<_, Fault>((panels.panels(tx, "desk.top", &about)?, lines))
        })
        .await?;
    Ok(web::html(View {
        page: Page::new(&app, &visitor, w.desk_title()),
        w,
        top,
        events,
    }))
}
