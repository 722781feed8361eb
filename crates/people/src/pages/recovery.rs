//! A recovery code, typed in the browser that waits for the letter.

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use web::{App, Form, Page, Response, Visitor};

use super::answers::private;
use super::asker::Asker;
use super::check_email::flow_id;
use super::second::{Outcome, answer, right, take, waiting, wrong};
use crate::complete::{self, Asking};
use crate::hashing::{self, POOL};
use crate::model::Flow;
use crate::password::Typed;
use crate::second::{self, Ways};
use crate::words::Words;
use crate::{recovery, secrets};

#[derive(Template)]
#[template(path = "pages/recovery.html")]
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
    ways.recovery
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
    let mut page = Page::new(app, visitor, w.recovery_title());
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
    let typed = secrets::tidy_code(form.text("code"));
    if typed.is_empty() {
        let page = show(&app, &visitor, &flow, Some(w.recovery_missing().to_owned()));
        return Ok(super::not_taken(page));
    }
    let outcome = check(&app, flow.clone(), typed, asker.asking_as(browser)).await?;
    let again = |error| show(&app, &visitor, &flow, Some(error));
    Ok(answer(&visitor, outcome, w.recovery_wrong(), again))
}

/// Takes its places (a commit of its own), compares, and only then completes.
async fn check(app: &App, flow: Flow, typed: String, asking: Asking) -> Result<Outcome, web::Error> {
    let held = match take(app, &second::RECOVERY, &flow).await? {
        Ok(held) => held,
        Err(outcome) => return Ok(outcome),
    };
    let (account, asked) = (flow.account_id, typed.clone());
    let found = app
        .db()
        .read(move |tx| recovery::perhaps(tx, account, &asked))
        .await?;
    let phc = found.as_ref().map(|code| code.phc.clone());
    match (POOL.verify(app.keys(), phc, Typed::new(&typed)).await, found) {
        (Ok(true), Some(code)) => {
            right(app, held, flow, move |tx, flow| {
                complete::by_recovery(tx, flow, code.id, &asking)
            })
            .await
        }
        (Ok(_), _) => wrong(app, held, flow).await,
        (Err(refused), _) => {
            app.db().write(move |tx| second::give_back(tx, &held)).await?;
            match refused {
                hashing::Refused::Busy { seconds } => Ok(Outcome::Busy(seconds)),
                hashing::Refused::Fault(fault) => Err(fault.into()),
            }
        }
    }
}
