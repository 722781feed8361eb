//! A recovery code, typed in the browser that waits for the letter.

use axum::extract::Query;
use web::{App, Form, Visitor};

use super::asker::Asker;
use super::second::{Outcome, right, take, wrong};
use super::typed_code::{Asked, Try, TypedCode};
use crate::complete;
use crate::hashing::{self, POOL};
use crate::password::Typed;
use crate::second;
use crate::words::Words;
use crate::{recovery, secrets};

const PAGE: TypedCode = TypedCode {
    path: "/sign-in/recovery",
    has: |ways| ways.recovery,
    is_figures: false,
    tidy: secrets::tidy_code,
    title: Words::recovery_title,
    lede: Words::recovery_lede,
    label: Words::recovery_label,
    hint: Words::recovery_hint,
    missing: Words::recovery_missing,
    wrong: Words::recovery_wrong,
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
    let held = match take(&app, &second::RECOVERY, &flow).await? {
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
            right(&app, held, flow, move |tx, flow| {
                complete::by_recovery(tx, flow, code.id, &asking)
            })
            .await
        }
        (Ok(_), _) => wrong(&app, held, flow).await,
        (Err(refused), _) => {
            app.db().write(move |tx| second::give_back(tx, &held)).await?;
            match refused {
                hashing::Refused::Busy { seconds } => Ok(Outcome::Busy(seconds)),
                hashing::Refused::Fault(fault) => Err(fault.into()),
            }
        }
    }
}
