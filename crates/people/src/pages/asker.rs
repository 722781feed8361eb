//! Who asks, before anybody is known: the browser's cookies, its address and what it says of itself.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use base::Random;
use jiff::SignedDuration;
use web::{Address, App, Visitor};

use crate::agent;
use crate::complete::Asking;
use crate::known_browser;
use crate::model::{BrowserHash, Whence};
use crate::secrets;

/// Tells one browser from another; made when a password was right or the browser is sent
/// to an organization, never when a page is only read.
pub const BROWSER_COOKIE: &str = "__Host-b";
/// Says who is signed in.
pub const SESSION_COOKIE: &str = "__Host-s";

/// What a request says of where it comes from.
#[derive(Clone, Debug)]
pub struct Asker {
    browser: Option<String>,
    session: Option<String>,
    pub address: Option<Address>,
    /// The same as text; empty when the program does not know it: then nothing is said of it.
    pub ip: String,
    pub ua: String,
    /// The browser fetches ahead of the person.
    pub ahead: bool,
}

impl Asker {
    pub fn of(headers: &HeaderMap, extensions: &axum::http::Extensions) -> Asker {
        let text = |name: &str| {
            headers
                .get(name)
                .and_then(|v| v.to_str().ok())
                .unwrap_or_default()
        };
        let address = extensions.get::<Address>().copied();
        let purpose = text("sec-purpose");
        Asker {
            browser: cookie(headers, BROWSER_COOKIE),
            session: cookie(headers, SESSION_COOKIE),
            address,
            ip: address.map(|address| address.to_string()).unwrap_or_default(),
            ua: agent::keep(text("user-agent")),
            ahead: purpose.contains("prefetch") || purpose.contains("prerender"),
        }
    }

    /// The hash of the browser's cookie.
    pub fn browser(&self) -> Option<BrowserHash> {
        self.browser
            .as_deref()
            .map(|value| BrowserHash(secrets::hash(value)))
    }

    /// The hash of the session's cookie.
    pub fn session(&self) -> Option<[u8; 32]> {
        self.session.as_deref().map(secrets::hash)
    }

    /// The browser's cookie, kept or new, and the header that sets it.
    pub fn browser_or_new(&self, random: &Random) -> (BrowserHash, HeaderValue) {
        let value = self.browser.clone().unwrap_or_else(|| secrets::cookie(random));
        (
            BrowserHash(secrets::hash(&value)),
            set(BROWSER_COOKIE, &value, known_browser::LIFE),
        )
    }

    /// Where the request comes from, with the zone its times are told in.
    pub fn whence(&self, visitor: &Visitor) -> Whence {
        Whence {
            ip: self.ip.clone(),
            ua: self.ua.clone(),
            zone: visitor.zone.as_ref().map_or("UTC", base::Zone::name).to_owned(),
        }
    }

    /// What an operation that ends a sign-in needs; `None` when the browser is unknown.
    pub fn asking(&self) -> Option<Asking> {
        Some(self.asking_as(self.browser()?))
    }

    /// The same for a browser that is given its cookie only now.
    pub fn asking_as(&self, browser: BrowserHash) -> Asking {
        Asking {
            browser,
            session: self.session(),
            ip: self.ip.clone(),
            ua: self.ua.clone(),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Asker {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Asker, Infallible> {
        Ok(Asker::of(&parts.headers, &parts.extensions))
    }
}

impl FromRequestParts<App> for Whence {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Whence, Infallible> {
        let Ok(visitor) = Visitor::from_request_parts(parts, app).await;
        Ok(Asker::of(&parts.headers, &parts.extensions).whence(&visitor))
    }
}

/// A cookie of ours: 43 letters and digits, anything else is none.
pub(super) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok());
    let value = all.flat_map(|line| line.split(';')).find_map(|pair| {
        let (n, value) = pair.trim().split_once('=')?;
        (n == name).then_some(value)
    })?;
    (value.len() == 43 && value.bytes().all(|b| b.is_ascii_alphanumeric())).then(|| value.to_owned())
}

/// `Set-Cookie`. Only Max-Age: the clock of the demonstration is not the browser's.
pub fn set(name: &str, value: &str, lasts: SignedDuration) -> HeaderValue {
    let line = format!(
        "{name}={value}; Max-Age={}; Path=/; Secure; HttpOnly; SameSite=Lax",
        lasts.as_secs()
    );
    HeaderValue::from_str(&line).unwrap_or_else(|_| HeaderValue::from_static(""))
}
