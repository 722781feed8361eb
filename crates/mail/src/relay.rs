//! The relays letters leave by: how each fares, in rows that all nodes share, and when one that failed is tried again.
use crate::{outbox, trouble};
use base::Result;
use db::{Tx, params, record, sql};
use jiff::{SignedDuration, Timestamp};

/// After so many failures in a row a relay is left alone
const FAILURES: i64 = 3;
/// for so long. Then a connection without a letter tries whether it is back.
const REST: SignedDuration = SignedDuration::from_secs(30);
/// How long one node may take for that before another does it.
const TRIAL: SignedDuration = SignedDuration::from_mins(3);

record! {
    /// How a relay fares.
    #[derive(Debug, Clone)]
    pub struct Relay {
        pub name: String,
        pub failures: i64,
        pub last_error: Option<String>,
    }
}

impl Relay {
    /// No letter is given to it now.
    pub fn is_down(&self) -> bool {
        self.failures >= FAILURES
    }
}

/// What a try says of the relay itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fared {
    Well,
    Badly,
    /// Nothing: what went wrong was the letter's or the mailbox's.
    Unjudged,
}

/// A relay that may be given a letter: its place in the list, and whether it has failed lately.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Usable {
    pub place: usize,
    pub ails: bool,
}

/// Writes down which relays there are. One that was left alone is tried at once: whoever starts the program may have
/// mended something.
pub(crate) fn register(tx: &mut Tx<'_>, names: &[String]) -> Result<()> {
    let now = tx.now();
    for known in all(tx)? {
        if !names.contains(&known.name) {
            tx.run(
                sql!("delete from mail_relay where name = $1"),
                params![known.name],
            )?;
        }
    }
    for (place, name) in (1_i64..).zip(names) {
        tx.run(
            sql!(
                "insert into mail_relay (name, place, failures, rests_until) values ($1, $2, 0, $3)
                 on conflict (name) do update set place = excluded.place, rests_until = excluded.rests_until"
            ),
            params![name.as_str(), place, now],
        )?;
    }
    Ok(())
}

/// Every relay, in the order in which they are tried.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<Relay>> {
    tx.all(
        sql!("select name, failures, last_error from mail_relay order by place, name"),
        &[],
    )
}

/// Those that may be given a letter now.
pub(crate) fn usable(tx: &mut Tx<'_>, names: &[String]) -> Result<Vec<Usable>> {
    let known = all(tx)?;
    let failures = |name: &String| {
        let one = known.iter().find(|relay| relay.name == *name);
        one.map_or(0, |relay| relay.failures)
    };
    let usable = names.iter().enumerate().filter_map(|(place, name)| {
        let failures = failures(name);
        (failures < FAILURES).then_some(Usable {
            place,
            ails: failures > 0,
        })
    });
    Ok(usable.collect())
}

/// Notes what a try said of a relay; answers whether that is news, which [`trouble::judge`] is to hear.
pub(crate) fn note(tx: &mut Tx<'_>, name: &str, ails: bool, fared: Fared, error: &str) -> Result<bool> {
    match fared {
        Fared::Unjudged => return Ok(false),
        Fared::Well if !ails => return Ok(false),
        Fared::Well => {
            tx.run(
                sql!(
                    "update mail_relay set failures = 0, last_error = null where name = $1 and failures > 0"
                ),
                params![name],
            )?;
        }
        Fared::Badly => {
            let until = tx.now() + REST;
            tx.run(
                sql!("update mail_relay set failures = failures + 1, rests_until = $1, last_error = $2 where name = $3"),
                params![until, error, name],
            )?;
        }
    }
    Ok(true)
}

/// Takes the trial of a relay that was left alone long enough, for one node.
pub(crate) fn take_trial(tx: &mut Tx<'_>, names: &[String]) -> Result<Option<usize>> {
    let now = tx.now();
    for (place, name) in names.iter().enumerate() {
        let taken: Option<(String,)> = tx.maybe(
            sql!(
                "update mail_relay set rests_until = $1 where name = $2 and failures >= $3 and rests_until <= $4
                 returning name"
            ),
            params![now + TRIAL, name.as_str(), FAILURES, now],
        )?;
        if taken.is_some() {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

/// It answers again: letters go to it, every one that waits is due, and the next failure puts it back to rest.
pub(crate) fn is_back(tx: &mut Tx<'_>, name: &str) -> Result<()> {
    let back = tx.run(
        sql!("update mail_relay set failures = $1 where name = $2 and failures >= $3"),
        params![FAILURES - 1, name, FAILURES],
    )?;
    if back > 0 {
        outbox::all_are_due(tx)?;
    }
    trouble::judge(tx)
}

/// It does not.
pub(crate) fn still_rests(tx: &mut Tx<'_>, name: &str, error: &str) -> Result<()> {
    let until: Timestamp = tx.now() + REST;
    tx.run(
        sql!("update mail_relay set rests_until = $1, last_error = $2 where name = $3 and failures >= $4"),
        params![until, error, name, FAILURES],
    )?;
    Ok(())
}
