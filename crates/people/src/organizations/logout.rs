//! A sign-out at an organization ends what came from there: the browsers it signed in, and the sign-ins under way.

use base::{Fault, Id};
use db::{Tx, params, sql};
use jiff::SignedDuration;
use oidc::Ended;

use crate::audit::{self, Note};
use crate::model::Account;
use crate::secrets;

/// Longer than a statement about it is taken.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(1);

/// Ends them. `false`: this statement has counted already.
pub fn end(tx: &mut Tx<'_>, ended: &Ended) -> Result<bool, Fault> {
    let now = tx.now();
    let token = secrets::hash(&format!("{}\n{}", ended.issuer, ended.jti));
    let first = tx.run(
        sql!("insert into oidc_logout (token_hash, expires_at) values ($1, $2) on conflict (token_hash) do nothing"),
        params![&token[..], now + REMEMBERED],
    )?;
    if first == 0 {
        return Ok(false);
    }
    let (subject, sid) = (ended.subject.as_deref(), ended.sid.as_deref());
    tx.run(
        sql!(
            "update signin_flow set state = 'superseded'
             where state in ('queued', 'sent', 'approved') and id in (select o.flow_id from oidc_origin o
                 where o.issuer = $1 and ($2::text is null or o.subject = $2::text)
                     and ($3::text is null or o.sid = $3::text))"
        ),
        params![ended.issuer.as_str(), subject, sid],
    )?;
    let over: Vec<(Id<Account>,)> = tx.all(
        sql!(
            "update signin_session set revoked_at = $1, reason = 'ended by organization'
             where revoked_at is null and flow_id in (select o.flow_id from oidc_origin o
                 where o.issuer = $2 and ($3::text is null or o.subject = $3::text)
                     and ($4::text is null or o.sid = $4::text))
             returning account_id"
        ),
        params![now, ended.issuer.as_str(), subject, sid],
    )?;
    for (account,) in over {
        audit::note(
            tx,
            &Note {
                event: "session.ended_by_organization",
                account,
                flow: None,
                detail: &ended.issuer,
                ip: "",
                ua: "",
            },
        )?;
    }
    Ok(true)
}
