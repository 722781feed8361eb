//! The right password, given in a browser that the account does not know, and no second step after it: the owner of the
//! account is told, once a day.

use base::{Fault, Id};
use db::{Tx, params, record, sql};
use jiff::{SignedDuration, Timestamp};

use crate::mails::notice::{self, What};
use crate::model::{Account, Whence};

/// Between two letters to the same person.
const PAUSE: SignedDuration = SignedDuration::from_hours(24);

record! {
    struct Unfinished {
        account_id: Id<Account>,
        ip: String,
        ua: String,
        zone: String,
        created_at: Timestamp,
    }
}

/// Tells the owners of the sign-ins whose time is over; run by a timer. One that was given up or locked counts too: who
/// has the password would do that at once. One that was refused from the mailbox was refused by its owner; one
/// that an organization began has used no password.
pub fn tell(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now = tx.now();
    let over: Vec<Unfinished> = tx.all(
        sql!(
            "select f.account_id, f.ip, f.ua, f.zone, f.created_at
             from signin_flow f join account a on a.id = f.account_id
             where f.expires_at <= $1 and f.kind = 'sign_in' and f.state not in ('completed', 'denied')
                 and f.auth_epoch = a.auth_epoch and a.disabled_at is null
                 and (a.unfinished_told_at is null
                     or (a.unfinished_told_at <= $2 and a.unfinished_told_at < f.expires_at))
                 and not exists (select 1 from oidc_origin o where o.flow_id = f.id)
                 and not exists (select 1 from known_browser k where k.account_id = f.account_id
                     and k.browser_hash = f.browser_hash and k.auth_epoch = f.auth_epoch)
             order by f.created_at, f.id"
        ),
        params![now, now - PAUSE],
    )?;
    for one in over {
        let is_first = tx.run(
            sql!(
                "update account set unfinished_told_at = $1
                 where id = $2 and (unfinished_told_at is null or unfinished_told_at <= $3)"
            ),
            params![now, one.account_id, now - PAUSE],
        )?;
        if is_first == 1 {
            let whence = Whence {
                ip: one.ip,
                ua: one.ua,
                zone: one.zone,
            };
            notice::tell_of(tx, one.account_id, What::Unfinished, one.created_at, &whence)?;
        }
    }
    Ok(())
}
