//! Makes the link and the code of a letter at the moment it is handed to the mail server, and notes how that went.

use base::{Fault, Id};
use db::{Tx, params, sql};
use jiff::Timestamp;
use uuid::Uuid;

use crate::audit;
use crate::flows;
use crate::model::{Flow, LINK_LIFE, Link};
use crate::secrets;

/// A fresh link. The plain token and code exist here and in the letter only.
pub struct Minted {
    pub token: String,
    pub code: String,
    pub until: Timestamp,
}

/// Makes a link for a sign-in, if that is still open. `key` is the server's own, for the code.
pub fn mint(tx: &mut Tx<'_>, flow: &Flow, letter: Uuid, key: &[u8]) -> Result<Option<Minted>, Fault> {
    let now = tx.now();
    if !wanted(tx, flow)? {
        return Ok(None);
    }
    let (token, code) = (secrets::link_token(tx.random()), secrets::code(tx.random()));
    let (id, until): (Id<Link>, _) = (tx.new_id(), now + LINK_LIFE);
    tx.run(
        sql!(
            "insert into signin_link (id, flow_id, outgoing_id, token_hash, code_mac, issued_at, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![
            id,
            flow.id,
            letter,
            &secrets::hash(&token)[..],
            &secrets::code_mac(key, flow.id.uuid(), &code)[..],
            now,
            until
        ],
    )?;
    promise(tx, flow.id, until)?;
    Ok(Some(Minted { token, code, until }))
}

/// What the waiting page says of how long the link is good.
pub fn promise(tx: &mut Tx<'_>, flow: Id<Flow>, until: Timestamp) -> Result<(), Fault> {
    tx.run(
        sql!("update signin_flow set link_until = $1 where id = $2"),
        params![until, flow],
    )?;
    Ok(())
}

/// Whether the letter of a sign-in should still go.
pub fn wanted(tx: &mut Tx<'_>, flow: &Flow) -> Result<bool, Fault> {
    let now = tx.now();
    let (current,): (i64,) = tx.one(
        sql!(
            "select cast(count(*) as bigint) from account
             where id = $1 and disabled_at is null and auth_epoch = $2"
        ),
        params![flow.account_id, flow.auth_epoch],
    )?;
    Ok(flow.is_open(now) && current == 1)
}

/// The mail server took the letter.
pub fn handed_over(tx: &mut Tx<'_>, flow: Uuid, letter: Uuid) -> Result<(), Fault> {
    let (now, id): (_, Id<Flow>) = (tx.now(), Id::from_uuid(flow));
    tx.run(
        sql!("update signin_link set accepted_at = $1 where outgoing_id = $2 and revoked_at is null"),
        params![now, letter],
    )?;
    tx.run(
        sql!("update signin_flow set mail = 'sent', mail_at = $1 where id = $2"),
        params![now, id],
    )?;
    tx.run(
        sql!("update signin_flow set state = 'sent' where id = $1 and state = 'queued'"),
        params![id],
    )?;
    match flows::by_id(tx, id)? {
        Some(flow) => audit::of_flow(tx, "sign_in.link_accepted", &flow, ""),
        None => Ok(()),
    }
}

/// Nobody knows whether the letter arrived: its link stays good until its time, whatever becomes of the next try.
pub fn perhaps_arrived(tx: &mut Tx<'_>, letter: Uuid) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(
        sql!("update signin_link set accepted_at = $1 where outgoing_id = $2 and accepted_at is null"),
        params![now, letter],
    )?;
    Ok(())
}

/// The mail server certainly did not take it: the link of this try dies. For good: the waiting page says so, and unless
/// an earlier link lives the sign-in is over.
pub fn not_taken(tx: &mut Tx<'_>, flow: Uuid, letter: Uuid, for_good: bool) -> Result<(), Fault> {
    let (now, id): (_, Id<Flow>) = (tx.now(), Id::from_uuid(flow));
    tx.run(
        sql!(
            "update signin_link set revoked_at = $1
             where outgoing_id = $2 and accepted_at is null and used_at is null and revoked_at is null
                 and issued_at = (select max(n.issued_at) from signin_link n where n.outgoing_id = $2)"
        ),
        params![now, letter],
    )?;
    if !for_good {
        return Ok(());
    }
    tx.run(
        sql!("update signin_flow set mail = 'refused', mail_at = $1 where id = $2"),
        params![now, id],
    )?;
    tx.run(
        sql!(
            "update signin_flow set state = 'undeliverable'
             where id = $1 and state in ('queued', 'sent')
                 and not exists (select 1 from signin_link l where l.flow_id = signin_flow.id
                     and l.used_at is null and l.revoked_at is null and l.expires_at > $2)"
        ),
        params![id, now],
    )?;
    match flows::by_id(tx, id)? {
        Some(flow) => audit::of_flow(tx, "sign_in.link_refused", &flow, ""),
        None => Ok(()),
    }
}
