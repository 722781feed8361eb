//! "It was not me": a page of its own and a word typed by hand, so that no program that presses every button can end
//! somebody's sign-in.

use axum::extract::Path;
use web::{App, Form, Visitor};

use super::asker::Asker;
use super::typed_word::TypedWord;
use super::{link, said};
use crate::deny;
use crate::flows::Standing;
use crate::secrets;
use crate::words::Words;

const PAGE: TypedWord = TypedWord {
    title: Words::deny_title,
    lede: Words::deny_lede,
    word: Words::deny_word,
    label: Words::deny_label,
    wrong: Words::deny_wrong,
    button: Words::deny_button,
};

fn path(token: &str) -> String {
    format!("/l/{token}/deny")
}

pub async fn get(app: App, visitor: Visitor, asker: Asker, Path(token): Path<String>) -> web::Result {
    match link::find(&app, &visitor, &token).await? {
        Ok(found) if found.standing == Standing::Alive => Ok(PAGE.page(&app, &visitor, path(&token))),
        Ok(found) => link::ended(&app, &visitor, &asker, &found).await,
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
    let found = match link::find(&app, &visitor, &token).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    if let Some(answer) = PAGE.refusal(&app, &visitor, path(&token), &form) {
        return Ok(answer);
    }
    let (hash, ip, ua) = (secrets::hash(&token), asker.ip.clone(), asker.ua.clone());
    if app.db().write(move |tx| deny::deny(tx, &hash, &ip, &ua)).await? {
        metrics::counter!("sala_sign_in_denied_total").increment(1);
        Ok(said::denied(&app, &visitor))
    } else {
        link::ended(&app, &visitor, &asker, &found).await
    }
}
