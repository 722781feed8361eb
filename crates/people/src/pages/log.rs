//! One's own log: what happened to the account, when, and from where.

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use web::{App, Page, Visitor};

use super::answers::private;
use crate::me::Me;
use crate::story::{self, Line};
use crate::times;
use crate::words::Words;

/// So many lines on a page.
const LINES: usize = 50;

#[derive(Template)]
#[template(path = "pages/log.html")]
struct View {
    page: Page,
    w: Words,
    rows: Vec<Row>,
    older: Option<String>,
}

struct Row {
    machine: String,
    when: String,
    what: String,
    whence: String,
}

#[derive(Deserialize)]
pub struct Asked {
    after: Option<String>,
}

pub async fn get(app: App, visitor: Visitor, me: Me, Query(query): Query<Asked>) -> web::Result {
    let w = Words(visitor.locale);
    let limit = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let after = query.after.and_then(|id| id.parse().ok());
    let mut lines = app
        .db()
        .read(move |tx| story::of(tx, me.id, after, limit))
        .await?;
    let more = lines.len() > LINES;
    lines.truncate(LINES);
    let older = lines.last().filter(|_| more).map(|line| line.id.to_string());
    let zone = visitor.zone.as_ref().map_or("UTC", base::Zone::name);
    Ok(private(web::html(View {
        page: Page::new(&app, &visitor, w.log_title()),
        w,
        rows: lines.into_iter().map(|line| row(w, &line, zone)).collect(),
        older,
    })))
}

fn row(w: Words, line: &Line, zone: &str) -> Row {
    Row {
        machine: times::machine(line.at, zone),
        when: times::moment(w.0, line.at, zone),
        what: story::say(w, &line.event, &line.detail),
        whence: crate::whence(w.0, &line.ip, &line.ua),
    }
}
