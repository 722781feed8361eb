//! The authenticator of one's account: set up with a picture and a first code, and taken away.

use askama::Template;
use axum::extract::Query;
use base::Fault;
use qrcodegen::{QrCode, QrCodeEcc};
use serde::Deserialize;
use web::{App, Page, Response, Visitor};

use super::answers::{private, see};
use super::asker::Asker;
use super::problems::Problems;
use crate::me::Me;
use crate::sessions;
use crate::sure_form::Sure;
use crate::totp::{self, Seed};
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/authenticator.html")]
struct View {
    page: Page,
    w: Words,
    problems: Problems,
    note: Option<&'static str>,
    is_set_up: bool,
    /// Whether she is signed in elsewhere too, after something was changed.
    others: bool,
    /// What is shown once, until the first code is typed.
    shown: Option<Shown>,
}

struct Shown {
    /// The side of the picture, and its dark squares as a path.
    side: i32,
    path: String,
    /// For an application on this very device.
    address: String,
    text: String,
}

#[derive(Deserialize)]
pub struct Asked {
    done: Option<String>,
}

pub async fn get(app: App, visitor: Visitor, me: Me, Query(query): Query<Asked>) -> web::Result {
    let w = Words(visitor.locale);
    let note = match query.done.as_deref() {
        Some("added") => Some(w.totp_added()),
        Some("removed") => Some(w.totp_removed()),
        _ => None,
    };
    show(&app, &visitor, &me, note, None, Problems::default()).await
}

async fn show(
    app: &App,
    visitor: &Visitor,
    me: &Me,
    note: Option<&'static str>,
    shown: Option<Shown>,
    problems: Problems,
) -> web::Result<Response> {
    let (w, own) = (Words(visitor.locale), me.id);
    let (sealed, browsers) = app
        .db()
        .read(move |tx| Ok::<_, Fault>((totp::sealed(tx, own)?, sessions::list(tx, own)?)))
        .await?;
    let mut page = Page::new(app, visitor, w.totp());
    page.error = !problems.is_empty();
    Ok(private(web::html(View {
        page,
        w,
        problems,
        others: note.is_some() && browsers.len() > 1,
        note,
        is_set_up: sealed.is_some(),
        shown,
    })))
}

/// Shows a new seed. What there was stays good until a code of the new one is typed.
pub async fn post(app: App, visitor: Visitor, sure: Sure) -> web::Result {
    let (seed, own) = (Seed::new(app.random()), sure.me.id);
    let sealed = seed.seal(app.keys(), app.random(), own)?;
    app.db().write(move |tx| totp::begin(tx, own, &sealed)).await?;
    let shown = picture(&app, &seed, &sure.me.email)?;
    show(&app, &visitor, &sure.me, None, Some(shown), Problems::default()).await
}

fn picture(app: &App, seed: &Seed, email: &str) -> Result<Shown, Fault> {
    let address = seed.address(&app.site().name, email);
    let code = QrCode::encode_text(&address, QrCodeEcc::Medium)
        .map_err(|e| Fault::new("drawing the picture of a seed").because(e))?;
    let squares = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
    let path = squares
        .filter(|&(x, y)| code.get_module(x, y))
        .map(|(x, y)| format!("M{} {}h1v1h-1z", x + 4, y + 4))
        .collect();
    Ok(Shown {
        side: code.size() + 8,
        path,
        address,
        text: seed.in_fours(),
    })
}

/// The first code: it shows that the application has the seed.
pub async fn confirm(app: App, visitor: Visitor, asker: Asker, sure: Sure) -> web::Result {
    let w = Words(visitor.locale);
    let (own, whence) = (sure.me.id, asker.whence(&visitor));
    let Some(sealed) = app.db().read(move |tx| totp::waiting(tx, own)).await? else {
        return Ok(see("/account/authenticator"));
    };
    let seed = Seed::open(app.keys(), own, &sealed)?;
    let typed = totp::tidy(sure.form.text("code"));
    let Some(step) = seed.step_of(&typed, app.now()) else {
        let mut problems = Problems::default();
        problems.add("code", w.totp_wrong());
        let shown = picture(&app, &seed, &sure.me.email)?;
        let page = show(&app, &visitor, &sure.me, None, Some(shown), problems).await?;
        return Ok(super::not_taken(page));
    };
    let confirmed = app
        .db()
        .write(move |tx| totp::confirm(tx, own, &sealed, step, &whence))
        .await?;
    mail::wake();
    Ok(see(if confirmed {
        "/account/authenticator?done=added"
    } else {
        "/account/authenticator"
    }))
}

pub async fn remove(app: App, visitor: Visitor, asker: Asker, sure: Sure) -> web::Result {
    let (own, whence) = (sure.me.id, asker.whence(&visitor));
    if !app.db().write(move |tx| totp::remove(tx, own, &whence)).await? {
        let mut problems = Problems::default();
        problems.add("remove", Words(visitor.locale).passkey_last());
        let page = show(&app, &visitor, &sure.me, None, None, problems).await?;
        return Ok(super::not_taken(page));
    }
    mail::wake();
    Ok(see("/account/authenticator?done=removed"))
}
