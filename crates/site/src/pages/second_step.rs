//! The desk's page of the second step: whether only the letter will do after a password, what that needs, and the code of a
//! test letter that came back.
use crate::mail_test;
use crate::pages::people::only_administrators;
use crate::words::Words;
use ::people::link_rule::{self, LATELY, Refused};
use ::people::model::Whence;
use ::people::{Me, Posted, Sure};
use askama::Template;
use axum::http::StatusCode;
use base::Fault;
use web::{App, Error, Page, Visitor};

#[derive(Template)]
#[template(path = "pages/second_step.html")]
struct View {
    page: Page,
    w: Words,
    since: Option<String>,
    back: Option<String>,
    passkeys: i64,
    refused: bool,
    wrong: bool,
}

/// What was not taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Nothing,
    Rule,
    Code,
}

pub async fn get(app: App, visitor: Visitor, me: Me) -> web::Result {
    only_administrators(&me)?;
    show(&app, &visitor, Wrong::Nothing).await
}

async fn show(app: &App, visitor: &Visitor, wrong: Wrong) -> web::Result {
    let read = app.db().read(|tx| {
        let back = link_rule::last_came_back(tx)?;
        let passkeys = ::people::roles::administrators_with_passkey(tx)?;
        Ok::<_, Fault>((link_rule::since(tx)?, back, passkeys))
    });
    let (since, back, passkeys) = read.await?;
    let (w, now) = (Words(visitor.locale), app.now());
    let zone = visitor.zone.as_ref().map_or("UTC", base::Zone::name);
    let say = |at| ::people::moment(visitor.locale, at, zone);
    let mut response = web::html(View {
        page: Page::desk(app, visitor, w.second_step()).error(wrong != Wrong::Nothing),
        w,
        since: since.map(say),
        back: back.filter(|at| *at + LATELY > now).map(say),
        passkeys,
        refused: wrong == Wrong::Rule,
        wrong: wrong == Wrong::Code,
    });
    if wrong != Wrong::Nothing {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// Switches the rule.
pub async fn post(app: App, visitor: Visitor, whence: Whence, sure: Sure) -> web::Result {
    only_administrators(&sure.me)?;
    let by = sure.me.id;
    let switched = match sure.form.text("letter_only") {
        "yes" => {
            let switch = app.db().write(move |tx| link_rule::switch_on(tx, by, &whence));
            switch.await
        }
        "no" => {
            let switch = app.db().write(move |tx| link_rule::switch_off(tx, by, &whence));
            switch.await.map_err(Refused::Fault)
        }
        _ => return Err(Error::BadRequest),
    };
    match switched {
        Ok(()) => Ok(web::redirect("/desk/second-step")),
        Err(Refused::NoLetter | Refused::NoPasskey) => show(&app, &visitor, Wrong::Rule).await,
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}

/// The code of a test letter was typed.
pub async fn code(app: App, visitor: Visitor, posted: Posted) -> web::Result {
    only_administrators(&posted.me)?;
    let (me, typed, keys) = (posted.me, posted.form.text("code").to_owned(), app.keys().clone());
    let taken = app
        .db()
        .write(move |tx| mail_test::take_code(tx, &me, &keys, &typed));
    if taken.await? {
        Ok(web::redirect("/desk/second-step"))
    } else {
        show(&app, &visitor, Wrong::Code).await
    }
}
