//! What the pages of the second step without a letter share: the ways to them, and what became of a try.

use base::Id;
use web::{App, Response, Visitor};

use super::answers::see;
use super::asker::Asker;
use super::check_email::landed;
use super::said;
use crate::model::{BrowserHash, Flow};
use crate::second::{self, Ways};
use crate::throttle::{Place, Refused};
use crate::words::Words;

/// Where to go from the page that waits.
pub fn links(w: Words, flow: &Flow, ways: Ways) -> Vec<(String, &'static str)> {
    let recovery = ways
        .recovery
        .then(|| (format!("/sign-in/recovery?flow={}", flow.id), w.recovery_use()));
    let totp = ways
        .totp
        .then(|| (format!("/sign-in/authenticator?flow={}", flow.id), w.totp_use()));
    totp.into_iter().chain(recovery).collect()
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

/// Why a try was not looked at, in seconds to wait: too many before it were wrong, or are under way.
pub fn held_off(taken: Result<Place, Refused>) -> Result<Result<Place, i64>, web::Error> {
    match taken {
        Ok(place) => Ok(Ok(place)),
        Err(Refused::Later { seconds }) => Ok(Err(seconds)),
        Err(Refused::Crowded) => Ok(Err(2)),
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}
