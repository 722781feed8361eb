//! What the pages of the second step without a letter share: the ways to them, and what became of a try.

use base::Id;
use db::Tx;
use web::{App, Response, Visitor};

use super::answers::{see, signed_in};
use super::asker::Asker;
use super::check_email::landed;
use super::said;
use crate::complete;
use crate::flows;
use crate::model::{BrowserHash, Flow, SignedIn};
use crate::second::{self, Held, Tries, Ways};
use crate::throttle::{Namer, Refused};
use crate::words::Words;

/// Where to go from the page that waits.
pub fn links(w: Words, flow: &Flow, ways: Ways) -> Vec<(String, &'static str)> {
    let recovery = ways
        .recovery
        .then(|| (format!("/sign-in/recovery?flow={}", flow.id), w.recovery_use()));
    let totp = ways
        .totp
        .then(|| (format!("/sign-in/authenticator?flow={}", flow.id), w.totp_use()));
    let passkey = ways
        .passkey
        .then(|| (format!("/sign-in/passkey?flow={}", flow.id), w.passkey_use()));
    passkey.into_iter().chain(totp).chain(recovery).collect()
}

/// The sign-in that can be ended in this way; otherwise where to go instead.
pub async fn waiting(
    app: &App,
    visitor: &Visitor,
    asker: &Asker,
    id: Option<Id<Flow>>,
    has: fn(Ways) -> bool,
) -> Result<Result<(Flow, BrowserHash), Response>, web::Error> {
    let (Some(browser), Some(id)) = (asker.browser(), id) else {
        return Ok(Err(said::unknown_browser(app, visitor)));
    };
    let found = app
        .db()
        .read(move |tx| second::waiting(tx, id, &browser, has))
        .await?;
    if let Some(flow) = found {
        return Ok(Ok((flow, browser)));
    }
    let landed = app.db().read(move |tx| landed(tx, id, &browser)).await?;
    Ok(Err(see(
        &landed.unwrap_or_else(|| "/sign-in/check-email".to_owned())
    )))
}

/// What became of a try.
pub enum Outcome {
    Right(SignedIn),
    /// Another code, or one that has counted.
    Wrong,
    /// The sign-in is over by now.
    Ended,
    /// Not looked at: too many before it were wrong, or are under way.
    Later(i64),
    /// Not looked at: too much is done at once.
    Busy(i64),
}

/// Takes places for a try, in a commit of its own.
pub async fn take(
    app: &App,
    tries: &'static Tries,
    flow: &Flow,
) -> Result<Result<Held, Outcome>, web::Error> {
    let (namer, flow) = (Namer::of(app.keys()), flow.clone());
    let taken = app
        .db()
        .write(move |tx| second::take(tx, &namer, tries, &flow))
        .await;
    match taken {
        Ok(held) => Ok(Ok(held)),
        Err(Refused::Later { seconds }) => Ok(Err(Outcome::Later(seconds))),
        Err(Refused::Crowded) => Ok(Err(Outcome::Later(2))),
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}

/// What was typed is right: it ends the sign-in, unless either is over by now.
pub async fn right(
    app: &App,
    held: Held,
    flow: Flow,
    complete: impl Fn(&mut Tx<'_>, &Flow) -> Result<SignedIn, complete::Refused> + Send + Sync + 'static,
) -> Result<Outcome, web::Error> {
    let of = flow.clone();
    let done = app.db().write(move |tx| {
        second::right(tx, &held)?;
        complete(tx, &of)
    });
    match done.await {
        Ok(done) => return Ok(Outcome::Right(done)),
        Err(complete::Refused::NotNow) => {}
        Err(complete::Refused::Fault(fault)) => return Err(fault.into()),
    }
    let id = flow.id;
    let found = app.db().read(move |tx| flows::by_id(tx, id)).await?;
    if found.is_some_and(|flow| flow.takes_another_way(app.now())) {
        return wrong(app, held, flow).await;
    }
    app.db().write(move |tx| second::give_back(tx, &held)).await?;
    Ok(Outcome::Ended)
}

/// What was typed is wrong.
pub async fn wrong(app: &App, held: Held, flow: Flow) -> Result<Outcome, web::Error> {
    app.db().write(move |tx| second::failed(tx, &held, &flow)).await?;
    Ok(Outcome::Wrong)
}

/// The answer to a try; `again` is the page on which it was made, with what was wrong.
pub fn answer(
    visitor: &Visitor,
    outcome: Outcome,
    wrong: &'static str,
    again: impl FnOnce(String) -> Response,
) -> Response {
    let w = Words(visitor.locale);
    match outcome {
        Outcome::Right(done) => {
            mail::wake();
            signed_in(&done)
        }
        Outcome::Wrong => super::not_taken(again(wrong.to_owned())),
        Outcome::Ended => see("/sign-in/check-email"),
        Outcome::Later(seconds) => {
            let wait = w.second_too_often(super::span(visitor.locale, seconds));
            super::too_often(again(wait), seconds)
        }
        Outcome::Busy(seconds) => super::unavailable(again(w.busy(seconds)), seconds),
    }
}
