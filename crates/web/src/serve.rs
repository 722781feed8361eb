//! Giving a stored file out: as a download with the kind that its content has, never as a page.
use crate::{App, Error, Response, Result};
use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use futures_util::stream::try_unfold;
use tokio::io::AsyncReadExt;

/// So much of a file is in memory at once.
const PIECE: usize = 64 * 1024;

/// The file. Who may have it is the calling page's rule.
pub async fn serve_file(app: &App, hash: &str, kind: &str, name: &str) -> Result {
    let content = app.files().find(hash).await?.ok_or(Error::NotFound)?;
    let body = Body::from_stream(try_unfold(content.open().await?, async |mut file| {
        let mut piece = vec![0; PIECE];
        let read = file.read(&mut piece).await?;
        piece.truncate(read);
        Ok::<_, std::io::Error>((read > 0).then(|| (Bytes::from(piece), file)))
    }));
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
        (header::CONTENT_LENGTH, content.stored().size.into()),
        (header::CONTENT_DISPOSITION, disposition),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, no-store"),
        ),
    ];
    let response: Response = (headers, body).into_response();
    Ok(response)
}
