//! The code of the letter, typed in the browser that waits. The form stands on the waiting page, and here alone for
//! browsers without a script.

use askama::Template;
use axum::extract::Query;
use base::Id;
use serde::Deserialize;
use web::{App, Form, Page, Response, Visitor};

use super::answers::{private, see, signed_in};
use super::asker::Asker;
use super::check_email::{flow_id, landed};
use super::said;
use crate::complete::Asking;
use crate::model::{CODE_TRIES, Flow, SignedIn};
use crate::throttle::Namer;
use crate::words::Words;
use crate::{code, complete, flows, keys};

#[derive(Template)]
#[template(path = "pages/code.html")]
struct View {
    page: Page,
    w: Words,
    flow: String,
    error: Option<String>,
}

#[derive(Deserialize)]
pub struct Asked {
    flow: Option<String>,
}

pub async fn get(app: App, visitor: Visitor, asker: Asker, Query(query): Query<Asked>) -> web::Result {
    let Some(browser) = asker.browser() else {
        return Ok(said::unknown_browser(&app, &visitor));
    };
    let id: Option<Id<Flow>> = query.flow.and_then(|text| text.parse().ok());
    let found = app
        .db()
        .read(move |tx| match id {
            Some(id) => flows::of_browser(tx, id, &browser),
            None => flows::newest(tx, &browser),
        })
        .await?;
    match found.filter(|flow| flow.is_open(app.now())) {
        Some(flow) => Ok(show(&app, &visitor, flow.id, None)),
        None => Ok(see("/sign-in/check-email")),
    }
}

fn show(app: &App, visitor: &Visitor, flow: Id<Flow>, error: Option<String>) -> Response {
    let w = Words(visitor.locale);
    let mut page = Page::new(app, visitor, w.code_title());
    page.error = error.is_some();
    private(web::html(View {
        page,
        w,
        flow: flow.to_string(),
        error,
    }))
}

pub async fn post(app: App, visitor: Visitor, asker: Asker, form: Form) -> web::Result {
    let w = Words(visitor.locale);
    let Some(id) = flow_id(&form) else {
        return Ok(said::unknown_browser(&app, &visitor));
    };
    let Some(asking) = asker.asking() else {
        return Ok(elsewhere(&app, &visitor, id));
    };
    let typed = form.text("code").to_owned();
    if typed.trim().is_empty() {
        return Ok(super::not_taken(show(
            &app,
            &visitor,
            id,
            Some(w.code_missing().to_owned()),
        )));
    }
    match check(&app, id, typed, asking.clone()).await? {
        Checked::Right(done) => Ok(signed_in(&done)),
        Checked::Wrong(0) => {
            metrics::counter!("sala_sign_in_locked_total").increment(1);
            Ok(see("/sign-in/check-email"))
        }
        Checked::Wrong(left) => Ok(super::not_taken(show(
            &app,
            &visitor,
            id,
            Some(w.code_wrong(left)),
        ))),
        Checked::Closed => Ok(super::not_taken(show(
            &app,
            &visitor,
            id,
            Some(w.code_closed().to_owned()),
        ))),
        Checked::NotOpen => {
            let browser = asking.browser;
            let known = app
                .db()
                .read(move |tx| flows::of_browser(tx, id, &browser))
                .await?;
            if known.is_none() {
                return Ok(elsewhere(&app, &visitor, id));
            }
            let landed = app.db().read(move |tx| landed(tx, id, &browser)).await?;
            Ok(see(&landed.unwrap_or_else(|| "/sign-in/check-email".to_owned())))
        }
    }
}

/// In a browser that does not wait for it, even the right code is answered like a wrong one.
fn elsewhere(app: &App, visitor: &Visitor, id: Id<Flow>) -> Response {
    let error = Words(visitor.locale).code_wrong(CODE_TRIES - 1);
    super::not_taken(show(app, visitor, id, Some(error)))
}

enum Checked {
    Right(SignedIn),
    Wrong(i64),
    /// Not looked at: too many were wrong today.
    Closed,
    NotOpen,
}

/// Counts the try (a commit of its own), compares, and only then completes.
async fn check(app: &App, id: Id<Flow>, typed: String, asking: Asking) -> Result<Checked, web::Error> {
    let (browser, namer) = (asking.browser, Namer::of(app.keys()));
    let counted = app
        .db()
        .write(move |tx| code::count_try(tx, &namer, id, &browser))
        .await;
    let taken = match counted {
        Ok(taken) => taken,
        Err(code::Refused::NotNow) => return Ok(Checked::NotOpen),
        Err(code::Refused::Closed) => return Ok(Checked::Closed),
        Err(code::Refused::Fault(fault)) => return Err(fault.into()),
    };
    let key = keys::code_of_app(app);
    let Some(link) = app
        .db()
        .read(move |tx| code::matching(tx, id, &typed, &key))
        .await?
    else {
        return Ok(Checked::Wrong(
            app.db().write(move |tx| code::failed(tx, id, taken)).await?,
        ));
    };
    match app
        .db()
        .write(move |tx| complete::by_code(tx, link, taken, &asking))
        .await
    {
        Ok(done) => Ok(Checked::Right(done)),
        Err(complete::Refused::NotNow) => {
            app.db().write(move |tx| code::too_late(tx, taken)).await?;
            Ok(Checked::NotOpen)
        }
        Err(complete::Refused::Fault(fault)) => Err(fault.into()),
    }
}
