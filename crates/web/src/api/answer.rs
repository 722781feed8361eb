//! The way of one request of a program: counted, recognised, read, checked, carried out in one transaction, answered.
use super::call::{Call, Caller, Reply};
use super::limit::Limiter;
use super::operation::{Operation, Verb};
use super::refused::{Refused, Result, Wrong};
use super::replay::{self, Key};
use super::sent::Sent;
use super::{Field, ROOT};
use crate::words::Words;
use crate::{App, Error, Response, Visitor};
use axum::body::Body;
use axum::extract::{FromRequestParts, RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use db::Tx;
use i18n::Locale;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// Answers it.
pub async fn answer(
    app: App,
    limiter: Arc<Limiter>,
    operation: &'static Operation,
    request: Request,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let Ok(visitor) = Visitor::from_request_parts(&mut parts, &app).await;
    let locale = visitor.locale;
    let caller = parts.extensions.get::<Caller>().cloned().unwrap_or_default();
    let standing = limiter.count(&app, &caller, &parts.extensions).await;
    let answered = match standing.refusal() {
        Some(error) => Err(error.into()),
        None => carry_out(&app, operation, visitor, caller, parts, body).await,
    };
    let mut response = answered.unwrap_or_else(|refused| refused.response(&app, locale));
    standing.tell(response.headers_mut());
    response
}

async fn carry_out(
    app: &App,
    operation: &'static Operation,
    visitor: Visitor,
    caller: Caller,
    mut parts: Parts,
    body: Body,
) -> Result<Response> {
    admit(operation, &caller)?;
    let locale = visitor.locale;
    let path = path_parts(app, operation, &mut parts).await?;
    let query = query(operation, parts.uri.query().unwrap_or_default(), locale)?;
    let sent = Sent::read(app, operation, &parts.headers, body, locale).await?;
    let key = key(&parts, operation, &caller, &sent.bytes, locale)?;
    let wanted = match operation.current {
        Some(_) => Some(
            text(&parts.headers, "if-match")
                .ok_or(Refused::MatchNeeded)?
                .to_owned(),
        ),
        None => None,
    };
    let call = Arc::new(Call {
        visitor,
        site: app.site().clone(),
        caller,
        path: parts.uri.path().trim_start_matches(ROOT).to_owned(),
        parts: path,
        query,
        body: sent.fields,
        file: sent.file,
        extensions: parts.extensions.clone(),
    });
    if operation.verb == Verb::Get {
        let lagging = operation.may_lag() && matches!(call.caller, Caller::Nobody);
        let read = move |tx: &mut Tx<'_>| (operation.run)(tx, &call);
        let reply = if lagging {
            app.db().read_lagging(read).await?
        } else {
            app.db().read(read).await?
        };
        return written(app, operation, reply, &parts.headers).await;
    }
    let (reply, replayed) = app
        .db()
        .write(move |tx| match &key {
            Some(key) => replay::once(tx, key, |tx| change(tx, operation, &call, wanted.as_deref())),
            None => Ok((change(tx, operation, &call, wanted.as_deref())?, false)),
        })
        .await?;
    // Letters may have been posted.
    mail::wake();
    let mut response = written(app, operation, reply, &parts.headers).await?;
    if replayed {
        response
            .headers_mut()
            .insert(REPLAYED, HeaderValue::from_static("true"));
    }
    Ok(response)
}

/// Makes the change; where it needs one, what is there must be what the sender had read.
fn change(tx: &mut Tx<'_>, operation: &Operation, call: &Call, wanted: Option<&str>) -> Result<Reply> {
    if let (Some(current), Some(wanted)) = (operation.current, wanted) {
        let tag = tag(current(tx, call)?.body.to_string().as_bytes());
        if !matches_any(wanted, &tag) {
            return Err(Refused::Stale);
        }
    }
    (operation.run)(tx, call)
}

/// A token that was sent must be good, even where none is needed.
fn admit(operation: &Operation, caller: &Caller) -> Result<()> {
    match (operation.scope(), caller) {
        (_, Caller::Unknown) => Err(Error::Unavailable { seconds: 5 }.into()),
        (_, Caller::Dead) | (Some(_), Caller::Nobody) => Err(Refused::Unauthorized),
        (Some(scope), Caller::Token(bearer)) if !bearer.scopes.iter().any(|one| one == scope.code) => {
            Err(Refused::Scope(scope.code))
        }
        _ => Ok(()),
    }
}

/// What cannot be an address of ours is not found.
async fn path_parts(
    app: &App,
    operation: &Operation,
    parts: &mut Parts,
) -> Result<BTreeMap<&'static str, String>> {
    let raw = RawPathParams::from_request_parts(parts, app)
        .await
        .map_err(|_| Error::NotFound)?;
    let mut found = BTreeMap::new();
    for (name, value) in &raw {
        let field = operation
            .parts
            .iter()
            .find(|field| field.name == name)
            .ok_or(Error::NotFound)?;
        if field.kind.misfit(value, Words(Locale::En)).is_some() {
            return Err(Error::NotFound.into());
        }
        found.insert(field.name, value.to_owned());
    }
    Ok(found)
}

/// The filters that were asked for. A name that no filter has is refused: it would otherwise answer everything.
fn query(operation: &Operation, query: &str, locale: Locale) -> Result<BTreeMap<&'static str, String>> {
    let w = Words(locale);
    let (mut found, mut wrong) = (BTreeMap::new(), Vec::new());
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let name = String::from_utf8_lossy(&crate::form::unescape(name.as_bytes())).into_owned();
        let Some(field) = operation.query.iter().find(|field| field.name == name) else {
            wrong.push(Wrong::new(
                &name.chars().take(60).collect::<String>(),
                w.api_unknown_field(),
            ));
            continue;
        };
        let sentence = match String::from_utf8(crate::form::unescape(value.as_bytes())) {
            Ok(value) => match field.kind.misfit(&value, w) {
                None if found.insert(field.name, value).is_some() => Some(w.api_twice().to_owned()),
                sentence => sentence,
            },
            Err(_) => Some(w.trouble_encoding().to_owned()),
        };
        wrong.extend(sentence.map(|sentence| Wrong::new(field.name, sentence)));
    }
    wrong.extend(missing(operation.query, &found, w));
    if wrong.is_empty() {
        Ok(found)
    } else {
        Err(Refused::BadRequest(wrong))
    }
}

fn missing(fields: &[Field], found: &BTreeMap<&'static str, String>, w: Words) -> Vec<Wrong> {
    let missing = fields
        .iter()
        .filter(|field| field.required && !found.contains_key(field.name));
    missing
        .map(|field| Wrong::new(field.name, w.api_missing_field()))
        .collect()
}

/// The `Idempotency-Key`, bound to what it was sent with.
fn key(
    parts: &Parts,
    operation: &Operation,
    caller: &Caller,
    sent: &[u8],
    locale: Locale,
) -> Result<Option<Key>> {
    let (Verb::Post, Caller::Token(bearer)) = (operation.verb, caller) else {
        return Ok(None);
    };
    let Some(value) = parts.headers.get("idempotency-key") else {
        return Ok(None);
    };
    let fits = |text: &&str| {
        (1..=255).contains(&text.len()) && text.bytes().all(|byte| (0x21..0x7f).contains(&byte))
    };
    let Some(key) = value.to_str().ok().filter(fits) else {
        return Err(Refused::BadRequest(vec![Wrong::new(
            "Idempotency-Key",
            Words(locale).api_bad_key(),
        )]));
    };
    let request = Sha256::new()
        .chain_update(operation.id)
        .chain_update([0])
        .chain_update(parts.uri.path())
        .chain_update([0])
        .chain_update(sent);
    Ok(Some(Key {
        token: bearer.token,
        text: key.to_owned(),
        fingerprint: request.finalize().into(),
    }))
}

pub(super) fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// What names a state of something: the hash of its JSON.
fn tag(body: &[u8]) -> String {
    let hash = Sha256::digest(body);
    let hex: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hex}\"")
}

/// `*`, or one of the tags of the header.
fn matches_any(header: &str, tag: &str) -> bool {
    header
        .split(',')
        .map(str::trim)
        .any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}

async fn written(app: &App, operation: &Operation, reply: Reply, headers: &HeaderMap) -> Result<Response> {
    if let Some(file) = reply.file {
        return Ok(crate::serve_file(app, &file.hash, &file.kind, &file.name).await?);
    }
    let status = StatusCode::from_u16(reply.status.unwrap_or(operation.status)).unwrap_or(StatusCode::OK);
    if status == StatusCode::NO_CONTENT {
        return Ok(status.into_response());
    }
    let body = reply.body.to_string();
    let tag = tag(body.as_bytes());
    let mut response = if reads_the_same(operation, headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
    };
    let link = reply.next.map(|next| format!("<{next}>; rel=\"next\""));
    let lines = [
        (header::ETAG, Some(tag)),
        (header::LOCATION, reply.location),
        (header::LINK, link),
        // To be asked for each time, which costs nothing while it is the same.
        (header::CACHE_CONTROL, Some("private, no-cache".to_owned())),
    ];
    for (name, line) in lines {
        if let Some(value) = line.and_then(|line| HeaderValue::from_str(&line).ok()) {
            response.headers_mut().insert(name, value);
        }
    }
    Ok(response)
}

fn reads_the_same(operation: &Operation, headers: &HeaderMap, tag: &str) -> bool {
    operation.verb == Verb::Get && text(headers, "if-none-match").is_some_and(|had| matches_any(had, tag))
}
