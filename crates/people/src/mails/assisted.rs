//! The letter to an address that is about to lose its account: two administrators agreed, and a day is left to stop it.

use base::{Fault, Id};
use db::Tx;
use i18n::Locale;
use jiff::Timestamp;
use mail::{Letter, Outgoing, Setting};

use super::{Parts, link, short};
use crate::assisted::{self, NOTICE};
use crate::times;
use crate::words::Words;

pub fn render(tx: &mut Tx<'_>, letter: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let Some(about) = letter.about else {
        return Ok(None);
    };
    let Some((change, token)) = assisted::mint(tx, Id::from_uuid(about))? else {
        return Ok(None);
    };
    let said = Said {
        name: &change.name,
        new: change.new_email.as_str(),
        url: format!("{}/stop/{token}", setting.public_url),
        due: change.due_at.unwrap_or(letter.created_at + NOTICE),
        zone: letter.data["zone"].as_str().unwrap_or("UTC"),
    };
    parts(letter.locale, &said, &setting.site_name).letter().map(Some)
}

struct Said<'a> {
    name: &'a str,
    new: &'a str,
    url: String,
    due: Timestamp,
    zone: &'a str,
}

fn parts(locale: Locale, said: &Said<'_>, site: &str) -> Parts {
    let w = Words(locale);
    Parts {
        lang: locale.tag(),
        dir: locale.dir(),
        site: site.to_owned(),
        subject: w.letter_assisted_subject().to_owned(),
        hello: w.letter_hello(short(said.name)),
        fact: w.letter_assisted(site, said.new),
        act: Some(w.letter_assisted_act().to_owned()),
        url: said.url.clone(),
        button: w.letter_assisted_button(),
        before_code: vec![w.letter_assisted_due(times::moment(locale, said.due, said.zone))],
        code: None,
        facts: Vec::new(),
        last: Vec::new(),
    }
}

pub fn samples(locale: Locale) -> Vec<Letter> {
    let flow = link::sample_flow(locale, "sign_in");
    let said = Said {
        name: "Mele Taufa",
        new: "mele.taufa@ministry.example",
        url: "https://forum.example/stop/0123456789abcdefghijABCDEFGHIJ01".to_owned(),
        due: flow.created_at + NOTICE,
        zone: &flow.zone,
    };
    let letter = parts(locale, &said, "Asia-Pacific Cooperation Forum").letter();
    letter.into_iter().collect()
}
