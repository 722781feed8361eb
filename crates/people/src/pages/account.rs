//! One's own account: who one is, and what can be done about it.

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use web::{App, Page, Visitor};

use super::answers::private;
use crate::me::Me;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/account.html")]
struct View {
    page: Page,
    w: Words,
    note: Option<&'static str>,
    name: String,
    email: String,
    ways: Vec<Way>,
}

/// What can be done: address, title, what it is for.
type Way = (&'static str, &'static str, &'static str);

#[derive(Deserialize)]
pub struct Asked {
    done: Option<String>,
}

pub async fn get(app: App, visitor: Visitor, me: Me, Query(query): Query<Asked>) -> web::Result {
    let w = Words(visitor.locale);
    let page = Page::new(&app, &visitor, w.account()).description(w.account_description());
    Ok(private(web::html(View {
        page,
        w,
        note: match query.done.as_deref() {
            Some("password") => Some(w.password_changed()),
            Some("email") => Some(w.email_changed()),
            _ => None,
        },
        name: me.name,
        email: me.email,
        ways: ways(&app, w),
    })))
}

fn ways(app: &App, w: Words) -> Vec<Way> {
    let organizations = (
        "/account/organizations",
        w.organizations(),
        w.organizations_hint(),
    );
    let mut ways = vec![
        ("/account/password", w.change_password(), w.change_password_hint()),
        ("/account/email", w.change_email(), w.change_email_hint()),
        ("/account/passkeys", w.passkeys(), w.passkeys_hint()),
        ("/account/authenticator", w.totp(), w.totp_account_hint()),
        (
            "/account/recovery-codes",
            w.recovery_codes(),
            w.recovery_codes_hint(),
        ),
        ("/account/sessions", w.sessions_title(), w.sessions_hint()),
        ("/account/log", w.log_title(), w.log_hint()),
        ("/account/tokens", w.tokens(), w.tokens_hint()),
        ("/account/data", w.data_title(), w.data_hint()),
        ("/account/close", w.close_title(), w.close_hint()),
    ];
    if !app.providers().all().is_empty() {
        ways.insert(5, organizations);
    }
    ways
}
