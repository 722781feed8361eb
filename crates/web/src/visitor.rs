//! Who reads a page, as far as the layout needs to know.
use crate::App;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use base::Zone;
use i18n::Locale;
use std::convert::Infallible;
use uuid::Uuid;

/// What somebody who has just signed in is offered for the next time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    Passkey,
}

/// The reader. `people` fills in the person; before it, and without a session, there is none.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The account of who is signed in.
    pub person: Option<Uuid>,
    pub name: String,
    pub locale: Locale,
    /// The address said the language (`/fr/…`).
    pub prefixed: bool,
    /// The language was chosen by the reader, not guessed.
    pub chosen: bool,
    pub zone: Option<Zone>,
    /// Sees the desk.
    pub desk: bool,
    /// Seconds until her session ends if nothing is asked any more, and in any case.
    pub ends: Option<(i64, i64)>,
    /// What the page offers her.
    pub offer: Option<Offer>,
    /// The path asked for, without the language.
    pub path: String,
    /// What stood behind the question mark.
    pub query: String,
}

impl Visitor {
    pub fn nobody(locale: Locale) -> Visitor {
        Visitor {
            person: None,
            name: String::new(),
            locale,
            prefixed: false,
            chosen: false,
            zone: None,
            desk: false,
            ends: None,
            offer: None,
            path: "/".to_owned(),
            query: String::new(),
        }
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Visitor, Infallible> {
        Ok(parts
            .extensions
            .get::<Visitor>()
            .cloned()
            .unwrap_or_else(|| Visitor::nobody(Locale::En)))
    }
}
