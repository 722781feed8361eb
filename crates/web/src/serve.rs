//! Giving a stored file out: as a download with the kind that its content has, never as a page.
use crate::{App, Error, Response, Result};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;

/// The file. Who may have it is the calling page's rule.
pub async fn serve_file(app: &App, hash: &str, kind: &str, name: &str) -> Result {
    let bytes = app.files().read(hash).await?.ok_or(Error::NotFound)?;
    let ascii: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || ".-_ ".contains(c) {
                c
            } else {
                '_'
            }
        })
        .collect();
    let disposition = format!(
        "attachment; filename=\"{ascii}\"; filename*=UTF-8''{}",
        crate::encode(name).replace('/', "%2F")
    );
    let kind =
        HeaderValue::from_str(kind).unwrap_or_else(|_| HeaderValue::from_static("application/octet-stream"));
    let disposition =
        HeaderValue::from_str(&disposition).unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, disposition),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, no-store"),
        ),
    ];
    let response: Response = (headers, bytes).into_response();
    Ok(response)
}
