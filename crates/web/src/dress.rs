//! What every answer gets on its way out: a page for an error, headers, one line in the log.
use crate::assets::SITE_CSS_SHA256;
use crate::error::Problem;
use crate::layout::{Page, html};
use crate::words::Words;
use crate::{App, Error, Response, Visitor, csrf, language};
use askama::Template;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::IntoResponse;
use std::sync::LazyLock;
use std::time::Instant;

static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| {
    let text = format!(
        "default-src 'none'; style-src 'self' 'sha256-{SITE_CSS_SHA256}'; script-src 'self'; img-src 'self'; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
    );
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"))
});

#[derive(Template)]
#[template(path = "problem.html")]
struct View {
    page: Page,
    heading: &'static str,
    words: String,
    id: Option<String>,
}

/// Stands around the router, after the reader is known.
pub async fn dress(State(app): State<App>, request: Request, next: Next) -> Response {
    let began = started();
    let visitor = request.extensions().get::<Visitor>().cloned();
    let visitor = visitor.unwrap_or_else(|| Visitor::nobody(i18n::Locale::En));
    let pattern = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let method = request.method().clone();
    let chosen = language::asked_by_query(request.uri());
    let id: String = app.random().text(8, b"23456789bcdfghjkmnpqrstvwxyz");
    let mut response = match gate(&app, &request) {
        Ok(()) => next.run(request).await,
        Err(error) => error.into_response(),
    };
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        response = page_of(&app, &visitor, &problem, &id, response.headers());
    }
    if let Some(locale) = chosen {
        let line = format!("{}={}; Max-Age=31536000; Path=/; SameSite=Lax", language::COOKIE, locale.tag());
        if let Ok(value) = HeaderValue::from_str(&line) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    headers(&app, &visitor, &mut response);
    let ms = began.elapsed().as_millis();
    tracing::info!(target: "request", %method, pattern, status = response.status().as_u16(), ms = %ms, id);
    response
}

/// Latency is measured with the machine's own steady clock, whatever the demonstration's clock says.
fn started() -> Instant {
    Instant::now()
}

fn gate(app: &App, request: &Request) -> Result<(), Error> {
    let host = request.headers().get(header::HOST).and_then(|value| value.to_str().ok());
    let host = host.or_else(|| request.uri().authority().map(axum::http::uri::Authority::as_str)).unwrap_or_default();
    let site = app.site();
    if host != site.host() && !(site.demo && csrf::is_loopback(host)) && !is_health(request.uri().path()) {
        return Err(Error::Misdirected);
    }
    let moves_clock = site.demo && request.uri().path() == "/dev/clock" && no_browser(request.headers());
    if !moves_clock && !csrf::from_our_page(request.method(), request.headers(), site) {
        return Err(Error::Forbidden);
    }
    Ok(())
}

/// Watchers reach a node by its own address.
fn is_health(path: &str) -> bool {
    path.starts_with("/health/")
}

fn no_browser(headers: &HeaderMap) -> bool {
    !headers.contains_key("sec-fetch-site") && !headers.contains_key(header::ORIGIN)
}

fn page_of(app: &App, visitor: &Visitor, problem: &Problem, id: &str, before: &HeaderMap) -> Response {
    let w = Words(visitor.locale);
    let is_fault = problem.fault.is_some();
    if let Some(fault) = &problem.fault {
        tracing::error!(id, fault, "a request failed");
    }
    let (heading, words) = sentences(w, problem);
    let page = Page::new(app, visitor, heading);
    let view = View { page, heading, words, id: is_fault.then(|| id.to_owned()) };
    let mut response = html(view);
    *response.status_mut() = problem.status;
    if let Some(value) = problem.retry_after.and_then(|seconds| HeaderValue::from_str(&seconds.to_string()).ok()) {
        response.headers_mut().insert(header::RETRY_AFTER, value);
    }
    if let Some(allow) = before.get(header::ALLOW) {
        response.headers_mut().insert(header::ALLOW, allow.clone());
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn sentences(w: Words, problem: &Problem) -> (&'static str, String) {
    let seconds = problem.retry_after.unwrap_or(5);
    match problem.status {
        StatusCode::NOT_FOUND => (w.not_found(), w.not_found_words().to_owned()),
        StatusCode::FORBIDDEN => (w.forbidden(), w.forbidden_words().to_owned()),
        StatusCode::CONFLICT => (w.stale(), w.stale_words().to_owned()),
        StatusCode::PAYLOAD_TOO_LARGE => (w.too_large(), w.too_large_words().to_owned()),
        StatusCode::METHOD_NOT_ALLOWED => (w.wrong_method(), w.wrong_method_words().to_owned()),
        StatusCode::MISDIRECTED_REQUEST => (w.wrong_host(), w.wrong_host_words().to_owned()),
        StatusCode::TOO_MANY_REQUESTS => (w.too_often(), w.too_often_words(seconds)),
        StatusCode::SERVICE_UNAVAILABLE => (w.unavailable(), w.unavailable_words().to_owned()),
        StatusCode::INTERNAL_SERVER_ERROR => (w.fault(), w.fault_words().to_owned()),
        _ => (w.bad_request(), w.bad_request_words().to_owned()),
    }
}

fn headers(app: &App, visitor: &Visitor, response: &mut Response) {
    let is_page = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let caching = match visitor.person {
        Some(_) => "private, no-store",
        None => "public, max-age=0, s-maxage=30, stale-while-revalidate=300",
    };
    let fixed: [(HeaderName, &'static str); 5] = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
        (header::CONTENT_LANGUAGE, visitor.locale.tag()),
    ];
    let headers = response.headers_mut();
    for (name, value) in fixed {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.insert(header::CONTENT_SECURITY_POLICY, POLICY.clone());
    if app.site().is_https() {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    if is_page {
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static(caching));
        let vary = if visitor.prefixed { "cookie" } else { "cookie, accept-language" };
        headers.append(header::VARY, HeaderValue::from_static(vary));
    }
}
