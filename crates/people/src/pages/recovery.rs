//! A recovery code, typed in the browser that waits for the letter.

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use web::{App, Form, Page, Response, Visitor};

use super::answers::{private, see, signed_in};
use super::asker::Asker;
use super::check_email::flow_id;
use super::second::{held_off, waiting};
use crate::complete::{self, Asking};
use crate::hashing::{self, POOL};
use crate::model::{Flow, SignedIn};
use crate::password::Typed;
use crate::second::{self, Ways};
use crate::throttle::{self, Namer, RECOVERY};
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
    let attempt = Attempt {
        typed,
        asking: asker.asking_as(browser),
        flow: flow.clone(),
    };
    match attempt.make(&app).await? {
        Outcome::Right(done) => {
            mail::wake();
            Ok(signed_in(&done))
        }
        Outcome::Wrong => {
            let page = show(&app, &visitor, &flow, Some(w.recovery_wrong().to_owned()));
            Ok(super::not_taken(page))
        }
        Outcome::Ended => Ok(see("/sign-in/check-email")),
        Outcome::Later(seconds) => {
            let error = w.second_too_often(super::span(visitor.locale, seconds));
            Ok(super::too_often(
                show(&app, &visitor, &flow, Some(error)),
                seconds,
            ))
        }
        Outcome::Busy(seconds) => {
            let page = show(&app, &visitor, &flow, Some(w.busy(seconds)));
            Ok(super::unavailable(page, seconds))
        }
    }
}

struct Attempt {
    typed: String,
    asking: Asking,
    flow: Flow,
}

enum Outcome {
    Right(SignedIn),
    Wrong,
    /// The code was right, and the sign-in or the code is over by now.
    Ended,
    /// Not looked at: too many before it were wrong.
    Later(i64),
    /// Not looked at: too many at once.
    Busy(i64),
}

impl Attempt {
    /// Takes a place (a commit of its own), compares, and only then completes.
    async fn make(self, app: &App) -> Result<Outcome, web::Error> {
        let (namer, flow) = (Namer::of(app.keys()), self.flow.clone());
        let taken = app
            .db()
            .write(move |tx| second::take(tx, &namer, &RECOVERY, &flow))
            .await;
        let place = match held_off(taken)? {
            Ok(place) => place,
            Err(seconds) => return Ok(Outcome::Later(seconds)),
        };
        let (account, typed) = (self.flow.account_id, self.typed.clone());
        let found = app
            .db()
            .read(move |tx| recovery::perhaps(tx, account, &typed))
            .await?;
        let phc = found.as_ref().map(|code| code.phc.clone());
        let verified = POOL.verify(app.keys(), phc, Typed::new(&self.typed)).await;
        let Attempt { asking, flow, .. } = self;
        match (verified, found) {
            (Ok(true), Some(code)) => {
                let done = app.db().write(move |tx| {
                    throttle::succeeded(tx, &place, None)?;
                    complete::by_recovery(tx, &flow, code.id, &asking)
                });
                match done.await {
                    Ok(done) => Ok(Outcome::Right(done)),
                    Err(complete::Refused::NotNow) => {
                        app.db().write(move |tx| throttle::give_back(tx, &place)).await?;
                        Ok(Outcome::Ended)
                    }
                    Err(complete::Refused::Fault(fault)) => Err(fault.into()),
                }
            }
            (Ok(_), _) => {
                let failed =
                    move |tx: &mut db::Tx<'_>| second::failed(tx, "sign_in.recovery_failed", &flow, &place);
                app.db().write(failed).await?;
                Ok(Outcome::Wrong)
            }
            (Err(refused), _) => {
                app.db().write(move |tx| throttle::give_back(tx, &place)).await?;
                match refused {
                    hashing::Refused::Busy { seconds } => Ok(Outcome::Busy(seconds)),
                    hashing::Refused::Fault(fault) => Err(fault.into()),
                }
            }
        }
    }
}
