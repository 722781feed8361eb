//! The letter to somebody whose address was used to sign up although it has an account: nothing was changed.

use base::Fault;
use db::Tx;
use i18n::Locale;
use mail::{Letter, Outgoing, Setting};

use super::{Parts, agent_words, link, locale_of};
use crate::mint;
use crate::model::{Flow, LINK_LIFE};
use crate::times;
use crate::words::Words;

pub fn render(tx: &mut Tx<'_>, letter: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let Some(flow) = link::flow_of(tx, letter)? else {
        return Ok(None);
    };
    if !mint::wanted(tx, &flow)? {
        return Ok(None);
    }
    let until = tx.now() + LINK_LIFE;
    mint::promise(tx, flow.id, until)?;
    parts(&flow, &setting.site_name, &setting.public_url)
        .letter()
        .map(Some)
}

/// The name is not told: whoever signed up chose one, and the account's own is nobody else's business.
fn parts(flow: &Flow, site: &str, public_url: &str) -> Parts {
    let locale = locale_of(flow);
    let w = Words(locale);
    Parts {
        lang: locale.tag(),
        dir: locale.dir(),
        site: site.to_owned(),
        subject: w.letter_known_subject().to_owned(),
        hello: w.letter_hello(&flow.email),
        fact: w.letter_known_fact(site),
        act: Some(w.letter_known_do().to_owned()),
        url: format!("{public_url}/sign-in"),
        button: w.letter_known_button(),
        before_code: Vec::new(),
        code: None,
        facts: [
            w.letter_when(times::moment(locale, flow.created_at, &flow.zone)),
            w.letter_agent(agent_words(w, &flow.ua)),
        ]
        .into_iter()
        .chain((!flow.ip.is_empty()).then(|| w.letter_ip(&flow.ip)))
        .collect(),
        last: vec![
            w.letter_known_forgotten().to_owned(),
            w.letter_known_wasnt_you().to_owned(),
        ],
    }
}

pub fn samples(locale: Locale) -> Vec<Letter> {
    let flow = link::sample_flow(locale, "known");
    parts(&flow, "Asia-Pacific Cooperation Forum", "https://forum.example")
        .letter()
        .into_iter()
        .collect()
}
