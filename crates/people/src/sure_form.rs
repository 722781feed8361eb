//! A form that matters, sent by somebody who has just shown who she is. Everybody else is asked first; what was typed is kept
//! meanwhile, but for passwords and codes, and goes on by itself afterwards.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};
use base::Fault;
use serde_json::json;
use web::{App, Error, Form};

use crate::me::{Me, Posted};
use crate::session::Signed;
use crate::stash;

/// Such a form, and who sent it.
pub struct Sure {
    pub me: Me,
    pub signed: Signed,
    pub form: Form,
}

impl FromRequest<App> for Sure {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Sure, Response> {
        let path = request.uri().path().to_owned();
        let (mut parts, body) = request.into_parts();
        let signed = Signed::from_request_parts(&mut parts, app).await;
        let posted = Posted::from_request(Request::from_parts(parts, body), app).await;
        let (Posted { me, form }, signed) = (
            posted.map_err(IntoResponse::into_response)?,
            signed.map_err(IntoResponse::into_response)?,
        );
        if signed.is_sure(app.now()) {
            forget(app, &me, path).await.map_err(failed)?;
            return Ok(Sure { me, signed, form });
        }
        let fields = json!({ "fields": without_secrets(&form), "files": [] });
        let (account, kept) = (me.id, path.clone());
        app.db()
            .write(move |tx| stash::keep(tx, account, &kept, &fields))
            .await
            .map_err(failed)?;
        Err(ask_first(&path))
    }
}

fn failed(fault: Fault) -> Response {
    Error::from(fault).into_response()
}

/// The form has come back: it waits no more.
async fn forget(app: &App, me: &Me, path: String) -> Result<(), Fault> {
    let account = me.id;
    let asked = path.clone();
    let waits = app.db().read(move |tx| stash::look(tx, account, &asked)).await?;
    match waits {
        Some(_) => app.db().write(move |tx| stash::drop(tx, account, &path)).await,
        None => Ok(()),
    }
}

/// Leads to the page that asks again, and back.
pub fn ask_first(path: &str) -> Response {
    web::redirect(&format!("/account/again?next={}", web::encode(path)))
}

/// What may be written down of a form.
pub fn without_secrets(form: &Form) -> Vec<(String, String)> {
    let kept = form
        .fields()
        .iter()
        .filter(|(name, _)| !["password", "code"].iter().any(|secret| name.contains(secret)));
    kept.cloned().collect()
}
