//! The six figures of the authenticator, typed in the browser that waits for the letter.

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use web::{App, Form, Page, Response, Visitor};

use super::answers::{private, see, signed_in};
use super::asker::Asker;
use super::check_email::flow_id;
use super::second::{held_off, waiting};
use crate::complete::{self, Asking};
use crate::model::{Flow, SignedIn};
use crate::second::{self, Ways};
use crate::throttle::{self, Namer, TOTP};
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
    match check(&app, flow.clone(), typed, asker.asking_as(browser)).await? {
        Outcome::Right(done) => Ok(signed_in(&done)),
        Outcome::Wrong => {
            let page = show(&app, &visitor, &flow, Some(w.totp_wrong().to_owned()));
            Ok(super::not_taken(page))
        }
        Outcome::Ended => Ok(see("/sign-in/check-email")),
        Outcome::Later(seconds) => {
            let error = w.second_too_often(super::span(visitor.locale, seconds));
            let page = show(&app, &visitor, &flow, Some(error));
            Ok(super::too_often(page, seconds))
        }
    }
}

enum Outcome {
    Right(SignedIn),
    /// Another code, or one that has counted.
    Wrong,
    /// The sign-in is over by now.
    Ended,
    /// Not looked at: too many before it were wrong.
    Later(i64),
}

/// Takes a place (a commit of its own), compares, and only then completes.
async fn check(app: &App, flow: Flow, typed: String, asking: Asking) -> Result<Outcome, web::Error> {
    let (namer, of, browser) = (Namer::of(app.keys()), flow.clone(), asking.browser);
    let taken = app
        .db()
        .write(move |tx| second::take(tx, &namer, &TOTP, &of))
        .await;
    let place = match held_off(taken)? {
        Ok(place) => place,
        Err(seconds) => return Ok(Outcome::Later(seconds)),
    };
    let account = flow.account_id;
    let sealed = app.db().read(move |tx| totp::sealed(tx, account)).await?;
    let right = match sealed {
        Some(sealed) => Seed::open(app.keys(), account, &sealed)?
            .step_of(&typed, app.now())
            .map(|step| (sealed, step)),
        None => None,
    };
    if let Some((sealed, step)) = right {
        let (of, here) = (flow.clone(), asking);
        let done = app.db().write(move |tx| {
            throttle::succeeded(tx, &place, None)?;
            complete::by_totp(tx, &of, (&sealed, step), &here)
        });
        match done.await {
            Ok(done) => return Ok(Outcome::Right(done)),
            Err(complete::Refused::NotNow) => {}
            Err(complete::Refused::Fault(fault)) => return Err(fault.into()),
        }
        // The code has counted, or the sign-in is over: a try like a wrong one in the first case.
        let (id, browser) = (flow.id, browser);
        let open = app
            .db()
            .read(move |tx| second::waiting(tx, id, &browser, has))
            .await?;
        if open.is_none() {
            app.db().write(move |tx| throttle::give_back(tx, &place)).await?;
            return Ok(Outcome::Ended);
        }
    }
    app.db()
        .write(move |tx| second::failed(tx, "sign_in.totp_failed", &flow, &place))
        .await?;
    Ok(Outcome::Wrong)
}
