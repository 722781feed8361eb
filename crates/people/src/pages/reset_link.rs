//! Where the link to a new password leads. Reading it changes nothing; the address typed again and a password that may be
//! one use it up. Nobody is signed in by it: the sign-in asks its second step as ever.

use askama::Template;
use axum::extract::Path;
use base::Email;
use web::{App, Form, Page, Response, Visitor};

use super::answers::{of_link, see};
use super::asker::Asker;
use super::problems::Problems;
use super::{new_password, said};
use crate::flows::Standing;
use crate::hashing::{self, POOL};
use crate::password::Typed;
use crate::reset::{self, Refused, ResetLink};
use crate::rules::Own;
use crate::secrets;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/reset_link.html")]
struct View {
    page: Page,
    w: Words,
    problems: Problems,
    token: String,
    email: String,
    own: String,
}

pub async fn get(app: App, visitor: Visitor, Path(token): Path<String>) -> web::Result {
    match find(&app, &visitor, &token).await? {
        Ok(_) => {
            let own = new_password::own(&app).await;
            let shown = (token, String::new());
            Ok(show(&app, &visitor, shown, &own, Problems::default()))
        }
        Err(answer) => Ok(answer),
    }
}

/// The link, if it can be used; otherwise the page that says why not.
async fn find(app: &App, visitor: &Visitor, token: &str) -> Result<Result<ResetLink, Response>, web::Error> {
    if !secrets::looks_like_token(token) {
        return Ok(Err(said::incomplete_link(app, visitor)));
    }
    let hash = secrets::hash(token);
    let Some(link) = app.db().read(move |tx| reset::by_token(tx, &hash)).await? else {
        return Ok(Err(said::unknown_link(app, visitor)));
    };
    match link.standing(app.now()) {
        Standing::Alive => Ok(Ok(link)),
        standing => Ok(Err(said::reset_link(app, visitor, &standing))),
    }
}

fn show(
    app: &App,
    visitor: &Visitor,
    (token, email): (String, String),
    own: &Own,
    problems: Problems,
) -> Response {
    let w = Words(visitor.locale);
    let mut page = Page::new(app, visitor, w.reset_title());
    page.error = !problems.is_empty();
    of_link(web::html(View {
        page,
        w,
        problems,
        token,
        email,
        own: own.words(),
    }))
}

pub async fn post(
    app: App,
    visitor: Visitor,
    asker: Asker,
    Path(token): Path<String>,
    form: Form,
) -> web::Result {
    let link = match find(&app, &visitor, &token).await? {
        Ok(link) => link,
        Err(answer) => return Ok(answer),
    };
    let w = Words(visitor.locale);
    let typed = form.text("email").trim().to_owned();
    let own = new_password::own(&app).await;
    let mut problems = Problems::default();
    let email = super::email(&mut problems, w, &typed);
    // Her own name is judged too, and not told to whoever only has the link.
    let theirs = own.clone().and(&link.name, email.as_ref());
    let password = new_password::judged(&mut problems, w, &form, &theirs);
    let again = |problems| show(&app, &visitor, (token.clone(), typed.clone()), &own, problems);
    let (Some(email), Some(password), true) = (email, password, problems.is_empty()) else {
        return Ok(super::not_taken(again(problems)));
    };
    if !is_hers(&app, &link, &email).await? {
        return match find(&app, &visitor, &token).await? {
            Ok(_) => {
                problems.add("email", w.reset_address_wrong());
                Ok(super::not_taken(again(problems)))
            }
            Err(answer) => Ok(answer),
        };
    }
    match set(&app, &link, password, asker.whence(&visitor)).await? {
        Set::Done => {
            mail::wake();
            Ok(see("/sign-in?reset"))
        }
        Set::Busy(seconds) => {
            problems.add("password", w.busy(seconds));
            Ok(super::unavailable(again(problems), seconds))
        }
        Set::NotNow => match find(&app, &visitor, &token).await? {
            Ok(_) => Ok(see("/reset")),
            Err(answer) => Ok(answer),
        },
    }
}

/// Counts the try (a commit of its own), then compares.
async fn is_hers(app: &App, link: &ResetLink, typed: &Email) -> Result<bool, web::Error> {
    let id = link.id;
    let counted = app.db().write(move |tx| reset::count_try(tx, id)).await?;
    Ok(counted && secrets::same(typed.normal().as_bytes(), link.email.normal().as_bytes()))
}

enum Set {
    Done,
    Busy(i64),
    NotNow,
}

async fn set(
    app: &App,
    link: &ResetLink,
    password: Typed,
    whence: crate::model::Whence,
) -> Result<Set, web::Error> {
    let phc = match POOL.hash(app.keys(), app.random(), password).await {
        Ok(phc) => phc,
        Err(hashing::Refused::Busy { seconds }) => return Ok(Set::Busy(seconds)),
        Err(hashing::Refused::Fault(fault)) => return Err(fault.into()),
    };
    let id = link.id;
    match app.db().write(move |tx| reset::set(tx, id, &phc, &whence)).await {
        Ok(()) => Ok(Set::Done),
        Err(Refused::NotNow) => Ok(Set::NotNow),
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}
