//! The six figures of the authenticator, typed in the browser that waits for the letter.

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use web::{App, Form, Page, Response, Visitor};

use super::answers::private;
use super::asker::Asker;
use super::check_email::flow_id;
use super::second::{Outcome, answer, right, take, waiting, wrong};
use crate::complete::{self, Asking};
use crate::model::Flow;
use crate::second::{self, Ways};
use crate::totp::{self, Seed};
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/totp.html")]
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

fn has(ways: Ways) -> bool {
    ways.totp
}

pub async fn get(app: App, visitor: Visitor, asker: Asker, Query(query): Query<Asked>) -> web::Result {
    let id = query.flow.and_then(|text| text.parse().ok());
    match waiting(&app, &visitor, &asker, id, has).await? {
        Ok((flow, _)) => Ok(show(&app, &visitor, &flow, None)),
        Err(answer) => Ok(answer),
    }
}

fn show(app: &App, visitor: &Visitor, flow: &Flow, error: Option<String>) -> Response {
    let w = Words(visitor.locale);
    let mut page = Page::new(app, visitor, w.totp_title());
    page.error = error.is_some();
    private(web::html(View {
        page,
        w,
        flow: flow.id.to_string(),
        error,
    }))
}

pub async fn post(app: App, visitor: Visitor, asker: Asker, form: Form) -> web::Result {
    let w = Words(visitor.locale);
    let (flow, browser) = match waiting(&app, &visitor, &asker, flow_id(&form), has).await? {
        Ok(waits) => waits,
        Err(answer) => return Ok(answer),
    };
    let typed = totp::tidy(form.text("code"));
    if typed.is_empty() {
        let page = show(&app, &visitor, &flow, Some(w.totp_missing().to_owned()));
        return Ok(super::not_taken(page));
    }
    let outcome = check(&app, flow.clone(), typed, asker.asking_as(browser)).await?;
    let again = |error| show(&app, &visitor, &flow, Some(error));
    Ok(answer(&visitor, outcome, w.totp_wrong(), again))
}

/// Takes its places (a commit of its own), compares, and only then completes.
async fn check(app: &App, flow: Flow, typed: String, asking: Asking) -> Result<Outcome, web::Error> {
    let held = match take(app, &second::TOTP, &flow).await? {
        Ok(held) => held,
        Err(outcome) => return Ok(outcome),
    };
    let account = flow.account_id;
    let sealed = app.db().read(move |tx| totp::sealed(tx, account)).await?;
    let Some(sealed) = sealed else {
        return wrong(app, held, flow).await;
    };
    match Seed::open(app.keys(), account, &sealed)?.step_of(&typed, app.now()) {
        Some(step) => {
            right(app, held, flow, move |tx, flow| {
                complete::by_totp(tx, flow, (&sealed, step), &asking)
            })
            .await
        }
        None => wrong(app, held, flow).await,
    }
}
