//! The same request twice does a thing once: an answer is kept under its `Idempotency-Key` for a day, in the
//! transaction that did the thing.
use super::{Refused, Reply, Result};
use base::Fault;
use db::{Tx, params, record, sql};
use jiff::SignedDuration;
use uuid::Uuid;

const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// A key as it was sent, with what it was sent for.
#[derive(Clone)]
pub struct Key {
    pub token: Uuid,
    pub text: String,
    pub fingerprint: [u8; 32],
}

record! {
    struct Kept {
        fingerprint: Vec<u8>,
        status: Option<i64>,
        body: serde_json::Value,
        location: Option<String>,
    }
}

/// Does it, or gives the answer that was given before. Of two at once the second waits for the first.
pub fn once(
    tx: &mut Tx<'_>,
    key: &Key,
    act: impl FnOnce(&mut Tx<'_>) -> Result<Reply>,
) -> Result<(Reply, bool)> {
    let now = tx.now();
    tx.run(
        sql!("delete from api_replay where token_id = $1 and idempotency_key = $2 and created_at <= $3"),
        params![key.token, key.text.as_str(), now - KEPT],
    )?;
    let first = tx.run(
        sql!(
            "insert into api_replay (token_id, idempotency_key, fingerprint, body, created_at)
             values ($1, $2, $3, $4, $5) on conflict (token_id, idempotency_key) do nothing"
        ),
        params![
            key.token,
            key.text.as_str(),
            key.fingerprint,
            serde_json::Value::Null,
            now
        ],
    )?;
    if first == 0 {
        return Ok((before(tx, key)?, true));
    }
    let reply = act(tx)?;
    tx.run(
        sql!(
            "update api_replay set status = $3, body = $4, location = $5
             where token_id = $1 and idempotency_key = $2"
        ),
        params![
            key.token,
            key.text.as_str(),
            reply.status.map(i64::from),
            reply.body.clone(),
            reply.location.clone()
        ],
    )?;
    Ok((reply, false))
}

fn before(tx: &mut Tx<'_>, key: &Key) -> Result<Reply> {
    let kept: Kept = tx.one(
        sql!(
            "select fingerprint, status, body, location from api_replay
             where token_id = $1 and idempotency_key = $2"
        ),
        params![key.token, key.text.as_str()],
    )?;
    if kept.fingerprint != key.fingerprint {
        return Err(Refused::KeyReused);
    }
    let mut reply = Reply::of(kept.body);
    reply.status = kept.status.and_then(|status| u16::try_from(status).ok());
    reply.location = kept.location;
    Ok(reply)
}

/// Forgets what is older than a day.
pub fn purge(tx: &mut Tx<'_>) -> std::result::Result<(), Fault> {
    let before = tx.now() - KEPT;
    tx.run(
        sql!("delete from api_replay where created_at <= $1"),
        params![before],
    )?;
    Ok(())
}
