//! The field for a new password: what does not count in it, and what is wrong with what was typed.

use web::{App, Form};

use super::problems::Problems;
use crate::password::Typed;
use crate::rules::{self, Own};
use crate::words::Words;

/// The words of this site that a password is not made of. A database that is away for a moment takes no page away: its
/// names are then missing, and no password can be written down anyway.
pub async fn own(app: &App) -> Own {
    let asked = app.clone();
    let found = app.db().read(move |tx| Own::of_site(&asked, tx)).await;
    found.unwrap_or_else(|fault| {
        tracing::warn!(%fault, "the names of this site cannot be read");
        Own::of_name(app)
    })
}

/// The password of a form, if it may be one; otherwise the sentence that says which rule it breaks, and why.
pub fn judged(problems: &mut Problems, w: Words, form: &Form, own: &Own) -> Option<Typed> {
    let typed = Typed::new(form.text("password"));
    let sentence = match rules::judge(&typed, own) {
        Ok(()) if form.trouble("password").is_some() => w.password_odd(),
        Ok(()) => return Some(typed),
        Err(why) => crate::unfit(why, w.0),
    };
    problems.add("password", sentence);
    None
}
