//! Somebody comes back from an organization that knows her: she is signed in at once if she was asked there for enough; otherwise
//! it was her first step, and the letter or what she has in its place follows.

use base::{Fault, Id};
use db::{Tx, params, sql};
use oidc::Person;

use super::identity;
use super::offer;
use crate::complete::{self, Asking};
use crate::model::{Account, Flow, Origin, SignedIn};
use crate::start::{self, Beginning};
use crate::{account, audit, flows, session, sure};

/// What became of it.
#[derive(Debug)]
pub enum Entered {
    SignedIn(SignedIn),
    /// The second step follows.
    Second,
    /// Nobody here has linked it. What is known of her waits in her browser.
    Nobody,
    /// Its owner's account here may not sign in.
    Shut,
}

/// Looks whose it is, and goes on.
pub fn enter(tx: &mut Tx<'_>, person: &Person, from: &Origin, asking: &Asking) -> Result<Entered, Fault> {
    let Some(identity) = identity::find(tx, &person.issuer, &person.subject)? else {
        offer::make(tx, &from.browser, person, &from.next)?;
        return Ok(Entered::Nobody);
    };
    let owner = account::by_id(tx, identity.account_id)?;
    let Some(owner) = owner.filter(|owner| owner.disabled_at.is_none() && owner.verified_at.is_some()) else {
        return Ok(Entered::Shut);
    };
    identity::used(tx, identity.id, person.email.as_deref())?;
    let what = Beginning {
        kind: "sign_in",
        account: owner.id,
        epoch: owner.auth_epoch,
        name: "",
        phc: "",
    };
    let flow = if person.strong {
        start::open(tx, &what, from)?
    } else {
        start::begin(tx, &what, from)?
    };
    came_from(tx, flow, person)?;
    if let Some(begun) = flows::by_id(tx, flow)? {
        audit::of_flow(tx, "sign_in.organization_ok", &begun, &person.issuer)?;
    }
    if !person.strong {
        return Ok(Entered::Second);
    }
    match complete::by_organization(tx, flow, asking) {
        Ok(done) => {
            let now = tx.now();
            if person.asked_at.is_none_or(|at| at < now - sure::GOOD_FOR) {
                session::is_not_sure(tx, flow)?;
            }
            Ok(Entered::SignedIn(done))
        }
        Err(complete::Refused::NotNow) => Err(Fault::new("ending a sign-in that has just begun")),
        Err(complete::Refused::Fault(fault)) => Err(fault),
    }
}

/// Whose account here somebody has signed in with there, if she is the person who was signed in before.
pub fn is_same(tx: &mut Tx<'_>, person: &Person, account: Id<Account>) -> Result<bool, Fault> {
    let Some(identity) = identity::find(tx, &person.issuer, &person.subject)? else {
        return Ok(false);
    };
    if identity.account_id != account {
        return Ok(false);
    }
    identity::used(tx, identity.id, person.email.as_deref())?;
    Ok(true)
}

/// Keeps where a sign-in came from, so that a sign-out there ends it.
fn came_from(tx: &mut Tx<'_>, flow: Id<Flow>, person: &Person) -> Result<(), Fault> {
    tx.run(
        sql!(
            "insert into oidc_origin (flow_id, issuer, subject, sid) values ($1, $2, $3, $4)
             on conflict (flow_id) do update set issuer = excluded.issuer, subject = excluded.subject, sid = excluded.sid"
        ),
        params![
            flow,
            person.issuer.as_str(),
            person.subject.as_str(),
            person.sid.as_deref()
        ],
    )?;
    Ok(())
}
