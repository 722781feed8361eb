//! The field for a new password: what does not count in it, and what is wrong with what was typed.

use base::Fault;
use web::{App, Form};

use super::problems::Problems;
use crate::password::Typed;
use crate::rules::{self, Own};
use crate::words::Words;

/// The words of this site that a password is not made of.
pub async fn own(app: &App) -> Result<Own, Fault> {
    let asked = app.clone();
    app.db().read(move |tx| Own::of_site(&asked, tx)).await
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
