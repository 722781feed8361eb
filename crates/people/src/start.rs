//! The right password begins a sign-in: a browser starts to wait and a letter is queued, one a minute for each account.

use base::{Email, Fault, Id};
use db::{Tx, params, sql};
use serde_json::json;

use crate::account::Credentials;
use crate::audit;
use crate::flows;
use crate::mails;
use crate::model::{Account, FLOW_LIFE, Flow, LINK_PAUSE, Origin};
use crate::secrets;

/// Begins a sign-in after the password was found right. Within the minute the same browser goes on with the sign-in it
/// has, and another gets its own without a letter until it asks for one.
pub fn start(tx: &mut Tx<'_>, right: &Credentials, from: &Origin) -> Result<Id<Flow>, Fault> {
    let kind = if right.verified { "sign_in" } else { "sign_up" };
    let what = Beginning {
        kind,
        account: right.account,
        epoch: right.auth_epoch,
        name: &right.name,
        phc: &right.phc,
    };
    let flow = begin(tx, &what, from)?;
    if let Some(flow) = flows::by_id(tx, flow)? {
        audit::of_flow(tx, "sign_in.password_ok", &flow, "")?;
    }
    Ok(flow)
}

/// What a new sign-in is made of. For a sign-up, the name and password the account gets when the link is used.
pub(crate) struct Beginning<'a> {
    pub kind: &'static str,
    pub account: Id<Account>,
    pub epoch: i64,
    pub name: &'a str,
    pub phc: &'a str,
}

/// Makes the sign-in and, if the minute allows, queues its letter.
pub(crate) fn begin(tx: &mut Tx<'_>, what: &Beginning<'_>, from: &Origin) -> Result<Id<Flow>, Fault> {
    let may_mail = take_minute(tx, what.kind, what.account)?;
    if !may_mail && let Some(flow) = go_on(tx, what, from)? {
        return Ok(flow);
    }
    let id = open(tx, what, from)?;
    if may_mail {
        queue_letter(tx, id)?;
    }
    Ok(id)
}

/// Makes the sign-in, and no letter.
pub(crate) fn open(tx: &mut Tx<'_>, what: &Beginning<'_>, from: &Origin) -> Result<Id<Flow>, Fault> {
    let number = secrets::match_number(tx.random());
    let (id, now): (Id<Flow>, _) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into signin_flow (id, account_id, kind, browser_hash, state, auth_epoch, next_path, name,
                 password_phc, match_no, ip, ua, zone, locale, mail, mail_at, created_at, expires_at)
             values ($1, $2, $3, $4, 'queued', $5, $6, $7, $8, $9, $10, $11, $12, $13, 'none', $14, $15, $16)"
        ),
        params![
            id,
            what.account,
            what.kind,
            &from.browser.0[..],
            what.epoch,
            from.next.as_str(),
            what.name,
            what.phc,
            number,
            from.ip.as_str(),
            from.ua.as_str(),
            from.zone.as_str(),
            from.locale.tag(),
            now,
            now,
            now + FLOW_LIFE
        ],
    )?;
    Ok(id)
}

/// The one-minute rule, decided by one statement. A letter to somebody whose address was used to sign up has a minute
/// of its own, so that a stranger can not hold back the owner's link.
pub(crate) fn take_minute(tx: &mut Tx<'_>, kind: &str, account: Id<Account>) -> Result<bool, Fault> {
    let now = tx.now();
    let taken: Option<(Id<Account>,)> = if kind == "known" {
        tx.maybe(
            sql!(
                "update account set last_notice_at = $1
                 where id = $2 and (last_notice_at is null or last_notice_at <= $3) returning id"
            ),
            params![now, account, now - LINK_PAUSE],
        )?
    } else {
        tx.maybe(
            sql!(
                "update account set last_link_at = $1
                 where id = $2 and (last_link_at is null or last_link_at <= $3) returning id"
            ),
            params![now, account, now - LINK_PAUSE],
        )?
    };
    Ok(taken.is_some())
}

/// Puts the letter of a sign-in in the outbox; its link is made when it is handed over.
pub(crate) fn queue_letter(tx: &mut Tx<'_>, id: Id<Flow>) -> Result<(), Fault> {
    let Some(flow) = flows::by_id(tx, id)? else {
        return Err(Fault::new("queueing the letter of a sign-in that does not exist"));
    };
    let to = Email::parse(&flow.email).map_err(|_| Fault::new("an account with an address that is none"))?;
    let kind = match flow.kind.as_str() {
        "sign_up" => mails::SIGN_UP,
        "known" => mails::KNOWN,
        _ => mails::SIGN_IN,
    };
    let locale = crate::mails::locale_of(&flow);
    mail::post(
        tx,
        mail::Post {
            kind,
            to: &to,
            locale,
            about: Some(flow.id.uuid()),
            data: json!({}),
        },
    )?;
    let now = tx.now();
    tx.run(
        sql!("update signin_flow set mail = 'waiting', mail_at = $1 where id = $2"),
        params![now, id],
    )?;
    audit::of_flow(tx, "sign_in.link_queued", &flow, "")
}

/// The open sign-in of the same browser, which goes on with what was asked for last.
fn go_on(tx: &mut Tx<'_>, what: &Beginning<'_>, from: &Origin) -> Result<Option<Id<Flow>>, Fault> {
    let now = tx.now();
    let found: Vec<(Id<Flow>,)> = tx.all(
        sql!(
            "select id from signin_flow
             where account_id = $1 and kind = $2 and browser_hash = $3 and auth_epoch = $4
                 and state in ('queued', 'sent', 'approved') and expires_at > $5
             order by created_at desc, id desc limit 1"
        ),
        params![what.account, what.kind, &from.browser.0[..], what.epoch, now],
    )?;
    let Some(&(id,)) = found.first() else {
        return Ok(None);
    };
    tx.run(
        sql!("update signin_flow set next_path = $1, name = $2, password_phc = $3 where id = $4"),
        params![from.next.as_str(), what.name, what.phc, id],
    )?;
    Ok(Some(id))
}
