//! Changing the password, by somebody who has just shown who she is.

use askama::Template;
use axum::http::header;
use base::Email;
use web::{App, Page, Response, Visitor};

use super::answers::{private, see};
use super::asker::{Asker, SESSION_COOKIE, set};
use super::new_password;
use super::problems::Problems;
use crate::change_password;
use crate::hashing::{self, POOL};
use crate::me::Me;
use crate::rules::Own;
use crate::session::Signed;
use crate::sure_form::{Sure, ask_first};
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/password.html")]
struct View {
    page: Page,
    w: Words,
    problems: Problems,
    name: String,
    email: String,
    own: String,
}

/// Asks again before the page is shown: what is typed in it is never kept.
pub async fn get(app: App, visitor: Visitor, me: Me, signed: Signed) -> web::Result {
    if !signed.is_sure(app.now()) {
        return Ok(ask_first("/account/password"));
    }
    let own = new_password::own(&app).await;
    Ok(show(&app, &visitor, &me, &own, Problems::default()))
}

fn show(app: &App, visitor: &Visitor, me: &Me, own: &Own, problems: Problems) -> Response {
    let w = Words(visitor.locale);
    let mut page = Page::new(app, visitor, w.change_password());
    page.error = !problems.is_empty();
    private(web::html(View {
        page,
        w,
        problems,
        name: me.name.clone(),
        email: me.email.clone(),
        own: own.words(),
    }))
}

pub async fn post(app: App, visitor: Visitor, asker: Asker, sure: Sure) -> web::Result {
    let w = Words(visitor.locale);
    let own = new_password::own(&app).await;
    let email = Email::parse(&sure.me.email).ok();
    let theirs = own.clone().and(&sure.me.name, email.as_ref());
    let mut problems = Problems::default();
    let Some(password) = new_password::judged(&mut problems, w, &sure.form, &theirs) else {
        return Ok(super::not_taken(show(&app, &visitor, &sure.me, &own, problems)));
    };
    let phc = match POOL.hash(app.keys(), app.random(), password).await {
        Ok(phc) => phc,
        Err(hashing::Refused::Busy { seconds }) => {
            problems.add("password", w.busy(seconds));
            let page = show(&app, &visitor, &sure.me, &own, problems);
            return Ok(super::unavailable(page, seconds));
        }
        Err(hashing::Refused::Fault(fault)) => return Err(fault.into()),
    };
    let (signed, whence) = (sure.signed, asker.whence(&visitor));
    let (cookie, lasts) = app
        .db()
        .write(move |tx| change_password::change(tx, &signed, &phc, &whence))
        .await?;
    mail::wake();
    let mut response = see("/account?done=password");
    let cookie = set(SESSION_COOKIE, &cookie, lasts);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
