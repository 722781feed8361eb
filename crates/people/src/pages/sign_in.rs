//! E-mail and password. Right, they begin a sign-in whose link goes to the mailbox; anything else is one neutral answer
//! that costs the same time.

use std::time::Duration;

use askama::Template;
use axum::extract::Query;
use axum::http::header;
use base::Fault;
use serde::Deserialize;
use web::{App, Form, Page, Visitor};

use super::answers::{private, see};
use super::asker::Asker;
use super::late::{self, Late};
use super::problems::Problems;
use crate::account;
use crate::guess::{self, Guess, Held};
use crate::hashing::{self, POOL};
use crate::model::Origin;
use crate::password::{self, Pepper, Typed};
use crate::start;
use crate::throttle::{Namer, Refused};
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/sign_in.html")]
struct View {
    page: Page,
    w: Words,
    problems: Problems,
    late: Option<Late>,
    note: Option<String>,
    /// Organizations whose accounts sign in: address and words.
    with: Vec<(String, String)>,
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
    away: Option<String>,
}

pub async fn get(app: App, visitor: Visitor, Query(query): Query<Asked>) -> web::Result {
    let next = super::next_of(query.next.as_deref());
    if visitor.person.is_some() {
        return Ok(see(if next == "/" { "/account" } else { &next }));
    }
    let w = Words(visitor.locale);
    let note = match query.reset {
        Some(_) => Some(w.reset_done().to_owned()),
        None if query.ended.is_some() => Some(w.session_over().to_owned()),
        None => super::organizations::away(&app, w, query.away.as_deref()),
    };
    let shown = Shown {
        problems: Problems::default(),
        note,
        email: String::new(),
        next,
    };
    show(&app, &visitor, shown).await
}

struct Shown {
    problems: Problems,
    note: Option<String>,
    email: String,
    next: String,
}

async fn show(app: &App, visitor: &Visitor, shown: Shown) -> web::Result {
    let w = Words(visitor.locale);
    let page = Page::new(app, visitor, w.sign_in()).description(w.sign_in_description());
    let mut page = page.with_passkeys();
    page.error = !shown.problems.is_empty();
    let view = View {
        page,
        w,
        problems: shown.problems,
        late: late::of_site(app, visitor).await?,
        note: shown.note,
        with: with(app, w, &shown.next),
        email: shown.email,
        other_page: super::with_next("/sign-up", &shown.next),
        next: shown.next,
        contact: super::contact(app),
    };
    Ok(private(web::html(view)))
}

fn with(app: &App, w: Words, next: &str) -> Vec<(String, String)> {
    let ways = app.providers().all().iter().map(|provider| {
        let setting = provider.setting();
        let path = format!("/sign-in/with/{}", setting.id);
        (super::with_next(&path, next), w.sign_in_with(&setting.name))
    });
    ways.collect()
}

/// The page again, after a passkey was not taken.
pub async fn without(app: &App, visitor: &Visitor, said: String, next: String) -> web::Result {
    let mut problems = Problems::default();
    problems.add("with-passkey", said);
    let shown = Shown {
        problems,
        note: None,
        email: String::new(),
        next,
    };
    show(app, visitor, shown).await
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
    let again = async |problems| -> web::Result {
        let shown = Shown {
            problems,
            note: None,
            email: typed.clone(),
            next: next.clone(),
        };
        Ok(super::not_taken(show(&app, &visitor, shown).await?))
    };
    let Some(email) = email.filter(|_| problems.is_empty()) else {
        return again(problems).await;
    };
    let (browser, cookie) = asker.browser_or_new(app.random());
    let attempt = Attempt {
        guess: Guess {
            namer: Namer::of(app.keys()),
            email,
            browser: asker.browser(),
            address: asker.address,
            whence: asker.whence(&visitor),
        },
        typed: Typed::new(password),
        from: super::from(&visitor, &asker, browser, next.clone()),
    };
    // It is carried through also when the visitor goes away: the places it takes are given back.
    let outcome = tokio::spawn(attempt.make(app.clone()))
        .await
        .map_err(|e| Fault::new("trying a password: it stopped in the middle").because(e))??;
    match outcome {
        Outcome::Right => {
            mail::wake();
            let mut response = see("/sign-in/check-email");
            response.headers_mut().append(header::SET_COOKIE, cookie);
            Ok(response)
        }
        Outcome::Wrong => {
            metrics::counter!("sala_sign_in_password_wrong_total").increment(1);
            problems.add("email", w.sign_in_wrong());
            again(problems).await
        }
        Outcome::Later(seconds) => {
            metrics::counter!("sala_sign_in_held_off_total").increment(1);
            problems.add(
                "password",
                w.sign_in_too_often(super::span(visitor.locale, seconds)),
            );
            Ok(super::too_often(again(problems).await?, seconds))
        }
        Outcome::Busy(seconds) => {
            problems.add("password", w.busy(seconds));
            Ok(super::unavailable(again(problems).await?, seconds))
        }
    }
}

/// A password for an account, and what a sign-in would be made of.
struct Attempt {
    guess: Guess,
    typed: Typed,
    from: Origin,
}

enum Outcome {
    Right,
    Wrong,
    /// Not looked at: too many before it were wrong.
    Later(i64),
    /// Not looked at: too many at once.
    Busy(i64),
}

/// Tries that are under way from the same address are waited for so long, and so often is looked.
const PATIENCE: Duration = Duration::from_secs(2);
const LOOK: Duration = Duration::from_millis(50);

impl Attempt {
    /// Takes a place (a commit of its own), compares, and begins the sign-in. An unknown address costs the same one hash.
    async fn make(self, app: App) -> Result<Outcome, web::Error> {
        let (found, held) = match self.place(&app).await? {
            Ok(taken) => taken,
            Err(outcome) => return Ok(outcome),
        };
        let phc = found.as_ref().map(|right| right.phc.clone());
        let verified = POOL.verify(app.keys(), phc, self.typed.clone()).await;
        let (guess, from) = (self.guess, self.from);
        match (verified, found) {
            (Ok(true), Some(right)) => {
                renew(&app, &right, self.typed).await?;
                let begun = app.db().write(move |tx| {
                    guess::right(tx, &held)?;
                    start::start(tx, &right, &from)
                });
                begun.await?;
                Ok(Outcome::Right)
            }
            (Ok(_), _) => {
                app.db().write(move |tx| guess::wrong(tx, &guess, &held)).await?;
                Ok(Outcome::Wrong)
            }
            (Err(refused), _) => {
                app.db().write(move |tx| guess::give_back(tx, &held)).await?;
                match refused {
                    hashing::Refused::Busy { seconds } => Ok(Outcome::Busy(seconds)),
                    hashing::Refused::Fault(fault) => Err(fault.into()),
                }
            }
        }
    }

    /// A place for this try, or why there is none. A second is waited for: it is the pause after one wrong password, and
    /// what lies between the two clicks of a double click.
    async fn place(
        &self,
        app: &App,
    ) -> Result<Result<(Option<account::Credentials>, Held), Outcome>, web::Error> {
        let (mut waited, mut paused) = (Duration::ZERO, false);
        loop {
            let guess = self.guess.clone();
            match app.db().write(move |tx| guess::begin(tx, &guess)).await {
                Ok(taken) => return Ok(Ok(taken)),
                Err(Refused::Fault(fault)) => return Err(fault.into()),
                Err(Refused::Later { seconds: 1 }) if !paused => {
                    paused = true;
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
                Err(Refused::Later { seconds }) => return Ok(Err(Outcome::Later(seconds))),
                Err(Refused::Crowded) if waited < PATIENCE => {
                    waited += LOOK;
                    tokio::time::sleep(LOOK).await;
                }
                Err(Refused::Crowded) => return Ok(Err(Outcome::Busy(2))),
            }
        }
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
