//! Whether a request that changes something was sent from a page of ours: the browser says so (Fetch Metadata), else the
//! Origin, else the page it came from.
use crate::Site;
use axum::http::{HeaderMap, Method};

/// `false`: answer 403.
pub fn from_our_page(method: &Method, headers: &HeaderMap, site: &Site) -> bool {
    if method.is_safe() {
        return true;
    }
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(fetch) = text("sec-fetch-site") {
        return matches!(fetch, "same-origin" | "none");
    }
    let host = text("host").unwrap_or_default();
    // A page that sends no referrer makes the browser send `Origin: null`, which says nothing.
    if let Some(origin) = text("origin").filter(|origin| *origin != "null") {
        return is_ours(origin, host, site);
    }
    text("referer").is_some_and(|referer| is_ours(referer, host, site))
}

fn is_ours(url: &str, host: &str, site: &Site) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else {
        return false;
    };
    let from = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let ours = from == site.host() && url.starts_with(&site.public_url);
    ours || (site.demo && scheme == "http" && from == host && is_loopback(from))
}

/// Whether a request is meant for this site.
pub fn is_our_host(host: &str, site: &Site) -> bool {
    host.eq_ignore_ascii_case(site.host()) || (site.demo && is_loopback(host))
}

/// Names of this machine itself.
pub fn is_loopback(host: &str) -> bool {
    let name = if host.starts_with('[') {
        host.split(']').next().unwrap_or(host)
    } else {
        host.split(':').next().unwrap_or(host)
    };
    matches!(name, "localhost" | "127.0.0.1" | "[::1")
}
