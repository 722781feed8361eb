//! Another password, chosen by somebody signed in who has just shown who she is.

use base::Fault;
use db::Tx;
use jiff::SignedDuration;

use crate::account;
use crate::audit::{self, Note};
use crate::mails::notice::{self, What};
use crate::model::Whence;
use crate::session::{self, Signed};

/// Sets it. Every other browser, link and token of the account ends; this browser goes on with a new cookie.
pub fn change(
    tx: &mut Tx<'_>,
    signed: &Signed,
    phc: &str,
    whence: &Whence,
) -> Result<(String, SignedDuration), Fault> {
    account::set_password(tx, signed.account_id, phc)?;
    session::end_all(tx, signed.account_id)?;
    let note = Note::of("account.password_changed", signed.account_id, "", whence);
    audit::note(tx, &note)?;
    notice::tell(tx, signed.account_id, What::PasswordChanged, whence)?;
    session::rotate(tx, signed)
}
