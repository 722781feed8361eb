//! People: accounts, signing in by password and e-mailed link, signed-in browsers, and what each may do.
//!
//! A sign-in begins with the right password in one browser, which then waits. A letter goes to the mailbox with a link and
//! a code. The waiting browser is signed in when the link is opened in it, or the code typed in it, or the number on its
//! screen typed on the page that the link shows anywhere else. The address in the letter alone does nothing
//! (`docs/decisions/0007-the-emailed-link.md`).

pub mod account;
pub mod agent;
pub mod api;
pub mod approve;
pub mod assisted;
pub mod audit;
pub mod cancel;
pub mod challenge;
pub mod change_email;
pub mod change_password;
pub mod close;
pub mod code;
pub mod complete;
pub mod console;
pub mod deny;
pub mod flows;
pub mod guess;
pub mod hashing;
pub mod held;
mod keys;
pub mod known_browser;
pub mod link_rule;
pub mod mails;
mod me;
pub mod merge;
pub mod mint;
pub mod model;
pub mod organizations;
mod pages;
pub mod party;
pub mod passkey;
pub mod password;
pub mod purge;
pub mod recovery;
pub mod resend;
pub mod reset;
pub mod retention;
pub mod roles;
pub mod rules;
pub mod second;
pub mod secrets;
pub mod session;
pub mod sessions;
pub mod sign_up;
pub mod start;
pub mod stash;
pub mod story;
mod strangers;
pub mod sure;
mod sure_form;
pub mod throttle;
mod times;
pub mod token;
pub mod totp;
pub mod unfinished;
mod urls;
mod verify;
mod waiting;
pub mod webauthn;

/// The sentences of this room.
pub mod words {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

use jiff::SignedDuration;

pub use account::{NewAccount, create_account};
pub use me::{Me, Posted, forget_kept, kept, visitor_layer, visitor_layer as layer};
pub use model::{Account, mask};
pub use pages::asker::SESSION_COOKIE;
pub use roles::{Grant, Role};
pub use sure_form::Sure;

/// This room.
pub const SLICE: web::Slice = web::Slice {
    name: "people",
    routes: urls::routes,
    mails: mails::MAILS,
    timers: TIMERS,
    api: &[api::me::NOUN],
    referring: merge::REFERRING,
    ..web::Slice::EMPTY
};

const TIMERS: &[jobs::Timer] = &[
    jobs::Timer {
        name: "people.purge",
        every: SignedDuration::from_hours(1),
        run: purge::purge,
    },
    jobs::Timer {
        name: "people.assisted",
        every: SignedDuration::from_mins(5),
        run: assisted::carry_out,
    },
    jobs::Timer {
        name: "people.unfinished",
        every: SignedDuration::from_mins(5),
        run: unfinished::tell,
    },
    jobs::Timer {
        name: "people.retention",
        every: SignedDuration::from_hours(24),
        run: retention::keep,
    },
];

/// Hashes a password for an account made by the program itself.
pub async fn hash_password(
    keys: &base::Keys,
    random: &base::Random,
    password: &str,
) -> Result<String, hashing::Refused> {
    hashing::POOL
        .hash(keys, random, password::Typed::new(password))
        .await
}

/// Says why a password is not taken.
pub fn unfit(why: rules::Unfit, locale: i18n::Locale) -> &'static str {
    let w = words::Words(locale);
    match why {
        rules::Unfit::TooShort => w.password_short(),
        rules::Unfit::TooLong => w.password_long(),
        rules::Unfit::Common => w.password_common(),
        rules::Unfit::Own => w.password_own(),
    }
}

/// An instant as a person reads it, in a zone of this name.
pub fn moment(locale: i18n::Locale, at: jiff::Timestamp, zone: &str) -> String {
    times::moment(locale, at, zone)
}

/// What a line of the log says.
pub fn event(locale: i18n::Locale, event: &str, detail: &str) -> String {
    story::say(words::Words(locale), event, detail)
}

/// "Firefox on Windows · From the address 192.0.2.7", as far as it is known.
pub fn whence(locale: i18n::Locale, ip: &str, ua: &str) -> String {
    let w = words::Words(locale);
    let agent = (!ua.is_empty()).then(|| mails::agent_words(w, ua));
    let place = (!ip.is_empty()).then(|| w.session_place(ip));
    let known: Vec<String> = agent.into_iter().chain(place).collect();
    known.join(" · ")
}
