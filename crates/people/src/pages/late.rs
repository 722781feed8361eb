//! What pages say while letters leave late: since when, and which ways in need no letter.

use base::Fault;
use db::Tx;
use jiff::Timestamp;
use web::{App, Visitor};

use crate::link_rule;
use crate::words::Words;

/// The note at the head of a page whose reader may be waiting for a letter. Nothing while letters leave.
pub struct Late {
    pub fact: String,
    pub ways: Vec<String>,
}

/// Letters are slow, and the last one left at this time.
pub struct Slow {
    last_left: Option<Timestamp>,
    /// After a password an authenticator or a recovery code will do.
    others: bool,
}

/// For a page that belongs to no sign-in.
pub async fn of_site(app: &App, visitor: &Visitor) -> Result<Option<Late>, Fault> {
    let slow = app.db().read(|tx| of_letter(tx, false)).await?;
    Ok(slow.map(|slow| Late::new(app, visitor, &slow)))
}

/// For a page that waits for a letter of its own, which may be slow by itself.
pub fn of_letter(tx: &mut Tx<'_>, is_slow: bool) -> Result<Option<Slow>, Fault> {
    if !is_slow && mail::late(tx)?.is_none() {
        return Ok(None);
    }
    Ok(Some(Slow {
        last_left: mail::last_left(tx)?,
        others: link_rule::since(tx)?.is_none(),
    }))
}

impl Late {
    pub fn new(app: &App, visitor: &Visitor, slow: &Slow) -> Late {
        let w = Words(visitor.locale);
        let ago = |at| i18n::ago(visitor.locale, app.now().duration_since(at));
        Late {
            fact: match slow.last_left {
                Some(at) => w.late_last(ago(at)),
                None => w.late().to_owned(),
            },
            ways: ways(app, w, slow),
        }
    }
}

/// The ways in that need no letter, as far as this site has them. A way that is added to the program gets its line here.
fn ways(app: &App, w: Words, slow: &Slow) -> Vec<String> {
    let strong = |setting: &oidc::Setting| !setting.accept_amr.is_empty() || !setting.accept_acr.is_empty();
    let providers = app.providers().all().iter().map(oidc::Provider::setting);
    let organizations = providers
        .filter(|setting| strong(setting))
        .map(|setting| w.sign_in_with(&setting.name));
    let console = match super::contact(app) {
        Some(contact) => w.late_way_console_of(contact),
        None => w.late_way_console().to_owned(),
    };
    let second = slow.others.then(|| w.late_way_second().to_owned());
    let passkey = std::iter::once(w.passkey_sign_in().to_owned());
    let ways = passkey.chain(organizations).chain(second);
    ways.chain([console]).collect()
}
