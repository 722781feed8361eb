//! What every answer gets on its way out: a page for an error, headers, one line in the log.
use crate::assets::SITE_CSS_SHA256;
use crate::error::Problem;
use crate::layout::{Page, html};
use crate::words::Words;
use crate::{App, Error, Response, Visitor, api, csrf, language};
use askama::Template;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::IntoResponse;
use base::Fault;
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;
use std::sync::LazyLock;
use std::time::Instant;

/// Public pages carry their style, the desk links it.
static PUBLIC: LazyLock<HeaderValue> = LazyLock::new(|| policy(&format!("'sha256-{SITE_CSS_SHA256}'")));
static DESK: LazyLock<HeaderValue> = LazyLock::new(|| policy("'self'"));

fn policy(style: &str) -> HeaderValue {
    let text = format!(
        "default-src 'none'; style-src {style}; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; \
         manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
    );
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"))
}

#[derive(Template)]
#[template(path = "problem.html")]
struct View {
    page: Page,
    heading: &'static str,
    words: String,
    id: Option<String>,
}

/// The pattern of the address that an answer belongs to.
#[derive(Clone)]
pub struct Pattern(pub String);

/// Stands around the router, after the reader is known.
pub async fn dress(State(app): State<App>, request: Request, next: Next) -> Response {
    let began = started();
    let visitor = request.extensions().get::<Visitor>().cloned();
    let visitor = visitor.unwrap_or_else(|| Visitor::nobody(i18n::Locale::En));
    let pattern = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("-", MatchedPath::as_str)
        .to_owned();
    let method = request.method().clone();
    let chosen = language::asked_by_query(request.uri()).filter(|_| !api::is_api(&visitor.path));
    let id: String = app.random().text(8, b"23456789bcdfghjkmnpqrstvwxyz");
    let mut response = match gate(&app, &request) {
        Ok(()) => AssertUnwindSafe(next.run(request))
            .catch_unwind()
            .await
            .unwrap_or_else(|_| stopped()),
        Err(error) => error.into_response(),
    };
    if let Some(problem) = response
        .extensions_mut()
        .remove::<Problem>()
        .or_else(|| bare(&response))
    {
        response = if api::is_api(&visitor.path) {
            note_fault(&problem, &id);
            api::dressed(&app, visitor.locale, &problem, &id, &response)
        } else {
            page_of(&app, &visitor, &problem, &id, response.headers())
        };
    }
    keep_language(&visitor, response.headers_mut());
    if let Some(locale) = chosen {
        let secure = if app.site().is_https() { "; Secure" } else { "" };
        let (name, tag) = (language::COOKIE, locale.tag());
        let line = format!("{name}={tag}; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax{secure}");
        if let Ok(value) = HeaderValue::from_str(&line) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    say_who_may_keep(&visitor, &method, &mut response);
    headers(&app, &visitor, &mut response);
    response.extensions_mut().insert(Pattern(pattern.clone()));
    let (took, status) = (began.elapsed(), response.status().as_u16());
    tracing::info!(target: "request", %method, pattern, status, ms = %took.as_millis(), id);
    let labels = [("pattern", pattern), ("status", status.to_string())];
    metrics::histogram!("sala_http_request_seconds", &labels).record(took.as_secs_f64());
    response
}

/// Latency is measured with the machine's own steady clock, whatever the demonstration's clock says.
fn started() -> Instant {
    Instant::now()
}

/// A page that panicked: its request has failed, the program goes on.
fn stopped() -> Response {
    Error::Fault(Fault::new("answering a request: it stopped in the middle")).into_response()
}

/// An error that came without a page, as those of the parts of an address do.
fn bare(response: &Response) -> Option<Problem> {
    let status = response.status();
    let kind = response
        .headers()
        .get(header::CONTENT_TYPE)
        .map_or(&b""[..], HeaderValue::as_bytes);
    let is_bare = kind.is_empty() || kind.starts_with(b"text/plain");
    let is_error = status.is_client_error() || status.is_server_error();
    (is_error && is_bare).then_some(Problem {
        status,
        retry_after: None,
        fault: None,
    })
}

/// Leading on to a page without a language in its address takes the reader's language along.
fn keep_language(visitor: &Visitor, headers: &mut HeaderMap) {
    let Some(to) = headers
        .get(header::LOCATION)
        .and_then(|value| value.to_str().ok())
    else {
        return;
    };
    let goes_along = visitor.prefixed && to.starts_with('/') && !language::may_have_prefix(to);
    if let (true, Ok(value)) = (goes_along, HeaderValue::from_str(&crate::link(visitor, to))) {
        headers.insert(header::LOCATION, value);
    }
}

fn gate(app: &App, request: &Request) -> Result<(), Error> {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|value| value.to_str().ok());
    let host = host
        .or_else(|| request.uri().authority().map(axum::http::uri::Authority::as_str))
        .unwrap_or_default();
    let site = app.site();
    if !csrf::is_our_host(host, site) && !is_health(request.uri().path()) {
        return Err(Error::Misdirected);
    }
    let moves_clock = site.demo && request.uri().path() == "/dev/clock" && no_browser(request.headers());
    // A program's request has no authority but its token's: there is nothing a foreign page could borrow.
    let for_programs = api::is_api(request.uri().path());
    let is_signed = is_of_organization(request.uri().path());
    if !moves_clock
        && !for_programs
        && !is_signed
        && !csrf::from_our_page(request.method(), request.headers(), site)
    {
        return Err(Error::Forbidden);
    }
    Ok(())
}

/// An organization's program says that somebody has signed out there: its statement is signed, and no cookie is asked for.
fn is_of_organization(path: &str) -> bool {
    path.starts_with("/sign-in/with/") && path.ends_with("/logout")
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
    note_fault(problem, id);
    let (heading, words) = sentences(w, problem);
    let mut page = Page::new(app, visitor, heading);
    page.alternates.clear();
    let view = View {
        page,
        heading,
        words,
        id: is_fault.then(|| id.to_owned()),
    };
    let mut response = html(view);
    *response.status_mut() = problem.status;
    if let Some(value) = problem
        .retry_after
        .and_then(|seconds| HeaderValue::from_str(&seconds.to_string()).ok())
    {
        response.headers_mut().insert(header::RETRY_AFTER, value);
    }
    if let Some(allow) = before.get(header::ALLOW) {
        response.headers_mut().insert(header::ALLOW, allow.clone());
    }
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn note_fault(problem: &Problem, id: &str) {
    if let Some(fault) = &problem.fault {
        tracing::error!(id, fault, "a request failed");
    }
}

pub(crate) fn sentences(w: Words, problem: &Problem) -> (&'static str, String) {
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
    let every: [(HeaderName, &'static str); 3] = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=()",
        ),
    ];
    let headers = response.headers_mut();
    for (name, value) in every {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if app.site().is_https() {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    if visitor.path.starts_with("/assets/") {
        // No page: the shortest policy forbids all, and what only a page needs would make the first visit longer.
        let nothing = HeaderValue::from_static("default-src 'none'");
        headers.insert(header::CONTENT_SECURITY_POLICY, nothing);
        return;
    }
    let opener = HeaderName::from_static("cross-origin-opener-policy");
    let same = HeaderValue::from_static("same-origin");
    headers.entry(opener).or_insert(same);
    let language = HeaderValue::from_static(visitor.locale.tag());
    headers.entry(header::CONTENT_LANGUAGE).or_insert(language);
    let policy = if visitor.path == "/desk" || visitor.path.starts_with("/desk/") {
        &DESK
    } else {
        &PUBLIC
    };
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::clone(policy));
    let vary = if api::is_api(&visitor.path) {
        "authorization, accept-language"
    } else if visitor.prefixed {
        "cookie"
    } else {
        "cookie, accept-language"
    };
    headers.append(header::VARY, HeaderValue::from_static(vary));
}

/// What is the same for everybody may be kept shortly on the way; everything else by nobody.
fn say_who_may_keep(visitor: &Visitor, method: &Method, response: &mut Response) {
    let kind = response
        .headers()
        .get(header::CONTENT_TYPE)
        .map_or(&b""[..], HeaderValue::as_bytes);
    let is_public = visitor.person.is_none()
        && kind.starts_with(b"text/html")
        && method.is_safe()
        && response.status() == StatusCode::OK
        && language::may_have_prefix(&visitor.path)
        && !response.headers().contains_key(header::SET_COOKIE);
    let caching = if is_public {
        "public, max-age=0, s-maxage=30, stale-while-revalidate=300"
    } else {
        "private, no-store"
    };
    response
        .headers_mut()
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static(caching));
}
