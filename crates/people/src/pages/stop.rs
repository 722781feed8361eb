//! Where the letter to an address leads that is about to lose its account: a typed word stops it.

use axum::extract::Path;
use web::{App, Form, Response, Visitor};

use super::asker::Asker;
use super::said;
use super::typed_word::TypedWord;
use crate::assisted::{self, Refused};
use crate::secrets;
use crate::words::Words;

const PAGE: TypedWord = TypedWord {
    title: Words::stop_title,
    lede: Words::stop_lede,
    word: Words::stop_word,
    label: Words::stop_label,
    wrong: Words::stop_wrong,
    button: Words::stop_button,
};

fn path(token: &str) -> String {
    format!("/stop/{token}")
}

pub async fn get(app: App, visitor: Visitor, Path(token): Path<String>) -> web::Result {
    match find(&app, &visitor, &token).await? {
        Ok(()) => Ok(PAGE.page(&app, &visitor, path(&token))),
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
    if let Some(answer) = PAGE.refusal(&app, &visitor, path(&token), &form) {
        return Ok(answer);
    }
    let (hash, whence) = (secrets::hash(&token), asker.whence(&visitor));
    match app.db().write(move |tx| assisted::stop(tx, &hash, &whence)).await {
        Ok(()) => Ok(said::stopped(&app, &visitor)),
        Err(Refused::Fault(fault)) => Err(fault.into()),
        Err(_) => Ok(said::email_over(&app, &visitor)),
    }
}
