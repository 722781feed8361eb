//! Asks again who it is, for whoever has a passkey.

use askama::Template;
use axum::extract::Query;
use axum::http::header;
use base::Fault;
use web::{App, Form, Page, Visitor};

use super::again::{Asked, on};
use super::answers::{private, see};
use super::asker::{Asker, SESSION_COOKIE, set};
use super::{passkey_form, passkeys};
use crate::challenge::Occasion;
use crate::party::Relying;
use crate::session::Signed;
use crate::sure::{self, Proof};
use crate::webauthn::{Sent, Wrong};
use crate::words::Words;
use crate::{passkey, totp};

#[derive(Template)]
#[template(path = "pages/again_passkey.html")]
struct View {
    page: Page,
    w: Words,
    error: Option<String>,
    next: String,
    /// Another way: address and words.
    other: (String, &'static str),
}

pub async fn get(app: App, visitor: Visitor, signed: Signed, Query(query): Query<Asked>) -> web::Result {
    let next = super::next_of(query.next.as_deref());
    if signed.is_sure(app.now()) {
        return Ok(see(&on(&next)));
    }
    let account = signed.account_id;
    if !app.db().read(move |tx| passkey::has(tx, account)).await? {
        return Ok(see(&format!("/account/again?next={}", web::encode(&next))));
    }
    show(&app, &visitor, &signed, next, None).await
}

async fn show(
    app: &App,
    visitor: &Visitor,
    signed: &Signed,
    next: String,
    error: Option<String>,
) -> web::Result {
    let (w, account) = (Words(visitor.locale), signed.account_id);
    let has_totp = app
        .db()
        .read(move |tx| Ok::<_, Fault>(totp::sealed(tx, account)?.is_some()))
        .await?;
    let to = web::encode(&next);
    let other = if has_totp {
        (format!("/account/again/authenticator?next={to}"), w.totp_use())
    } else {
        (format!("/account/again?letter&next={to}"), w.again_by_letter())
    };
    let mut page = Page::new(app, visitor, w.again_title()).with_passkeys();
    page.error = error.is_some();
    Ok(private(web::html(View {
        page,
        w,
        error,
        next,
        other,
    })))
}

/// Right, and the first answer: the browser gets a new cookie and goes on. One that came too late is no wrong try.
pub async fn post(
    app: App,
    visitor: Visitor,
    asker: Asker,
    signed: Signed,
    Relying(party): Relying,
    form: Form,
) -> web::Result {
    let next = super::next_of(Some(form.text("next")));
    let id = signed.id;
    if !app.db().write(move |tx| sure::count_try(tx, id)).await? {
        return Ok(see("/sign-in?ended"));
    }
    let (sent, whence) = (Sent::parse(form.text("passkey")), asker.whence(&visitor));
    let looked = passkeys::hers(&app, party.as_ref(), Occasion::Again(id), &signed, &sent).await?;
    let (asked, late) = (signed.clone(), matches!(looked, Err(Wrong::Late)));
    let shown = looked.as_ref().ok().cloned();
    let left = app
        .db()
        .write(move |tx| {
            let counts = match &shown {
                Some(shown) => passkey::count(tx, shown, &whence)?,
                None => false,
            };
            if counts {
                return sure::prove(tx, &asked, Proof::Passkey, &whence).map(Ok);
            }
            if late {
                return sure::give_back(tx, asked.id).map(|()| Err(1));
            }
            sure::failed(tx, &asked, &whence).map(Err)
        })
        .await?;
    match left {
        Ok((cookie, lasts)) => {
            mail::wake();
            let mut response = see(&on(&next));
            let cookie = set(SESSION_COOKIE, &cookie, lasts);
            response.headers_mut().append(header::SET_COOKIE, cookie);
            Ok(response)
        }
        Err(left) if left <= 0 => Ok(see("/sign-in?ended")),
        Err(_) => {
            let wrong = looked.err().unwrap_or(Wrong::Challenge);
            let said = passkey_form::sentence(Words(visitor.locale), wrong).to_owned();
            Ok(super::not_taken(
                show(&app, &visitor, &signed, next, Some(said)).await?,
            ))
        }
    }
}
