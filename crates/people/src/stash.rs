//! What somebody sent after her session had ended: kept an hour, given back to the same account only.

use base::{Fault, Id};
use db::{Tx, params, sql};
use jiff::SignedDuration;
use serde_json::Value;

use crate::model::Account;

/// How long it is kept.
pub const KEPT: SignedDuration = SignedDuration::from_mins(60);

/// A thing kept.
pub struct Stash;

/// Keeps the fields of a form sent to a path; a newer sending replaces the older.
pub fn keep(tx: &mut Tx<'_>, account: Id<Account>, path: &str, fields: &Value) -> Result<(), Fault> {
    let (id, now): (Id<Stash>, _) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into account_stash (id, account_id, path, fields, created_at, expires_at)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (account_id, path) do update set fields = excluded.fields,
                 created_at = excluded.created_at, expires_at = excluded.expires_at"
        ),
        params![id, account, path, fields.clone(), now, now + KEPT],
    )?;
    Ok(())
}

/// What is kept for a path, if anything; it stays until it is sent or its hour is over.
pub fn look(tx: &mut Tx<'_>, account: Id<Account>, path: &str) -> Result<Option<Value>, Fault> {
    let now = tx.now();
    let found: Option<(Value,)> = tx.maybe(
        sql!("select fields from account_stash where account_id = $1 and path = $2 and expires_at > $3"),
        params![account, path, now],
    )?;
    Ok(found.map(|(fields,)| fields))
}

/// Forgets it: the form was sent after all.
pub fn drop(tx: &mut Tx<'_>, account: Id<Account>, path: &str) -> Result<(), Fault> {
    tx.run(
        sql!("delete from account_stash where account_id = $1 and path = $2"),
        params![account, path],
    )?;
    Ok(())
}
