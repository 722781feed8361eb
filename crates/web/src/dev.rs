//! Pages for developers and the demonstration: the letters that were sent, and the clock.
use crate::layout::{Page, html};
use crate::{App, Error, Response, Result, Routes, Visitor};
use askama::Template;
use axum::Json;
use axum::extract::Path;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use jiff::SignedDuration;
use mail::Recorded;
use serde::Deserialize;

pub fn routes(routes: Routes, demo: bool) -> Routes {
    let routes = routes
        .at("/dev/mail", get(letters))
        .at("/dev/mail.json", get(json))
        .at("/dev/mail/{id}", get(letter));
    if demo {
        routes.at("/dev/clock", post(clock))
    } else {
        routes
    }
}

#[derive(Template)]
#[template(path = "dev_mail.html")]
struct Letters {
    page: Page,
    letters: Vec<Recorded>,
}

async fn letters(app: App, visitor: Visitor) -> Response {
    let page = Page::new(&app, &visitor, crate::words::Words(visitor.locale).letters());
    html(Letters {
        page,
        letters: app.letters().all(),
    })
}

async fn json(app: App) -> Response {
    ([("cache-control", "no-store")], Json(app.letters().all())).into_response()
}

#[derive(Template)]
#[template(path = "dev_letter.html")]
struct OneLetter {
    page: Page,
    letter: Recorded,
    lines: Vec<Line>,
}

/// A line of the text; a line that is an address can be followed.
struct Line {
    text: String,
    is_link: bool,
}

async fn letter(app: App, visitor: Visitor, Path(id): Path<String>) -> Result {
    let letter = app.letters().by_id(&id).ok_or(Error::NotFound)?;
    let line = |text: &str| Line {
        text: text.to_owned(),
        is_link: text.starts_with(&app.site().public_url),
    };
    let lines = letter.text.lines().map(line).collect();
    let page = Page::new(&app, &visitor, &letter.subject);
    Ok(html(OneLetter { page, letter, lines }))
}

#[derive(Deserialize)]
struct Advance {
    advance_s: i64,
}

/// Moves the demonstration's clock on, so that anyone can see a link die.
async fn clock(app: App, Json(asked): Json<Advance>) -> Result {
    let ten_years = 10 * 366 * 24 * 3600;
    if !(-ten_years..=ten_years).contains(&asked.advance_s) {
        return Err(Error::BadRequest);
    }
    app.clock().advance(SignedDuration::from_secs(asked.advance_s));
    mail::wake();
    Ok(Json(serde_json::json!({"now": app.now()})).into_response())
}
