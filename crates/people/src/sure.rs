//! Asking again before what matters: whoever has just shown who she is, is not asked for ten minutes. Shown by the password
//! and a code from a letter, by a code of the authenticator, or by a passkey; a further way is one more [`Proof`].

use base::{Email, Fault, Id};
use db::{Tx, params, record, sql};
use i18n::Locale;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::audit::{self, Note};
use crate::model::{Account, CODE_TRIES, LINK_LIFE, LINK_PAUSE, Session, Whence};
use crate::session::{self, Signed};
use crate::{account, mails, secrets};

/// Nothing is asked again for so long.
pub const GOOD_FOR: SignedDuration = SignedDuration::from_mins(10);

/// How somebody signed in has shown once more who she is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The password, then a code from a letter to her address.
    PasswordAndCode,
    /// A code of the authenticator.
    Totp,
    /// A new sign-in with an organization's account that is linked, where enough was asked.
    Organization,
    /// A passkey.
    Passkey,
}

impl Proof {
    fn code(self) -> &'static str {
        match self {
            Proof::PasswordAndCode => "password and code",
            Proof::Totp => "authenticator",
            Proof::Organization => "organization",
            Proof::Passkey => "passkey",
        }
    }
}

record! {
    /// A code that was asked for in a browser.
    #[derive(Clone, Debug)]
    pub struct SureCode {
        pub id: Id<SureCode>,
        pub session_id: Id<Session>,
        pub account_id: Id<Account>,
        pub code_mac: Option<Vec<u8>>,
        pub created_at: Timestamp,
        pub expires_at: Timestamp,
    }
}

/// After the right password: a code goes to the address, one a minute for each browser.
pub fn ask(tx: &mut Tx<'_>, signed: &Signed, locale: Locale, whence: &Whence) -> Result<(), Fault> {
    let now = tx.now();
    let newest = asked(tx, signed.id)?;
    if newest.is_some_and(|code| code.created_at > now - LINK_PAUSE) {
        return Ok(());
    }
    let id: Id<SureCode> = tx.new_id();
    tx.run(
        sql!(
            "insert into sure_code (id, session_id, account_id, created_at, expires_at)
             values ($1, $2, $3, $4, $5)"
        ),
        params![id, signed.id, signed.account_id, now, now + LINK_LIFE],
    )?;
    let to =
        Email::parse(&signed.email).map_err(|_| Fault::new("an account with an address that is none"))?;
    let letter = mail::Post {
        kind: mails::SURE,
        to: &to,
        locale,
        about: Some(id.uuid()),
        data: json!({"ip": whence.ip, "ua": whence.ua, "zone": whence.zone}),
    };
    mail::post(tx, letter)?;
    Ok(())
}

/// The newest code of a browser that can still be typed.
pub fn asked(tx: &mut Tx<'_>, session: Id<Session>) -> Result<Option<SureCode>, Fault> {
    let now = tx.now();
    let mut found: Vec<SureCode> = tx.all(
        sql!(
            "select id, session_id, account_id, code_mac, created_at, expires_at from sure_code
             where session_id = $1 and used_at is null and expires_at > $2
             order by created_at desc, id desc limit 1"
        ),
        params![session, now],
    )?;
    Ok(found.pop())
}

/// A fresh code; it exists here and in the letter only.
pub struct Minted {
    pub account: Account,
    pub code: String,
    pub until: Timestamp,
}

/// Makes the code of a letter at its hand-over, if the browser still waits for it. `key` is the server's own.
pub fn mint(tx: &mut Tx<'_>, id: Id<SureCode>, key: &[u8]) -> Result<Option<Minted>, Fault> {
    let now = tx.now();
    let waiting: Option<(Id<Account>,)> = tx.maybe(
        sql!(
            "select c.account_id from sure_code c join signin_session s on s.id = c.session_id
                 join account a on a.id = c.account_id
             where c.id = $1 and c.used_at is null and s.revoked_at is null and s.abs_until > $2
                 and a.disabled_at is null and a.auth_epoch = s.auth_epoch"
        ),
        params![id, now],
    )?;
    let Some((account,)) = waiting else {
        return Ok(None);
    };
    let Some(account) = account::by_id(tx, account)? else {
        return Ok(None);
    };
    let (code, until) = (secrets::code(tx.random()), now + LINK_LIFE);
    tx.run(
        sql!("update sure_code set code_mac = $1, expires_at = $2, sent_at = $3 where id = $4"),
        params![&secrets::code_mac(key, id.uuid(), &code)[..], until, now, id],
    )?;
    Ok(Some(Minted { account, code, until }))
}

/// Counts a try, of the password or the code. `false`: there was one too many. To be committed before anything is compared.
pub fn count_try(tx: &mut Tx<'_>, session: Id<Session>) -> Result<bool, Fault> {
    let counted = tx.run(
        sql!("update signin_session set sure_tries = sure_tries + 1 where id = $1 and sure_tries < 5"),
        params![session],
    )?;
    Ok(counted == 1)
}

/// After a wrong one: the fifth ends the session, for whoever sits there does not know. Answers how many are left.
pub fn failed(tx: &mut Tx<'_>, signed: &Signed, whence: &Whence) -> Result<i64, Fault> {
    let (tries,): (i64,) = tx.one(
        sql!("select sure_tries from signin_session where id = $1"),
        params![signed.id],
    )?;
    tell(tx, "session.proof_failed", signed, "", whence)?;
    if tries >= CODE_TRIES {
        let now = tx.now();
        tx.run(
            sql!(
                "update signin_session set revoked_at = $1, reason = 'too many tries'
                 where id = $2 and revoked_at is null"
            ),
            params![now, signed.id],
        )?;
    }
    Ok(CODE_TRIES - tries)
}

/// Gives a try back: nothing was compared after all.
pub fn give_back(tx: &mut Tx<'_>, session: Id<Session>) -> Result<(), Fault> {
    tx.run(
        sql!("update signin_session set sure_tries = sure_tries - 1 where id = $1 and sure_tries > 0"),
        params![session],
    )?;
    Ok(())
}

/// Whether this is the code.
pub fn matches(code: &SureCode, typed: &str, key: &[u8]) -> bool {
    let mac = secrets::code_mac(key, code.id.uuid(), &secrets::tidy_code(typed));
    code.code_mac
        .as_deref()
        .is_some_and(|stored| secrets::same(stored, &mac))
}

/// She has shown who she is: nothing is asked for ten minutes, and the browser gets a new cookie.
pub fn prove(
    tx: &mut Tx<'_>,
    signed: &Signed,
    proof: Proof,
    whence: &Whence,
) -> Result<(String, SignedDuration), Fault> {
    let now = tx.now();
    tx.run(
        sql!("update signin_session set sure_until = $1, sure_tries = 0 where id = $2"),
        params![now + GOOD_FOR, signed.id],
    )?;
    tx.run(
        sql!("update sure_code set used_at = $1 where session_id = $2 and used_at is null"),
        params![now, signed.id],
    )?;
    tell(tx, "session.proved", signed, proof.code(), whence)?;
    session::rotate(tx, signed)
}

fn tell(
    tx: &mut Tx<'_>,
    event: &'static str,
    signed: &Signed,
    detail: &str,
    whence: &Whence,
) -> Result<(), Fault> {
    let note = Note::of(event, signed.account_id, detail, whence);
    audit::by(tx, signed.account_id, &note)
}
