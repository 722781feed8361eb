//! The stack in front of the router: compression, language, the reader, the gate, then the page.
use crate::front::{Front, Pages, keep_pages};
use crate::next::Above;
use crate::slice::Public;
use crate::{Address, App, Error, Routes, api, assets, dev, dress, gallery, health, language};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, Method, Uri};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::IntoResponse;
use std::borrow::Cow;
use std::sync::Arc;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};

/// The pages that are the same for everybody who is not signed in.
pub(crate) struct Declared(matchit::Router<&'static [&'static str]>);

impl Declared {
    fn new(pages: &[Public]) -> Declared {
        let mut router = matchit::Router::new();
        for &(pattern, parameters) in pages {
            router
                .insert(pattern, parameters)
                .expect("the router took the same patterns before");
        }
        Declared(router)
    }

    /// The parameters of the page at this path; nothing when it is none of them.
    pub(crate) fn parameters_of(&self, path: &str) -> Option<&'static [&'static str]> {
        self.0.at(path).ok().map(|found| *found.value)
    }
}

/// The whole program as one service, and the addresses it knows.
pub struct Stack {
    pub service: Front,
    pub patterns: Vec<(&'static str, Cow<'static, str>)>,
}

/// Puts the slices together. `reader` adds the layer that finds out who reads by the cookie named here.
pub fn stack(
    app: &App,
    session_cookie: &'static str,
    reader: impl FnOnce(Router<App>, &App) -> Router<App>,
) -> Stack {
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
    let mut public = Vec::new();
    let mut router = own.router().merge(api.router());
    for slice in app.slices() {
        let added = (slice.routes)();
        patterns.extend(named(slice.name, &added));
        public.extend_from_slice(added.public_pages());
        router = router.merge(added.router());
    }
    let above = Arc::new(Above::new(&patterns));
    let wrong_method = move |method: Method, uri: Uri, headers: HeaderMap| {
        let answer = above.answer(&method, &uri, &headers);
        std::future::ready(answer)
    };
    let router = router
        .fallback(|| async { Error::NotFound.into_response() })
        .method_not_allowed_fallback(wrong_method)
        // Two megabytes otherwise: a photo and a letter are larger.
        .layer(DefaultBodyLimit::max(crate::form::BODY_LIMIT))
        .layer(from_fn_with_state(app.clone(), dress::dress));
    let inner = reader(router, app).with_state(app.clone());
    let small = SizeAbove::new(860)
        .and(NotForContentType::IMAGES)
        .and(NotForContentType::SSE)
        .and(NotForContentType::const_new("application/pdf"));
    let compression = CompressionLayer::new()
        .br(true)
        .gzip(true)
        .quality(CompressionLevel::Precise(5))
        .compress_when(small);
    let pages = Pages::new(app, Declared::new(&public), session_cookie);
    // The language leaves the path before the router looks at it, and the visitor's address is found out.
    let router = Router::new()
        .fallback_service(inner)
        .layer(from_fn_with_state(app.clone(), before_anything))
        .layer(from_fn_with_state(pages.clone(), keep_pages))
        .layer(compression);
    Stack {
        service: Front::new(pages, router),
        patterns,
    }
}

async fn before_anything(State(app): State<App>, mut request: Request, next: Next) -> crate::Response {
    let (mut visitor, uri) = language::read(request.uri(), request.headers());
    if let Some(uri) = uri {
        *request.uri_mut() = uri;
    }
    visitor.zone = Some(app.site().zone.clone());
    if let Some(address) = Address::of(request.headers(), request.extensions(), &app.site().proxies) {
        request.extensions_mut().insert(address);
    }
    request.extensions_mut().insert(visitor);
    next.run(request).await
}
