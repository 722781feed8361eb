//! Writes down what happened to a sign-in, for the owner of the account and for the desk. Never a secret.

use base::{Fault, Id};
use db::{Tx, params, sql};

use crate::model::{Account, Flow, Whence};

/// One line of the story.
pub struct Note<'a> {
    pub event: &'static str,
    pub account: Id<Account>,
    pub flow: Option<Id<Flow>>,
    pub detail: &'a str,
    pub ip: &'a str,
    pub ua: &'a str,
}

impl<'a> Note<'a> {
    /// About an account, outside of any sign-in under way.
    pub fn of(event: &'static str, account: Id<Account>, detail: &'a str, whence: &'a Whence) -> Note<'a> {
        Note {
            event,
            account,
            flow: None,
            detail,
            ip: &whence.ip,
            ua: &whence.ua,
        }
    }
}

/// Appends what a person did to her own account, or somebody unknown to it.
pub fn note(tx: &mut Tx<'_>, note: &Note<'_>) -> Result<(), Fault> {
    append(tx, None, note)
}

/// Appends what somebody known did.
pub fn by(tx: &mut Tx<'_>, actor: Id<Account>, note: &Note<'_>) -> Result<(), Fault> {
    append(tx, Some(actor), note)
}

fn append(tx: &mut Tx<'_>, actor: Option<Id<Account>>, note: &Note<'_>) -> Result<(), Fault> {
    let (id, now): (Id<Note<'_>>, _) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into audit (id, at, event, account_id, flow_id, detail, ip, ua, actor_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        params![
            id,
            now,
            note.event,
            note.account,
            note.flow,
            note.detail,
            note.ip,
            note.ua,
            actor
        ],
    )?;
    Ok(())
}

/// A line about a sign-in under way, told from where it began.
pub fn of_flow(tx: &mut Tx<'_>, event: &'static str, flow: &Flow, detail: &str) -> Result<(), Fault> {
    note(
        tx,
        &Note {
            event,
            account: flow.account_id,
            flow: Some(flow.id),
            detail,
            ip: &flow.ip,
            ua: &flow.ua,
        },
    )
}
