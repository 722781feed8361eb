//! Where the letter to an address leads that is about to lose its account: a typed word stops it.

use askama::Template;
use axum::extract::Path;
use web::{App, Form, Page, Response, Visitor};

use super::answers::of_link;
use super::asker::Asker;
use super::said;
use crate::assisted::{self, Refused};
use crate::secrets;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/stop.html")]
struct View {
    page: Page,
    w: Words,
    token: String,
    error: Option<String>,
}

pub async fn get(app: App, visitor: Visitor, Path(token): Path<String>) -> web::Result {
    match find(&app, &visitor, &token).await? {
        Ok(()) => Ok(show(&app, &visitor, token, None)),
        Err(answer) => Ok(answer),
    }
}

/// Whether a link can still stop something; otherwise the page that says why not.
async fn find(app: &App, visitor: &Visitor, token: &str) -> Result<Result<(), Response>, web::Error> {
    if !secrets::looks_like_token(token) {
        return Ok(Err(said::incomplete_link(app, visitor)));
    }
    let hash = secrets::hash(token);
    Ok(
        match app.db().read(move |tx| assisted::by_token(tx, &hash)).await? {
            Some(change) if change.state == "agreed" => Ok(()),
            Some(_) => Err(said::email_over(app, visitor)),
            None => Err(said::unknown_link(app, visitor)),
        },
    )
}

fn show(app: &App, visitor: &Visitor, token: String, error: Option<String>) -> Response {
    let w = Words(visitor.locale);
    let mut page = Page::new(app, visitor, w.stop_title());
    page.error = error.is_some();
    of_link(web::html(View {
        page,
        w,
        token,
        error,
    }))
}

pub async fn post(
    app: App,
    visitor: Visitor,
    asker: Asker,
    Path(token): Path<String>,
    form: Form,
) -> web::Result {
    if let Err(answer) = find(&app, &visitor, &token).await? {
        return Ok(answer);
    }
    let w = Words(visitor.locale);
    if !super::is_word(form.text("word"), Words::stop_word) {
        let error = Some(w.stop_wrong(w.stop_word()));
        return Ok(super::not_taken(show(&app, &visitor, token, error)));
    }
    let (hash, whence) = (secrets::hash(&token), asker.whence(&visitor));
    match app.db().write(move |tx| assisted::stop(tx, &hash, &whence)).await {
        Ok(()) => Ok(said::stopped(&app, &visitor)),
        Err(Refused::Fault(fault)) => Err(fault.into()),
        Err(_) => Ok(said::email_over(&app, &visitor)),
    }
}
