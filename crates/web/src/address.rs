//! Where a request comes from: the address that connected, or, when that is a proxy of the house, the one the proxy names.
use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap};
use base::Fault;
use ipnet::IpNet;
use std::fmt;
use std::net::{IpAddr, SocketAddr};

/// The proxies whose `X-Forwarded-For` is believed: addresses and networks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies(Vec<IpNet>);

impl Proxies {
    /// Reads `127.0.0.1`, `10.0.0.0/8`, `2001:db8::/32`.
    pub fn parse<'t>(all: impl IntoIterator<Item = &'t str>) -> Result<Proxies, Fault> {
        let all = all.into_iter().map(|text| {
            let address = text.parse::<IpAddr>().map(|ip| IpNet::from(ip.to_canonical()));
            let network = address.or_else(|_| text.parse::<IpNet>());
            network.map_err(|e| Fault::new(format!("reading the proxy {text:?}")).because(e))
        });
        Ok(Proxies(all.collect::<Result<_, _>>()?))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One by one, as text.
    pub fn list(&self) -> Vec<String> {
        self.0.iter().map(ToString::to_string).collect()
    }

    fn have(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// The address of a visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address(IpAddr);

impl Address {
    /// Whose request this is; nothing when it came over no network.
    pub(crate) fn of(headers: &HeaderMap, extensions: &Extensions, proxies: &Proxies) -> Option<Address> {
        let peer = extensions.get::<ConnectInfo<SocketAddr>>()?.0.ip().to_canonical();
        let named = proxies.have(peer).then(|| forwarded(headers, proxies)).flatten();
        Some(named.unwrap_or(peer).into())
    }

    /// This machine itself.
    pub fn is_loopback(self) -> bool {
        self.0.is_loopback()
    }

    /// What is counted as one: a version 4 address, a version 6 network, of which one household or office has a whole.
    pub fn network(self) -> String {
        match self.0 {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => format!("{:x?}", &address.segments()[..4]),
        }
    }
}

impl From<IpAddr> for Address {
    fn from(address: IpAddr) -> Address {
        Address(address.to_canonical())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The last address that is none of our proxies: whatever stands before it was written by the visitor herself. A list
/// that cannot be read to that point says nothing.
fn forwarded(headers: &HeaderMap, proxies: &Proxies) -> Option<IpAddr> {
    let lines: Vec<_> = headers.get_all("x-forwarded-for").iter().collect();
    for line in lines.into_iter().rev() {
        for part in line.to_str().ok()?.rsplit(',') {
            let address = part.trim().parse::<IpAddr>().ok()?.to_canonical();
            if !proxies.have(address) {
                return Some(address);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn of(peer: &str, lines: &[&'static str]) -> String {
        let proxies = Proxies::parse(["10.0.0.0/8", "::1", "127.0.0.1"]).unwrap();
        let (mut headers, mut extensions) = (HeaderMap::new(), Extensions::new());
        for line in lines {
            headers.append("x-forwarded-for", HeaderValue::from_static(line));
        }
        extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 1)));
        Address::of(&headers, &extensions, &proxies).unwrap().to_string()
    }

    #[test]
    fn t08_the_address_is_the_last_that_no_proxy_of_ours_has() {
        let table: &[(&str, &[&str], &str)] = &[
            ("192.0.2.1", &[], "192.0.2.1"),
            ("192.0.2.1", &["198.51.100.7"], "192.0.2.1"),
            ("10.1.2.3", &["198.51.100.7"], "198.51.100.7"),
            ("::ffff:10.1.2.3", &["::ffff:198.51.100.7"], "198.51.100.7"),
            ("::1", &["2001:db8::7"], "2001:db8::7"),
            (
                "127.0.0.1",
                &["203.0.113.9, 198.51.100.7, 10.9.9.9"],
                "198.51.100.7",
            ),
            (
                "127.0.0.1",
                &["203.0.113.9", "198.51.100.7,10.9.9.9"],
                "198.51.100.7",
            ),
            ("127.0.0.1", &[], "127.0.0.1"),
            ("127.0.0.1", &["10.9.9.9"], "127.0.0.1"),
            ("127.0.0.1", &["198.51.100.7, nobody"], "127.0.0.1"),
            ("127.0.0.1", &["198.51.100.7,"], "127.0.0.1"),
            ("127.0.0.1", &["nobody, 198.51.100.7"], "198.51.100.7"),
            ("127.0.0.1", &["198.51.100.7:443"], "127.0.0.1"),
        ];
        for (peer, lines, address) in table {
            assert_eq!(of(peer, lines), *address, "{peer} {lines:?}");
        }
    }

    #[test]
    fn a_version_6_network_is_one_and_a_mapped_address_is_version_4() {
        let network = |text: &str| Address::from(text.parse::<IpAddr>().unwrap()).network();
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
    }

    #[test]
    fn what_is_no_address_and_no_network_is_refused() {
        for wrong in ["", "localhost", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.1:80", "*"] {
            assert!(Proxies::parse([wrong]).is_err(), "{wrong}");
        }
    }
}
