//! The rule that after a password only the letter will do: no authenticator and no recovery code in its place. With and
//! without it a second step is asked; there is no way to have none.
//!
//! It is switched on only where it can lock no administrator out: a test letter came back lately, and an administrator has
//! a passkey, which needs no letter.

use base::{Fault, Id};
use db::{Tx, params, sql};
use jiff::{SignedDuration, Timestamp};

use crate::audit;
use crate::model::{Account, Whence};
use crate::roles;

/// A test letter that came back so long ago shows nothing any more.
pub const LATELY: SignedDuration = SignedDuration::from_hours(24);

/// Why it is not switched on.
#[derive(Debug)]
pub enum Refused {
    /// No administrator's test letter came back lately.
    NoLetter,
    /// No administrator has a passkey.
    NoPasskey,
    Fault(Fault),
}
db::refusal!(Refused);

/// Since when it is on.
pub fn since(tx: &mut Tx<'_>) -> Result<Option<Timestamp>, Fault> {
    let row: Option<(Timestamp,)> = tx.maybe(sql!("select since from link_rule where place = 1"), &[])?;
    Ok(row.map(|(since,)| since))
}

/// What is in its way.
pub fn look(tx: &mut Tx<'_>) -> Result<(), Refused> {
    if last_came_back(tx)?.is_none_or(|at| at + LATELY <= tx.now()) {
        return Err(Refused::NoLetter);
    }
    if roles::administrators_with_passkey(tx)? == 0 {
        return Err(Refused::NoPasskey);
    }
    Ok(())
}

/// Switches it on, and writes down who did. A second time changes nothing.
pub fn switch_on(tx: &mut Tx<'_>, by: Id<Account>, whence: &Whence) -> Result<(), Refused> {
    look(tx)?;
    let now = tx.now();
    let changed = tx.run(
        sql!("insert into link_rule (place, since, account_id) values (1, $1, $2) on conflict do nothing"),
        params![now, by],
    )?;
    Ok(note(tx, "site.letter_only", changed, by, whence)?)
}

/// Switches it off, and writes down who did: other second steps will do again.
pub fn switch_off(tx: &mut Tx<'_>, by: Id<Account>, whence: &Whence) -> Result<(), Fault> {
    let changed = tx.run(sql!("delete from link_rule where place = 1"), &[])?;
    note(tx, "site.letter_or_other", changed, by, whence)
}

fn note(
    tx: &mut Tx<'_>,
    event: &'static str,
    changed: u64,
    by: Id<Account>,
    whence: &Whence,
) -> Result<(), Fault> {
    if changed == 0 {
        return Ok(());
    }
    let note = audit::Note::of(event, by, "", whence);
    audit::by(tx, by, &note)
}

/// An administrator has read a test letter.
pub fn came_back(tx: &mut Tx<'_>, to: Id<Account>) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(
        sql!(
            "insert into mail_came_back (account_id, at) values ($1, $2)
             on conflict (account_id) do update set at = excluded.at"
        ),
        params![to, now],
    )?;
    Ok(())
}

/// When the last test letter of somebody who is administrator now came back.
pub fn last_came_back(tx: &mut Tx<'_>) -> Result<Option<Timestamp>, Fault> {
    let row: Option<(Timestamp,)> = tx.maybe(
        sql!(
            "select m.at from mail_came_back m join role_grant g on g.account_id = m.account_id
             where g.role = 'administrator' and g.event_id is null order by m.at desc limit 1"
        ),
        &[],
    )?;
    Ok(row.map(|(at,)| at))
}
