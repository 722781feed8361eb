//! Which accounts of organizations are a person's: linked by herself, signed in, and unlinked by herself.

use base::{Fault, Id};
use db::{Tx, params, record, sql};
use jiff::Timestamp;

use super::offer::{self, Offer};
use crate::audit::{self, Note};
use crate::mails::notice::{self, What};
use crate::model::{Account, BrowserHash, Whence};

record! {
    /// One.
    #[derive(Clone, Debug)]
    pub struct Identity {
        pub id: Id<Identity>,
        pub account_id: Id<Account>,
        pub issuer: String,
        pub subject: String,
        pub email: String,
        pub linked_at: Timestamp,
        pub used_at: Option<Timestamp>,
    }
}

/// Why it was not linked.
#[derive(Debug)]
pub enum Refused {
    /// The offer is over or of another browser.
    NotNow,
    /// It is somebody else's already.
    Taken,
    Fault(Fault),
}
db::refusal!(Refused);

/// The one with this issuer and subject.
pub fn find(tx: &mut Tx<'_>, issuer: &str, subject: &str) -> Result<Option<Identity>, Fault> {
    tx.maybe(
        sql!(
            "select id, account_id, issuer, subject, email, linked_at, used_at from oidc_identity
             where issuer = $1 and subject = $2"
        ),
        params![issuer, subject],
    )
}

/// Those of a person.
pub fn list(tx: &mut Tx<'_>, account: Id<Account>) -> Result<Vec<Identity>, Fault> {
    tx.all(
        sql!(
            "select id, account_id, issuer, subject, email, linked_at, used_at from oidc_identity
             where account_id = $1 order by linked_at, id"
        ),
        params![account],
    )
}

/// Links what a browser was offered to the person who is signed in there and says so. She is told by letter.
pub fn link(
    tx: &mut Tx<'_>,
    account: Id<Account>,
    (id, browser): (Id<Offer>, &BrowserHash),
    whence: &Whence,
) -> Result<Offer, Refused> {
    let offer = offer::take(tx, id, browser)?.ok_or(Refused::NotNow)?;
    let (new, now): (Id<Identity>, _) = (tx.new_id(), tx.now());
    let linked = tx.run(
        sql!(
            "insert into oidc_identity (id, account_id, issuer, subject, email, linked_at) values ($1, $2, $3, $4, $5, $6)
             on conflict (issuer, subject) do nothing"
        ),
        params![
            new,
            account,
            offer.issuer.as_str(),
            offer.subject.as_str(),
            offer.email.as_str(),
            now
        ],
    )?;
    if linked == 0 {
        let owner = find(tx, &offer.issuer, &offer.subject)?.map(|known| known.account_id);
        return if owner == Some(account) {
            Ok(offer)
        } else {
            Err(Refused::Taken)
        };
    }
    let what = ("account.organization_linked", What::OrganizationLinked);
    told(tx, account, what, &offer.issuer, whence)?;
    Ok(offer)
}

/// Unlinks one of a person's own. `false`: it is not hers, or was unlinked before.
pub fn unlink(
    tx: &mut Tx<'_>,
    account: Id<Account>,
    id: Id<Identity>,
    whence: &Whence,
) -> Result<bool, Fault> {
    let gone: Option<(String,)> = tx.maybe(
        sql!("delete from oidc_identity where id = $1 and account_id = $2 returning issuer"),
        params![id, account],
    )?;
    let Some((issuer,)) = gone else { return Ok(false) };
    let what = ("account.organization_unlinked", What::OrganizationUnlinked);
    told(tx, account, what, &issuer, whence)?;
    Ok(true)
}

/// The account is closed.
pub fn forget(tx: &mut Tx<'_>, account: Id<Account>) -> Result<(), Fault> {
    tx.run(
        sql!("delete from oidc_identity where account_id = $1"),
        params![account],
    )?;
    Ok(())
}

/// Somebody has signed in with it, under this address there.
pub fn used(tx: &mut Tx<'_>, id: Id<Identity>, email: Option<&str>) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(
        sql!("update oidc_identity set used_at = $1, email = coalesce($2::text, email) where id = $3"),
        params![now, email, id],
    )?;
    Ok(())
}

fn told(
    tx: &mut Tx<'_>,
    account: Id<Account>,
    (event, what): (&'static str, What),
    issuer: &str,
    whence: &Whence,
) -> Result<(), Fault> {
    let note = Note::of(event, account, issuer, whence);
    audit::by(tx, account, &note)?;
    notice::tell(tx, account, what, whence)
}
