//! Mail in trouble: since when a relay is down or letters do not leave, as every node sees it.
//!
//! Two kinds, each under way once at most. *relay*: one of several is down, and letters leave by another. *letters*: they
//! do not leave, or late: no relay is left, or none of them was taken for a minute although it was due.
use crate::relay;
use base::{Id, Result};
use db::{Tx, params, record, sql};
use jiff::{SignedDuration, Timestamp};

/// A letter that is due and not taken so long is late.
const LATE: SignedDuration = SignedDuration::from_secs(60);
/// Operators are told of what lasts so long.
const LASTS: SignedDuration = SignedDuration::from_secs(30);
/// What is over is forgotten after so long.
const KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);

record! {
    /// Something that keeps letters back.
    #[derive(Debug, Clone)]
    pub struct Trouble {
        pub id: Id<Trouble>,
        /// `relay` or `letters`.
        pub kind: String,
        /// For operators: which relay, and what it said last.
        pub detail: String,
        pub began_at: Timestamp,
        pub ended_at: Option<Timestamp>,
    }
}

/// Letters do not leave.
#[derive(Debug, Clone, Copy)]
pub struct Late {
    pub since: Timestamp,
    /// When the last one left.
    pub last_left: Option<Timestamp>,
}

/// Looks at relays and letters, and writes down what began and what is over. Run by the worker when a relay failed or
/// came back, and by a timer.
pub fn judge(tx: &mut Tx<'_>) -> Result<()> {
    let relays = relay::all(tx)?;
    let down: Vec<String> = relays
        .iter()
        .filter(|relay| relay.is_down())
        .map(|relay| {
            let said = relay.last_error.as_deref().unwrap_or_default();
            format!("{}: {said}", relay.name)
        })
        .collect();
    let (any, all) = (!down.is_empty(), !down.is_empty() && down.len() == relays.len());
    let detail = down.join("; ");
    if any && !all {
        begin(tx, "relay", &detail)?;
    } else if !any {
        end(tx, "relay")?;
    }
    if all {
        begin(tx, "letters", &detail)
    } else if is_nobody_at_work(tx)? {
        let detail = if any {
            detail
        } else {
            "letters are due and not taken".to_owned()
        };
        begin(tx, "letters", &detail)
    } else if has_one_left(tx)? {
        end(tx, "letters")
    } else {
        Ok(())
    }
}

fn begin(tx: &mut Tx<'_>, kind: &str, detail: &str) -> Result<()> {
    let (id, now): (Id<Trouble>, _) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into mail_trouble (id, kind, detail, began_at) values ($1, $2, $3, $4)
             on conflict (kind) where ended_at is null do nothing"
        ),
        params![id, kind, detail, now],
    )?;
    Ok(())
}

fn end(tx: &mut Tx<'_>, kind: &str) -> Result<()> {
    let now = tx.now();
    tx.run(
        sql!("update mail_trouble set ended_at = $1 where kind = $2 and ended_at is null"),
        params![now, kind],
    )?;
    Ok(())
}

/// A letter is due, and no worker takes it.
fn is_nobody_at_work(tx: &mut Tx<'_>) -> Result<bool> {
    let now = tx.now();
    let due: Option<(String,)> = tx.maybe(
        sql!(
            "select kind from outbox where state = 'waiting' and not_before <= $1
             and (locked_until is null or locked_until <= $2) limit 1"
        ),
        params![now - LATE, now],
    )?;
    Ok(due.is_some())
}

/// Since the trouble began a letter has left, or none waits: a relay that answers and refuses everything is no end of it.
fn has_one_left(tx: &mut Tx<'_>) -> Result<bool> {
    let Some(trouble) = under_way(tx)?.into_iter().find(|one| one.kind == "letters") else {
        return Ok(true);
    };
    if last_left(tx)?.is_some_and(|at| at > trouble.began_at) {
        return Ok(true);
    }
    Ok(crate::waiting(tx)? == 0)
}

/// What is under way.
pub fn under_way(tx: &mut Tx<'_>) -> Result<Vec<Trouble>> {
    tx.all(
        sql!(
            "select id, kind, detail, began_at, ended_at from mail_trouble where ended_at is null
             order by began_at, id"
        ),
        &[],
    )
}

/// Whether letters leave late, for the pages of people who wait for one.
pub fn late(tx: &mut Tx<'_>) -> Result<Option<Late>> {
    let all = under_way(tx)?;
    let Some(trouble) = all.iter().find(|one| one.kind == "letters") else {
        return Ok(None);
    };
    Ok(Some(Late {
        since: trouble.began_at,
        last_left: last_left(tx)?,
    }))
}

/// When the last letter left.
pub fn last_left(tx: &mut Tx<'_>) -> Result<Option<Timestamp>> {
    let row: Option<(Option<Timestamp>,)> = tx.maybe(
        sql!("select done_at from outbox where state = 'sent' order by done_at desc limit 1"),
        &[],
    )?;
    Ok(row.and_then(|(at,)| at))
}

/// What operators are to be told now: each thing once. What was over before anybody was told is not told.
pub fn to_tell(tx: &mut Tx<'_>) -> Result<Vec<Trouble>> {
    let now = tx.now();
    let mut all: Vec<Trouble> = tx.all(
        sql!(
            "update mail_trouble set began_told_at = $1
             where ended_at is null and began_told_at is null and began_at <= $2
             returning id, kind, detail, began_at, ended_at"
        ),
        params![now, now - LASTS],
    )?;
    let over: Vec<Trouble> = tx.all(
        sql!(
            "update mail_trouble set ended_told_at = $1
             where ended_at is not null and began_told_at is not null and ended_told_at is null
             returning id, kind, detail, began_at, ended_at"
        ),
        params![now],
    )?;
    all.extend(over);
    tx.run(
        sql!("delete from mail_trouble where ended_at < $1"),
        params![now - KEPT],
    )?;
    Ok(all)
}
