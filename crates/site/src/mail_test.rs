//! The test letter: an administrator sends one to her own address and sees what becomes of it.
use crate::words::Words;
use ::people::{Me, secrets};
use askama::Template;
use base::{Email, Fault, Id, Keys};
use db::Tx;
use i18n::Locale;
use jiff::SignedDuration;
use mail::{Kind, Letter, Outgoing, Post, Setting, Standing};
use serde_json::Value;

const TEST: &str = "site.mail_test";
/// Between two test letters to the same person.
const PAUSE: SignedDuration = SignedDuration::from_secs(60);

pub static MAILS: &[Kind] = &[Kind {
    name: TEST,
    render: |_, letter, setting| render(letter, setting).map(Some),
    samples,
    ..Kind::EMPTY
}];

/// Asks for one; within a minute the last is enough.
pub fn ask(tx: &mut Tx<'_>, me: &Me) -> Result<(), Fault> {
    let now = tx.now();
    if newest(tx, me)?.is_some_and(|last| now.duration_since(last.created_at) < PAUSE) {
        return Ok(());
    }
    let to = Email::parse(&me.email).map_err(|_| Fault::new("an account with an address that is none"))?;
    let letter = Post {
        kind: TEST,
        to: &to,
        locale: me.locale,
        about: Some(me.id.uuid()),
        data: Value::Null,
    };
    mail::post(tx, letter).map(drop)
}

/// Where the last one of this person stands.
pub fn newest(tx: &mut Tx<'_>, me: &Me) -> Result<Option<Standing>, Fault> {
    mail::newest(tx, TEST, me.id.uuid())
}

#[derive(Template)]
#[template(path = "mails/test.html")]
struct Html<'a> {
    lang: &'static str,
    dir: &'static str,
    site: &'a str,
    subject: &'a str,
    lines: &'a [String],
}

fn render(letter: &Outgoing, setting: &Setting) -> Result<Letter, Fault> {
    let code = code(&setting.keys, letter.id);
    write(letter.locale, &setting.site_name, &code)
}

/// What shows that she has read it: made of the letter and the site's key, so that it is stored nowhere.
fn code(keys: &Keys, letter: Id<Outgoing>) -> String {
    const LETTERS: &[u8; 28] = b"23456789BCDFGHJKMNPQRSTVWXYZ";
    let mac = secrets::code_mac(&keys.derive("site.mail_test"), letter.uuid(), "");
    let letters = mac.iter().take(secrets::CODE_LEN);
    letters
        .map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]))
        .collect()
}

/// The code of her last test letter was typed: it came back.
pub fn take_code(tx: &mut Tx<'_>, me: &Me, keys: &Keys, typed: &str) -> Result<bool, Fault> {
    let Some(last) = newest(tx, me)?.filter(|last| last.state == "sent") else {
        return Ok(false);
    };
    let is_right = secrets::same(
        secrets::tidy_code(typed).as_bytes(),
        code(keys, last.id).as_bytes(),
    );
    if is_right {
        ::people::link_rule::came_back(tx, me.id)?;
    }
    Ok(is_right)
}

fn write(locale: Locale, site: &str, code: &str) -> Result<Letter, Fault> {
    let w = Words(locale);
    let subject = w.mail_test_subject(site);
    let lines = [
        w.mail_test_fact(site),
        w.mail_test_code(secrets::show_code(code)),
        w.mail_test_source().to_owned(),
        w.mail_test_spam().to_owned(),
    ];
    let html = Html {
        lang: locale.tag(),
        dir: locale.dir(),
        site,
        subject: &subject,
        lines: &lines,
    };
    let html = html
        .render()
        .map_err(|e| Fault::new("writing a letter").because(e))?;
    Ok(Letter {
        text: format!("{}\n\n-- \n{site}\n", lines.join("\n\n")),
        subject,
        html,
        calendar: None,
        reply_to: None,
    })
}

fn samples(locale: Locale) -> Vec<Letter> {
    write(locale, "Asia-Pacific Cooperation Forum", "68MFSMXZ")
        .into_iter()
        .collect()
}
