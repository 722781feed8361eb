//! The browsers in which a person is signed in: listed, ended one by one or all at once, at most twenty.

use base::{Fault, Id};
use db::{Tx, params, record, sql};
use jiff::{SignedDuration, Timestamp};

use crate::audit::{self, Note};
use crate::mails::notice::{self, What};
use crate::model::{Account, Session, Whence};
use crate::session::{self, Signed};

/// So many at once; the one longest not seen ends when another begins.
pub const MOST: i64 = 20;

record! {
    /// One of them.
    #[derive(Clone, Debug)]
    pub struct Listed {
        pub id: Id<Session>,
        /// How it was signed in: `pwd link`.
        pub amr: String,
        pub ua: String,
        pub ip_first: String,
        pub ip_last: Option<String>,
        pub created_at: Timestamp,
        pub last_seen_at: Timestamp,
    }
}

/// Those of a person, the one seen last first.
pub fn list(tx: &mut Tx<'_>, account: Id<Account>) -> Result<Vec<Listed>, Fault> {
    let now = tx.now();
    tx.all(
        sql!(
            "select s.id, s.amr, s.ua, s.ip_first, s.ip_last, s.created_at, s.last_seen_at
             from signin_session s join account a on a.id = s.account_id
             where s.account_id = $1 and s.revoked_at is null and s.idle_until > $2 and s.abs_until > $2
                 and a.disabled_at is null and a.auth_epoch = s.auth_epoch
             order by s.last_seen_at desc, s.id desc"
        ),
        params![account, now],
    )
}

/// Ends one of a person's own. `false`: it is not hers, or ended before.
pub fn end_one(
    tx: &mut Tx<'_>,
    account: Id<Account>,
    id: Id<Session>,
    whence: &Whence,
) -> Result<bool, Fault> {
    let now = tx.now();
    let ended = tx.run(
        sql!(
            "update signin_session set revoked_at = $1, reason = 'ended by hand'
             where id = $2 and account_id = $3 and revoked_at is null"
        ),
        params![now, id, account],
    )?;
    if ended == 1 {
        tell(tx, "session.ended", account, None, whence)?;
    }
    Ok(ended == 1)
}

/// Ends all but this one, every token, link and sign-in under way. This browser gets a new cookie.
pub fn end_others(
    tx: &mut Tx<'_>,
    signed: &Signed,
    whence: &Whence,
) -> Result<(String, SignedDuration), Fault> {
    session::end_all(tx, signed.account_id)?;
    tell(tx, "session.others_ended", signed.account_id, None, whence)?;
    session::rotate(tx, signed)
}

/// An administrator signs a person out everywhere; she is told.
pub fn end_of(tx: &mut Tx<'_>, by: Id<Account>, account: Id<Account>, whence: &Whence) -> Result<(), Fault> {
    session::end_all(tx, account)?;
    tell(tx, "session.ended_by_administrator", account, Some(by), whence)?;
    notice::tell(tx, account, What::SessionsEnded, whence)
}

fn tell(
    tx: &mut Tx<'_>,
    event: &'static str,
    account: Id<Account>,
    by: Option<Id<Account>>,
    whence: &Whence,
) -> Result<(), Fault> {
    let note = Note::of(event, account, "", whence);
    audit::by(tx, by.unwrap_or(account), &note)
}

/// Makes room for one more, and says so when one had to end for it.
pub fn make_room(tx: &mut Tx<'_>, account: Id<Account>, whence: &Whence) -> Result<(), Fault> {
    let mut alive = list(tx, account)?;
    let room = usize::try_from(MOST - 1).unwrap_or(0);
    if alive.len() <= room {
        return Ok(());
    }
    for over in alive.split_off(room) {
        let now = tx.now();
        tx.run(
            sql!("update signin_session set revoked_at = $1, reason = 'one too many' where id = $2"),
            params![now, over.id],
        )?;
    }
    tell(tx, "session.limit", account, None, whence)?;
    notice::tell(tx, account, What::SessionLimit, whence)
}
