//! What the pages share on which a passkey is used: looking at what the browser sent, and what is said when it is not taken.

use base::Id;
use web::App;

use crate::challenge::Occasion;
use crate::model::Account;
use crate::party::Party;
use crate::passkey::{self, Shown};
use crate::webauthn::{Sent, Wrong};
use crate::words::Words;

/// What is wrong, and with whose passkey as far as that is known.
pub type Failed = (Wrong, Option<Id<Account>>);

/// The passkey that was used, if all is right with it. That it is the first answer is seen when it is counted.
pub async fn look(
    app: &App,
    party: &Party,
    occasion: Occasion,
    sent: &Result<Sent, Wrong>,
) -> Result<Result<Shown, Failed>, web::Error> {
    let sent = match sent {
        Ok(sent) => sent,
        Err(wrong) => return Ok(Err((*wrong, None))),
    };
    let id = sent.id.clone();
    let found = app.db().read(move |tx| passkey::by_credential(tx, &id)).await?;
    let Some(found) = found else {
        return Ok(Err((Wrong::Unknown, None)));
    };
    let account = found.account_id;
    let shown = passkey::shown(app.keys(), app.now(), occasion, (sent, found), party);
    Ok(shown.map_err(|wrong| (wrong, Some(account))))
}

/// What a person reads.
pub fn sentence(w: Words, wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::Late | Wrong::Challenge => w.passkey_late(),
        Wrong::Unverified => w.passkey_unverified(),
        Wrong::Malformed
        | Wrong::Origin
        | Wrong::Party
        | Wrong::Changed
        | Wrong::Unknown
        | Wrong::Signature => w.passkey_unknown(),
    }
}
