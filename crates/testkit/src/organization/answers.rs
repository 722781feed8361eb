//! What the organization's provider answers to programs: what it says of itself, its keys, and tokens for codes.
use super::{CLIENT, Code, Inside, SECRET};
use axum::extract::{Form, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::digest;
use ring::signature::{KeyPair as _, RsaPublicKeyComponents};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

/// Its addresses.
pub fn router(inside: Arc<Inside>) -> Router {
    Router::new()
        .route("/.well-known/openid-configuration", get(about))
        .route("/keys", get(keys))
        .route("/token", post(token))
        .route("/userinfo", get(userinfo))
        .route("/moved", post(moved))
        .with_state(inside)
}

async fn about(State(inside): State<Arc<Inside>>) -> Json<Value> {
    inside.wait().await;
    let issuer = &inside.issuer;
    let mut about = json!({
        "issuer": issuer, "authorization_endpoint": format!("{issuer}/authorize?tenant=1"),
        "token_endpoint": format!("{issuer}/token"), "jwks_uri": format!("{issuer}/keys"),
        "userinfo_endpoint": format!("{issuer}/userinfo"),
        "authorization_response_iss_parameter_supported": true,
    });
    for (name, value) in inside.told().about.as_object().into_iter().flatten() {
        about[name.as_str()] = value.clone();
    }
    Json(about)
}

async fn keys(State(inside): State<Arc<Inside>>) -> Json<Value> {
    inside.wait().await;
    let kid = {
        let mut told = inside.told();
        told.key_reads += 1;
        told.kid.clone()
    };
    let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    let (rsa, point) = (inside.rsa.public(), inside.point.public_key().as_ref());
    let rsa: RsaPublicKeyComponents<Vec<u8>> = rsa.into();
    Json(json!({"keys": [
        {"kty": "RSA", "use": "enc", "kid": format!("{kid}-rsa"), "n": "AQAB", "e": "AQAB"},
        {"kty": "RSA", "use": "sig", "kid": format!("{kid}-rsa"), "n": text(&rsa.n), "e": text(&rsa.e)},
        {"kty": "EC", "crv": "P-256", "kid": format!("{kid}-point"), "alg": "ES256", "x": text(&point[1..33]), "y": text(&point[33..])},
        {"kty": "OKP", "crv": "Ed25519", "kid": format!("{kid}-edwards"), "x": text(inside.edwards.public_key().as_ref())},
        {"kty": "oct", "kid": "shared", "k": "AAAA"},
    ]}))
}

#[derive(Deserialize)]
struct Exchange {
    grant_type: String,
    code: String,
    redirect_uri: String,
    code_verifier: String,
    client_id: Option<String>,
    client_secret: Option<String>,
}

/// Gives tokens for a code, once, to whoever began with it.
async fn token(
    State(inside): State<Arc<Inside>>,
    headers: HeaderMap,
    Form(asked): Form<Exchange>,
) -> Response {
    inside.wait().await;
    let refuse = |error: &str| {
        let body = json!({"error": error, "error_description": "<b>words of the organization</b>"});
        (StatusCode::BAD_REQUEST, Json(body)).into_response()
    };
    let in_form =
        asked.client_id.as_deref() == Some(CLIENT) && asked.client_secret.as_deref() == Some(SECRET);
    if !in_form && !is_client(&headers) {
        return refuse("invalid_client");
    }
    let code = inside.told().codes.remove(&asked.code);
    let challenge = URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, asked.code_verifier.as_bytes()));
    let fits = |code: &Code| code.challenge == challenge && code.redirect == asked.redirect_uri;
    let Some(code) = code.filter(|code| fits(code) && asked.grant_type == "authorization_code") else {
        return refuse("invalid_grant");
    };
    inside.told().tokens += 1;
    let token = inside.id_token(&code.nonce);
    Json(json!({"token_type": "Bearer", "access_token": "opaque", "id_token": token})).into_response()
}

async fn moved() -> Response {
    (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, "/token")]).into_response()
}

/// Name and secret are percent-encoded before they are joined.
fn is_client(headers: &HeaderMap) -> bool {
    let line = headers
        .get(header::AUTHORIZATION)
        .and_then(|line| line.to_str().ok());
    let both = line
        .and_then(|line| line.strip_prefix("Basic "))
        .and_then(|text| STANDARD.decode(text).ok());
    let both = both
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default();
    let decoded = |text: &str| {
        let pair = format!("a={text}");
        url::form_urlencoded::parse(pair.as_bytes())
            .next()
            .map(|(_, value)| value.into_owned())
            .unwrap_or_default()
    };
    both.split_once(':')
        .is_some_and(|(name, secret)| decoded(name) == CLIENT && decoded(secret) == SECRET)
}

async fn userinfo(State(inside): State<Arc<Inside>>, headers: HeaderMap) -> Response {
    if headers
        .get(header::AUTHORIZATION)
        .is_none_or(|line| line.as_bytes() != b"Bearer opaque")
    {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let who = inside.told().who.clone();
    Json(json!({"sub": who.subject, "email": "mele@foreign.example", "email_verified": true})).into_response()
}
