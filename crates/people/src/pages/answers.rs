//! Answers the pages of this room share.

use axum::http::{HeaderValue, header};
use axum::response::Response;

use super::asker::{SESSION_COOKIE, set};
use crate::model::SignedIn;

/// 303 to a path of this site.
pub fn see(path: &str) -> Response {
    let mut response = web::redirect(path);
    response.headers_mut().insert(header::CACHE_CONTROL, no_store());
    response
}

/// The end of a sign-in, counted for operators: the cookie of the session, and on to where the person wanted to go.
pub fn signed_in(done: &SignedIn) -> Response {
    metrics::counter!("sala_sign_in_completed_total", "method" => done.method).increment(1);
    let mut response = see(&done.next);
    response
        .headers_mut()
        .append(header::SET_COOKIE, set(SESSION_COOKIE, &done.cookie, done.lasts));
    response
}

/// For pages that belong to one browser and one moment.
pub fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, no_store());
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    response
}

/// For pages of a mailed link: their address is passed on to nobody either.
pub fn of_link(response: Response) -> Response {
    let mut response = private(response);
    let headers = response.headers_mut();
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(
        "cross-origin-opener-policy",
        HeaderValue::from_static("same-origin"),
    );
    response
}

fn no_store() -> HeaderValue {
    HeaderValue::from_static("no-store")
}
