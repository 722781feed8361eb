//! The word to the other administrators that a link was made on the server's console: for whom, when, and why.

use base::{Fault, Id};
use db::Tx;
use i18n::Locale;
use jiff::Timestamp;
use mail::{Letter, Outgoing, Setting};
use serde_json::Value;

use super::{Parts, link, short};
use crate::console::{self, ConsoleLink};
use crate::times;
use crate::words::Words;

pub fn render(tx: &mut Tx<'_>, letter: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let Some(about) = letter.about else {
        return Ok(None);
    };
    let Some(made) = console::by_id(tx, Id::from_uuid(about))? else {
        return Ok(None);
    };
    let text = |name: &str| letter.data.get(name).and_then(Value::as_str).unwrap_or_default();
    let said = Said {
        locale: letter.locale,
        to: text("name"),
        zone: text("zone"),
        site: &setting.site_name,
        public_url: &setting.public_url,
    };
    parts(&made, &said).letter().map(Some)
}

/// Who reads it, and where.
struct Said<'a> {
    locale: Locale,
    to: &'a str,
    zone: &'a str,
    site: &'a str,
    public_url: &'a str,
}

fn parts(made: &ConsoleLink, said: &Said<'_>) -> Parts {
    let w = Words(said.locale);
    Parts {
        lang: said.locale.tag(),
        dir: said.locale.dir(),
        site: said.site.to_owned(),
        subject: w.letter_console_subject().to_owned(),
        hello: w.letter_hello(short(said.to)),
        fact: w.letter_console_fact(said.site, short(&made.name)),
        act: Some(w.letter_console_do().to_owned()),
        url: format!("{}/desk/people", said.public_url),
        button: w.letter_console_button(),
        before_code: Vec::new(),
        code: None,
        facts: vec![
            w.letter_account(&made.email),
            w.letter_console_when(times::moment(said.locale, made.created_at, said.zone)),
            w.letter_console_reason(&made.reason),
        ],
        last: vec![w.letter_console_last().to_owned()],
    }
}

pub fn samples(locale: Locale) -> Vec<Letter> {
    let flow = link::sample_flow(locale, "sign_in");
    let made = ConsoleLink {
        id: Id::from_uuid(uuid::Uuid::nil()),
        account_id: flow.account_id,
        email: flow.email,
        name: "Mele Taufa".to_owned(),
        password_phc: None,
        reason: "The mail server has been down since six".to_owned(),
        tries: 0,
        created_at: flow.created_at,
        expires_at: Timestamp::MAX,
        used_at: None,
        used_ua: None,
    };
    let said = Said {
        locale,
        to: "Ada Sample",
        zone: "Asia/Bangkok",
        site: "Asia-Pacific Cooperation Forum",
        public_url: "https://forum.example",
    };
    parts(&made, &said).letter().into_iter().collect()
}
