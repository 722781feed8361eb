//! "It was not me": ends the sign-in a link belongs to, and no other.

use base::{Fault, Id};
use db::{Tx, params, sql};

use crate::audit;
use crate::model::{Account, Flow};

/// Ends it. `false` when there was nothing to end any more.
pub fn deny(tx: &mut Tx<'_>, token_hash: &[u8; 32], ip: &str, ua: &str) -> Result<bool, Fault> {
    let now = tx.now();
    let denied: Option<(Id<Flow>, Id<Account>)> = tx.maybe(
        sql!(
            "update signin_flow set state = 'denied'
             where id = (select l.flow_id from signin_link l
                     where l.token_hash = $1 and l.used_at is null and l.revoked_at is null and l.expires_at > $2)
                 and state in ('queued', 'sent', 'approved') and expires_at > $2
             returning id, account_id"
        ),
        params![&token_hash[..], now],
    )?;
    if let Some((flow, account)) = denied {
        let event = "sign_in.denied";
        audit::note(
            tx,
            &audit::Note {
                event,
                account,
                flow: Some(flow),
                detail: "",
                ip,
                ua,
            },
        )?;
    }
    Ok(denied.is_some())
}
