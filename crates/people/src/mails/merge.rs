//! The word to both addresses that two accounts were made one, or two again.

use base::{Email, Fault, Id};
use db::Tx;
use i18n::Locale;
use jiff::Timestamp;
use mail::{Letter, Outgoing, Setting};
use serde_json::json;

use super::{Parts, link, short};
use crate::merge::{self, Merge, UNDO};
use crate::model::{Account, Whence, mask};
use crate::times;
use crate::words::Words;

/// What has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Merged,
    Undone,
}

impl What {
    fn code(self) -> &'static str {
        match self {
            What::Merged => "merged",
            What::Undone => "undone",
        }
    }
}

/// Posts it to both, each in its own language. Either sees the other's address masked: it may not be the same person.
pub fn tell(
    tx: &mut Tx<'_>,
    what: What,
    id: Id<Merge>,
    both: [&Account; 2],
    whence: &Whence,
) -> Result<(), Fault> {
    for account in both {
        let to = Email::parse(&account.email)
            .map_err(|_| Fault::new("an account with an address that is none"))?;
        let letter = mail::Post {
            kind: super::MERGE,
            to: &to,
            locale: Locale::parse(&account.locale).unwrap_or(Locale::En),
            about: Some(id.uuid()),
            data: json!({"what": what.code(), "name": account.name, "zone": whence.zone}),
        };
        mail::post(tx, letter)?;
    }
    Ok(())
}

pub fn render(tx: &mut Tx<'_>, letter: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let Some(about) = letter.about else {
        return Ok(None);
    };
    let Some(merge) = merge::by_id(tx, Id::from_uuid(about))? else {
        return Ok(None);
    };
    let what = if letter.data["what"] == What::Undone.code() {
        What::Undone
    } else {
        What::Merged
    };
    let said = Said {
        what,
        name: letter.data["name"].as_str().unwrap_or_default(),
        merged: mask(&merge.merged_email),
        into: mask(&merge.into_email),
        until: merge.undo_until,
        zone: letter.data["zone"].as_str().unwrap_or("UTC"),
    };
    parts(letter.locale, &said, &setting.site_name, &setting.public_url)
        .letter()
        .map(Some)
}

struct Said<'a> {
    what: What,
    name: &'a str,
    merged: String,
    into: String,
    until: Timestamp,
    zone: &'a str,
}

fn parts(locale: Locale, said: &Said<'_>, site: &str, public_url: &str) -> Parts {
    let w = Words(locale);
    let (merged, into) = (said.merged.as_str(), said.into.as_str());
    let (subject, fact, act, last) = match said.what {
        What::Merged => (
            w.letter_merged_subject(),
            w.letter_merged(site, merged, into),
            w.letter_merged_act(into),
            vec![w.letter_merged_undo(times::moment(locale, said.until, said.zone))],
        ),
        What::Undone => (
            w.letter_unmerged_subject(),
            w.letter_unmerged(site, merged, into),
            w.letter_unmerged_act().to_owned(),
            Vec::new(),
        ),
    };
    Parts {
        lang: locale.tag(),
        dir: locale.dir(),
        site: site.to_owned(),
        subject: subject.to_owned(),
        hello: w.letter_hello(short(said.name)),
        fact,
        act: Some(act),
        url: format!("{public_url}/sign-in"),
        button: w.letter_merged_button(),
        before_code: last,
        code: None,
        facts: Vec::new(),
        last: Vec::new(),
    }
}

pub fn samples(locale: Locale) -> Vec<Letter> {
    let flow = link::sample_flow(locale, "sign_in");
    let letters = [What::Merged, What::Undone].into_iter().filter_map(|what| {
        let said = Said {
            what,
            name: "Mele Taufa",
            merged: mask("mele@mail.example"),
            into: mask(&flow.email),
            until: flow.created_at + UNDO,
            zone: &flow.zone,
        };
        let site = "Asia-Pacific Cooperation Forum";
        parts(locale, &said, site, "https://forum.example").letter().ok()
    });
    letters.collect()
}
