//! For operators: is the program alive, can it answer, how is it.
use crate::{App, Response, Routes};
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::get;
use base::Fault;
use serde_json::json;

pub fn routes(routes: Routes) -> Routes {
    routes
        .at("/health/live", get(|| async { "ok" }))
        .at("/health/ready", get(ready))
}

async fn ready(app: App) -> Response {
    let now = app.now();
    let read = app
        .db()
        .read(|tx| Ok::<_, Fault>((mail::oldest_waiting(tx)?, mail::under_way(tx)?)));
    match read.await {
        Ok((oldest, troubles)) => {
            let seconds = oldest.map_or(0, |at| now.duration_since(at).as_secs().max(0));
            let well = troubles.is_empty() && seconds <= 300;
            let mail = if well { "ok" } else { "degraded" };
            Json(json!({"database": "ok", "mail": mail, "mail_oldest_seconds": seconds})).into_response()
        }
        Err(fault) => {
            tracing::error!(%fault, "not ready");
            let body = Json(json!({"database": "unavailable"}));
            (StatusCode::SERVICE_UNAVAILABLE, [("retry-after", "5")], body).into_response()
        }
    }
}
