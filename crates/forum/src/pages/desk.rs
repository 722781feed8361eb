//! The desk's list of events, drafts too.

use askama::Template;
use people::Me;
use web::{App, Error, Page, Visitor};

use super::lines::Line;
use crate::managed::may_manage;
use crate::words::Words;
use crate::{read, view};

#[derive(Template)]
#[template(path = "pages/desk_events.html")]
struct View {
    page: Page,
    w: Words,
    count: i64,
    rows: Vec<Row>,
}

struct Row {
    id: String,
    line: Line,
    status: &'static str,
    tone: &'static str,
}

/// `GET /desk/events`
pub async fn get(app: App, visitor: Visitor, me: Me) -> web::Result {
    if !may_manage(&me) {
        return Err(Error::Forbidden);
    }
    let w = Words(visitor.locale);
    let events = app.db().read(read::all_events).await?;
    let rows: Vec<Row> = events
        .iter()
        .map(|event| Row {
            id: event.id.to_string(),
            line: Line::new(event, &visitor),
            status: view::status(w, &event.status),
            tone: match event.status.as_str() {
                "published" => "ok",
                "draft" => "plain",
                _ => "warn",
            },
        })
        .collect();
    let page = Page::new(&app, &visitor, w.desk_events());
    Ok(web::html(View {
        page,
        w,
        count: i64::try_from(rows.len()).unwrap_or(i64::MAX),
        rows,
    }))
}
