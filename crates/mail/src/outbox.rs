//! The outbox: rows that say which letter is to be written for whom, and where each stands.
use crate::Outcome;
use base::{Email, Fault, Id, Result};
use db::{Tx, params, sql};
use i18n::Locale;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use uuid::Uuid;

/// Waits between the tries; the last goes on.
const WAITS: [i64; 5] = [5, 15, 45, 120, 300];
/// After so many tries (about two days) a letter is given up.
const TRIES: i64 = 600;

/// A letter to be written.
pub struct Post<'a> {
    pub kind: &'static str,
    pub to: &'a Email,
    pub locale: Locale,
    /// The row it is about.
    pub about: Option<Uuid>,
    pub data: Value,
}

/// A letter on its way.
#[derive(Debug, Clone)]
pub struct Outgoing {
    pub id: Id<Outgoing>,
    pub kind: String,
    pub to: Email,
    pub locale: Locale,
    pub about: Option<Uuid>,
    pub data: Value,
    pub message_id: String,
    pub tries: i64,
    pub created_at: Timestamp,
}

db::record! {
    struct Stored {
        id: Id<Outgoing>,
        kind: String,
        to_address: Email,
        locale: String,
        about: Option<Uuid>,
        data: Value,
        message_id: String,
        tries: i64,
        created_at: Timestamp,
    }
}

impl From<Stored> for Outgoing {
    fn from(row: Stored) -> Outgoing {
        Outgoing {
            id: row.id,
            kind: row.kind,
            to: row.to_address,
            locale: Locale::parse(&row.locale).unwrap_or(Locale::En),
            about: row.about,
            data: row.data,
            message_id: row.message_id,
            tries: row.tries,
            created_at: row.created_at,
        }
    }
}

/// Asks for a letter, in the transaction of the rule that wants it. Call [`crate::wake`] after the commit, or it waits
/// for the worker's next look.
pub fn post(tx: &mut Tx<'_>, post: Post<'_>) -> Result<Id<Outgoing>> {
    let (id, now): (Id<Outgoing>, _) = (tx.new_id(), tx.now());
    // One Message-ID for all tries; the sender's domain is added when the letter is written.
    let message_id = id.to_string();
    tx.run(
        sql!(
            "insert into outbox (id, kind, to_address, locale, about, data, message_id, state, not_before, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $8)"
        ),
        params![id, post.kind, post.to, post.locale.tag(), post.about, post.data, message_id, now],
    )?;
    Ok(id)
}

/// Takes the next letter that is due, for one worker alone; after the `lease` another may take it.
pub(crate) fn take(tx: &mut Tx<'_>, lease: SignedDuration) -> Result<Option<Outgoing>> {
    let now = tx.now();
    let row: Option<Stored> = tx.maybe(
        sql!(
            "update outbox set locked_until = $1, tries = tries + 1
             where id = (select id from outbox where state = 'waiting' and not_before <= $2
                         and (locked_until is null or locked_until <= $2) order by not_before, id limit 1)
               and state = 'waiting' and (locked_until is null or locked_until <= $2)
             returning id, kind, to_address, locale, about, data, message_id, tries, created_at"
        ),
        params![now + lease, now],
    )?;
    Ok(row.map(Outgoing::from))
}

/// Notes how a try ended.
pub(crate) fn record(tx: &mut Tx<'_>, letter: &Outgoing, outcome: Outcome, error: &str) -> Result<()> {
    let now = tx.now();
    let state = match outcome {
        Outcome::Accepted => "sent",
        Outcome::Refused => "refused",
        Outcome::RefusedForNow | Outcome::Unknown if letter.tries >= TRIES => "refused",
        Outcome::RefusedForNow | Outcome::Unknown => "waiting",
    };
    let place = usize::try_from(letter.tries.max(1) - 1)
        .unwrap_or(0)
        .min(WAITS.len() - 1);
    let done = (state != "waiting").then_some(now);
    let again = now + SignedDuration::from_secs(WAITS[place]);
    tx.run(
        sql!(
            "update outbox set state = $1, done_at = $2, not_before = $3, locked_until = null, last_error = $4
             where id = $5 and state = 'waiting'"
        ),
        params![
            state,
            done,
            again,
            (!error.is_empty()).then_some(error),
            letter.id
        ],
    )?;
    Ok(())
}

/// A relay is back: what waits for its next try goes now.
pub(crate) fn all_are_due(tx: &mut Tx<'_>) -> Result<()> {
    let now = tx.now();
    tx.run(
        sql!("update outbox set not_before = $1 where state = 'waiting' and not_before > $1"),
        params![now],
    )?;
    Ok(())
}

/// Closes a letter that nobody needs any more.
pub(crate) fn drop_unwanted(tx: &mut Tx<'_>, letter: &Outgoing) -> Result<()> {
    let now = tx.now();
    tx.run(
        sql!("update outbox set state = 'dropped', done_at = $1, locked_until = null where id = $2"),
        params![now, letter.id],
    )?;
    Ok(())
}

db::record! {
    /// Where a letter stands.
    #[derive(Debug, Clone)]
    pub struct Standing {
        pub id: Id<Outgoing>,
        pub to_address: Email,
        pub state: String,
        pub tries: i64,
        pub last_error: Option<String>,
        pub created_at: Timestamp,
        pub done_at: Option<Timestamp>,
    }
}

/// The newest letter of a kind about something.
pub fn newest(tx: &mut Tx<'_>, kind: &str, about: Uuid) -> Result<Option<Standing>> {
    tx.maybe(
        sql!(
            "select id, to_address, state, tries, last_error, created_at, done_at from outbox
             where about = $1 and kind = $2 order by created_at desc, id desc limit 1"
        ),
        params![about, kind],
    )
}

/// Letters that wait for their time or their next try.
pub fn waiting(tx: &mut Tx<'_>) -> Result<i64> {
    let (count,): (i64,) = tx.one(
        sql!("select cast(count(*) as bigint) from outbox where state = 'waiting'"),
        &[],
    )?;
    Ok(count)
}

/// Since when the oldest waiting letter waits: for operators.
pub fn oldest_waiting(tx: &mut Tx<'_>) -> Result<Option<Timestamp>, Fault> {
    let row: Option<(Timestamp,)> = tx.maybe(
        sql!("select created_at from outbox where state = 'waiting' order by created_at, id limit 1"),
        &[],
    )?;
    Ok(row.map(|(at,)| at))
}
