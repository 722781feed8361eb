//! The first use of a mailed link shows that the address is the person's own: the account is hers from now on.

use base::{Fault, Id};
use db::{Tx, params, sql};

use crate::audit;
use crate::model::{Account, Flow};

/// Gives the account the name and password of this sign-up and ends all others for it. `false` when another came first.
pub fn verify(tx: &mut Tx<'_>, flow: &Flow) -> Result<bool, Fault> {
    let now = tx.now();
    let taken: Option<(Id<Account>,)> = tx.maybe(
        sql!(
            "update account set verified_at = $1, locale = $2,
                 name = (select f.name from signin_flow f where f.id = $3),
                 password_phc = (select f.password_phc from signin_flow f where f.id = $3)
             where id = $4 and verified_at is null returning id"
        ),
        params![now, flow.locale.as_str(), flow.id, flow.account_id],
    )?;
    if taken.is_none() {
        return Ok(false);
    }
    tx.run(
        sql!(
            "update signin_flow set state = 'superseded'
             where account_id = $1 and id <> $2 and kind = 'sign_up' and state in ('queued', 'sent', 'approved')"
        ),
        params![flow.account_id, flow.id],
    )?;
    audit::of_flow(tx, "account.verified", flow, "")?;
    Ok(true)
}
