//! For operators: is the program alive, can it answer, how is it.
use crate::{App, Response, Routes};
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::get;
use serde_json::json;

pub fn routes(routes: Routes) -> Routes {
    routes
        .at("/health/live", get(|| async { "ok" }))
        .at("/health/ready", get(ready))
}

async fn ready(app: App) -> Response {
    let now = app.now();
    match app.db().read(mail::oldest_waiting).await {
        Ok(oldest) => {
            let seconds = oldest.map_or(0, |at| now.duration_since(at).as_secs().max(0));
            let mail = if seconds > 300 { "degraded" } else { "ok" };
            Json(json!({"database": "ok", "mail": mail, "mail_oldest_seconds": seconds})).into_response()
        }
        Err(fault) => {
            tracing::error!(%fault, "not ready");
            let body = Json(json!({"database": "unavailable"}));
            (StatusCode::SERVICE_UNAVAILABLE, [("retry-after", "5")], body).into_response()
        }
    }
}
