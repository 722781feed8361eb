//! The pages of this room and what they share.

pub mod account;
pub mod again;
pub mod again_passkey;
pub mod again_totp;
pub mod answers;
pub mod asker;
pub mod authenticator;
pub mod check_email;
pub mod close;
pub mod code;
pub mod console;
pub mod data;
pub mod email;
pub mod events;
mod late;
pub mod link;
pub mod link_deny;
pub mod link_number;
pub mod log;
pub mod new_password;
pub mod organizations;
pub mod passkey;
mod passkey_form;
pub mod passkeys;
pub mod password;
mod problems;
pub mod recovery;
pub mod recovery_codes;
pub mod reset;
pub mod reset_link;
mod said;
mod second;
pub mod sessions;
pub mod sign_in;
pub mod sign_out;
pub mod sign_up;
mod state;
pub mod status;
pub mod stop;
pub mod tokens;
pub mod totp;
mod typed_code;
mod typed_word;
pub mod with;
pub mod with_logout;
pub mod with_offer;
mod with_said;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use base::Email;
use i18n::Locale;
use jiff::SignedDuration;
use web::{App, Visitor};

use self::asker::Asker;
use self::problems::Problems;
use crate::model::{BrowserHash, Origin};
use crate::words::Words;

/// The same page, not taken: something in it has to be put right.
fn not_taken(mut response: Response) -> Response {
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}

/// The same page, asked for too early.
fn too_often(mut response: Response, seconds: i64) -> Response {
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// How long to wait, in whole units and never too short.
fn span(locale: Locale, seconds: i64) -> String {
    let unit = [86_400, 3_600, 60]
        .into_iter()
        .find(|unit| seconds >= *unit)
        .unwrap_or(1);
    i18n::span(
        locale,
        SignedDuration::from_secs((seconds + unit - 1) / unit * unit),
    )
}

/// Where to go afterwards: a path of this site, or the front page.
fn next_of(asked: Option<&str>) -> String {
    web::safe_next(asked.unwrap_or("/"))
}

fn with_next(path: &str, next: &str) -> String {
    if next == "/" {
        path.to_owned()
    } else {
        format!("{path}?next={}", web::encode(next))
    }
}

/// The address people write to for help.
fn contact(app: &App) -> Option<String> {
    app.site().contact.as_ref().map(ToString::to_string)
}

/// The address letters come from.
fn sender(app: &App) -> String {
    app.site().mail_from.to_string()
}

/// The same page, not taken now: too many at once.
fn unavailable(mut response: Response, seconds: i64) -> Response {
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// The address of a form, or what is wrong with it.
fn email(problems: &mut Problems, w: Words, typed: &str) -> Option<Email> {
    if typed.is_empty() {
        problems.add("email", w.email_missing());
        return None;
    }
    let email = Email::parse(typed).ok();
    if email.is_none() {
        problems.add("email", w.email_bad());
    }
    email
}

/// A name: one line without control characters and without marks that turn the direction of writing.
fn name(typed: &str) -> Option<String> {
    let name: String = typed
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .take(200)
        .collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then_some(name)
}

/// Whether this is the word that is asked for, in any of the languages: somebody may have changed it between the page and
/// the answer.
fn is_word(typed: &str, word: fn(Words) -> &'static str) -> bool {
    let words = typed.split_whitespace().collect::<Vec<_>>();
    let typed = words.join(" ").to_uppercase();
    let mut languages = i18n::Locale::ALL.into_iter();
    languages.any(|locale| typed == word(Words(locale)).to_uppercase())
}

/// Where a sign-in begins.
fn from(visitor: &Visitor, asker: &Asker, browser: BrowserHash, next: String) -> Origin {
    Origin {
        browser,
        ip: asker.ip.clone(),
        ua: asker.ua.clone(),
        zone: visitor.zone.as_ref().map_or("UTC", base::Zone::name).to_owned(),
        locale: visitor.locale,
        next,
    }
}
