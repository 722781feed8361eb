//! Somebody has signed in with an organization's account that belongs to nobody here. What is known of her waits in her browser,
//! until she has signed in here and says that it is she.

use base::{Email, Fault, Id};
use db::{Tx, params, record, sql};
use jiff::{SignedDuration, Timestamp};
use oidc::Person;

use crate::account;
use crate::model::BrowserHash;

/// Long enough for a letter on the way.
pub const LIFE: SignedDuration = SignedDuration::from_hours(2);

record! {
    /// One.
    #[derive(Clone, Debug)]
    pub struct Offer {
        pub id: Id<Offer>,
        pub issuer: String,
        pub subject: String,
        /// Empty when the organization does not say.
        pub email: String,
        pub email_verified: bool,
        pub name: String,
        pub next_path: String,
        pub expires_at: Timestamp,
    }
}

impl Offer {
    /// The address, if the organization vouches for it.
    pub fn vouched(&self) -> Option<Email> {
        self.email_verified
            .then(|| Email::parse(&self.email).ok())
            .flatten()
    }
}

/// Keeps it. The browser's newest counts.
pub fn make(tx: &mut Tx<'_>, browser: &BrowserHash, person: &Person, next: &str) -> Result<(), Fault> {
    let (id, now): (Id<Offer>, _) = (tx.new_id(), tx.now());
    let text = |text: &Option<String>| {
        text.as_deref()
            .unwrap_or_default()
            .chars()
            .take(254)
            .collect::<String>()
    };
    let email = text(&person.email);
    let email = Email::parse(&email)
        .map(|email| email.as_str().to_owned())
        .unwrap_or_default();
    tx.run(
        sql!("delete from oidc_offer where browser_hash = $1"),
        params![&browser.0[..]],
    )?;
    tx.run(
        sql!(
            "insert into oidc_offer (id, browser_hash, issuer, subject, email, email_verified, name, next_path, created_at,
                 expires_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        params![
            id,
            &browser.0[..],
            person.issuer.as_str(),
            person.subject.as_str(),
            email.as_str(),
            person.email_verified && !email.is_empty(),
            text(&person.name),
            next,
            now,
            now + LIFE
        ],
    )?;
    Ok(())
}

/// The one of a browser.
pub fn of(tx: &mut Tx<'_>, browser: &BrowserHash) -> Result<Option<Offer>, Fault> {
    let now = tx.now();
    tx.maybe(
        sql!(
            "select id, issuer, subject, email, email_verified, name, next_path, expires_at from oidc_offer
             where browser_hash = $1 and used_at is null and expires_at > $2"
        ),
        params![&browser.0[..], now],
    )
}

/// Whether the address the organization vouches for has an account here that is somebody's own.
pub fn has_account(tx: &mut Tx<'_>, offer: &Offer) -> Result<bool, Fault> {
    let Some(email) = offer.vouched() else {
        return Ok(false);
    };
    let found = account::by_email(tx, &email)?;
    Ok(found.is_some_and(|account| account.verified_at.is_some()))
}

/// Uses it up. `None`: it was, or is over, or is another one's.
pub fn take(tx: &mut Tx<'_>, id: Id<Offer>, browser: &BrowserHash) -> Result<Option<Offer>, Fault> {
    let now = tx.now();
    tx.maybe(
        sql!(
            "update oidc_offer set used_at = $1
             where id = $2 and browser_hash = $3 and used_at is null and expires_at > $1
             returning id, issuer, subject, email, email_verified, name, next_path, expires_at"
        ),
        params![now, id, &browser.0[..]],
    )
}
