//! The letter with the link and the code. Both are made when the letter is handed to the mail server, so that waiting
//! in the queue takes nothing from its 20 minutes.

use base::{Fault, Id};
use db::{Tx, params, sql};
use i18n::Locale;
use jiff::Timestamp;
use mail::{Letter, Outcome, Outgoing, Setting};

use super::{Parts, agent_words, locale_of, short};
use crate::flows;
use crate::mint;
use crate::model::Flow;
use crate::secrets;
use crate::times;
use crate::words::Words;

pub fn render(tx: &mut Tx<'_>, letter: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let Some(flow) = flow_of(tx, letter)? else {
        return Ok(None);
    };
    let Some(minted) = mint::mint(
        tx,
        &flow,
        letter.id.uuid(),
        &crate::keys::code_of_setting(setting),
    )?
    else {
        return Ok(None);
    };
    let (name,): (String,) = tx.one(
        sql!("select case when f.name <> '' then f.name else a.name end from signin_flow f join account a on a.id = f.account_id where f.id = $1"),
        params![flow.id],
    )?;
    let url = format!("{}/l/{}", setting.public_url, minted.token);
    let said = Said {
        flow: &flow,
        name: &name,
        url,
        code: &minted.code,
        until: minted.until,
    };
    parts(&said, &setting.site_name, &setting.public_url)
        .letter()
        .map(Some)
}

pub fn sent(tx: &mut Tx<'_>, letter: &Outgoing) -> Result<(), Fault> {
    match letter.about {
        Some(flow) => mint::handed_over(tx, flow, letter.id.uuid()),
        None => Ok(()),
    }
}

pub fn refused(tx: &mut Tx<'_>, letter: &Outgoing, outcome: Outcome) -> Result<(), Fault> {
    let for_good = match outcome {
        Outcome::Refused => true,
        Outcome::RefusedForNow => false,
        Outcome::Accepted | Outcome::Unknown => return mint::perhaps_arrived(tx, letter.id.uuid()),
    };
    match letter.about {
        Some(flow) => mint::not_taken(tx, flow, letter.id.uuid(), for_good),
        None => Ok(()),
    }
}

pub(super) fn flow_of(tx: &mut Tx<'_>, letter: &Outgoing) -> Result<Option<Flow>, Fault> {
    match letter.about {
        Some(flow) => flows::by_id(tx, Id::from_uuid(flow)),
        None => Ok(None),
    }
}

/// What a letter with a link says.
struct Said<'a> {
    flow: &'a Flow,
    name: &'a str,
    url: String,
    code: &'a str,
    until: Timestamp,
}

fn parts(said: &Said<'_>, site: &str, public_url: &str) -> Parts {
    let flow = said.flow;
    let locale = locale_of(flow);
    let w = Words(locale);
    let new = flow.kind == "sign_up";
    Parts {
        lang: locale.tag(),
        dir: locale.dir(),
        site: site.to_owned(),
        subject: if new {
            w.letter_sign_up_subject()
        } else {
            w.letter_sign_in_subject()
        }
        .to_owned(),
        hello: w.letter_hello(short(said.name)),
        fact: if new {
            w.letter_sign_up_fact(site)
        } else {
            w.letter_sign_in_fact(site)
        },
        act: None,
        url: said.url.clone(),
        button: if new {
            w.letter_sign_up_button()
        } else {
            w.letter_sign_in_button()
        },
        before_code: vec![
            w.letter_valid(times::moment(locale, said.until, &flow.zone)),
            w.letter_where().to_owned(),
        ],
        code: Some((w.letter_code(), secrets::show_code(said.code))),
        facts: [
            w.letter_account(&flow.email),
            w.letter_when(times::moment(locale, flow.created_at, &flow.zone)),
            w.letter_agent(agent_words(w, &flow.ua)),
        ]
        .into_iter()
        .chain((!flow.ip.is_empty()).then(|| w.letter_ip(&flow.ip)))
        .collect(),
        last: vec![
            w.letter_never().to_owned(),
            if new {
                w.letter_wasnt_you_sign_up().to_owned()
            } else {
                w.letter_wasnt_you(public_url)
            },
        ],
    }
}

pub fn sign_in_samples(locale: Locale) -> Vec<Letter> {
    sample(locale, "sign_in").letter().into_iter().collect()
}

pub fn sign_up_samples(locale: Locale) -> Vec<Letter> {
    sample(locale, "sign_up").letter().into_iter().collect()
}

fn sample(locale: Locale, kind: &str) -> Parts {
    let flow = sample_flow(locale, kind);
    let url = "https://forum.example/l/0123456789abcdefghijABCDEFGHIJ01".to_owned();
    let until = flow.created_at + crate::model::LINK_LIFE;
    let said = Said {
        flow: &flow,
        name: "Mele Taufa",
        url,
        code: "7KQ3MXPD",
        until,
    };
    parts(&said, "Asia-Pacific Cooperation Forum", "https://forum.example")
}

/// A sign-in of a morning in Bangkok, for samples.
pub(super) fn sample_flow(locale: Locale, kind: &str) -> Flow {
    let at = Timestamp::from_second(1_660_528_800).unwrap_or_default();
    Flow {
        id: Id::from_uuid(uuid::Uuid::nil()),
        account_id: Id::from_uuid(uuid::Uuid::nil()),
        kind: kind.to_owned(),
        browser_hash: Vec::new(),
        state: "queued".to_owned(),
        auth_epoch: 0,
        next_path: "/".to_owned(),
        match_no: 472,
        code_tries: 0,
        number_tries: 0,
        ip: "192.0.2.7".to_owned(),
        ua: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:103.0) Gecko/20100101 Firefox/103.0".to_owned(),
        zone: "Asia/Bangkok".to_owned(),
        locale: locale.tag().to_owned(),
        mail: "waiting".to_owned(),
        mail_at: at,
        link_until: None,
        created_at: at,
        expires_at: at + crate::model::FLOW_LIFE,
        approved_at: None,
        completed_at: None,
        email: "m.taufa@foreign.example".to_owned(),
    }
}
