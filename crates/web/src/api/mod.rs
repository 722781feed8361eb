//! The program for programs: `/api/v1`. One table holds every operation; the routes, the checks of what is sent, the
//! OpenAPI document and the reference page are made of it, so that none can say something else than another.
//!
//! A room joins with one file a noun (`src/api/<noun>.rs`, a [`Noun`]) and one line in its slice. An operation here is a
//! plain function of a transaction and of a [`Call`] that was read and checked before.
mod answer;
mod call;
mod kind;
mod limit;
mod openapi;
mod operation;
mod page;
mod refused;
mod replay;
mod sent;

pub use call::{Bearer, Call, Caller, File, Reply};
pub use kind::{Field, Kind, LANGUAGES, Shape, Shaped};
pub use operation::{Access, FileBody, Noun, Operation, PAGED, Run, Scope, Taking, Verb};
pub use refused::{CODES, Refused, Result, Wrong};
pub use serde_json::{Map as JsonMap, Value as Json};

pub(crate) use refused::dressed;

use crate::{App, Routes, Slice};
use axum::routing::{MethodFilter, get, on};
use base::Fault;
use db::Tx;
use std::sync::Arc;

/// Where every operation is.
pub const ROOT: &str = "/api/v1";
/// The page of reference.
pub const REFERENCE: &str = "/api";
const DOCUMENT: &str = "/api/openapi.json";

/// Whether an address is for programs: cookies say nothing there, problems are JSON.
pub fn is_api(path: &str) -> bool {
    path.starts_with("/api/")
}

/// Every noun of every room, in the order of the rooms.
pub fn nouns(slices: &'static [Slice]) -> impl Iterator<Item = &'static Noun> {
    slices.iter().flat_map(|slice| slice.api)
}

/// Every scope that an operation asks for, each once.
pub fn scopes(slices: &'static [Slice]) -> Vec<&'static Scope> {
    let mut found: Vec<&'static Scope> = Vec::new();
    for operation in nouns(slices).flat_map(|noun| noun.operations) {
        if let Some(scope) = operation
            .scope()
            .filter(|scope| found.iter().all(|one| one.code != scope.code))
        {
            found.push(scope);
        }
    }
    found
}

/// Every named object that is asked for or answered, each once.
pub fn shapes(slices: &'static [Slice]) -> Vec<&'static Shape> {
    let mut found = Vec::new();
    for operation in nouns(slices).flat_map(|noun| noun.operations) {
        operation.answer.shapes(&mut found);
        if let Some(body) = operation.body {
            Kind::Object(body).shapes(&mut found);
        }
    }
    found
}

/// The addresses of the table, its document and its page.
pub(crate) fn routes(app: &App) -> Routes {
    let limiter = Arc::new(limit::Limiter::default());
    let mut routes = Routes::new()
        .at(REFERENCE, get(page::get))
        .at(DOCUMENT, get(openapi::get));
    for operation in nouns(app.slices()).flat_map(|noun| noun.operations) {
        let filter = match operation.verb {
            Verb::Get => MethodFilter::GET,
            Verb::Post => MethodFilter::POST,
            Verb::Put => MethodFilter::PUT,
            Verb::Patch => MethodFilter::PATCH,
            Verb::Delete => MethodFilter::DELETE,
        };
        let limiter = limiter.clone();
        let answer = move |app: App, request| answer::answer(app, limiter.clone(), operation, request);
        routes = routes.below(ROOT, operation.path, on(filter, answer));
    }
    routes
}

/// Forgets counts that are over and answers that are older than a day.
pub fn purge(tx: &mut Tx<'_>) -> std::result::Result<(), Fault> {
    limit::purge(tx)?;
    replay::purge(tx)
}
