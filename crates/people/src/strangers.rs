//! Wrong codes and numbers of a day: after so many for one account, that way is closed to sign-ins in browsers the account
//! does not know. The link stays open, and so does every way in a browser that is known.

use base::Fault;
use db::Tx;

use crate::known_browser;
use crate::model::Flow;
use crate::throttle::{self, Counted, Limit, Namer, Place, Refused};

/// The place of one try; none is taken where the account knows the browser.
#[derive(Clone, Copy, Debug)]
pub struct Taken(Option<Place>);

/// Takes a place; nothing when the way is closed for today.
pub fn take(
    tx: &mut Tx<'_>,
    namer: &Namer,
    limit: &'static Limit,
    flow: &Flow,
) -> Result<Option<Taken>, Fault> {
    if known_browser::is_of(tx, flow)? {
        return Ok(Some(Taken(None)));
    }
    match counted(namer, limit, flow).take(tx) {
        Ok(place) => Ok(Some(Taken(Some(place)))),
        Err(Refused::Later { .. } | Refused::Crowded) => Ok(None),
        Err(Refused::Fault(fault)) => Err(fault),
    }
}

/// Whether the way is closed for today.
pub fn is_closed(tx: &mut Tx<'_>, namer: &Namer, limit: &'static Limit, flow: &Flow) -> Result<bool, Fault> {
    Ok(counted(namer, limit, flow).is_over(tx)? && !known_browser::is_of(tx, flow)?)
}

/// A sign-up with somebody's address needs no password, so it has a count of its own.
fn counted(namer: &Namer, limit: &'static Limit, flow: &Flow) -> Counted {
    let (account, epoch) = (flow.account_id.uuid(), flow.auth_epoch.to_be_bytes());
    let what = [account.as_bytes(), &epoch[..], flow.kind.as_bytes()];
    namer.counted(limit, &what.concat())
}

/// It was right. What failed before stays counted.
pub fn right(tx: &mut Tx<'_>, taken: Taken) -> Result<(), Fault> {
    taken.0.map_or(Ok(()), |place| throttle::give_back(tx, &place))
}

/// It was wrong.
pub fn wrong(tx: &mut Tx<'_>, taken: Taken) -> Result<(), Fault> {
    if let Some(place) = taken.0 {
        throttle::failed(tx, &place, 1)?;
    }
    Ok(())
}
