//! Cookies kept and sent as a browser would, by the clock of the test.
use jiff::{SignedDuration, Timestamp};

/// Where the request comes from: decides which cookies go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// Typed, or opened by a program that is not a browser.
    None,
    /// A link or form of our own pages.
    Same,
    /// A link or form of a page elsewhere.
    Cross,
}

#[derive(Debug, Clone)]
struct Cookie {
    name: String,
    value: String,
    path: String,
    dies: Option<Timestamp>,
    same_site: String,
}

/// All cookies of one browser.
#[derive(Debug, Default, Clone)]
pub struct Jar(Vec<Cookie>);

impl Jar {
    /// Takes one `Set-Cookie` line. A line that a browser would refuse fails the test.
    pub fn take(&mut self, line: &str, now: Timestamp) {
        let mut parts = line.split(';').map(str::trim);
        let pair = parts.next().and_then(|pair| pair.split_once('='));
        let (name, value) = pair.unwrap_or_else(|| panic!("a cookie without a name: {line}"));
        let mut cookie = Cookie {
            name: name.to_owned(),
            value: value.to_owned(),
            path: "/".to_owned(),
            dies: None,
            same_site: "lax".to_owned(),
        };
        let (mut secure, mut domain) = (false, false);
        for part in parts {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            match key.to_lowercase().as_str() {
                "path" => value.clone_into(&mut cookie.path),
                "max-age" => {
                    let seconds = value
                        .parse()
                        .unwrap_or_else(|_| panic!("Max-Age is no number: {line}"));
                    cookie.dies = Some(now + SignedDuration::from_secs(seconds));
                }
                "samesite" => cookie.same_site = value.to_lowercase(),
                "secure" => secure = true,
                "domain" => domain = true,
                "expires" => {
                    panic!("Expires is discarded under the demonstration's clock; Max-Age only: {line}")
                }
                _ => {}
            }
        }
        let host_rules = secure && !domain && cookie.path == "/";
        assert!(
            !name.starts_with("__Host-") || host_rules,
            "a browser refuses this cookie: {line}"
        );
        assert!(
            !name.starts_with("__Secure-") || secure,
            "a browser refuses this cookie: {line}"
        );
        assert!(
            cookie.same_site != "none" || secure,
            "a browser refuses this cookie: {line}"
        );
        self.0
            .retain(|old| (&old.name, &old.path) != (&cookie.name, &cookie.path));
        if cookie.dies.is_none_or(|dies| dies > now) {
            self.0.push(cookie);
        }
    }

    /// The `Cookie` line for a request, if there is anything to send.
    pub fn line(&self, path: &str, site: Site, safe_method: bool, now: Timestamp) -> Option<String> {
        let sent = self.0.iter().filter(|cookie| {
            let alive = cookie.dies.is_none_or(|dies| dies > now);
            let below = path.starts_with(cookie.path.trim_end_matches('/'));
            let travels = match cookie.same_site.as_str() {
                "strict" => site != Site::Cross,
                "none" => true,
                _ => site != Site::Cross || safe_method,
            };
            alive && below && travels
        });
        let pairs: Vec<String> = sent
            .map(|cookie| format!("{}={}", cookie.name, cookie.value))
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    /// The value of a cookie by its name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|cookie| cookie.name == name)
            .map(|cookie| cookie.value.as_str())
    }

    /// Forgets one cookie.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|cookie| cookie.name != name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Timestamp = Timestamp::UNIX_EPOCH;

    #[test]
    fn a_cookie_lives_as_long_as_it_says_and_stays_at_home() {
        let mut jar = Jar::default();
        jar.take(
            "__Host-s=1; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=60",
            NOON,
        );
        jar.take("seen=2; Path=/desk; SameSite=Lax", NOON);
        let later = NOON + SignedDuration::from_secs(60);
        assert_eq!(
            jar.line("/", Site::None, true, NOON).as_deref(),
            Some("__Host-s=1")
        );
        assert_eq!(
            jar.line("/desk/x", Site::Cross, true, NOON).as_deref(),
            Some("seen=2")
        );
        assert_eq!(jar.line("/desk/x", Site::Cross, false, NOON), None);
        assert_eq!(jar.line("/", Site::Same, true, later), None);
    }

    #[test]
    #[should_panic(expected = "a browser refuses")]
    fn a_host_cookie_without_secure_is_refused() {
        Jar::default().take("__Host-s=1; Path=/", NOON);
    }
}
