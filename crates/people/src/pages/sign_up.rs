//! Creating an account on one page. Whether the address has one already is told in the letter only.

use askama::Template;
use axum::extract::Query;
use axum::http::header;
use serde::Deserialize;
use web::{App, Form, Page, Response, Visitor};

use super::answers::{private, see};
use super::asker::Asker;
use super::new_password;
use super::problems::Problems;
use crate::hashing::{self, POOL};
use crate::organizations::offer;
use crate::rules::Own;
use crate::sign_up::{self, SignUp};
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/sign_up.html")]
struct View {
    page: Page,
    w: Words,
    problems: Problems,
    name: String,
    email: String,
    next: String,
    other_page: String,
    own: String,
}

#[derive(Deserialize)]
pub struct Asked {
    next: Option<String>,
    /// An organization has said who it is.
    with: Option<String>,
}

pub async fn get(app: App, visitor: Visitor, asker: Asker, Query(query): Query<Asked>) -> web::Result {
    let next = super::next_of(query.next.as_deref());
    if visitor.person.is_some() {
        return Ok(see(if next == "/" { "/account" } else { &next }));
    }
    let own = new_password::own(&app).await;
    let (name, email) = match (query.with, asker.browser()) {
        (Some(_), Some(browser)) => app.db().read(move |tx| offer::of(tx, &browser)).await?,
        _ => None,
    }
    .map_or_else(Default::default, |offer| (offer.name, offer.email));
    let kept = Kept {
        name,
        email,
        next,
        own: own.words(),
    };
    Ok(show(&app, &visitor, Problems::default(), &kept))
}

/// What was typed and is shown again; never the password.
struct Kept {
    name: String,
    email: String,
    next: String,
    /// The words a password is not made of.
    own: String,
}

fn show(app: &App, visitor: &Visitor, problems: Problems, typed: &Kept) -> Response {
    let w = Words(visitor.locale);
    let mut page = Page::new(app, visitor, w.create_account()).description(w.sign_up_description());
    page.error = !problems.is_empty();
    let view = View {
        page,
        w,
        problems,
        name: typed.name.clone(),
        email: typed.email.clone(),
        next: typed.next.clone(),
        other_page: super::with_next("/sign-in", &typed.next),
        own: typed.own.clone(),
    };
    private(web::html(view))
}

pub async fn post(app: App, visitor: Visitor, asker: Asker, form: Form) -> web::Result {
    let w = Words(visitor.locale);
    let own: Own = new_password::own(&app).await;
    let typed = Kept {
        name: form.text("name").trim().to_owned(),
        email: form.text("email").trim().to_owned(),
        next: super::next_of(Some(form.text("next"))),
        own: own.words(),
    };
    let mut problems = Problems::default();
    let name = super::name(&typed.name);
    if name.is_none() {
        problems.add("name", w.name_missing());
    }
    let email = super::email(&mut problems, w, &typed.email);
    let own = own.and(&typed.name, email.as_ref());
    let password = new_password::judged(&mut problems, w, &form, &own);
    let (Some(name), Some(email), Some(password), true) = (name, email, password, problems.is_empty()) else {
        return Ok(super::not_taken(show(&app, &visitor, problems, &typed)));
    };
    let phc = match POOL.hash(app.keys(), app.random(), password).await {
        Ok(phc) => phc,
        Err(hashing::Refused::Busy { seconds }) => {
            problems.add("password", w.busy(seconds));
            return Ok(super::unavailable(
                show(&app, &visitor, problems, &typed),
                seconds,
            ));
        }
        Err(hashing::Refused::Fault(fault)) => return Err(fault.into()),
    };
    let (browser, cookie) = asker.browser_or_new(app.random());
    let from = super::from(&visitor, &asker, browser, typed.next);
    let new = SignUp { email, name, phc };
    app.db()
        .write(move |tx| sign_up::sign_up(tx, &new, &from))
        .await?;
    mail::wake();
    let mut response = see("/sign-in/check-email");
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
