//! What a first visit costs: a delegate on a slow phone reads the event in a second.

use axum::body::Body;
use axum::http::{Request, header};
use http_body_util::BodyExt as _;
use testkit::{ORIGIN, TestApp, both_engines};
use tower::ServiceExt as _;

use crate::support::{SLICES, demonstration};

async fn fetched(app: &TestApp, path: &str) -> (usize, String) {
    let request = |coding: &str| {
        Request::get(path)
            .header(header::HOST, ORIGIN.trim_start_matches("https://"))
            .header(header::ACCEPT_ENCODING, coding)
            .body(Body::empty())
            .unwrap()
    };
    let packed = app.router().oneshot(request("br")).await.unwrap();
    assert_eq!(packed.status(), 200, "{path}");
    let packed = packed.into_body().collect().await.unwrap().to_bytes().len();
    let plain = app.router().oneshot(request("identity")).await.unwrap();
    let plain = plain.into_body().collect().await.unwrap().to_bytes();
    (packed, String::from_utf8_lossy(&plain).into_owned())
}

/// The addresses a browser fetches for this page: scripts, style sheets, pictures, the icon.
fn parts_of(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (tag, attribute) in [
        ("<script defer", "src=\""),
        ("<link rel=\"icon\"", "href=\""),
        ("<link rel=\"stylesheet\"", "href=\""),
        ("<img", "src=\""),
    ] {
        for piece in html.split(tag).skip(1) {
            let address = piece.split(attribute).nth(1).unwrap().split('"').next().unwrap();
            found.push(address.to_owned());
        }
    }
    found
}

both_engines! {
    async fn a_first_visit_is_at_most_15_kilobytes_in_3_requests(app: TestApp) {
        demonstration(&app).await;
        for path in ["/e/dg-forum-4", "/ar/e/dg-forum-4", "/fr/e/dg-forum-4", "/", "/e/dg-forum-4/documents"] {
            let (mut all, html) = fetched(&app, path).await;
            let parts = parts_of(&html);
            assert_eq!(parts.len(), 2, "{path}: {parts:?}");
            for part in &parts {
                all += fetched(&app, part).await.0;
            }
            assert!(all <= 15_000, "{path}: {all} bytes");
        }
    }

    async fn nothing_comes_from_elsewhere_and_nothing_is_styled_inline(app: TestApp) {
        demonstration(&app).await;
        for path in ["/", "/e/dg-forum-4", "/events", "/members", "/series/dg-forum"] {
            let (_, html) = fetched(&app, path).await;
            assert!(parts_of(&html).iter().all(|part| part.starts_with('/')), "{path}");
            assert!(!html.contains(" style=") && !html.contains(" onclick="), "{path}");
        }
    }
}
