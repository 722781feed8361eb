//! Where the link from the server's console leads. Reading it changes nothing; the right password uses it up.

use askama::Template;
use axum::extract::Path;
use axum::http::header;
use base::Fault;
use web::{App, Form, Page, Response, Visitor};

use super::answers::{of_link, see, signed_in};
use super::asker::Asker;
use super::problems::Problems;
use super::said;
use crate::complete::{Asking, Refused};
use crate::console::{self, ConsoleLink};
use crate::flows::Standing;
use crate::hashing::{self, POOL};
use crate::model::{SignedIn, mask};
use crate::password::Typed;
use crate::words::Words;
use crate::{secrets, times};

#[derive(Template)]
#[template(path = "pages/console.html")]
struct View {
    page: Page,
    w: Words,
    problems: Problems,
    token: String,
    lede: String,
}

pub async fn get(app: App, visitor: Visitor, Path(token): Path<String>) -> web::Result {
    match find(&app, &visitor, &token).await? {
        Ok(link) => Ok(show(&app, &visitor, &token, &link, Problems::default())),
        Err(answer) => Ok(answer),
    }
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
    let mut problems = Problems::default();
    let password = form.text("password");
    if password.is_empty() {
        problems.add("password", w.password_missing());
        return Ok(super::not_taken(show(&app, &visitor, &token, &link, problems)));
    }
    let (browser, cookie) = asker.browser_or_new(app.random());
    match check(&app, &link, Typed::new(password), asker.asking_as(browser)).await? {
        Checked::Right(done) => {
            let mut response = signed_in(&done);
            response.headers_mut().append(header::SET_COOKIE, cookie);
            Ok(response)
        }
        Checked::Wrong => match find(&app, &visitor, &token).await? {
            Ok(link) => {
                metrics::counter!("sala_sign_in_password_wrong_total").increment(1);
                problems.add("password", w.sign_in_wrong());
                Ok(super::not_taken(show(&app, &visitor, &token, &link, problems)))
            }
            Err(answer) => {
                metrics::counter!("sala_sign_in_locked_total").increment(1);
                Ok(answer)
            }
        },
        Checked::Busy(seconds) => {
            problems.add("password", w.busy(seconds));
            let page = show(&app, &visitor, &token, &link, problems);
            Ok(super::unavailable(page, seconds))
        }
        Checked::NotNow => match find(&app, &visitor, &token).await? {
            Ok(_) => Err(Fault::new("using a link that is alive and was refused").into()),
            Err(answer) => Ok(answer),
        },
    }
}

/// The link, if it can be used; otherwise the page that says why not.
async fn find(
    app: &App,
    visitor: &Visitor,
    token: &str,
) -> Result<Result<ConsoleLink, Response>, web::Error> {
    if !secrets::looks_like_token(token) {
        return Ok(Err(said::incomplete_link(app, visitor)));
    }
    let hash = secrets::hash(token);
    let Some(link) = app.db().read(move |tx| console::by_token(tx, &hash)).await? else {
        return Ok(Err(said::unknown_link(app, visitor)));
    };
    let standing = link.standing(app.now());
    if standing == Standing::Alive {
        return Ok(Ok(link));
    }
    let used_here = link.used_at.is_some() && visitor.person == Some(link.account_id.uuid());
    Ok(Err(if used_here {
        see("/account")
    } else {
        said::console_link(app, visitor, &standing)
    }))
}

fn show(app: &App, visitor: &Visitor, token: &str, link: &ConsoleLink, problems: Problems) -> Response {
    let w = Words(visitor.locale);
    let mut page = Page::new(app, visitor, w.console_title());
    page.error = !problems.is_empty();
    let until = times::clock(link.expires_at, app.site().zone.name());
    of_link(web::html(View {
        page,
        w,
        problems,
        token: token.to_owned(),
        lede: w.console_lede(mask(&link.email), until),
    }))
}

enum Checked {
    Right(SignedIn),
    Wrong,
    Busy(i64),
    NotNow,
}

/// Counts the try (a commit of its own), compares, and only then uses the link up.
async fn check(app: &App, link: &ConsoleLink, typed: Typed, asking: Asking) -> Result<Checked, web::Error> {
    let id = link.id;
    if !app.db().write(move |tx| console::count_try(tx, id)).await? {
        return Ok(Checked::NotNow);
    }
    match POOL.verify(app.keys(), link.password_phc.clone(), typed).await {
        Ok(true) => {}
        Ok(false) => {
            let link = link.clone();
            app.db()
                .write(move |tx| console::failed(tx, &link, &asking))
                .await?;
            return Ok(Checked::Wrong);
        }
        Err(hashing::Refused::Busy { seconds }) => {
            app.db().write(move |tx| console::give_back(tx, id)).await?;
            return Ok(Checked::Busy(seconds));
        }
        Err(hashing::Refused::Fault(fault)) => return Err(fault.into()),
    }
    match app.db().write(move |tx| console::sign_in(tx, id, &asking)).await {
        Ok(done) => Ok(Checked::Right(done)),
        Err(Refused::NotNow) => Ok(Checked::NotNow),
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}
