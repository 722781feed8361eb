//! Making a page that is to be kept: one makes it for a crowd, watched by a witness.
use super::kept::{Kept, OF_ONE_ANSWER};
use super::key::Key;
use super::{Pages, respond};
use crate::dress::Pattern;
use crate::{Error, language};
use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base::Fault;
use http_body_util::BodyExt;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Pages larger than this are made each time.
const LARGEST: u64 = 2 * 1024 * 1024;

/// Who makes which page at this moment.
#[derive(Default)]
pub struct Turns(Mutex<HashMap<Key, Arc<Turn>>>);

#[derive(Default)]
struct Turn {
    making: tokio::sync::Mutex<()>,
    /// What is made here cannot be kept: nobody need wait for anybody.
    in_vain: AtomicBool,
}

impl Turns {
    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Arc<Turn>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn join(&self, key: &Key) -> Arc<Turn> {
        self.lock().entry(key.clone()).or_default().clone()
    }

    fn leave(&self, key: &Key, turn: Arc<Turn>) {
        let mut turns = self.lock();
        drop(turn);
        if turns.get(key).is_some_and(|turn| Arc::strong_count(turn) == 1) {
            turns.remove(key);
        }
    }
}

/// Stands between the compression and everything else; what it gives out is compressed already.
pub async fn layer(State(pages): State<Arc<Pages>>, request: Request, next: Next) -> Response {
    let Some(asked) = pages.asked(&request) else {
        return next.run(request).await;
    };
    let (key, address) = (asked.key(), asked.address());
    let came = pages.last_making();
    let turn = pages.turns.join(&key);
    let mut place = Some(turn.making.lock().await);
    if turn.in_vain.load(Ordering::SeqCst) {
        place = None;
    }
    let response = match made_since(&pages, &request, came) {
        Some(kept) => respond(&kept, request.method(), request.headers()).map(Body::new),
        None => make(&pages, request, next, &key, &address, &turn).await,
    };
    drop(place);
    pages.turns.leave(&key, turn);
    response
}

/// A page that somebody began to make after this request came is as fresh as anything this request could be given.
fn made_since(pages: &Pages, request: &Request, came: u64) -> Option<Arc<Kept>> {
    let asked = pages.asked(request)?;
    let kept = pages.store.get(&asked)?;
    (kept.making > came || pages.app.db().still_true(&kept.rests)).then_some(kept)
}

/// Makes the page; keeps it when it may be kept.
async fn make(
    pages: &Pages,
    request: Request,
    next: Next,
    key: &Key,
    address: &str,
    turn: &Turn,
) -> Response {
    pages.misses.increment(1);
    let making = pages.making();
    let (made, rests) = pages
        .app
        .db()
        .witness(next.run(for_everybody(&request, address, key)))
        .await;
    let Some(rests) = rests.filter(|_| may_be_kept(&made)) else {
        turn.in_vain.store(true, Ordering::SeqCst);
        return made;
    };
    match keep(rests, making, made).await {
        Ok(kept) => {
            let kept = Arc::new(kept);
            pages.store.put(key.clone(), kept.clone());
            respond(&kept, request.method(), request.headers()).map(Body::new)
        }
        Err(fault) => Error::Fault(fault).into_response(),
    }
}

async fn keep(rests: db::Rests, making: u64, made: Response) -> Result<Kept, Fault> {
    let (mut parts, body) = made.into_parts();
    let body = body
        .collect()
        .await
        .map_err(|e| Fault::new("making a page").because(e))?
        .to_bytes();
    for name in OF_ONE_ANSWER {
        parts.headers.remove(&name);
    }
    let pattern = parts
        .extensions
        .get::<Pattern>()
        .map_or("-", |pattern| &pattern.0);
    Kept::new(rests, making, pattern.into(), &parts.headers, &body)
}

/// The request without anything that differs from reader to reader: no header of hers reaches a page that is kept.
fn for_everybody(request: &Request, address: &str, key: &Key) -> Request {
    let mut plain = Request::new(Body::empty());
    *plain.uri_mut() = Uri::try_from(address).unwrap_or_else(|_| request.uri().clone());
    let headers = plain.headers_mut();
    if let Some(host) = request.headers().get(header::HOST) {
        headers.insert(header::HOST, host.clone());
    }
    let language = format!("{}={}", language::COOKIE, key.locale().tag());
    if let Ok(language) = HeaderValue::from_str(&language) {
        headers.insert(header::COOKIE, language);
    }
    plain
}

fn may_be_kept(response: &Response) -> bool {
    let for_all = response
        .headers()
        .get(header::CACHE_CONTROL)
        .is_some_and(|value| value.as_bytes().starts_with(b"public"));
    let size = response.body().size_hint().upper();
    response.status() == StatusCode::OK
        && for_all
        && !response.headers().contains_key(header::SET_COOKIE)
        && size.is_some_and(|size| size <= LARGEST)
}
