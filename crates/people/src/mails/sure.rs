//! The letter with the code that is asked before something that matters; the code is made when the letter is handed over.

use base::{Fault, Id};
use db::Tx;
use i18n::Locale;
use jiff::Timestamp;
use mail::{Letter, Outgoing, Setting};

use super::reset::{facts, sample_whence, whence};
use super::{Parts, link, short};
use crate::words::Words;
use crate::{secrets, sure, times};

pub fn render(tx: &mut Tx<'_>, letter: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let Some(about) = letter.about else {
        return Ok(None);
    };
    let key = crate::keys::code_of_setting(setting);
    let Some(minted) = sure::mint(tx, Id::from_uuid(about), &key)? else {
        return Ok(None);
    };
    let (w, whence) = (Words(letter.locale), whence(&letter.data));
    let said = Said {
        name: &minted.account.name,
        code: &minted.code,
        until: minted.until,
        zone: &whence.zone,
        facts: facts(w, &minted.account.email, letter.created_at, &whence),
    };
    parts(letter.locale, said, &setting.site_name, &setting.public_url)
        .letter()
        .map(Some)
}

struct Said<'a> {
    name: &'a str,
    code: &'a str,
    until: Timestamp,
    zone: &'a str,
    facts: Vec<String>,
}

fn parts(locale: Locale, said: Said<'_>, site: &str, public_url: &str) -> Parts {
    let w = Words(locale);
    Parts {
        lang: locale.tag(),
        dir: locale.dir(),
        site: site.to_owned(),
        subject: w.letter_sure_subject().to_owned(),
        hello: w.letter_hello(short(said.name)),
        fact: w.letter_sure_fact(site),
        act: None,
        url: format!("{public_url}/account/again"),
        button: w.letter_sure_button(),
        before_code: vec![w.letter_sure_valid(times::moment(locale, said.until, said.zone))],
        code: Some((w.letter_sure_code(), secrets::show_code(said.code))),
        facts: said.facts,
        last: vec![w.letter_never().to_owned(), w.letter_sure_wasnt_you().to_owned()],
    }
}

pub fn samples(locale: Locale) -> Vec<Letter> {
    let flow = link::sample_flow(locale, "sign_in");
    let said = Said {
        name: "Mele Taufa",
        code: "7KQ3MXPD",
        until: flow.created_at + crate::model::LINK_LIFE,
        zone: &flow.zone,
        facts: facts(Words(locale), &flow.email, flow.created_at, &sample_whence(&flow)),
    };
    let site = "Asia-Pacific Cooperation Forum";
    let letter = parts(locale, said, site, "https://forum.example").letter();
    letter.into_iter().collect()
}
