//! The stack in front of the router: compression, language, the reader, the gate, then the page.
use crate::{App, Error, Routes, api, assets, dev, dress, gallery, health, language};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::IntoResponse;
use std::borrow::Cow;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};

/// The whole program as one service, and the addresses it knows.
pub struct Stack {
    pub service: Router,
    pub patterns: Vec<(&'static str, Cow<'static, str>)>,
}

/// Puts the slices together. `reader` adds the layer that finds out who reads.
pub fn stack(app: &App, reader: impl FnOnce(Router<App>, &App) -> Router<App>) -> Stack {
    let mut own = health::routes(assets::routes(Routes::new()));
    if app.site().dev {
        own = gallery::routes(dev::routes(own, app.site().demo));
    }
    let api = api::routes(app);
    let named = |name: &'static str, routes: &Routes| {
        let lines = routes.patterns().iter().map(|pattern| (name, pattern.clone()));
        lines.collect::<Vec<_>>()
    };
    let mut patterns = named("web", &own);
    patterns.extend(named("api", &api));
    let mut router = own.router().merge(api.router());
    for slice in app.slices() {
        let added = (slice.routes)();
        patterns.extend(named(slice.name, &added));
        router = router.merge(added.router());
    }
    let router = router
        .fallback(|| async { Error::NotFound.into_response() })
        .method_not_allowed_fallback(|| async { Error::MethodNotAllowed.into_response() })
        // Two megabytes otherwise: a photo and a letter are larger.
        .layer(DefaultBodyLimit::max(crate::form::BODY_LIMIT))
        .layer(from_fn_with_state(app.clone(), dress::dress));
    let inner = reader(router, app).with_state(app.clone());
    let small = SizeAbove::new(860)
        .and(NotForContentType::IMAGES)
        .and(NotForContentType::const_new("application/pdf"));
    let compression = CompressionLayer::new()
        .br(true)
        .gzip(true)
        .quality(CompressionLevel::Precise(5))
        .compress_when(small);
    // The language leaves the address before the router looks at it.
    let service = Router::new()
        .fallback_service(inner)
        .layer(from_fn_with_state(app.clone(), without_language))
        .layer(compression);
    Stack { service, patterns }
}

async fn without_language(State(app): State<App>, mut request: Request, next: Next) -> crate::Response {
    let (mut visitor, uri) = language::read(request.uri(), request.headers());
    if let Some(uri) = uri {
        *request.uri_mut() = uri;
    }
    visitor.zone = Some(app.site().zone.clone());
    request.extensions_mut().insert(visitor);
    next.run(request).await
}
