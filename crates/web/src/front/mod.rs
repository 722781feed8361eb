//! What stands in front of the router: a public page for a visitor without a session is answered from memory, as long as
//! nothing it rests on has changed; everything else goes on to the router.
//!
//! No page is ever thrown out by hand. A page was made by a handler that a witness watched (`db::Rests`): it is given again
//! while the tables that were read for it stand still and no deadline it asked about has passed.
mod fill;
mod kept;
mod key;
mod listen;

pub(crate) use fill::layer as keep_pages;
pub use listen::serve;

use crate::stack::Declared;
use crate::{App, csrf};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use http_body_util::{Either, Full};
use kept::{Coding, Kept, Store};
use key::Asked;
use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Instant;
use tower::Service;

/// An answer from memory, or one that the router made.
pub type Answer = axum::http::Response<Either<Full<Bytes>, Body>>;

/// The program as one service. Cheap to clone.
#[derive(Clone)]
pub struct Front {
    pages: Arc<Pages>,
    router: Router,
}

/// The pages that are kept, and what is needed to judge a request before anybody has read it.
pub(crate) struct Pages {
    app: App,
    declared: Declared,
    session_cookie: &'static str,
    store: Store,
    turns: fill::Turns,
    /// Counts the makings of pages: what was made after one came may be given to her.
    makings: AtomicU64,
    hits: metrics::Counter,
    misses: metrics::Counter,
}

impl Pages {
    pub(crate) fn new(app: &App, declared: Declared, session_cookie: &'static str) -> Arc<Pages> {
        let counter =
            |outcome: &'static str| metrics::counter!("sala_page_cache_total", "outcome" => outcome);
        Arc::new(Pages {
            app: app.clone(),
            declared,
            session_cookie,
            store: Store::new(),
            turns: fill::Turns::default(),
            makings: AtomicU64::new(0),
            hits: counter("kept"),
            misses: counter("made"),
        })
    }

    /// What is asked for, when it is something that may be kept: a public page, for nobody in particular.
    fn asked<'r>(&self, request: &'r Request) -> Option<Asked<'r>> {
        let (uri, headers) = (request.uri(), request.headers());
        let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
        let host = headers.get(header::HOST)?.to_str().ok()?;
        let is_ours = csrf::is_our_host(host, self.app.site()) && uri.authority().is_none();
        let is_anybody =
            !headers.contains_key(header::AUTHORIZATION) && !has_cookie(headers, self.session_cookie);
        if !is_read || !is_ours || !is_anybody {
            return None;
        }
        Asked::of(uri, headers, &self.declared)
    }

    /// The page from memory, while it is true.
    fn kept(&self, asked: &Asked<'_>) -> Option<Arc<Kept>> {
        self.store
            .get(asked)
            .filter(|kept| self.app.db().still_true(&kept.rests))
    }
}

fn has_cookie(headers: &HeaderMap, name: &str) -> bool {
    let lines = headers.get_all(header::COOKIE).iter();
    lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .any(|pair| {
            pair.trim()
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with('='))
        })
}

impl Front {
    pub(crate) fn new(pages: Arc<Pages>, router: Router) -> Front {
        Front { pages, router }
    }

    /// Ends the answers that have no end of their own.
    pub(crate) fn stop(&self) {
        self.pages.app.stop();
    }

    /// Answers a request.
    pub async fn answer(&self, request: Request) -> Answer {
        if let Some(answer) = self.remembered(&request) {
            return answer;
        }
        let Ok(response) = self.router.clone().call(request).await;
        response.map(Either::Right)
    }

    fn remembered(&self, request: &Request) -> Option<Answer> {
        let began = started();
        let asked = self.pages.asked(request)?;
        let kept = self.pages.kept(&asked)?;
        let answer = respond(&kept, request.method(), request.headers());
        self.pages.hits.increment(1);
        let (status, us) = (answer.status().as_u16(), began.elapsed().as_micros());
        tracing::info!(target: "request", method = %request.method(), pattern = &*kept.pattern, status, us = %us, kept = true);
        Some(answer)
    }
}

/// Latency is measured with the machine's own steady clock, whatever the demonstration's clock says.
fn started() -> Instant {
    Instant::now()
}

/// The page in the form the reader takes, or that hers is still good.
fn respond(kept: &Kept, method: &Method, headers: &HeaderMap) -> Answer {
    let coded = kept.coded(Coding::accepted(headers));
    let nothing = || Either::Left(Full::new(Bytes::new()));
    if headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .any(|known| names(known, &coded.etag))
    {
        let mut answer = Answer::new(nothing());
        *answer.status_mut() = StatusCode::NOT_MODIFIED;
        *answer.headers_mut() = coded.unchanged.clone();
        return answer;
    }
    let body = if *method == Method::HEAD {
        nothing()
    } else {
        Either::Left(Full::new(coded.body.clone()))
    };
    let mut answer = Answer::new(body);
    *answer.headers_mut() = coded.headers.clone();
    answer
}

/// Whether `If-None-Match` names this version.
fn names(known: &HeaderValue, etag: &HeaderValue) -> bool {
    let each = |text: &str| {
        text.split(',')
            .map(str::trim)
            .any(|one| one == "*" || one.trim_start_matches("W/").as_bytes() == etag.as_bytes())
    };
    known.to_str().is_ok_and(each)
}

impl Service<Request> for Front {
    type Response = Response;
    type Error = Infallible;
    type Future = std::pin::Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let front = self.clone();
        Box::pin(async move { Ok(front.answer(request).await.map(Body::new)) })
    }
}

impl Pages {
    /// A number later than those of all makings so far.
    fn making(&self) -> u64 {
        self.makings.fetch_add(1, Ordering::SeqCst) + 1
    }

    fn last_making(&self) -> u64 {
        self.makings.load(Ordering::SeqCst)
    }
}
