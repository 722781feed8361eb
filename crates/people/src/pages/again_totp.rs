//! Asks again who it is, for whoever has an authenticator: its six figures and nothing else.

use askama::Template;
use axum::extract::Query;
use axum::http::header;
use web::{App, Form, Page, Response, Visitor};

use super::again::{Asked, on};
use super::answers::{private, see};
use super::asker::{Asker, SESSION_COOKIE, set};
use super::problems::Problems;
use crate::session::Signed;
use crate::sure::{self, Proof};
use crate::totp::{self, Seed};
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/again_totp.html")]
struct View {
    page: Page,
    w: Words,
    problems: Problems,
    next: String,
    by_letter: String,
}

fn by_letter(next: &str) -> String {
    format!("/account/again?letter&next={}", web::encode(next))
}

pub async fn get(app: App, visitor: Visitor, signed: Signed, Query(query): Query<Asked>) -> web::Result {
    let next = super::next_of(query.next.as_deref());
    if signed.is_sure(app.now()) {
        return Ok(see(&on(&next)));
    }
    let account = signed.account_id;
    if app
        .db()
        .read(move |tx| totp::sealed(tx, account))
        .await?
        .is_none()
    {
        return Ok(see(&by_letter(&next)));
    }
    Ok(show(&app, &visitor, next, Problems::default()))
}

fn show(app: &App, visitor: &Visitor, next: String, problems: Problems) -> Response {
    let w = Words(visitor.locale);
    let mut page = Page::new(app, visitor, w.again_title());
    page.error = !problems.is_empty();
    private(web::html(View {
        page,
        w,
        problems,
        by_letter: by_letter(&next),
        next,
    }))
}

/// Right, and not counted yet: the browser gets a new cookie and goes on.
pub async fn post(app: App, visitor: Visitor, asker: Asker, signed: Signed, form: Form) -> web::Result {
    let w = Words(visitor.locale);
    let next = super::next_of(Some(form.text("next")));
    let (whence, typed) = (asker.whence(&visitor), totp::tidy(form.text("code")));
    let mut problems = Problems::default();
    if typed.is_empty() {
        problems.add("code", w.totp_missing());
        return Ok(super::not_taken(show(&app, &visitor, next, problems)));
    }
    let (id, account) = (signed.id, signed.account_id);
    let Some(sealed) = app.db().read(move |tx| totp::sealed(tx, account)).await? else {
        return Ok(see(&by_letter(&next)));
    };
    if !app.db().write(move |tx| sure::count_try(tx, id)).await? {
        return Ok(see("/sign-in?ended"));
    }
    let step = Seed::open(app.keys(), account, &sealed)?.step_of(&typed, app.now());
    let asked = signed.clone();
    let left = app
        .db()
        .write(move |tx| {
            let counts = match step {
                Some(step) => totp::use_up(tx, account, &sealed, step)?,
                None => false,
            };
            if counts {
                return sure::prove(tx, &asked, Proof::Totp, &whence).map(Ok);
            }
            sure::failed(tx, &asked, &whence).map(Err)
        })
        .await?;
    match left {
        Ok((cookie, lasts)) => {
            let mut response = see(&on(&next));
            let cookie = set(SESSION_COOKIE, &cookie, lasts);
            response.headers_mut().append(header::SET_COOKIE, cookie);
            Ok(response)
        }
        Err(left) if left <= 0 => Ok(see("/sign-in?ended")),
        Err(left) => {
            problems.add("code", w.again_totp_wrong(left));
            Ok(super::not_taken(show(&app, &visitor, next, problems)))
        }
    }
}
