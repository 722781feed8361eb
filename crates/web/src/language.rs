//! Which language a page is answered in: the address's, else the one chosen before, else the account's, else what the
//! browser asks for, else English. Never by sending the reader elsewhere.
use crate::Visitor;
use axum::http::uri::{PathAndQuery, Uri};
use axum::http::{HeaderMap, header};
use i18n::Locale;

pub const COOKIE: &str = "lang";

/// Public pages have their language in the address; the sign-in, the desk and files do not.
pub fn may_have_prefix(path: &str) -> bool {
    let first = path
        .trim_start_matches('/')
        .split(['/', '?', '#'])
        .next()
        .unwrap_or_default();
    !matches!(
        first,
        "desk"
            | "sign-in"
            | "sign-up"
            | "sign-out"
            | "l"
            | "r"
            | "account"
            | "assets"
            | "dev"
            | "health"
            | "metrics"
            | "api"
            | "styleguide"
            | "reset"
    )
}

/// The language that an address says, if it says one, and the path without it.
pub fn of_path(path: &str) -> (Option<Locale>, &str) {
    let first = first_part(path);
    let rest = &path[(first.len() + 1).min(path.len())..];
    let rest = if rest.is_empty() { "/" } else { rest };
    match named(path).filter(|_| may_have_prefix(rest)) {
        Some(locale) => (Some(locale), rest),
        None => (None, path),
    }
}

fn first_part(path: &str) -> &str {
    path.trim_start_matches('/').split('/').next().unwrap_or_default()
}

/// The language that an address begins with, even one that is no page: then its error is told in it.
fn named(path: &str) -> Option<Locale> {
    let first = first_part(path);
    Locale::parse(first)
}

/// The language chosen before, if any.
fn chosen_before(headers: &HeaderMap) -> Option<Locale> {
    cookie(headers, COOKIE).and_then(Locale::parse)
}

fn guessed(headers: &HeaderMap) -> Locale {
    let asked = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    asked.map_or(Locale::En, Locale::choose)
}

/// The language of an address that says none, for somebody who is not signed in.
pub fn chosen_or_guessed(headers: &HeaderMap) -> Locale {
    chosen_before(headers).unwrap_or_else(|| guessed(headers))
}

/// The reader and the address without its language.
pub fn read(uri: &Uri, headers: &HeaderMap) -> (Visitor, Option<Uri>) {
    if let (Some(locale), rest) = of_path(uri.path()) {
        let mut visitor = Visitor::nobody(locale);
        (visitor.prefixed, visitor.chosen, visitor.path) = (true, true, rest.to_owned());
        uri.query().unwrap_or_default().clone_into(&mut visitor.query);
        let target = uri
            .query()
            .map_or_else(|| rest.to_owned(), |query| format!("{rest}?{query}"));
        return (visitor, PathAndQuery::try_from(target).ok().map(Uri::from));
    }
    if crate::api::is_api(uri.path()) {
        let mut visitor = Visitor::nobody(guessed(headers));
        (visitor.chosen, visitor.path) = (true, uri.path().to_owned());
        return (visitor, None);
    }
    let asked = uri
        .query()
        .and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("lang=")));
    let chosen = match asked {
        Some(asked) => Locale::parse(asked),
        None => named(uri.path()).or_else(|| chosen_before(headers)),
    };
    let mut visitor = Visitor::nobody(chosen.unwrap_or_else(|| guessed(headers)));
    (visitor.chosen, visitor.path) = (chosen.is_some(), uri.path().to_owned());
    uri.query().unwrap_or_default().clone_into(&mut visitor.query);
    (visitor, None)
}

/// `?lang=ar` chose a language: it is remembered.
pub fn asked_by_query(uri: &Uri) -> Option<Locale> {
    let value = uri
        .query()?
        .split('&')
        .find_map(|pair| pair.strip_prefix("lang="))?;
    Locale::parse(value)
}

fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let lines = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    lines
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn asked(uri: &str, headers: &[(&'static str, &'static str)]) -> (Locale, String) {
        let map = headers
            .iter()
            .map(|&(n, v)| (n.parse().unwrap(), HeaderValue::from_static(v)))
            .collect();
        let (visitor, uri) = read(&uri.parse().unwrap(), &map);
        (visitor.locale, uri.map_or(visitor.path, |uri| uri.to_string()))
    }

    #[test]
    fn the_address_wins_then_the_choice_then_the_browser() {
        let french = [("accept-language", "fr-FR,fr;q=0.9,en;q=0.5")];
        let arabic = [("accept-language", "fr"), ("cookie", "x=1; lang=ar")];
        assert_eq!(asked("/ar/e/x?y=1", &french), (Locale::Ar, "/e/x?y=1".into()));
        assert_eq!(asked("/fr", &[]), (Locale::Fr, "/".into()));
        assert_eq!(asked("/e/x", &arabic), (Locale::Ar, "/e/x".into()));
        assert_eq!(asked("/e/x?lang=en", &arabic), (Locale::En, "/e/x".into()));
        assert_eq!(asked("/e/x", &french), (Locale::Fr, "/e/x".into()));
        assert_eq!(
            asked("/e/x", &[("accept-language", "th")]),
            (Locale::En, "/e/x".into())
        );
    }

    #[test]
    fn desk_and_sign_in_have_no_language_in_their_address() {
        // No page, and told so in French.
        assert_eq!(asked("/fr/desk", &[]), (Locale::Fr, "/fr/desk".into()));
        assert_eq!(asked("/frog", &[]), (Locale::En, "/frog".into()));
    }
}
