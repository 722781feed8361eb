//! Another address for an account: asked for in a signed-in browser, confirmed from both mailboxes within a day, and for a
//! week undone from the old one by a typed word. Until both have confirmed nothing changes.

use base::{Email, Fault, Id};
use db::{Tx, params, record, sql};
use i18n::Locale;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::audit::{self, Note};
use crate::mails;
use crate::model::{Account, Whence};
use crate::session::{self, Signed};
use crate::{account, secrets};

/// Both confirm within this.
pub const LIFE: SignedDuration = SignedDuration::from_hours(24);
/// The old address can undo it for so long.
pub const UNDO: SignedDuration = SignedDuration::from_hours(24 * 7);

/// Why nothing was confirmed or undone.
#[derive(Debug)]
pub enum Refused {
    /// Over, replaced, taken meanwhile, or of another account.
    NotNow,
    Fault(Fault),
}
db::refusal!(Refused);

record! {
    /// A change under way, or done.
    #[derive(Clone, Debug)]
    pub struct Change {
        pub id: Id<Change>,
        pub account_id: Id<Account>,
        pub name: String,
        pub old_email: Email,
        pub new_email: Email,
        pub state: String,
        pub current: bool,
        pub created_at: Timestamp,
        pub expires_at: Timestamp,
        pub old_confirmed_at: Option<Timestamp>,
        pub new_confirmed_at: Option<Timestamp>,
        pub undo_until: Option<Timestamp>,
    }
}

impl Change {
    /// Whether a mailbox can still confirm it.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.state == "waiting" && self.current && self.expires_at > now
    }

    /// Whether it can still be undone.
    pub fn can_be_undone(&self, now: Timestamp) -> bool {
        self.state == "done" && self.undo_until.is_some_and(|until| until > now)
    }
}

/// Which letter of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Old,
    New,
}

/// Asks for it. An address that has an account looks the same; its owner is told, and it can never be completed.
pub fn ask(tx: &mut Tx<'_>, signed: &Signed, new: &Email, whence: &Whence) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(
        sql!("update email_change set state = 'replaced' where account_id = $1 and state = 'waiting'"),
        params![signed.account_id],
    )?;
    let id: Id<Change> = tx.new_id();
    tx.run(
        sql!(
            "insert into email_change (id, account_id, auth_epoch, old_email, new_email, new_norm, state, created_at, expires_at)
             select $1, a.id, a.auth_epoch, a.email, $3, $4, 'waiting', $5, $6 from account a where a.id = $2"
        ),
        params![
            id,
            signed.account_id,
            new.as_str(),
            new.normal(),
            now,
            now + LIFE
        ],
    )?;
    let old =
        Email::parse(&signed.email).map_err(|_| Fault::new("an account with an address that is none"))?;
    let locale = Locale::parse(&signed.locale).unwrap_or(Locale::En);
    let owner = account::by_email(tx, new)?;
    let (second, about, locale_of_second) = match owner {
        Some(owner) => (
            mails::EMAIL_TAKEN,
            owner.id.uuid(),
            Locale::parse(&owner.locale).unwrap_or(locale),
        ),
        None => (mails::EMAIL_NEW, id.uuid(), locale),
    };
    for (kind, to, about, locale) in [
        (mails::EMAIL_OLD, &old, id.uuid(), locale),
        (second, new, about, locale_of_second),
    ] {
        let data = json!({"ip": whence.ip, "ua": whence.ua, "zone": whence.zone});
        let letter = mail::Post {
            kind,
            to,
            locale,
            about: Some(about),
            data,
        };
        mail::post(tx, letter)?;
    }
    tell(tx, "account.email_change_asked", signed.account_id, whence)
}

fn tell(tx: &mut Tx<'_>, event: &'static str, account: Id<Account>, whence: &Whence) -> Result<(), Fault> {
    let note = Note::of(event, account, "", whence);
    audit::note(tx, &note)
}

/// One by its id.
pub fn by_id(tx: &mut Tx<'_>, id: Id<Change>) -> Result<Option<Change>, Fault> {
    tx.maybe(
        sql!(
            "select c.id, c.account_id, a.name, c.old_email, c.new_email, c.state, c.created_at, c.expires_at,
                 c.old_confirmed_at, c.new_confirmed_at, c.undo_until,
                 a.disabled_at is null and a.auth_epoch = c.auth_epoch as current
             from email_change c join account a on a.id = c.account_id where c.id = $1"
        ),
        params![id],
    )
}

/// The change that waits for its mailboxes, if one does.
pub fn waiting(tx: &mut Tx<'_>, account: Id<Account>) -> Result<Option<Change>, Fault> {
    let now = tx.now();
    let found: Vec<(Id<Change>,)> = tx.all(
        sql!(
            "select id from email_change where account_id = $1 and state = 'waiting' and expires_at > $2
             order by created_at desc, id desc limit 1"
        ),
        params![account, now],
    )?;
    let change = match found.first() {
        Some(&(id,)) => by_id(tx, id)?,
        None => None,
    };
    Ok(change.filter(|change| change.is_open(now)))
}

/// Makes the token of a letter at its hand-over, if it is still wanted.
pub fn mint(tx: &mut Tx<'_>, id: Id<Change>, side: Side) -> Result<Option<(Change, String)>, Fault> {
    let now = tx.now();
    let Some(change) = by_id(tx, id)?.filter(|change| change.is_open(now)) else {
        return Ok(None);
    };
    let token = secrets::link_token(tx.random());
    let hash = secrets::hash(&token);
    match side {
        Side::Old => tx.run(
            sql!("update email_change set old_token_hash = $1 where id = $2"),
            params![&hash[..], id],
        )?,
        Side::New => tx.run(
            sql!("update email_change set new_token_hash = $1 where id = $2"),
            params![&hash[..], id],
        )?,
    };
    Ok(Some((change, token)))
}

/// The change a token belongs to, and whose letter it came in.
pub fn by_token(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<(Change, Side)>, Fault> {
    let found: Option<(Id<Change>, bool)> = tx.maybe(
        sql!(
            "select id, coalesce(old_token_hash = $1, false) from email_change
             where old_token_hash = $1 or new_token_hash = $1"
        ),
        params![&token_hash[..]],
    )?;
    let Some((id, old)) = found else { return Ok(None) };
    let side = if old { Side::Old } else { Side::New };
    Ok(by_id(tx, id)?.map(|change| (change, side)))
}

/// What a confirmation came to.
#[derive(Debug)]
pub enum Confirmed {
    /// The other mailbox has to confirm too.
    Half,
    /// The address has changed; this browser goes on with a new cookie.
    Done { cookie: String, lasts: SignedDuration },
}

/// A mailbox confirms, in a browser that is signed in to the account.
pub fn confirm(
    tx: &mut Tx<'_>,
    signed: &Signed,
    token_hash: &[u8; 32],
    whence: &Whence,
) -> Result<Confirmed, Refused> {
    let now = tx.now();
    let (change, side) = by_token(tx, token_hash)?.ok_or(Refused::NotNow)?;
    if !change.is_open(now) || change.account_id != signed.account_id {
        return Err(Refused::NotNow);
    }
    match side {
        Side::Old => tx.run(
            sql!("update email_change set old_confirmed_at = $1 where id = $2 and old_confirmed_at is null"),
            params![now, change.id],
        )?,
        Side::New => tx.run(
            sql!("update email_change set new_confirmed_at = $1 where id = $2 and new_confirmed_at is null"),
            params![now, change.id],
        )?,
    };
    settle(tx, signed, &change, whence)
}

/// A passkey of the account confirms in place of the old mailbox.
pub fn confirm_without_mailbox(
    tx: &mut Tx<'_>,
    signed: &Signed,
    whence: &Whence,
) -> Result<Confirmed, Refused> {
    let now = tx.now();
    let change = waiting(tx, signed.account_id)?.ok_or(Refused::NotNow)?;
    tx.run(
        sql!("update email_change set old_confirmed_at = $1 where id = $2 and old_confirmed_at is null"),
        params![now, change.id],
    )?;
    settle(tx, signed, &change, whence)
}

/// Changes the address once both have confirmed.
fn settle(tx: &mut Tx<'_>, signed: &Signed, change: &Change, whence: &Whence) -> Result<Confirmed, Refused> {
    let now = tx.now();
    let both = tx.run(
        sql!(
            "update email_change set state = 'done', done_at = $1, undo_until = $2
             where id = $3 and state = 'waiting' and old_confirmed_at is not null and new_confirmed_at is not null"
        ),
        params![now, now + UNDO, change.id],
    )?;
    if both == 0 {
        return Ok(Confirmed::Half);
    }
    take(tx, change.account_id, &change.new_email)?;
    tell(tx, "account.email_changed", change.account_id, whence)?;
    mail::post(
        tx,
        mail::Post {
            kind: mails::EMAIL_UNDO,
            to: &change.old_email,
            locale: Locale::parse(&signed.locale).unwrap_or(Locale::En),
            about: Some(change.id.uuid()),
            data: json!({"ip": whence.ip, "ua": whence.ua, "zone": whence.zone}),
        },
    )?;
    let (cookie, lasts) = session::rotate(tx, signed)?;
    Ok(Confirmed::Done { cookie, lasts })
}

/// Gives an account an address that is nobody else's, and ends all that rests on the old one.
fn take(tx: &mut Tx<'_>, account: Id<Account>, email: &Email) -> Result<(), Refused> {
    if account::by_email(tx, email)?.is_some_and(|other| other.id != account) {
        return Err(Refused::NotNow);
    }
    account::set_email(tx, account, email)?;
    Ok(session::end_all(tx, account)?)
}

/// Makes the token of the letter to the old address.
pub fn mint_undo(tx: &mut Tx<'_>, id: Id<Change>) -> Result<Option<(Change, String)>, Fault> {
    let now = tx.now();
    let Some(change) = by_id(tx, id)?.filter(|change| change.can_be_undone(now)) else {
        return Ok(None);
    };
    let token = secrets::link_token(tx.random());
    tx.run(
        sql!("update email_change set undo_token_hash = $1 where id = $2"),
        params![&secrets::hash(&token)[..], id],
    )?;
    Ok(Some((change, token)))
}

/// The change a link of the old address can undo.
pub fn undoable(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<Change>, Fault> {
    let found: Option<(Id<Change>,)> = tx.maybe(
        sql!("select id from email_change where undo_token_hash = $1"),
        params![&token_hash[..]],
    )?;
    match found {
        Some((id,)) => by_id(tx, id),
        None => Ok(None),
    }
}

/// Undoes it: the old address is back, and everybody is signed out.
pub fn undo(tx: &mut Tx<'_>, token_hash: &[u8; 32], whence: &Whence) -> Result<(), Refused> {
    let now = tx.now();
    let undone: Option<(Id<Account>, Email)> = tx.maybe(
        sql!(
            "update email_change set state = 'undone', undone_at = $1
             where undo_token_hash = $2 and state = 'done' and undo_until > $1 returning account_id, old_email"
        ),
        params![now, &token_hash[..]],
    )?;
    let (account, old) = undone.ok_or(Refused::NotNow)?;
    take(tx, account, &old)?;
    Ok(tell(tx, "account.email_change_undone", account, whence)?)
}
