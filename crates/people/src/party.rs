//! Whose passkeys they are: the site, by the name in its address. A passkey of one name is of no use under another, which is
//! what no forged page can get around.

use std::convert::Infallible;
use std::net::Ipv4Addr;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use web::{App, Site};

/// The site as browsers know it for passkeys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The name of the host, without a port.
    pub id: String,
    /// Where pages that ask for a passkey come from.
    pub origin: String,
}

impl Party {
    /// That of a request.
    pub fn asked(app: &App, headers: &HeaderMap) -> Option<Party> {
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
        Party::of(app.site(), host.unwrap_or_default())
    }

    /// `None` when the address of the site is a number: browsers make no passkeys for those. The demonstration, which is
    /// reached by number, has them under the name `localhost`.
    pub fn of(site: &Site, asked_host: &str) -> Option<Party> {
        let (host, origin) = if site.demo && name(asked_host) == "localhost" {
            (asked_host, format!("http://{asked_host}"))
        } else {
            (site.host(), site.public_url.clone())
        };
        let id = name(host).to_ascii_lowercase();
        let is_number = id.is_empty() || id.starts_with('[') || id.parse::<Ipv4Addr>().is_ok();
        (!is_number).then_some(Party { id, origin })
    }
}

fn name(host: &str) -> &str {
    host.split(':').next().unwrap_or_default()
}

/// The party of a request, if the site can have passkeys.
#[derive(Clone, Debug)]
pub struct Relying(pub Option<Party>);

impl FromRequestParts<App> for Relying {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Relying, Infallible> {
        Ok(Relying(Party::asked(app, &parts.headers)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Email, Zone};

    fn of(public_url: &str, demo: bool, host: &str) -> Option<(String, String)> {
        let site = Site {
            name: "Sala".to_owned(),
            public_url: public_url.to_owned(),
            contact: None,
            mail_from: Email::parse("no-reply@sala.example").expect("an address"),
            zone: Zone::utc(),
            proxies: web::Proxies::default(),
            dev: false,
            demo,
        };
        Party::of(&site, host).map(|party| (party.id, party.origin))
    }

    #[test]
    fn r10_a_site_is_known_by_the_name_in_its_address() {
        let known = |id: &str, origin: &str| Some((id.to_owned(), origin.to_owned()));
        let forum = "https://forum.example";
        assert_eq!(of(forum, false, "forum.example"), known("forum.example", forum));
        assert_eq!(of(forum, false, "evil.example"), known("forum.example", forum));
        let other = "https://Forum.example:8443";
        assert_eq!(of(other, false, ""), known("forum.example", other));
        for number in [
            "http://127.0.0.1:8080",
            "https://192.0.2.7",
            "https://[2001:db8::1]:443",
        ] {
            assert_eq!(of(number, true, "127.0.0.1:8080"), None);
        }
        let local = "http://localhost:8080";
        assert_eq!(
            of("http://127.0.0.1:8080", true, "localhost:8080"),
            known("localhost", local)
        );
        assert_eq!(of("http://127.0.0.1:8080", false, "localhost:8080"), None);
    }
}
