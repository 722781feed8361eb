//! The calendar files: one event, or all of them, to subscribe to.

use axum::http::header;
use axum::response::IntoResponse;
use base::Fault;
use web::{App, Response, Visitor};

use crate::calendar;
use crate::model::Event;
use crate::read;
use crate::words::Words;

/// `GET /e/{slug}.ics`
pub async fn one(app: &App, visitor: &Visitor, event: Event) -> web::Result {
    let (locale, url) = (visitor.locale, app.site().public_url.clone());
    let name = format!("{}.ics", event.slug);
    let text = app
        .db()
        .read(move |tx| {
            let entry = calendar::entry(tx, &event, locale, &url)?;
            let title = entry.title.clone();
            Ok::<_, Fault>(calendar::publish(&[entry], &title))
        })
        .await?;
    Ok(file(&name, text))
}

/// `GET /events.ics`
pub async fn all(app: App, visitor: Visitor) -> web::Result {
    let (locale, url) = (visitor.locale, app.site().public_url.clone());
    let name = format!("{}: {}", app.site().name, Words(locale).events());
    let text = app
        .db()
        .read(move |tx| {
            let events = read::public_events(tx)?;
            let mut entries = Vec::new();
            for event in &events {
                entries.push(calendar::entry(tx, event, locale, &url)?);
            }
            Ok::<_, Fault>(calendar::publish(&entries, &name))
        })
        .await?;
    Ok(file("events.ics", text))
}

fn file(name: &str, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("inline; filename=\"{name}\""),
        ),
        (header::CACHE_CONTROL, "public, max-age=300".to_owned()),
    ];
    (headers, text).into_response()
}
