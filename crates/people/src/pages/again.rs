//! Asks again who it is: the password, then the code of a letter. Afterwards what was begun goes on.

use askama::Template;
use axum::extract::Query;
use axum::http::{HeaderMap, header};
use base::Fault;
use serde::Deserialize;
use web::{App, Form, Page, Response, Visitor};

use super::answers::{private, see};
use super::asker::{Asker, SESSION_COOKIE, set};
use super::problems::Problems;
use crate::hashing::{self, POOL};
use crate::me::{Me, kept};
use crate::model::mask;
use crate::organizations::identity::{self, Identity};
use crate::party::Relying;
use crate::password::Typed;
use crate::session::Signed;
use crate::sure::{self, Proof, SureCode};
use crate::words::Words;
use crate::{account, keys, passkey, times, totp};

#[derive(Template)]
#[template(path = "pages/again.html")]
struct View {
    page: Page,
    w: Words,
    problems: Problems,
    next: String,
    anew: String,
    /// Where the code was sent, and until when it is good.
    code: Option<(String, String)>,
    /// Organizations whose account of hers shows it too: address and words.
    with: Vec<(String, String)>,
}

#[derive(Deserialize)]
pub struct Asked {
    pub next: Option<String>,
    /// The password and a letter are wanted, although there is an authenticator or a passkey.
    letter: Option<String>,
    /// Another code is wanted.
    anew: Option<String>,
}

pub async fn get(
    app: App,
    visitor: Visitor,
    signed: Signed,
    Relying(party): Relying,
    Query(query): Query<Asked>,
) -> web::Result {
    let next = super::next_of(query.next.as_deref());
    if signed.is_sure(app.now()) {
        return Ok(see(&on(&next)));
    }
    let (id, account) = (signed.id, signed.account_id);
    let may_passkey = party.is_some();
    let (code, better, linked) = app
        .db()
        .read(move |tx| {
            let better = if may_passkey && passkey::has(tx, account)? {
                Some("passkey")
            } else {
                totp::sealed(tx, account)?.map(|_| "authenticator")
            };
            Ok::<_, Fault>((sure::asked(tx, id)?, better, identity::list(tx, account)?))
        })
        .await?;
    if let Some(better) = better
        && code.is_none()
        && query.letter.is_none()
        && query.anew.is_none()
    {
        let next = web::encode(&next);
        return Ok(see(&format!("/account/again/{better}?next={next}")));
    }
    let code = code.filter(|_| query.anew.is_none());
    let with = with(&app, visitor.locale, &linked, &next);
    Ok(shown(
        &app,
        &visitor,
        &signed,
        (next, with),
        code,
        Problems::default(),
    ))
}

fn with(app: &App, locale: i18n::Locale, linked: &[Identity], next: &str) -> Vec<(String, String)> {
    let w = Words(locale);
    let providers = linked
        .iter()
        .filter_map(|one| app.providers().of_issuer(&one.issuer));
    let ways = providers.map(|provider| {
        let (setting, next) = (provider.setting(), web::encode(next));
        (
            format!("/sign-in/with/{}?again&next={next}", setting.id),
            w.again_with(&setting.name),
        )
    });
    ways.collect()
}

pub fn on(next: &str) -> String {
    format!("/account/again/on?next={}", web::encode(next))
}

fn show(
    app: &App,
    visitor: &Visitor,
    signed: &Signed,
    next: String,
    code: Option<SureCode>,
    problems: Problems,
) -> Response {
    shown(app, visitor, signed, (next, Vec::new()), code, problems)
}

fn shown(
    app: &App,
    visitor: &Visitor,
    signed: &Signed,
    (next, with): (String, Vec<(String, String)>),
    code: Option<SureCode>,
    problems: Problems,
) -> Response {
    let w = Words(visitor.locale);
    let mut page = Page::new(app, visitor, w.again_title());
    page.error = !problems.is_empty();
    let zone = visitor.zone.as_ref().map_or("UTC", base::Zone::name);
    private(web::html(View {
        page,
        w,
        problems,
        anew: format!("/account/again?anew&next={}", web::encode(&next)),
        next,
        code: code.map(|code| (mask(&signed.email), times::clock(code.expires_at, zone))),
        with,
    }))
}

/// The password: right, a code is sent.
pub async fn post(app: App, visitor: Visitor, asker: Asker, signed: Signed, form: Form) -> web::Result {
    let w = Words(visitor.locale);
    let next = super::next_of(Some(form.text("next")));
    let (whence, mut problems) = (asker.whence(&visitor), Problems::default());
    let typed = form.text("password");
    if typed.is_empty() {
        problems.add("password", w.password_missing());
        return Ok(super::not_taken(show(
            &app, &visitor, &signed, next, None, problems,
        )));
    }
    let id = signed.id;
    if !app.db().write(move |tx| sure::count_try(tx, id)).await? {
        return Ok(see("/sign-in?ended"));
    }
    let account = signed.account_id;
    let phc = app.db().read(move |tx| account::password(tx, account)).await?;
    match POOL.verify(app.keys(), phc, Typed::new(typed)).await {
        Ok(true) => {
            let (locale, asker) = (visitor.locale, signed.clone());
            app.db()
                .write(move |tx| {
                    sure::give_back(tx, asker.id)?;
                    sure::ask(tx, &asker, locale, &whence)
                })
                .await?;
            mail::wake();
            Ok(see(&format!("/account/again?next={}", web::encode(&next))))
        }
        Ok(false) => {
            let wrong = signed.clone();
            let left = app
                .db()
                .write(move |tx| sure::failed(tx, &wrong, &whence))
                .await?;
            if left <= 0 {
                return Ok(see("/sign-in?ended"));
            }
            problems.add("password", w.again_password_wrong(left));
            Ok(super::not_taken(show(
                &app, &visitor, &signed, next, None, problems,
            )))
        }
        Err(hashing::Refused::Busy { seconds }) => {
            app.db().write(move |tx| sure::give_back(tx, id)).await?;
            problems.add("password", w.busy(seconds));
            let page = show(&app, &visitor, &signed, next, None, problems);
            Ok(super::unavailable(page, seconds))
        }
        Err(hashing::Refused::Fault(fault)) => Err(fault.into()),
    }
}

/// The code: right, the browser gets a new cookie and goes on.
pub async fn code(app: App, visitor: Visitor, asker: Asker, signed: Signed, form: Form) -> web::Result {
    let w = Words(visitor.locale);
    let next = super::next_of(Some(form.text("next")));
    let (whence, mut problems) = (asker.whence(&visitor), Problems::default());
    let (typed, id) = (form.text("code").trim().to_owned(), signed.id);
    let Some(code) = app.db().read(move |tx| sure::asked(tx, id)).await? else {
        return Ok(see(&format!("/account/again?next={}", web::encode(&next))));
    };
    if typed.is_empty() {
        problems.add("code", w.code_missing());
        return Ok(super::not_taken(show(
            &app,
            &visitor,
            &signed,
            next,
            Some(code),
            problems,
        )));
    }
    if !app.db().write(move |tx| sure::count_try(tx, id)).await? {
        return Ok(see("/sign-in?ended"));
    }
    let asked = signed.clone();
    if sure::matches(&code, &typed, &keys::code_of_app(&app)) {
        let (cookie, lasts) = app
            .db()
            .write(move |tx| sure::prove(tx, &asked, Proof::PasswordAndCode, &whence))
            .await?;
        let mut response = see(&on(&next));
        let cookie = set(SESSION_COOKIE, &cookie, lasts);
        response.headers_mut().append(header::SET_COOKIE, cookie);
        return Ok(response);
    }
    let left = app
        .db()
        .write(move |tx| sure::failed(tx, &asked, &whence))
        .await?;
    if left <= 0 {
        return Ok(see("/sign-in?ended"));
    }
    problems.add("code", w.code_wrong(left));
    Ok(super::not_taken(show(
        &app,
        &visitor,
        &signed,
        next,
        Some(code),
        problems,
    )))
}

#[derive(Template)]
#[template(path = "pages/again_on.html")]
struct On {
    page: Page,
    w: Words,
    path: String,
    fields: Vec<(String, String)>,
    by_itself: bool,
}

/// Sends the form that was kept, or leads on to the page. By itself only right after the code was typed: led here from
/// anywhere else, a person has to press the button.
pub async fn on_with(
    app: App,
    visitor: Visitor,
    me: Me,
    headers: HeaderMap,
    Query(query): Query<Asked>,
) -> web::Result {
    let next = super::next_of(query.next.as_deref());
    let path = next.split('?').next().unwrap_or("/").to_owned();
    let Some(form) = kept(&app, &me, &path).await? else {
        return Ok(see(if next == "/" { "/account" } else { &next }));
    };
    let w = Words(visitor.locale);
    Ok(private(web::html(On {
        page: Page::new(&app, &visitor, w.again_done()),
        w,
        path,
        fields: form.fields().to_vec(),
        by_itself: headers
            .get("sec-fetch-site")
            .is_some_and(|from| from.as_bytes() == b"same-origin"),
    })))
}
