//! Where one is signed in: each browser with its last place, and how to end it.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use serde::Deserialize;
use web::{App, Error, Page, Response, Visitor};

use super::answers::{private, see};
use super::asker::{Asker, SESSION_COOKIE, set};
use crate::mails::agent_words;
use crate::me::Posted;
use crate::session::Signed;
use crate::sessions::{self, Listed, MOST};
use crate::sure_form::Sure;
use crate::times;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/sessions.html")]
struct View {
    page: Page,
    w: Words,
    note: Option<&'static str>,
    sessions_most: i64,
    rows: Vec<Row>,
}

struct Row {
    id: String,
    here: bool,
    agent: String,
    place: Option<String>,
    seen: String,
    how: String,
}

#[derive(Deserialize)]
pub struct Asked {
    done: Option<String>,
}

pub async fn get(app: App, visitor: Visitor, signed: Signed, Query(query): Query<Asked>) -> web::Result {
    let w = Words(visitor.locale);
    let account = signed.account_id;
    let listed = app.db().read(move |tx| sessions::list(tx, account)).await?;
    let zone = visitor.zone.as_ref().map_or("UTC", base::Zone::name);
    let rows = listed.into_iter().map(|one| row(w, one, &signed, zone));
    Ok(private(web::html(View {
        page: Page::new(&app, &visitor, w.sessions_title()),
        w,
        note: query.done.map(|_| w.sessions_ended()),
        sessions_most: MOST,
        rows: rows.collect(),
    })))
}

fn row(w: Words, one: Listed, signed: &Signed, zone: &str) -> Row {
    let begun = times::moment(w.0, one.created_at, zone);
    let last = one.ip_last.unwrap_or_else(|| one.ip_first.clone());
    Row {
        here: one.id == signed.id,
        id: one.id.to_string(),
        agent: agent_words(w, &one.ua),
        place: (!last.is_empty()).then(|| w.session_place(last)),
        seen: w.session_seen(times::moment(w.0, one.last_seen_at, zone)),
        how: match one.amr.rsplit(' ').next() {
            Some("code") => w.session_by_code(begun),
            Some("number") => w.session_by_number(begun),
            Some("passkey") => w.session_by_passkey(begun),
            Some("totp") => w.session_by_totp(begun),
            Some("recovery") => w.session_by_recovery(begun),
            Some("oidc") => w.session_by_organization(begun),
            Some("console") => w.session_by_console(begun),
            _ => w.session_by_link(begun),
        },
    }
}

/// Ends one. Her own list only shows her own, so anything else is no address.
pub async fn end(
    app: App,
    visitor: Visitor,
    asker: Asker,
    Path(id): Path<String>,
    posted: Posted,
) -> web::Result {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let (account, whence) = (posted.me.id, asker.whence(&visitor));
    app.db()
        .write(move |tx| sessions::end_one(tx, account, id, &whence))
        .await?;
    Ok(see("/account/sessions?done"))
}

/// Ends all others; this browser goes on with a new cookie.
pub async fn end_others(app: App, visitor: Visitor, asker: Asker, sure: Sure) -> web::Result {
    let whence = asker.whence(&visitor);
    let (cookie, lasts) = app
        .db()
        .write(move |tx| sessions::end_others(tx, &sure.signed, &whence))
        .await?;
    let mut response = see("/account/sessions?done");
    let cookie = set(SESSION_COOKIE, &cookie, lasts);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// "Stay signed in": the request itself was the sign of life. A script is told the seconds that are left now.
pub async fn extend(app: App, signed: Signed, headers: HeaderMap) -> Response {
    let wants_json = headers
        .get(header::ACCEPT)
        .is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"));
    if !wants_json {
        return see("/account");
    }
    let (idle, last) = signed.left(app.now());
    let kind = HeaderValue::from_static("application/json");
    let body = format!("{{\"idle\":{idle},\"last\":{last}}}");
    private((StatusCode::OK, [(header::CONTENT_TYPE, kind)], body).into_response())
}
