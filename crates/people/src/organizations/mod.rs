//! Signing in with an organization's account: what a browser asked for, what came back, and whose account here it is.
//!
//! An account there is known by its issuer and subject and nothing else. An address that the organization vouches for says
//! whom to ask, and a person signed in here says whether it is she; nothing is linked without that.

pub mod enter;
pub mod identity;
pub mod logout;
pub mod offer;
pub mod request;

use base::Fault;
use db::{Tx, params, sql};

/// Forgets what waited too long; run by a timer.
pub fn purge(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(
        sql!("delete from oidc_request where expires_at < $1"),
        params![now],
    )?;
    tx.run(sql!("delete from oidc_offer where expires_at < $1"), params![now])?;
    tx.run(
        sql!("delete from oidc_logout where expires_at < $1"),
        params![now],
    )?;
    Ok(())
}
