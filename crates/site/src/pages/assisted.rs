//! A lost mailbox on the desk: one administrator asks for another address with a reason, a second one agrees.
use crate::pages::accounts::{Shown, parse, show};
use crate::pages::people::only_administrators;
use crate::words::Words;
use ::people::Sure;
use ::people::assisted::{self, LONGEST_REASON, Refused};
use ::people::model::Whence;
use axum::extract::Path;
use base::Email;
use web::{App, Error, Visitor};

/// Asks for it.
pub async fn ask(
    app: App,
    visitor: Visitor,
    whence: Whence,
    Path(id): Path<String>,
    sure: Sure,
) -> web::Result {
    only_administrators(&sure.me)?;
    let (w, id, by) = (Words(visitor.locale), parse(&id)?, sure.me.id);
    let mut shown = Shown {
        email: sure.form.text("email").trim().to_owned(),
        reason: sure
            .form
            .text("reason")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
        ..Shown::default()
    };
    let email = Email::parse(&shown.email).ok();
    if email.is_none() {
        shown.errors.push(("email", w.email_wrong()));
    }
    if shown.reason.is_empty() || shown.reason.chars().count() > LONGEST_REASON {
        shown.errors.push(("reason", w.assisted_reason_wrong()));
    }
    let (Some(email), true) = (email, shown.errors.is_empty()) else {
        return show(&app, &visitor, &sure.me, id, shown).await;
    };
    let reason = shown.reason.clone();
    let asked = app
        .db()
        .write(move |tx| assisted::ask(tx, by, id, &email, &reason, &whence));
    match asked.await {
        Ok(()) => Ok(web::redirect(&format!("/desk/accounts/{id}?done=1"))),
        Err(Refused::Known) => {
            shown.errors.push(("email", w.email_known()));
            show(&app, &visitor, &sure.me, id, shown).await
        }
        Err(Refused::NotNow | Refused::SamePerson) => Err(Error::Stale),
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}

/// Agrees to it: a day later it is done, unless it is stopped.
pub async fn agree(app: App, whence: Whence, Path(id): Path<String>, sure: Sure) -> web::Result {
    only_administrators(&sure.me)?;
    let (id, by) = (parse(&id)?, sure.me.id);
    let agreed = app.db().write(move |tx| {
        let change = assisted::under_way(tx, id)?.ok_or(Refused::NotNow)?;
        assisted::agree(tx, by, change.id, &whence)
    });
    match agreed.await {
        Ok(()) => Ok(web::redirect(&format!("/desk/accounts/{id}?done=1"))),
        Err(Refused::SamePerson) => Err(Error::Forbidden),
        Err(Refused::NotNow | Refused::Known) => Err(Error::Stale),
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}
