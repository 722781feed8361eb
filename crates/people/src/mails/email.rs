//! The letters about another address for an account: to the old and the new one, each to be confirmed; to the old one once
//! it is done, with the way back; and to somebody whose address was given for another's account.

use base::{Fault, Id};
use db::Tx;
use i18n::Locale;
use mail::{Letter, Outgoing, Setting};

use super::reset::{facts, sample_whence, whence};
use super::{Parts, link, short};
use crate::account;
use crate::change_email::{self, Change, Side};
use crate::model::Whence;
use crate::times;
use crate::words::Words;

/// Which of them.
#[derive(Clone, Copy)]
enum Which {
    Old,
    New,
    Undo,
}

pub fn old(tx: &mut Tx<'_>, letter: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let minted = about(letter).map(|id| change_email::mint(tx, id, Side::Old));
    write(Which::Old, minted.transpose()?.flatten(), letter, setting)
}

pub fn new(tx: &mut Tx<'_>, letter: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let minted = about(letter).map(|id| change_email::mint(tx, id, Side::New));
    write(Which::New, minted.transpose()?.flatten(), letter, setting)
}

pub fn undo(tx: &mut Tx<'_>, letter: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let minted = about(letter).map(|id| change_email::mint_undo(tx, id));
    write(Which::Undo, minted.transpose()?.flatten(), letter, setting)
}

fn about(letter: &Outgoing) -> Option<Id<Change>> {
    letter.about.map(Id::from_uuid)
}

fn write(
    which: Which,
    minted: Option<(Change, String)>,
    letter: &Outgoing,
    setting: &Setting,
) -> Result<Option<Letter>, Fault> {
    let Some((change, token)) = minted else {
        return Ok(None);
    };
    let site = (setting.site_name.as_str(), setting.public_url.as_str());
    let said = (&change, token.as_str(), &whence(&letter.data));
    parts(letter.locale, which, said, site).letter().map(Some)
}

fn parts(
    locale: Locale,
    which: Which,
    (change, token, whence): (&Change, &str, &Whence),
    (site, public_url): (&str, &str),
) -> Parts {
    let w = Words(locale);
    let (old, new) = (change.old_email.as_str(), change.new_email.as_str());
    let (subject, fact, path, button) = match which {
        Which::Old => (
            w.letter_email_subject(),
            w.letter_email_old(site, new),
            "account/email",
            w.letter_email_button(),
        ),
        Which::New => (
            w.letter_email_subject(),
            w.letter_email_new(site, old),
            "account/email",
            w.letter_email_button(),
        ),
        Which::Undo => (
            w.letter_email_done_subject(),
            w.letter_email_done(site, new),
            "undo",
            w.letter_email_undo_button(),
        ),
    };
    let until = change.undo_until.unwrap_or(change.expires_at);
    let until = times::moment(locale, until, &whence.zone);
    Parts {
        lang: locale.tag(),
        dir: locale.dir(),
        site: site.to_owned(),
        subject: subject.to_owned(),
        hello: w.letter_hello(short(&change.name)),
        fact,
        act: Some(
            match which {
                Which::Undo => w.letter_email_undo_act(),
                Which::Old | Which::New => w.letter_email_act(),
            }
            .to_owned(),
        ),
        url: format!("{public_url}/{path}/{token}"),
        button,
        before_code: vec![w.letter_email_valid(until)],
        code: None,
        facts: facts(w, old, change.created_at, whence),
        last: match which {
            Which::Undo => Vec::new(),
            Which::Old | Which::New => vec![w.letter_email_wasnt_you().to_owned()],
        },
    }
}

/// To the owner of an address that was given as another's new one.
pub fn taken(tx: &mut Tx<'_>, letter: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let Some(owner) = letter.about else {
        return Ok(None);
    };
    let Some(owner) = account::by_id(tx, Id::from_uuid(owner))? else {
        return Ok(None);
    };
    let facts = facts(
        Words(letter.locale),
        &owner.email,
        letter.created_at,
        &whence(&letter.data),
    );
    taken_parts(
        letter.locale,
        &owner.name,
        facts,
        (&setting.site_name, &setting.public_url),
    )
    .letter()
    .map(Some)
}

fn taken_parts(locale: Locale, name: &str, facts: Vec<String>, (site, public_url): (&str, &str)) -> Parts {
    let w = Words(locale);
    Parts {
        lang: locale.tag(),
        dir: locale.dir(),
        site: site.to_owned(),
        subject: w.letter_known_subject().to_owned(),
        hello: w.letter_hello(short(name)),
        fact: w.letter_email_taken(site),
        act: Some(w.letter_known_do().to_owned()),
        url: format!("{public_url}/sign-in"),
        button: w.letter_known_button(),
        before_code: Vec::new(),
        code: None,
        facts,
        last: vec![w.letter_known_wasnt_you().to_owned()],
    }
}

fn sample(locale: Locale, which: Which) -> Vec<Letter> {
    let flow = link::sample_flow(locale, "sign_in");
    let (Ok(old_email), Ok(new_email)) = (
        base::Email::parse(&flow.email),
        base::Email::parse("mele.taufa@ministry.example"),
    ) else {
        return Vec::new();
    };
    let change = Change {
        id: Id::from_uuid(uuid::Uuid::nil()),
        account_id: flow.account_id,
        name: "Mele Taufa".to_owned(),
        old_email,
        new_email,
        state: "waiting".to_owned(),
        current: true,
        created_at: flow.created_at,
        expires_at: flow.created_at + change_email::LIFE,
        old_confirmed_at: None,
        new_confirmed_at: None,
        undo_until: None,
    };
    let site = ("Asia-Pacific Cooperation Forum", "https://forum.example");
    let said = (&change, "0123456789abcdefghijABCDEFGHIJ01", &sample_whence(&flow));
    let letter = parts(locale, which, said, site).letter();
    letter.into_iter().collect()
}

pub fn old_samples(locale: Locale) -> Vec<Letter> {
    sample(locale, Which::Old)
}

pub fn new_samples(locale: Locale) -> Vec<Letter> {
    sample(locale, Which::New)
}

pub fn undo_samples(locale: Locale) -> Vec<Letter> {
    sample(locale, Which::Undo)
}

pub fn taken_samples(locale: Locale) -> Vec<Letter> {
    let flow = link::sample_flow(locale, "sign_in");
    let facts = facts(Words(locale), &flow.email, flow.created_at, &sample_whence(&flow));
    let site = ("Asia-Pacific Cooperation Forum", "https://forum.example");
    let letter = taken_parts(locale, "Mele Taufa", facts, site).letter();
    letter.into_iter().collect()
}
