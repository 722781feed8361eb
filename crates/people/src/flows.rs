//! Finds a sign-in under way: by its id, by the browser that waits for it, by its link.

use base::{Fault, Id};
use db::{Tx, params, record, sql};
use jiff::Timestamp;

use crate::model::{BrowserHash, Flow, Link};

/// One by its id.
pub fn by_id(tx: &mut Tx<'_>, id: Id<Flow>) -> Result<Option<Flow>, Fault> {
    tx.maybe(
        sql!("select f.*, a.email from signin_flow f join account a on a.id = f.account_id where f.id = $1"),
        params![id],
    )
}

/// One by its id, if it began in this browser.
pub fn of_browser(tx: &mut Tx<'_>, id: Id<Flow>, browser: &BrowserHash) -> Result<Option<Flow>, Fault> {
    Ok(by_id(tx, id)?.filter(|flow| flow.began_in(Some(browser))))
}

/// The newest open one of a browser; if none is open, the newest that was not given up.
pub fn newest(tx: &mut Tx<'_>, browser: &BrowserHash) -> Result<Option<Flow>, Fault> {
    let now = tx.now();
    let mut found: Vec<Flow> = tx.all(
        sql!(
            "select f.*, a.email from signin_flow f join account a on a.id = f.account_id
             where f.browser_hash = $1 and f.state <> 'superseded'
             order by case when f.state in ('queued', 'sent', 'approved') and f.expires_at > $2 then 0 else 1 end,
                 f.created_at desc, f.id desc limit 1"
        ),
        params![&browser.0[..], now],
    )?;
    Ok(found.pop())
}

record! {
    /// What became of a link.
    #[derive(Clone, Debug)]
    pub struct LinkRow {
        pub id: Id<Link>,
        pub flow_id: Id<Flow>,
        pub expires_at: Timestamp,
        pub used_at: Option<Timestamp>,
        pub used_ua: Option<String>,
        pub revoked_at: Option<Timestamp>,
    }
}

/// Where a link stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It can be used.
    Alive,
    /// It, or another of the same sign-in, has been used then, in that browser.
    Used { at: Timestamp, ua: String },
    /// Its 20 minutes are over.
    Expired { at: Timestamp },
    /// The sign-in it belongs to has ended otherwise: its state.
    Ended(String),
}

/// A link with its sign-in.
#[derive(Clone, Debug)]
pub struct Found {
    pub flow: Flow,
    pub standing: Standing,
}

/// The link of a token; `None` when nobody knows it (any more).
pub fn by_link(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<Option<Found>, Fault> {
    let link: Option<LinkRow> = tx.maybe(
        sql!(
            "select id, flow_id, expires_at, used_at, used_ua, revoked_at from signin_link where token_hash = $1"
        ),
        params![&token_hash[..]],
    )?;
    let Some(link) = link else { return Ok(None) };
    let Some(flow) = by_id(tx, link.flow_id)? else {
        return Ok(None);
    };
    let now = tx.now();
    let standing = if let Some(at) = flow.completed_at {
        let ua = link.used_ua.unwrap_or_else(|| flow.ua.clone());
        Standing::Used {
            at: link.used_at.unwrap_or(at),
            ua,
        }
    } else if !matches!(flow.state.as_str(), "queued" | "sent" | "approved") {
        Standing::Ended(flow.state.clone())
    } else if link.expires_at <= now {
        Standing::Expired { at: link.expires_at }
    } else if flow.expires_at <= now {
        Standing::Expired { at: flow.expires_at }
    } else if link.revoked_at.is_some() || !same_epoch(tx, &flow)? {
        Standing::Ended("superseded".to_owned())
    } else {
        Standing::Alive
    };
    Ok(Some(Found { flow, standing }))
}

fn same_epoch(tx: &mut Tx<'_>, flow: &Flow) -> Result<bool, Fault> {
    let (same,): (i64,) = tx.one(
        sql!(
            "select cast(count(*) as bigint) from account
             where id = $1 and auth_epoch = $2 and disabled_at is null"
        ),
        params![flow.account_id, flow.auth_epoch],
    )?;
    Ok(same == 1)
}
