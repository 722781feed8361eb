//! When somebody has lost her mailbox: an administrator asks for another address with a reason, a second one agrees, and the
//! old address has a day to stop it. Nobody sees or sets a password; she chooses one at the new address.

use base::{Email, Fault, Id};
use db::{Tx, params, record, sql};
use i18n::Locale;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::audit::{self, Note};
use crate::mails::notice::{self, What};
use crate::model::{Account, Whence};
use crate::{account, mails, secrets, session};

/// The old address has so long to stop it.
pub const NOTICE: SignedDuration = SignedDuration::from_hours(24);
/// A second administrator agrees within this.
const AGREED_WITHIN: SignedDuration = SignedDuration::from_hours(24 * 7);
/// The longest reason.
pub const LONGEST_REASON: usize = 500;

/// Why nothing was asked for, agreed to or stopped.
#[derive(Debug)]
pub enum Refused {
    /// The new address has an account.
    Known,
    /// Whoever asked can not agree too.
    SamePerson,
    /// Over, stopped, or another is under way.
    NotNow,
    Fault(Fault),
}
db::refusal!(Refused);

record! {
    /// A change that is asked for or agreed to.
    #[derive(Clone, Debug)]
    pub struct Assisted {
        pub id: Id<Assisted>,
        pub account_id: Id<Account>,
        pub name: String,
        pub locale: String,
        pub old_email: Email,
        pub new_email: Email,
        pub reason: String,
        pub state: String,
        pub asked_by: Id<Account>,
        pub asker: String,
        pub due_at: Option<Timestamp>,
    }
}

/// One by its id.
pub fn by_id(tx: &mut Tx<'_>, id: Id<Assisted>) -> Result<Option<Assisted>, Fault> {
    tx.maybe(
        sql!(
            "select c.id, c.account_id, a.name, a.locale, c.old_email, c.new_email, c.reason, c.state, c.asked_by,
                 b.name as asker, c.due_at
             from assisted_change c join account a on a.id = c.account_id join account b on b.id = c.asked_by
             where c.id = $1"
        ),
        params![id],
    )
}

/// The one under way for an account.
pub fn under_way(tx: &mut Tx<'_>, account: Id<Account>) -> Result<Option<Assisted>, Fault> {
    let now = tx.now();
    let found: Vec<(Id<Assisted>,)> = tx.all(
        sql!(
            "select id from assisted_change
             where account_id = $1 and (state = 'agreed' or (state = 'asked' and asked_at > $2))
             order by asked_at desc, id desc limit 1"
        ),
        params![account, now - AGREED_WITHIN],
    )?;
    match found.first() {
        Some(&(id,)) => by_id(tx, id),
        None => Ok(None),
    }
}

/// An administrator asks for it. The reason is one line that was checked before.
pub fn ask(
    tx: &mut Tx<'_>,
    by: Id<Account>,
    id: Id<Account>,
    new: &Email,
    reason: &str,
    whence: &Whence,
) -> Result<(), Refused> {
    if account::by_email(tx, new)?.is_some() {
        return Err(Refused::Known);
    }
    let account = account::by_id(tx, id)?.ok_or(Refused::NotNow)?;
    if under_way(tx, id)?.is_some() || account.disabled_at.is_some() {
        return Err(Refused::NotNow);
    }
    let (change, now): (Id<Assisted>, _) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into assisted_change (id, account_id, old_email, new_email, new_norm, reason, state, asked_by, asked_at)
             values ($1, $2, $3, $4, $5, $6, 'asked', $7, $8)"
        ),
        params![
            change,
            id,
            account.email,
            new.as_str(),
            new.normal(),
            reason,
            by,
            now
        ],
    )?;
    Ok(tell(tx, Some(by), "account.assisted_asked", id, reason, whence)?)
}

fn tell(
    tx: &mut Tx<'_>,
    by: Option<Id<Account>>,
    event: &'static str,
    account: Id<Account>,
    detail: &str,
    whence: &Whence,
) -> Result<(), Fault> {
    let note = Note::of(event, account, detail, whence);
    match by {
        Some(by) => audit::by(tx, by, &note),
        None => audit::note(tx, &note),
    }
}

/// A second administrator agrees: the old address is told, and a day runs.
pub fn agree(tx: &mut Tx<'_>, by: Id<Account>, id: Id<Assisted>, whence: &Whence) -> Result<(), Refused> {
    let change = by_id(tx, id)?.ok_or(Refused::NotNow)?;
    if change.asked_by == by {
        return Err(Refused::SamePerson);
    }
    let now = tx.now();
    let agreed = tx.run(
        sql!(
            "update assisted_change set state = 'agreed', agreed_by = $1, due_at = $2
             where id = $3 and state = 'asked' and asked_at > $4 and asked_by <> $1"
        ),
        params![by, now + NOTICE, id, now - AGREED_WITHIN],
    )?;
    if agreed == 0 {
        return Err(Refused::NotNow);
    }
    mail::post(
        tx,
        mail::Post {
            kind: mails::ASSISTED,
            to: &change.old_email,
            locale: Locale::parse(&change.locale).unwrap_or(Locale::En),
            about: Some(id.uuid()),
            data: json!({"zone": whence.zone}),
        },
    )?;
    let account = change.account_id;
    Ok(tell(
        tx,
        Some(by),
        "account.assisted_agreed",
        account,
        &change.reason,
        whence,
    )?)
}

/// Makes the token of the letter to the old address.
pub fn mint(tx: &mut Tx<'_>, id: Id<Assisted>) -> Result<Option<(Assisted, String)>, Fault> {
    let Some(change) = by_id(tx, id)?.filter(|change| change.state == "agreed") else {
        return Ok(None);
    };
    let token = secrets::link_token(tx.random());
    tx.run(
        sql!("update assisted_change set stop_token_hash = $1 where id = $2"),
        params![&secrets::hash(&token)[..], id],
    )?;
    Ok(Some((change, token)))
}

/// The change a link of the old address can stop.
pub fn by_token(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<Assisted>, Fault> {
    let found: Option<(Id<Assisted>,)> = tx.maybe(
        sql!("select id from assisted_change where stop_token_hash = $1"),
        params![&token_hash[..]],
    )?;
    match found {
        Some((id,)) => by_id(tx, id),
        None => Ok(None),
    }
}

/// Stops it from the old mailbox.
pub fn stop(tx: &mut Tx<'_>, token_hash: &[u8; 32], whence: &Whence) -> Result<(), Refused> {
    let now = tx.now();
    let stopped: Option<(Id<Account>,)> = tx.maybe(
        sql!(
            "update assisted_change set state = 'stopped', ended_at = $1
             where stop_token_hash = $2 and state = 'agreed' returning account_id"
        ),
        params![now, &token_hash[..]],
    )?;
    let (account,) = stopped.ok_or(Refused::NotNow)?;
    Ok(tell(tx, None, "account.assisted_stopped", account, "", whence)?)
}

/// Gives the accounts their new addresses whose day is over; run by a timer.
pub fn carry_out(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now = tx.now();
    let due: Vec<(Id<Assisted>,)> = tx.all(
        sql!("select id from assisted_change where state = 'agreed' and due_at <= $1 order by due_at, id"),
        params![now],
    )?;
    let whence = Whence {
        ip: String::new(),
        ua: String::new(),
        zone: "UTC".to_owned(),
    };
    for (id,) in due {
        let Some(change) = by_id(tx, id)? else { continue };
        let free = account::by_email(tx, &change.new_email)?.is_none();
        let state = if free { "done" } else { "stopped" };
        tx.run(
            sql!("update assisted_change set state = $1, ended_at = $2 where id = $3"),
            params![state, now, id],
        )?;
        if !free {
            continue;
        }
        account::set_email(tx, change.account_id, &change.new_email)?;
        session::end_all(tx, change.account_id)?;
        tell(tx, None, "account.assisted_done", change.account_id, "", &whence)?;
        notice::tell(tx, change.account_id, What::AddressAssisted, &whence)?;
    }
    Ok(())
}
