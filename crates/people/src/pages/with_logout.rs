//! An organization's program says that somebody has signed out there. Its statement is believed for its signature alone.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use web::{App, Error, Form, Response};

use super::answers::private;
use crate::organizations::logout;

pub async fn post(app: App, Path(id): Path<String>, form: Form) -> web::Result {
    let provider = app.providers().find(&id).ok_or(Error::NotFound)?;
    let ended = match provider.ended(form.text("logout_token"), app.now()).await {
        Ok(ended) => ended,
        Err(trouble) => {
            tracing::warn!(organization = id, %trouble, "a sign-out that is not believed");
            return Ok(answer(StatusCode::BAD_REQUEST));
        }
    };
    let first = app.db().write(move |tx| logout::end(tx, &ended)).await?;
    Ok(answer(if first {
        StatusCode::OK
    } else {
        StatusCode::BAD_REQUEST
    }))
}

fn answer(status: StatusCode) -> Response {
    private(status.into_response())
}
