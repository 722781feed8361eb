//! The things of this room: an account, a sign-in under way, the browser and the place it comes from, a role.

use base::Id;
use db::record;
use i18n::Locale;
use jiff::{SignedDuration, Timestamp};

/// A mailed link is good for so long after it was handed to the mail server.
pub const LINK_LIFE: SignedDuration = SignedDuration::from_mins(20);
/// A sign-in may take so long from the password to its end.
pub const FLOW_LIFE: SignedDuration = SignedDuration::from_mins(60);
/// Between one link and the next.
pub const LINK_PAUSE: SignedDuration = SignedDuration::from_secs(60);
/// After the number was typed elsewhere, the waiting browser has so long to go on.
pub const APPROVAL_LIFE: SignedDuration = SignedDuration::from_mins(5);
/// Wrong codes before a sign-in is locked.
pub const CODE_TRIES: i64 = 5;
/// Numbers that may be typed for one sign-in.
pub const NUMBER_TRIES: i64 = 2;

record! {
    /// Somebody who can sign in.
    #[derive(Clone, Debug)]
    pub struct Account {
        pub id: Id<Account>,
        pub email: String,
        pub name: String,
        pub locale: String,
        pub verified_at: Option<Timestamp>,
        pub disabled_at: Option<Timestamp>,
        pub auth_epoch: i64,
    }
}

record! {
    /// A sign-in under way, with the address it goes to.
    #[derive(Clone, Debug)]
    pub struct Flow {
        pub id: Id<Flow>,
        pub account_id: Id<Account>,
        pub kind: String,
        pub browser_hash: Vec<u8>,
        pub state: String,
        pub auth_epoch: i64,
        pub next_path: String,
        pub match_no: i64,
        pub code_tries: i64,
        pub number_tries: i64,
        pub ip: String,
        pub ua: String,
        pub zone: String,
        pub locale: String,
        pub mail: String,
        pub mail_at: Timestamp,
        pub link_until: Option<Timestamp>,
        pub created_at: Timestamp,
        pub expires_at: Timestamp,
        pub approved_at: Option<Timestamp>,
        pub completed_at: Option<Timestamp>,
        pub email: String,
    }
}

/// A mailed link.
pub struct Link;

/// A signed-in browser.
pub struct Session;

impl Flow {
    /// Whether the link and the code can still complete it.
    pub fn is_open(&self, now: Timestamp) -> bool {
        matches!(self.state.as_str(), "queued" | "sent" | "approved") && self.expires_at > now
    }

    /// Whether something else than the letter can complete it, also after the mailbox refused the letter: only the right
    /// password begins such a one.
    pub fn takes_another_way(&self, now: Timestamp) -> bool {
        self.kind == "sign_in"
            && self.expires_at > now
            && (self.is_open(now) || self.state == "undeliverable")
    }

    /// Whether the number was typed on another device, and lately enough.
    pub fn is_approved(&self, now: Timestamp) -> bool {
        self.state == "approved"
            && self.expires_at > now
            && self.approved_at.is_some_and(|at| at > now - APPROVAL_LIFE)
    }

    /// Whether it began in this browser.
    pub fn began_in(&self, browser: Option<&BrowserHash>) -> bool {
        browser.is_some_and(|b| crate::secrets::same(&b.0, &self.browser_hash))
    }
}

/// SHA-256 of the cookie that tells one browser from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BrowserHash(pub [u8; 32]);

/// The browser a sign-in begins in and where it comes from.
#[derive(Clone, Debug)]
pub struct Origin {
    pub browser: BrowserHash,
    pub ip: String,
    pub ua: String,
    pub zone: String,
    pub locale: Locale,
    /// Where to go afterwards: a path of this site.
    pub next: String,
}

/// Where a request comes from, for the story and the letters about it.
#[derive(Clone, Debug)]
pub struct Whence {
    /// Empty when the program does not know it.
    pub ip: String,
    pub ua: String,
    pub zone: String,
}

/// A finished sign-in: the cookie to set and where to go.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub account: Id<Account>,
    pub cookie: String,
    pub lasts: SignedDuration,
    /// How: by link, code, number, recovery code, or from the server's console.
    pub method: &'static str,
    pub next: String,
}

/// `f…@domain`: enough to recognise one's own address.
pub fn mask(email: &str) -> String {
    match email.split_once('@') {
        Some((name, domain)) => {
            let first: String = name.chars().take(1).collect();
            format!("{first}•••@{domain}")
        }
        None => "•••".to_owned(),
    }
}
