//! The way in when no letter arrives: a link made on the server's console. It is bound to no browser and does nothing by
//! itself; its page asks the password, and the other administrators are told.

use base::{Email, Fault, Id};
use db::{Tx, params, record, sql};
use i18n::Locale;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::complete::{Asking, Refused};
use crate::flows::Standing;
use crate::model::{Account, SignedIn};
use crate::roles::{self, Role};
use crate::{account, audit, known_browser, mails, secrets, session};

/// How long it is good.
pub const LIFE: SignedDuration = SignedDuration::from_mins(10);
/// Wrong passwords before it is locked.
pub const TRIES: i64 = 5;

/// Why no link was made.
#[derive(Debug)]
pub enum NotMade {
    /// No account has this address, or it may not sign in, or it has no password that the page could ask.
    NoAccount,
    /// A reason is one line of 1 to 500 characters.
    NoReason,
    Fault(Fault),
}
db::refusal!(NotMade);

/// Makes a link for an account and tells the other administrators in letters whose times are those of `zone`. Answers the
/// token, which is stored nowhere.
pub fn make(tx: &mut Tx<'_>, email: &Email, reason: &str, zone: &str) -> Result<String, NotMade> {
    let reason = one_line(reason).ok_or(NotMade::NoReason)?;
    let account = account::credentials(tx, email)?.ok_or(NotMade::NoAccount)?;
    let token = secrets::link_token(tx.random());
    let (id, now): (Id<ConsoleLink>, _) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into console_link (id, account_id, auth_epoch, token_hash, reason, created_at, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![
            id,
            account.account,
            account.auth_epoch,
            &secrets::hash(&token)[..],
            reason.as_str(),
            now,
            now + LIFE
        ],
    )?;
    note(tx, "console_link.made", account.account, &reason, "", "")?;
    for other in roles::holders(tx, Role::Administrator)? {
        let other = account::by_id(tx, other)?.filter(|o| o.id != account.account && o.disabled_at.is_none());
        let Some(other) = other else { continue };
        let to =
            Email::parse(&other.email).map_err(|_| Fault::new("an account with an address that is none"))?;
        mail::post(
            tx,
            mail::Post {
                kind: mails::CONSOLE_LINK,
                to: &to,
                locale: Locale::parse(&other.locale).unwrap_or(Locale::En),
                about: Some(id.uuid()),
                data: json!({"name": other.name, "zone": zone}),
            },
        )?;
    }
    Ok(token)
}

fn one_line(reason: &str) -> Option<String> {
    let words: Vec<&str> = reason
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    let line = words.join(" ");
    (1..=500).contains(&line.chars().count()).then_some(line)
}

record! {
    /// A link with the account it is for.
    #[derive(Clone, Debug)]
    pub struct ConsoleLink {
        pub id: Id<ConsoleLink>,
        pub account_id: Id<Account>,
        pub email: String,
        pub name: String,
        /// Nothing when the account may not sign in any more, or its password is another by now.
        pub password_phc: Option<String>,
        pub reason: String,
        pub tries: i64,
        pub created_at: Timestamp,
        pub expires_at: Timestamp,
        pub used_at: Option<Timestamp>,
        pub used_ua: Option<String>,
    }
}

impl ConsoleLink {
    /// Where it stands.
    pub fn standing(&self, now: Timestamp) -> Standing {
        if let Some(at) = self.used_at {
            let ua = self.used_ua.clone().unwrap_or_default();
            Standing::Used { at, ua }
        } else if self.expires_at <= now {
            Standing::Expired { at: self.expires_at }
        } else if self.tries >= TRIES || self.password_phc.is_none() {
            Standing::Ended("locked".to_owned())
        } else {
            Standing::Alive
        }
    }
}

/// The link of a token; `None` when nobody knows it (any more).
pub fn by_token(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<ConsoleLink>, Fault> {
    tx.maybe(
        sql!(
            "select l.id, l.account_id, a.email, a.name, l.reason, l.tries, l.created_at, l.expires_at, l.used_at, l.used_ua,
                 case when a.disabled_at is null and a.auth_epoch = l.auth_epoch then a.password_phc end as password_phc
             from console_link l join account a on a.id = l.account_id where l.token_hash = $1"
        ),
        params![&token_hash[..]],
    )
}

/// One by its id, for the letter about it.
pub fn by_id(tx: &mut Tx<'_>, id: Id<ConsoleLink>) -> Result<Option<ConsoleLink>, Fault> {
    tx.maybe(
        sql!(
            "select l.id, l.account_id, a.email, a.name, l.reason, l.tries, l.created_at, l.expires_at, l.used_at, l.used_ua,
                 a.password_phc
             from console_link l join account a on a.id = l.account_id where l.id = $1"
        ),
        params![id],
    )
}

/// Counts a try. `false`: the link can not be used any more. To be committed before a password is compared.
pub fn count_try(tx: &mut Tx<'_>, link: Id<ConsoleLink>) -> Result<bool, Fault> {
    let now = tx.now();
    let counted = tx.run(
        sql!(
            "update console_link set tries = tries + 1
             where id = $1 and used_at is null and expires_at > $2 and tries < 5"
        ),
        params![link, now],
    )?;
    Ok(counted == 1)
}

/// Gives a try back: the password was not compared after all.
pub fn give_back(tx: &mut Tx<'_>, link: Id<ConsoleLink>) -> Result<(), Fault> {
    tx.run(
        sql!("update console_link set tries = tries - 1 where id = $1 and tries > 0"),
        params![link],
    )?;
    Ok(())
}

/// Writes a wrong password down.
pub fn failed(tx: &mut Tx<'_>, link: &ConsoleLink, asking: &Asking) -> Result<(), Fault> {
    let (ip, ua) = (asking.ip.as_str(), asking.ua.as_str());
    note(tx, "console_link.password_wrong", link.account_id, "", ip, ua)
}

/// After the right password: one statement decides, and whoever it answers is in.
pub fn sign_in(tx: &mut Tx<'_>, link: Id<ConsoleLink>, asking: &Asking) -> Result<SignedIn, Refused> {
    let now = tx.now();
    let used: Option<(Id<Account>, i64, String)> = tx.maybe(
        sql!(
            "update console_link set used_at = $1, used_ua = $2
             where id = $3 and used_at is null and expires_at > $1
                 and auth_epoch = (select a.auth_epoch from account a
                     where a.id = console_link.account_id and a.disabled_at is null)
             returning account_id, auth_epoch, reason"
        ),
        params![now, asking.ua.as_str(), link],
    )?;
    let (account, epoch, reason) = used.ok_or(Refused::NotNow)?;
    let method = "console";
    let new = session::New {
        account,
        flow: None,
        epoch,
        method,
        offer_on: None,
    };
    let (cookie, lasts) = session::open(tx, &new, asking)?;
    known_browser::remember(tx, account, &asking.browser, epoch)?;
    note(tx, "console_link.used", account, &reason, &asking.ip, &asking.ua)?;
    Ok(SignedIn {
        account,
        cookie,
        lasts,
        method,
        next: "/account".to_owned(),
    })
}

fn note(
    tx: &mut Tx<'_>,
    event: &'static str,
    account: Id<Account>,
    detail: &str,
    ip: &str,
    ua: &str,
) -> Result<(), Fault> {
    let note = audit::Note {
        event,
        account,
        flow: None,
        detail,
        ip,
        ua,
    };
    audit::note(tx, &note)
}
