//! Addresses inside the site: where to go on to, and how a link keeps the reader's language.
use crate::{Error, Response, Visitor, api};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::IntoResponse;
use std::borrow::Cow;

/// A path of this site, or `/`: what comes from a query can lead nowhere else.
///
/// ```
/// assert_eq!(web::safe_next("/e/x?y=1"), "/e/x?y=1");
/// assert_eq!(web::safe_next("//evil.example"), "/");
/// ```
pub fn safe_next(asked: &str) -> String {
    let odd = |c: char| c.is_control() || c.is_whitespace() || c == '\\';
    let lower = asked.to_ascii_lowercase();
    let hidden = ["%5c", "%2f%2f", "%09", "%0a", "%0d", "%00"]
        .iter()
        .any(|bad| lower.contains(bad));
    let path = lower.split(['?', '#']).next().unwrap_or_default();
    let fine = asked.starts_with('/')
        && !asked.starts_with("//")
        && !asked.chars().any(odd)
        && !hidden
        && !path.contains('@')
        && !path.contains("//")
        && !path.contains("%2f")
        && asked.len() <= 500;
    if fine { asked.to_owned() } else { "/".to_owned() }
}

/// See other: after a form, and to the sign-in.
pub fn redirect(path: &str) -> Response {
    let location = HeaderValue::from_str(path).unwrap_or_else(|_| HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// All addresses, to find the one above another.
pub(crate) struct Above(matchit::Router<()>);

impl Above {
    pub(crate) fn new(patterns: &[(&'static str, Cow<'static, str>)]) -> Above {
        let mut router = matchit::Router::new();
        for (_, pattern) in patterns {
            // Some address may be there twice, with different methods.
            let _ = router.insert(pattern.as_ref(), ());
        }
        Above(router)
    }

    /// The nearest address above this one.
    fn of<'p>(&self, path: &'p str) -> &'p str {
        let mut path = path;
        while let Some((above, _)) = path.rsplit_once('/').filter(|(above, _)| !above.is_empty()) {
            if self.0.at(above).is_ok() {
                return above;
            }
            path = above;
        }
        "/"
    }

    /// What an address says that does not take this method: a person who comes to one that takes only forms, after a
    /// sign-in or by the address line, is led to the page above it.
    pub(crate) fn answer(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Response {
        let is_person = headers
            .get("sec-fetch-mode")
            .is_some_and(|mode| mode == "navigate");
        if *method == Method::GET && is_person && !api::is_api(uri.path()) {
            return redirect(self.of(uri.path()));
        }
        Error::MethodNotAllowed.into_response()
    }
}

/// A link that keeps the language of the address the reader is on. Pages that have no language in their address are
/// asked for in it.
pub fn link(visitor: &Visitor, path: &str) -> String {
    if !visitor.prefixed {
        return path.to_owned();
    }
    let tag = visitor.locale.tag();
    if crate::language::may_have_prefix(path) {
        return format!("/{tag}{}", if path == "/" { "" } else { path });
    }
    let (address, anchor) = path.find('#').map_or((path, ""), |at| path.split_at(at));
    format!(
        "{address}{}lang={tag}{anchor}",
        if address.contains('?') { '&' } else { '?' }
    )
}

/// For a value in a query.
pub fn encode(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    text.bytes()
        .map(|b| {
            if plain(b) {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_above_is_the_nearest_there_is() {
        let patterns = [
            "/",
            "/account/sessions",
            "/account/sessions/{id}/end",
            "/l/{token}",
            "/l/{token}/approve",
        ];
        let above = Above::new(&patterns.map(|pattern| ("web", pattern.into())));
        for (path, page) in [
            ("/account/sessions/7/end", "/account/sessions"),
            ("/l/abc/approve", "/l/abc"),
            ("/l/abc", "/"),
            ("/sign-out", "/"),
            ("/", "/"),
        ] {
            assert_eq!(above.of(path), page, "{path}");
        }
    }

    #[test]
    fn l31_next_leads_to_a_path_of_this_site_only() {
        for bad in [
            "//e",
            "/\\e",
            "/%5ce",
            "https:e",
            "https://e",
            "/%09/e",
            "javascript:alert(1)",
            "/@e",
            "/a@b",
            "/\r\nx",
            "",
            "e",
            "/%2fe",
            "/%2F/e",
            "/./%2fe",
            "/a/%2Fe",
            "/a//b",
            "\\\\e",
            "/a%0d%0ab",
        ] {
            assert_eq!(safe_next(bad), "/", "{bad:?}");
        }
        for good in ["/", "/e/dg-forum-4/register", "/fr/e/x?tab=1&y=a@b"] {
            assert_eq!(safe_next(good), good);
        }
    }
}
