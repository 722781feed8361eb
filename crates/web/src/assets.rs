//! The files that pages refer to, with their hash in the name: they may be kept for ever.
use crate::{Response, Routes};
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;

pub struct Asset {
    pub path: &'static str,
    pub kind: &'static str,
    pub text: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

pub fn routes(routes: Routes) -> Routes {
    [&SITE_JS, &PASSKEY_JS, &DESK_CSS, &DESK_JS, &ICON]
        .into_iter()
        .fold(routes, |routes, asset| {
            routes.at(asset.path, get(move || async move { answer(asset) }))
        })
}

fn answer(asset: &'static Asset) -> Response {
    let headers = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, asset.text).into_response()
}
