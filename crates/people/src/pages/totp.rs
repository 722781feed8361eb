//! The six figures of the authenticator, typed in the browser that waits for the letter.

use axum::extract::Query;
use web::{App, Form, Visitor};

use super::asker::Asker;
use super::second::{Outcome, right, take, wrong};
use super::typed_code::{Asked, Try, TypedCode};
use crate::complete;
use crate::second;
use crate::totp::{self, Seed};
use crate::words::Words;

const PAGE: TypedCode = TypedCode {
    path: "/sign-in/authenticator",
    has: |ways| ways.totp,
    is_figures: true,
    tidy: totp::tidy,
    title: Words::totp_title,
    lede: Words::totp_lede,
    label: Words::totp_label,
    hint: Words::totp_hint,
    missing: Words::totp_missing,
    wrong: Words::totp_wrong,
};

pub async fn get(app: App, visitor: Visitor, asker: Asker, query: Query<Asked>) -> web::Result {
    PAGE.get(app, visitor, asker, query).await
}

pub async fn post(app: App, visitor: Visitor, asker: Asker, form: Form) -> web::Result {
    PAGE.post(app, visitor, asker, form, check).await
}

/// Takes its places (a commit of its own), compares, and only then completes.
async fn check(app: App, tried: Try) -> Result<Outcome, web::Error> {
    let Try { flow, typed, asking } = tried;
    let held = match take(&app, &second::TOTP, &flow).await? {
        Ok(held) => held,
        Err(outcome) => return Ok(outcome),
    };
    let account = flow.account_id;
    let sealed = app.db().read(move |tx| totp::sealed(tx, account)).await?;
    let Some(sealed) = sealed else {
        return wrong(&app, held, flow).await;
    };
    match Seed::open(app.keys(), account, &sealed)?.step_of(&typed, app.now()) {
        Some(step) => {
            right(&app, held, flow, move |tx, flow| {
                complete::by_totp(tx, flow, (&sealed, step), &asking)
            })
            .await
        }
        None => wrong(&app, held, flow).await,
    }
}
