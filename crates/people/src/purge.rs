//! Forgets sign-ins and links to a new password a day after their end, sessions a day after theirs, links of the console after a month, what was
//! kept for an hour, and what programs left behind.

use base::Fault;
use db::{Tx, params, sql};
use jiff::SignedDuration;

/// Run by a timer.
pub fn purge(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now = tx.now();
    let yesterday = now - SignedDuration::from_hours(24);
    tx.run(
        sql!("delete from signin_link where flow_id in (select id from signin_flow where expires_at < $1)"),
        params![yesterday],
    )?;
    tx.run(
        sql!("delete from signin_flow where expires_at < $1"),
        params![yesterday],
    )?;
    tx.run(
        sql!("delete from signin_session where abs_until < $1"),
        params![yesterday],
    )?;
    tx.run(
        sql!("delete from reset_link where expires_at < $1"),
        params![yesterday],
    )?;
    // Long enough for the letters about it, however long the mail is down.
    tx.run(
        sql!("delete from console_link where expires_at < $1"),
        params![now - SignedDuration::from_hours(30 * 24)],
    )?;
    tx.run(
        sql!("delete from account_stash where expires_at < $1"),
        params![now],
    )?;
    tx.run(
        sql!("delete from sure_code where expires_at < $1"),
        params![yesterday],
    )?;
    // Its last link is good for a week.
    tx.run(
        sql!("delete from email_change where created_at < $1"),
        params![now - SignedDuration::from_hours(30 * 24)],
    )?;
    crate::merge::close_old(tx)?;
    crate::close::forget(tx)?;
    crate::throttle::purge(tx)?;
    crate::challenge::purge(tx)?;
    crate::known_browser::purge(tx)?;
    crate::token::purge(tx)?;
    crate::organizations::purge(tx)?;
    web::api::purge(tx)
}
