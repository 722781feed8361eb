//! What a browser was sent to an organization for. It comes back once, within ten minutes, in the same browser.

use base::{Fault, Id, Keys, Random};
use db::{Tx, params, record, sql};
use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use oidc::Asked;
use sha2::Sha256;

use crate::model::{Account, BrowserHash};
use crate::secrets;

/// Signing in there may take so long.
pub const LIFE: SignedDuration = SignedDuration::from_mins(10);

/// What for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    SignIn,
    /// Somebody signed in here wants to link an account there.
    Link,
    /// Somebody signed in here shows once more who she is.
    Again,
}

impl Purpose {
    fn code(self) -> &'static str {
        match self {
            Purpose::SignIn => "sign_in",
            Purpose::Link => "link",
            Purpose::Again => "again",
        }
    }
}

record! {
    /// One.
    #[derive(Clone, Debug)]
    pub struct Request {
        pub id: Id<Request>,
        purpose: String,
        pub account_id: Option<Id<Account>>,
        pub next_path: String,
        pub created_at: Timestamp,
    }
}

impl Request {
    pub fn purpose(&self) -> Purpose {
        match self.purpose.as_str() {
            "link" => Purpose::Link,
            "again" => Purpose::Again,
            _ => Purpose::SignIn,
        }
    }
}

/// The secrets of one question, all made of its state: so none of them has to be kept.
pub fn asked(keys: &Keys, state: &str, redirect: String, purpose: Purpose) -> Asked {
    let key = keys.derive("people.oidc");
    let made = |what: &str| {
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("a key of any length serves");
        mac.update(what.as_bytes());
        mac.update(state.as_bytes());
        let bytes = mac.finalize().into_bytes();
        bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    Asked {
        nonce: made("nonce "),
        verifier: made("verifier "),
        state: state.to_owned(),
        redirect,
        anew: purpose == Purpose::Again,
    }
}

/// A new state: 256 bits.
pub fn state(random: &Random) -> String {
    secrets::cookie(random)
}

/// What begins.
#[derive(Clone, Debug)]
pub struct Beginning {
    pub provider: String,
    pub purpose: Purpose,
    pub state_hash: [u8; 32],
    pub browser: BrowserHash,
    pub account: Option<Id<Account>>,
    pub next: String,
}

/// Writes it down.
pub fn begin(tx: &mut Tx<'_>, new: &Beginning) -> Result<(), Fault> {
    let (id, now): (Id<Request>, _) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into oidc_request (id, provider, purpose, state_hash, browser_hash, account_id, next_path, created_at,
                 expires_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        params![
            id,
            new.provider.as_str(),
            new.purpose.code(),
            &new.state_hash[..],
            &new.browser.0[..],
            new.account,
            new.next.as_str(),
            now,
            now + LIFE
        ],
    )?;
    Ok(())
}

/// Uses it up. `None`: it was used, is over, is of another browser, or there never was one.
pub fn take(
    tx: &mut Tx<'_>,
    provider: &str,
    state_hash: &[u8; 32],
    browser: &BrowserHash,
) -> Result<Option<Request>, Fault> {
    let now = tx.now();
    tx.maybe(
        sql!(
            "update oidc_request set used_at = $1
             where provider = $2 and state_hash = $3 and browser_hash = $4 and used_at is null and expires_at > $1
             returning id, purpose, account_id, next_path, created_at"
        ),
        params![now, provider, &state_hash[..], &browser.0[..]],
    )
}
