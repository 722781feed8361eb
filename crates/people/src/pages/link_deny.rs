//! "It was not me": a page of its own and a word typed by hand, so that no program that presses every button can end
//! somebody's sign-in.

use askama::Template;
use axum::extract::Path;
use web::{App, Form, Page, Response, Visitor};

use super::answers::of_link;
use super::asker::Asker;
use super::{link, said};
use crate::deny;
use crate::flows::Standing;
use crate::secrets;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/link_deny.html")]
struct View {
    page: Page,
    w: Words,
    token: String,
    error: Option<String>,
}

pub async fn get(app: App, visitor: Visitor, asker: Asker, Path(token): Path<String>) -> web::Result {
    match link::find(&app, &visitor, &token).await? {
        Ok(found) if found.standing == Standing::Alive => Ok(show(&app, &visitor, token, None)),
        Ok(found) => link::ended(&app, &visitor, &asker, &found).await,
        Err(answer) => Ok(answer),
    }
}

fn show(app: &App, visitor: &Visitor, token: String, error: Option<String>) -> Response {
    let w = Words(visitor.locale);
    let mut page = Page::new(app, visitor, w.deny_title());
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
    let found = match link::find(&app, &visitor, &token).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let w = Words(visitor.locale);
    if !super::is_word(form.text("word"), Words::deny_word) {
        let page = show(&app, &visitor, token, Some(w.deny_wrong(w.deny_word())));
        return Ok(super::not_taken(page));
    }
    let (hash, ip, ua) = (secrets::hash(&token), asker.ip.clone(), asker.ua.clone());
    if app.db().write(move |tx| deny::deny(tx, &hash, &ip, &ua)).await? {
        metrics::counter!("sala_sign_in_denied_total").increment(1);
        Ok(said::denied(&app, &visitor))
    } else {
        link::ended(&app, &visitor, &asker, &found).await
    }
}
