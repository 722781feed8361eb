//! The letter with the link to a new password, made when it is handed over.

use base::Fault;
use db::Tx;
use i18n::Locale;
use jiff::Timestamp;
use mail::{Letter, Outcome, Outgoing, Setting};
use serde_json::Value;

use super::{Parts, agent_words, short};
use crate::model::Whence;
use crate::reset;
use crate::times;
use crate::words::Words;

pub fn render(tx: &mut Tx<'_>, letter: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let Some(minted) = reset::mint(tx, letter)? else {
        return Ok(None);
    };
    let said = Said {
        name: &minted.account.name,
        email: &minted.account.email,
        url: format!("{}/r/{}", setting.public_url, minted.token),
        until: minted.until,
        asked_at: letter.created_at,
        whence: whence(&letter.data),
    };
    parts(letter.locale, &said, &setting.site_name).letter().map(Some)
}

pub fn refused(tx: &mut Tx<'_>, letter: &Outgoing, outcome: Outcome) -> Result<(), Fault> {
    match outcome {
        Outcome::Refused | Outcome::RefusedForNow => reset::not_taken(tx, letter),
        Outcome::Accepted | Outcome::Unknown => reset::arrived(tx, letter),
    }
}

/// Where what a letter is about was asked from.
pub(super) fn whence(data: &Value) -> Whence {
    let text = |name: &str| data[name].as_str().unwrap_or_default().to_owned();
    Whence {
        ip: text("ip"),
        ua: text("ua"),
        zone: text("zone"),
    }
}

struct Said<'a> {
    name: &'a str,
    email: &'a str,
    url: String,
    until: Timestamp,
    asked_at: Timestamp,
    whence: Whence,
}

fn parts(locale: Locale, said: &Said<'_>, site: &str) -> Parts {
    let w = Words(locale);
    let zone = &said.whence.zone;
    Parts {
        lang: locale.tag(),
        dir: locale.dir(),
        site: site.to_owned(),
        subject: w.letter_reset_subject().to_owned(),
        hello: w.letter_hello(short(said.name)),
        fact: w.letter_reset_fact(site),
        act: None,
        url: said.url.clone(),
        button: w.letter_reset_button(),
        before_code: vec![
            w.letter_valid(times::moment(locale, said.until, zone)),
            w.letter_reset_asks().to_owned(),
        ],
        code: None,
        facts: facts(w, said.email, said.asked_at, &said.whence),
        last: vec![w.letter_reset_wasnt_you().to_owned()],
    }
}

/// Account, time, browser and address of what a letter is about.
pub(super) fn facts(w: Words, email: &str, at: Timestamp, whence: &Whence) -> Vec<String> {
    let mut facts = vec![
        w.letter_account(email),
        w.letter_when(times::moment(w.0, at, &whence.zone)),
        w.letter_agent(agent_words(w, &whence.ua)),
    ];
    if !whence.ip.is_empty() {
        facts.push(w.letter_ip(&whence.ip));
    }
    facts
}

pub fn samples(locale: Locale) -> Vec<Letter> {
    let flow = super::link::sample_flow(locale, "sign_in");
    let said = Said {
        name: "Mele Taufa",
        email: &flow.email,
        url: "https://forum.example/r/0123456789abcdefghijABCDEFGHIJ01".to_owned(),
        until: flow.created_at + reset::LIFE,
        asked_at: flow.created_at,
        whence: sample_whence(&flow),
    };
    let letter = parts(locale, &said, "Asia-Pacific Cooperation Forum").letter();
    letter.into_iter().collect()
}

pub(super) fn sample_whence(flow: &crate::model::Flow) -> Whence {
    Whence {
        ip: flow.ip.clone(),
        ua: flow.ua.clone(),
        zone: flow.zone.clone(),
    }
}
