//! What a page in memory is known by: its address, those parts of its query that its room declared, and its language.
use crate::language;
use crate::stack::Declared;
use axum::http::{HeaderMap, Uri};
use i18n::Locale;
use quick_cache::Equivalent;
use std::borrow::Cow;

/// Addresses longer than this are not kept: nobody links to them.
const LONGEST: usize = 512;

/// The key of a page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    path: Box<str>,
    query: Box<str>,
    locale: Locale,
}

/// What a request asks for, before anything is copied.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Asked<'r> {
    path: &'r str,
    query: Cow<'r, str>,
    locale: Locale,
}

impl Key {
    pub fn locale(&self) -> Locale {
        self.locale
    }
}

impl Equivalent<Key> for Asked<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        *self.path == *key.path && self.query == *key.query && self.locale == key.locale
    }
}

impl<'r> Asked<'r> {
    /// `None` for an address that nobody declared as public, and for one that chooses a language: that sets a cookie.
    pub fn of(uri: &'r Uri, headers: &HeaderMap, declared: &Declared) -> Option<Asked<'r>> {
        let path = uri.path();
        let (locale, rest) = language::of_path(path);
        let parameters = declared.parameters_of(rest)?;
        let query = match uri.query() {
            None | Some("") => Cow::Borrowed(""),
            Some(query) if language::asked_by_query(uri).is_some() || query.len() > LONGEST => return None,
            Some(query) => canonical(query, parameters),
        };
        (path.len() <= LONGEST).then(|| Asked {
            path,
            query,
            locale: locale.unwrap_or_else(|| language::chosen_or_guessed(headers)),
        })
    }

    pub fn key(&self) -> Key {
        Key {
            path: self.path.into(),
            query: self.query.as_ref().into(),
            locale: self.locale,
        }
    }

    /// The address with nothing but what the page declares.
    pub fn address(&self) -> String {
        if self.query.is_empty() {
            self.path.to_owned()
        } else {
            format!("{}?{}", self.path, self.query)
        }
    }
}

/// The declared parameters in the order in which they were declared; the first of each name counts.
fn canonical(query: &str, parameters: &[&str]) -> Cow<'static, str> {
    let pair = |name: &&str| {
        query
            .split('&')
            .find(|pair| pair.split('=').next() == Some(*name) && pair.contains('='))
    };
    Cow::Owned(parameters.iter().filter_map(pair).collect::<Vec<_>>().join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_declared_parameters_count_in_their_own_order() {
        assert_eq!(canonical("b=2&utm_source=x&a=1&a=3", &["a", "b"]), "a=1&b=2");
        assert_eq!(canonical("x=1&y", &["a", "y"]), "");
        assert_eq!(canonical("a=1", &[]), "");
    }
}
