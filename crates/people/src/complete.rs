//! Ends a sign-in with a session: each of the ways is decided by conditional statements in one transaction, so
//! that of any number of attempts at once exactly one succeeds.

use base::{Fault, Id};
use db::{Tx, params, sql};

use crate::account;
use crate::audit;
use crate::flows;
use crate::known_browser;
use crate::link_rule;
use crate::mails::notice::{self, What};
use crate::model::{APPROVAL_LIFE, Account, BrowserHash, Flow, Link, SignedIn, Whence};
use crate::passkey::{self, Shown};
use crate::recovery::{self, RecoveryCode};
use crate::session;
use crate::strangers::{self, Taken};
use crate::totp;
use crate::verify;

/// Why there is no session.
#[derive(Debug)]
pub enum Refused {
    /// Used, expired, ended, or of another browser: look at the link to see which.
    NotNow,
    Fault(Fault),
}
db::refusal!(Refused);

/// Who asks: the browser and, if it was signed in already, the hash of that session's cookie, which ends.
#[derive(Clone, Debug)]
pub struct Asking {
    pub browser: BrowserHash,
    pub session: Option<[u8; 32]>,
    pub ip: String,
    pub ua: String,
}

/// The link was opened in the browser that waits.
pub fn by_link(tx: &mut Tx<'_>, token_hash: &[u8; 32], asking: &Asking) -> Result<SignedIn, Refused> {
    let now = tx.now();
    let used: Option<(Id<Link>, Id<Flow>)> = tx.maybe(
        sql!(
            "update signin_link set used_at = $1, used_ua = $2
             where token_hash = $3 and used_at is null and revoked_at is null and expires_at > $1
             returning id, flow_id"
        ),
        params![now, asking.ua.as_str(), &token_hash[..]],
    )?;
    let (_, flow) = used.ok_or(Refused::NotNow)?;
    finish(tx, flow, "link", asking)
}

/// The code of a letter was typed in the browser that waits; `link` is the one it belongs to, `taken` the place of the try.
pub fn by_code(tx: &mut Tx<'_>, link: Id<Link>, taken: Taken, asking: &Asking) -> Result<SignedIn, Refused> {
    let now = tx.now();
    let used: Option<(Id<Link>, Id<Flow>)> = tx.maybe(
        sql!(
            "update signin_link set used_at = $1, used_ua = $2
             where id = $3 and used_at is null and revoked_at is null and expires_at > $1
             returning id, flow_id"
        ),
        params![now, asking.ua.as_str(), link],
    )?;
    let (_, flow) = used.ok_or(Refused::NotNow)?;
    let done = finish(tx, flow, "code", asking)?;
    strangers::right(tx, taken)?;
    Ok(done)
}

/// The number was typed on another device, and the browser that waits goes on.
pub fn by_number(tx: &mut Tx<'_>, flow: Id<Flow>, asking: &Asking) -> Result<SignedIn, Refused> {
    let now = tx.now();
    let approved: Option<(Id<Flow>,)> = tx.maybe(
        sql!("select id from signin_flow where id = $1 and state = 'approved' and approved_at > $2"),
        params![flow, now - APPROVAL_LIFE],
    )?;
    approved.ok_or(Refused::NotNow)?;
    finish(tx, flow, "number", asking)
}

/// A recovery code was typed in the browser that waits. Its owner is told.
pub fn by_recovery(
    tx: &mut Tx<'_>,
    flow: &Flow,
    code: Id<RecoveryCode>,
    asking: &Asking,
) -> Result<SignedIn, Refused> {
    if link_rule::since(tx)?.is_some() || !recovery::use_up(tx, code)? {
        return Err(Refused::NotNow);
    }
    let done = finish(tx, flow.id, "recovery", asking)?;
    let whence = Whence {
        ip: asking.ip.clone(),
        ua: asking.ua.clone(),
        zone: flow.zone.clone(),
    };
    notice::tell(tx, done.account, What::RecoveryCodeUsed, &whence)?;
    Ok(done)
}

/// The figures of the authenticator were typed in the browser that waits: those of a step, each of which counts once.
pub fn by_totp(
    tx: &mut Tx<'_>,
    flow: &Flow,
    (sealed, step): (&[u8], i64),
    asking: &Asking,
) -> Result<SignedIn, Refused> {
    if link_rule::since(tx)?.is_some() || !totp::use_up(tx, flow.account_id, sealed, step)? {
        return Err(Refused::NotNow);
    }
    finish(tx, flow.id, "totp", asking)
}

/// An organization that asked for enough has said who it is: there is no second step here.
pub fn by_organization(tx: &mut Tx<'_>, flow: Id<Flow>, asking: &Asking) -> Result<SignedIn, Refused> {
    finish(tx, flow, "oidc", asking)
}

/// A passkey was shown in the browser that waits.
pub fn by_passkey(
    tx: &mut Tx<'_>,
    flow: &Flow,
    shown: &Shown,
    asking: &Asking,
    whence: &Whence,
) -> Result<SignedIn, Refused> {
    if !passkey::count(tx, shown, whence)? {
        return Err(Refused::NotNow);
    }
    finish(tx, flow.id, "passkey", asking)
}

/// A passkey was shown where nothing else was asked: it stands for password and mailbox.
pub fn with_passkey(
    tx: &mut Tx<'_>,
    shown: &Shown,
    asking: &Asking,
    whence: &Whence,
    next: &str,
) -> Result<SignedIn, Refused> {
    if !passkey::count(tx, shown, whence)? {
        return Err(Refused::NotNow);
    }
    let account = account::by_id(tx, shown.passkey.account_id)?;
    let account = account.filter(|account| account.disabled_at.is_none());
    let Account { id, auth_epoch, .. } = account.ok_or(Refused::NotNow)?;
    let new = session::New {
        account: id,
        flow: None,
        epoch: auth_epoch,
        method: "passkey",
        offer_on: None,
    };
    enter(tx, &new, asking, next)
}

/// The one statement that decides, and what follows from it.
fn finish(
    tx: &mut Tx<'_>,
    flow: Id<Flow>,
    method: &'static str,
    asking: &Asking,
) -> Result<SignedIn, Refused> {
    let now = tx.now();
    let done: Option<(Id<Account>, i64, String, String)> = tx.maybe(
        sql!(
            "update signin_flow set state = 'completed', completed_at = $1, method = $2
             where id = $3 and browser_hash = $4 and kind <> 'known'
                 and (state in ('queued', 'sent', 'approved')
                     or (state = 'undeliverable' and $2::text not in ('link', 'code', 'number')))
                 and (kind = 'sign_in' or $2::text in ('link', 'code', 'number')) and expires_at > $1
                 and ($2::text <> 'number' or state = 'approved')
                 and auth_epoch = (select a.auth_epoch from account a
                     where a.id = signin_flow.account_id and a.disabled_at is null)
             returning account_id, auth_epoch, next_path, kind"
        ),
        params![now, method, flow, &asking.browser.0[..]],
    )?;
    let (account, epoch, next, kind) = done.ok_or(Refused::NotNow)?;
    if kind == "sign_up" {
        let begun = flows::by_id(tx, flow)?.ok_or(Refused::NotNow)?;
        if !verify::verify(tx, &begun)? {
            return Err(Refused::NotNow);
        }
    }
    let new = session::New {
        account,
        flow: Some(flow),
        epoch,
        method,
        offer_on: (!matches!(method, "passkey" | "oidc")).then(|| next.clone()),
    };
    enter(tx, &new, asking, &next)
}

/// The session, and what follows from it.
fn enter(tx: &mut Tx<'_>, new: &session::New, asking: &Asking, next: &str) -> Result<SignedIn, Refused> {
    let (cookie, lasts) = session::open(tx, new, asking)?;
    known_browser::remember(tx, new.account, &asking.browser, new.epoch)?;
    audit::note(
        tx,
        &audit::Note {
            event: "sign_in.completed",
            account: new.account,
            flow: new.flow,
            detail: new.method,
            ip: &asking.ip,
            ua: &asking.ua,
        },
    )?;
    Ok(SignedIn {
        account: new.account,
        cookie,
        lasts,
        method: new.method,
        next: next.to_owned(),
    })
}
