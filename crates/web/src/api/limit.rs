//! How often a program may ask: so many requests a minute for a token, fewer for an address without one, whichever node
//! answers. A node takes its share of the count in parts, so that most requests cost no statement; while the database
//! takes no writes, each node counts alone.
use super::Caller;
use crate::{Address, App, Error};
use axum::http::{Extensions, HeaderMap, HeaderValue};
use base::Fault;
use db::{Tx, params, sql};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Seconds of one window.
const WINDOW: i64 = 60;
/// The counts of ended windows are forgotten when a node remembers so many holders.
const MOST_HOLDERS: usize = 10_000;

/// How many requests in one window, and how many of them a node takes at once.
#[derive(Clone, Copy)]
struct Policy {
    name: &'static str,
    most: i64,
    part: i64,
}

const TOKEN: Policy = Policy {
    name: "token",
    most: 600,
    part: 30,
};
const ADDRESS: Policy = Policy {
    name: "address",
    most: 120,
    part: 10,
};

type Holder = [u8; 32];

/// What this node holds of a window.
#[derive(Clone, Copy)]
struct Share {
    window: i64,
    held: i64,
    /// Not yet taken by any node, as far as this one knows.
    left: i64,
}

/// The shares of one node.
#[derive(Default)]
pub struct Limiter(Mutex<HashMap<Holder, Share>>);

/// Where a caller stands after a request was counted.
#[derive(Clone, Copy)]
pub struct Standing {
    policy: Policy,
    remaining: i64,
    reset: i64,
}

impl Standing {
    /// In the headers of draft-ietf-httpapi-ratelimit-headers.
    pub fn tell(&self, headers: &mut HeaderMap) {
        let Standing {
            policy,
            remaining,
            reset,
        } = self;
        let name = policy.name;
        let lines = [
            (
                "ratelimit-policy",
                format!("\"{name}\";q={};w={WINDOW}", policy.most),
            ),
            (
                "ratelimit",
                format!("\"{name}\";r={};t={reset}", remaining.max(&0)),
            ),
        ];
        for (header, line) in lines {
            if let Ok(value) = HeaderValue::from_str(&line) {
                headers.insert(header, value);
            }
        }
    }

    /// The answer when nothing is left.
    pub fn refusal(&self) -> Option<Error> {
        (self.remaining < 0).then_some(Error::TooOften {
            seconds: self.reset.max(1),
        })
    }
}

impl Limiter {
    /// Counts one request.
    pub async fn count(&self, app: &App, caller: &Caller, extensions: &Extensions) -> Standing {
        let (mut policy, holder) = holder(app, caller, extensions);
        if app.site().demo {
            policy.most *= 100;
            policy.part *= 100;
        }
        let seconds = app.now().as_second();
        let (window, reset) = (seconds.div_euclid(WINDOW), WINDOW - seconds.rem_euclid(WINDOW));
        let standing = |remaining| Standing {
            policy,
            remaining,
            reset,
        };
        if let Some(remaining) = self.spend(&holder, window) {
            return standing(remaining);
        }
        let taken = app.db().write(move |tx| take(tx, &holder, window, policy));
        let (held, left) = match taken.await {
            Ok(Some(taken)) => (
                policy.part - (taken - policy.most).max(0),
                (policy.most - taken).max(0),
            ),
            Ok(None) => (0, 0),
            Err(fault) => {
                tracing::warn!(%fault, "counting requests on this node alone");
                (policy.most, 0)
            }
        };
        standing(self.keep(holder, Share { window, held, left }))
    }

    /// One of what is held; nothing when a new part must be taken. Below zero: all is spent.
    fn spend(&self, holder: &Holder, window: i64) -> Option<i64> {
        let mut shares = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let share = shares.get_mut(holder).filter(|share| share.window == window)?;
        if share.held > 0 {
            share.held -= 1;
            return Some(share.held + share.left);
        }
        (share.left == 0).then_some(-1)
    }

    fn keep(&self, holder: Holder, new: Share) -> i64 {
        let mut shares = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if shares.len() >= MOST_HOLDERS {
            shares.retain(|_, share| share.window >= new.window);
        }
        let share = shares.entry(holder).or_insert(new);
        if share.window == new.window {
            // Two requests may have taken a part each; the first entry is the new part itself.
            *share = Share {
                held: new.held.max(share.held),
                left: new.left.min(share.left),
                ..new
            };
        } else {
            *share = new;
        }
        share.held -= 1;
        share.held.max(-1) + share.left
    }
}

/// Takes a part of a window in one conditional statement; nothing when all is taken.
fn take(tx: &mut Tx<'_>, holder: &Holder, window: i64, policy: Policy) -> Result<Option<i64>, Fault> {
    let taken: Option<(i64,)> = tx.maybe(
        sql!(
            "insert into api_window (holder, opens, taken) values ($1, $2, $3)
             on conflict (holder) do update set opens = excluded.opens,
                 taken = case when api_window.opens = excluded.opens then api_window.taken else 0 end + excluded.taken
             where api_window.opens < excluded.opens or (api_window.opens = excluded.opens and api_window.taken < $4)
             returning taken"
        ),
        params![&holder[..], window, policy.part, policy.most],
    )?;
    Ok(taken.map(|(taken,)| taken))
}

/// Whose count it is. An address is kept only as a hash, and of a version 6 address only the network.
fn holder(app: &App, caller: &Caller, extensions: &Extensions) -> (Policy, Holder) {
    if let Caller::Token(bearer) = caller {
        return (TOKEN, Sha256::digest(bearer.token.as_bytes()).into());
    }
    let address = extensions.get::<Address>();
    let address = address.map_or(String::new(), |address| address.network());
    let hash = Sha256::new()
        .chain_update(app.keys().derive("web.api.address"))
        .chain_update(address);
    (ADDRESS, hash.finalize().into())
}

/// Forgets windows that are over.
pub fn purge(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let before = tx.now().as_second().div_euclid(WINDOW) - 1;
    tx.run(sql!("delete from api_window where opens < $1"), params![before])?;
    Ok(())
}
