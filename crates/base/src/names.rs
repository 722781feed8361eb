//! Slugs, which stand in addresses of pages, and time zones by their IANA name.
use std::fmt;

/// A part of a page's address: lower-case letters, digits and single dashes, 1 to 80 of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(String);

/// The text cannot stand in an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadSlug;

impl Slug {
    pub fn parse(text: &str) -> Result<Slug, BadSlug> {
        let fits = !text.is_empty()
            && text.len() <= 80
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--");
        if fits {
            Ok(Slug(text.to_owned()))
        } else {
            Err(BadSlug)
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A time zone that the zone database knows, by its name (`Asia/Bangkok`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Zone(String);

/// No such time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadZone;

impl Zone {
    pub fn parse(name: &str) -> Result<Zone, BadZone> {
        let zone = jiff::tz::TimeZone::get(name).map_err(|_| BadZone)?;
        zone.iana_name()
            .map(|known| Zone(known.to_owned()))
            .ok_or(BadZone)
    }

    /// Coordinated Universal Time.
    pub fn utc() -> Zone {
        Zone("UTC".to_owned())
    }

    pub fn name(&self) -> &str {
        &self.0
    }

    pub fn tz(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::get(&self.0).unwrap_or(jiff::tz::TimeZone::UTC)
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs() {
        assert!(Slug::parse("dg-forum-4").is_ok());
        for bad in ["", "-a", "a-", "a--b", "A", "a b", "a/b", "é", &"a".repeat(81)] {
            assert_eq!(Slug::parse(bad), Err(BadSlug), "{bad:?}");
        }
    }

    #[test]
    fn zones() {
        assert_eq!(Zone::parse("Asia/Bangkok").unwrap().name(), "Asia/Bangkok");
        assert_eq!(Zone::parse("Asia/Atlantis"), Err(BadZone));
    }
}
