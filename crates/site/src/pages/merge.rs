//! Two accounts of one person on the desk: what would come of merging them, the merging with its reason, and its undoing.
use crate::pages::accounts::{Shown, parse, show};
use crate::pages::people::only_administrators;
use crate::words::Words;
use ::people::merge::{self, LONGEST_REASON, Merge, Plan, Refused};
use ::people::model::Whence;
use ::people::{Account, Me, Sure};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use base::{Email, Id};
use jiff::Timestamp;
use serde::Deserialize;
use web::{App, Error, Page, Visitor};

#[derive(Template)]
#[template(path = "pages/merge.html")]
struct View {
    page: Page,
    w: Words,
    plan: Plan,
    reason: String,
    error: Option<&'static str>,
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    into: String,
}

/// What would come of it.
pub async fn get(
    app: App,
    visitor: Visitor,
    me: Me,
    Path(id): Path<String>,
    Query(Asked { into }): Query<Asked>,
) -> web::Result {
    only_administrators(&me)?;
    let asked = Ask {
        id: parse(&id)?,
        into: into.trim().to_owned(),
        reason: String::new(),
    };
    look(&app, &visitor, &me, asked, None).await
}

/// What is asked for, as it was typed.
struct Ask {
    id: Id<Account>,
    into: String,
    reason: String,
}

/// The page that asks whether to do it, or what hinders it on the page of the account.
async fn look(app: &App, visitor: &Visitor, me: &Me, asked: Ask, error: Option<&'static str>) -> web::Result {
    let w = Words(visitor.locale);
    let Ok(email) = Email::parse(&asked.into) else {
        return hindered(app, visitor, me, asked, w.email_wrong()).await;
    };
    let (slices, by, id) = (app.slices(), me.id, asked.id);
    let plan = app
        .db()
        .read(move |tx| merge::plan(tx, slices, w.0, by, (id, &email)))
        .await;
    let plan = match plan {
        Ok(plan) => plan,
        Err(Refused::Fault(fault)) => return Err(fault.into()),
        Err(refused) => {
            let why = why(w, &refused);
            return hindered(app, visitor, me, asked, why).await;
        }
    };
    let mut response = web::html(View {
        page: Page::desk(app, visitor, w.merge()).error(error.is_some()),
        w,
        plan,
        reason: asked.reason,
        error,
    });
    if error.is_some() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

fn why(w: Words, refused: &Refused) -> &'static str {
    match refused {
        Refused::NoAccount => w.merge_nobody(),
        Refused::Same => w.merge_same(),
        Refused::Own => w.merge_own(),
        Refused::LastAdministrator => w.last_administrator(),
        Refused::NotNow | Refused::Fault(_) => w.merge_not_now(),
    }
}

async fn hindered(app: &App, visitor: &Visitor, me: &Me, asked: Ask, why: &'static str) -> web::Result {
    let shown = Shown {
        into: asked.into,
        errors: vec![("into", why)],
        ..Shown::default()
    };
    show(app, visitor, me, asked.id, shown).await
}

/// Does it.
pub async fn post(
    app: App,
    visitor: Visitor,
    whence: Whence,
    Path(id): Path<String>,
    sure: Sure,
) -> web::Result {
    only_administrators(&sure.me)?;
    let w = Words(visitor.locale);
    let words: Vec<&str> = sure.form.text("reason").split_whitespace().collect();
    let asked = Ask {
        id: parse(&id)?,
        into: sure.form.text("into").trim().to_owned(),
        reason: words.join(" "),
    };
    if asked.reason.is_empty() || asked.reason.chars().count() > LONGEST_REASON {
        return look(&app, &visitor, &sure.me, asked, Some(w.merge_reason_wrong())).await;
    }
    let Ok(email) = Email::parse(&asked.into) else {
        return hindered(&app, &visitor, &sure.me, asked, w.email_wrong()).await;
    };
    let (slices, by, id, reason) = (app.slices(), sure.me.id, asked.id, asked.reason.clone());
    let merged = app
        .db()
        .write(move |tx| merge::merge(tx, slices, by, (id, &email), &reason, &whence));
    match merged.await {
        Ok(()) => Ok(web::redirect(&format!("/desk/accounts/{id}?done=1"))),
        Err(Refused::Fault(fault)) => Err(fault.into()),
        Err(refused) => hindered(&app, &visitor, &sure.me, asked, why(w, &refused)).await,
    }
}

/// Undoes it.
pub async fn undo(app: App, whence: Whence, Path(id): Path<String>, sure: Sure) -> web::Result {
    only_administrators(&sure.me)?;
    let (slices, by, id) = (app.slices(), sure.me.id, parse(&id)?);
    let undone = app.db().write(move |tx| merge::undo(tx, slices, by, id, &whence));
    match undone.await {
        Ok(()) => Ok(web::redirect(&format!("/desk/accounts/{id}?done=1"))),
        Err(Refused::Fault(fault)) => Err(fault.into()),
        Err(_) => Err(Error::Stale),
    }
}

/// A merger as the page of an account tells it.
pub struct Told {
    pub said: String,
    pub reason: String,
    /// The other account.
    pub other: Id<Account>,
    pub other_email: String,
    /// The account that ended, and until when it can be undone.
    pub undo: Option<(Id<Account>, String)>,
}

/// How the page of this account tells a merger.
pub fn told(w: Words, merge: Merge, of: Id<Account>, now: Timestamp, zone: &str) -> Told {
    let when = ::people::moment(w.0, merge.merged_at, zone);
    let until = || w.merge_undo_until(::people::moment(w.0, merge.undo_until, zone));
    let undo = merge.can_be_undone(now).then(|| (merge.merged_id, until()));
    let (said, other, other_email) = if merge.merged_id == of {
        let said = w.merge_ended(&merge.by, &merge.into_email, when);
        (said, merge.into_id, merge.into_email)
    } else {
        let said = w.merge_came(&merge.by, &merge.merged_email, when);
        (said, merge.merged_id, merge.merged_email)
    };
    Told {
        said,
        reason: merge.reason,
        other,
        other_email,
        undo,
    }
}
