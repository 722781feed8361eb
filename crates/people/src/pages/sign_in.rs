//! E-mail and password. Right, they begin a sign-in whose link goes to the mailbox; anything else is one neutral answer
//! that costs the same time.

use askama::Template;
use axum::extract::Query;
use axum::http::header;
use base::Email;
use serde::Deserialize;
use web::{App, Form, Page, Response, Visitor};

use super::answers::{private, see};
use super::asker::Asker;
use super::problems::Problems;
use crate::account;
use crate::hashing::{self, POOL};
use crate::password::{self, Pepper, Typed};
use crate::start;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/sign_in.html")]
struct View {
    page: Page,
    w: Words,
    problems: Problems,
    note: Option<&'static str>,
    email: String,
    next: String,
    other_page: String,
    contact: Option<String>,
}

#[derive(Deserialize)]
pub struct Asked {
    next: Option<String>,
    ended: Option<String>,
    reset: Option<String>,
}

pub async fn get(app: App, visitor: Visitor, Query(query): Query<Asked>) -> web::Result {
    let next = super::next_of(query.next.as_deref());
    if visitor.person.is_some() {
        return Ok(see(if next == "/" { "/account" } else { &next }));
    }
    let w = Words(visitor.locale);
    let note = match query.reset {
        Some(_) => Some(w.reset_done()),
        None => query.ended.is_some().then(|| w.session_over()),
    };
    Ok(show(
        &app,
        &visitor,
        Shown {
            problems: Problems::default(),
            note,
            email: String::new(),
            next,
        },
    ))
}

struct Shown {
    problems: Problems,
    note: Option<&'static str>,
    email: String,
    next: String,
}

fn show(app: &App, visitor: &Visitor, shown: Shown) -> Response {
    let w = Words(visitor.locale);
    let mut page = Page::new(app, visitor, w.sign_in()).description(w.sign_in_description());
    page.error = !shown.problems.is_empty();
    let view = View {
        page,
        w,
        problems: shown.problems,
        note: shown.note,
        email: shown.email,
        other_page: super::with_next("/sign-up", &shown.next),
        next: shown.next,
        contact: super::contact(app),
    };
    private(web::html(view))
}

pub async fn post(app: App, visitor: Visitor, asker: Asker, form: Form) -> web::Result {
    let w = Words(visitor.locale);
    let (typed, password) = (form.text("email").trim().to_owned(), form.text("password"));
    let next = super::next_of(Some(form.text("next")));
    let mut problems = Problems::default();
    let email = super::email(&mut problems, w, &typed);
    if password.is_empty() {
        problems.add("password", w.password_missing());
    }
    let again = |problems| {
        let page = show(
            &app,
            &visitor,
            Shown {
                problems,
                note: None,
                email: typed.clone(),
                next: next.clone(),
            },
        );
        super::not_taken(page)
    };
    let Some(email) = email.filter(|_| problems.is_empty()) else {
        return Ok(again(problems));
    };
    let right = match check(&app, email, Typed::new(password)).await? {
        Checked::Right(right) => right,
        Checked::Wrong => {
            metrics::counter!("sala_sign_in_password_wrong_total").increment(1);
            problems.add("email", w.sign_in_wrong());
            return Ok(again(problems));
        }
        Checked::Busy(seconds) => {
            problems.add("password", w.busy(seconds));
            return Ok(super::unavailable(again(problems), seconds));
        }
    };
    let (browser, cookie) = asker.browser_or_new(app.random());
    let from = super::from(&visitor, &asker, browser, next);
    app.db().write(move |tx| start::start(tx, &right, &from)).await?;
    mail::wake();
    let mut response = see("/sign-in/check-email");
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

enum Checked {
    Right(account::Credentials),
    Wrong,
    Busy(i64),
}

/// The account, if the password is right. An unknown address costs the same one hash.
async fn check(app: &App, email: Email, typed: Typed) -> Result<Checked, web::Error> {
    let found = app.db().read(move |tx| account::credentials(tx, &email)).await?;
    let phc = found.as_ref().map(|f| f.phc.clone());
    let outcome = POOL.verify(app.keys(), phc, typed.clone()).await;
    match (outcome, found) {
        (Ok(true), Some(right)) => {
            renew(app, &right, typed).await?;
            Ok(Checked::Right(right))
        }
        (Ok(_), _) => Ok(Checked::Wrong),
        (Err(hashing::Refused::Busy { seconds }), _) => Ok(Checked::Busy(seconds)),
        (Err(hashing::Refused::Fault(fault)), _) => Err(fault.into()),
    }
}

/// Hashes a right password anew when it was hashed with less than now or with another key. Too much to do at this moment:
/// the next sign-in does it.
async fn renew(app: &App, right: &account::Credentials, typed: Typed) -> Result<(), web::Error> {
    if !password::is_stale(&right.phc, &Pepper::of(app.keys())?)? {
        return Ok(());
    }
    if let Ok(phc) = POOL.hash(app.keys(), app.random(), typed).await {
        let (account, old) = (right.account, right.phc.clone());
        app.db()
            .write(move |tx| account::rehashed(tx, account, &old, &phc))
            .await?;
    }
    Ok(())
}
