//! The word to a person that something about her account has changed: what, when and from where, and what to do if it was
//! not she.

use base::{Email, Fault, Id};
use db::Tx;
use i18n::Locale;
use jiff::Timestamp;
use mail::{Letter, Outgoing, Setting};
use serde_json::json;

use super::reset::{facts, sample_whence, whence};
use super::{Parts, link, short};
use crate::account;
use crate::model::{Account, Whence};
use crate::words::Words;

/// What has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A new password was set through a letter.
    PasswordReset,
    /// The password was changed by somebody signed in.
    PasswordChanged,
    /// One browser too many: the one longest not seen was signed out.
    SessionLimit,
    /// An administrator signed the person out everywhere.
    SessionsEnded,
    /// Two administrators gave the account this address.
    AddressAssisted,
    /// Too many wrong passwords: from a strange browser the password is not taken until tomorrow.
    PasswordPaused,
    /// The right password in a strange browser, and no second step after it.
    Unfinished,
    /// Ten new recovery codes were made.
    RecoveryCodesMade,
    /// A recovery code was used.
    RecoveryCodeUsed,
    /// An authenticator was set up.
    TotpAdded,
    /// It was taken away.
    TotpRemoved,
    /// An organization's account was linked.
    OrganizationLinked,
    /// It was unlinked.
    OrganizationUnlinked,
    /// A passkey was made.
    PasskeyAdded,
    /// It was taken away.
    PasskeyRemoved,
    /// A passkey counted backward: there may be a copy.
    PasskeyCopied,
}

impl What {
    const ALL: [What; 16] = [
        What::PasswordReset,
        What::PasswordChanged,
        What::SessionLimit,
        What::SessionsEnded,
        What::AddressAssisted,
        What::PasswordPaused,
        What::Unfinished,
        What::RecoveryCodesMade,
        What::RecoveryCodeUsed,
        What::TotpAdded,
        What::TotpRemoved,
        What::OrganizationLinked,
        What::OrganizationUnlinked,
        What::PasskeyAdded,
        What::PasskeyRemoved,
        What::PasskeyCopied,
    ];

    fn code(self) -> &'static str {
        match self {
            What::PasswordReset => "password_reset",
            What::PasswordChanged => "password_changed",
            What::SessionLimit => "session_limit",
            What::SessionsEnded => "sessions_ended",
            What::AddressAssisted => "address_assisted",
            What::PasswordPaused => "password_paused",
            What::Unfinished => "unfinished",
            What::RecoveryCodesMade => "recovery_codes_made",
            What::RecoveryCodeUsed => "recovery_code_used",
            What::TotpAdded => "totp_added",
            What::TotpRemoved => "totp_removed",
            What::OrganizationLinked => "organization_linked",
            What::OrganizationUnlinked => "organization_unlinked",
            What::PasskeyAdded => "passkey_added",
            What::PasskeyRemoved => "passkey_removed",
            What::PasskeyCopied => "passkey_copied",
        }
    }

    /// The subject, and the sentence that says it.
    fn words(self, w: Words, site: &str) -> (&'static str, String) {
        match self {
            What::PasswordReset => (w.notice_password_subject(), w.notice_password_reset(site)),
            What::PasswordChanged => (w.notice_password_subject(), w.notice_password_changed(site)),
            What::SessionLimit => (w.notice_limit_subject(), w.notice_limit(site)),
            What::SessionsEnded => (w.notice_ended_subject(), w.notice_ended(site)),
            What::AddressAssisted => (w.letter_email_done_subject(), w.notice_assisted(site)),
            What::PasswordPaused => (w.notice_paused_subject(), w.notice_paused(site)),
            What::Unfinished => (w.notice_unfinished_subject(), w.notice_unfinished(site)),
            What::RecoveryCodesMade => (w.notice_recovery_made_subject(), w.notice_recovery_made(site)),
            What::TotpAdded => (w.notice_totp_added_subject(), w.notice_totp_added(site)),
            What::TotpRemoved => (w.notice_totp_removed_subject(), w.notice_totp_removed(site)),
            What::OrganizationLinked => (
                w.notice_organization_subject(),
                w.notice_organization_linked(site),
            ),
            What::OrganizationUnlinked => (
                w.notice_organization_off_subject(),
                w.notice_organization_unlinked(site),
            ),
            What::PasskeyAdded => (w.notice_passkey_added_subject(), w.notice_passkey_added(site)),
            What::PasskeyRemoved => (w.notice_passkey_removed_subject(), w.notice_passkey_removed(site)),
            What::PasskeyCopied => (w.notice_passkey_copied_subject(), w.notice_passkey_copied(site)),
            What::RecoveryCodeUsed => (w.notice_recovery_used_subject(), w.notice_recovery_used(site)),
        }
    }
}

/// Posts it to the account's address, in its language: it has happened now.
pub fn tell(tx: &mut Tx<'_>, id: Id<Account>, what: What, whence: &Whence) -> Result<(), Fault> {
    let now = tx.now();
    tell_of(tx, id, what, now, whence)
}

/// The same about something that happened at another time.
pub fn tell_of(
    tx: &mut Tx<'_>,
    id: Id<Account>,
    what: What,
    at: Timestamp,
    whence: &Whence,
) -> Result<(), Fault> {
    let Some(account) = account::by_id(tx, id)? else {
        return Ok(());
    };
    let to =
        Email::parse(&account.email).map_err(|_| Fault::new("an account with an address that is none"))?;
    let letter = mail::Post {
        kind: super::NOTICE,
        to: &to,
        locale: Locale::parse(&account.locale).unwrap_or(Locale::En),
        about: Some(id.uuid()),
        data: json!({"what": what.code(), "at": at, "ip": whence.ip, "ua": whence.ua, "zone": whence.zone}),
    };
    mail::post(tx, letter)?;
    Ok(())
}

pub fn render(tx: &mut Tx<'_>, letter: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let what = What::ALL
        .into_iter()
        .find(|what| letter.data["what"] == what.code());
    let (Some(what), Some(about)) = (what, letter.about) else {
        return Ok(None);
    };
    let Some(account) = account::by_id(tx, Id::from_uuid(about))? else {
        return Ok(None);
    };
    let w = Words(letter.locale);
    let at = letter.data["at"].as_str().and_then(|at| at.parse().ok());
    let at = at.unwrap_or(letter.created_at);
    let facts = facts(w, &account.email, at, &whence(&letter.data));
    let said = Said {
        what,
        name: &account.name,
        facts,
    };
    parts(letter.locale, said, &setting.site_name, &setting.public_url)
        .letter()
        .map(Some)
}

struct Said<'a> {
    what: What,
    name: &'a str,
    facts: Vec<String>,
}

fn parts(locale: Locale, said: Said<'_>, site: &str, public_url: &str) -> Parts {
    let w = Words(locale);
    let (subject, fact) = said.what.words(w, site);
    Parts {
        lang: locale.tag(),
        dir: locale.dir(),
        site: site.to_owned(),
        subject: subject.to_owned(),
        hello: w.letter_hello(short(said.name)),
        fact,
        act: Some(w.notice_act().to_owned()),
        url: format!("{public_url}/reset"),
        button: w.letter_reset_button(),
        before_code: Vec::new(),
        code: None,
        facts: said.facts,
        last: vec![w.notice_last().to_owned()],
    }
}

pub fn samples(locale: Locale) -> Vec<Letter> {
    let flow = link::sample_flow(locale, "sign_in");
    let letters = What::ALL.into_iter().filter_map(|what| {
        let facts = facts(Words(locale), &flow.email, flow.created_at, &sample_whence(&flow));
        let said = Said {
            what,
            name: "Mele Taufa",
            facts,
        };
        let site = "Asia-Pacific Cooperation Forum";
        parts(locale, said, site, "https://forum.example").letter().ok()
    });
    letters.collect()
}
