//! The accounts of organizations that are linked to one's own: which, and how to link and unlink them.

use askama::Template;
use axum::extract::{Path, Query};
use serde::Deserialize;
use web::{App, Error, Page, Visitor};

use super::answers::{private, see};
use super::asker::Asker;
use crate::me::Me;
use crate::organizations::identity::{self, Identity};
use crate::sure_form::Sure;
use crate::times;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/organizations.html")]
struct View {
    page: Page,
    w: Words,
    note: Option<String>,
    rows: Vec<Row>,
    /// Address and words.
    more: Vec<(String, String)>,
}

struct Row {
    id: String,
    organization: String,
    email: String,
    linked: String,
    used: String,
}

#[derive(Deserialize)]
pub struct Asked {
    done: Option<String>,
    away: Option<String>,
}

pub async fn get(app: App, visitor: Visitor, me: Me, Query(query): Query<Asked>) -> web::Result {
    let (w, own) = (Words(visitor.locale), me.id);
    let linked = app.db().read(move |tx| identity::list(tx, own)).await?;
    let note = match query.done.as_deref() {
        Some("linked") => Some(w.organization_linked().to_owned()),
        Some("unlinked") => Some(w.organization_unlinked().to_owned()),
        _ => away(&app, w, query.away.as_deref()),
    };
    let zone = visitor.zone.as_ref().map_or("UTC", base::Zone::name);
    let rows = linked.into_iter().map(|one| row(&app, w, one, zone)).collect();
    let more = app.providers().all().iter().map(|provider| {
        let setting = provider.setting();
        (
            format!("/sign-in/with/{}?link", setting.id),
            w.organization_link(&setting.name),
        )
    });
    Ok(private(web::html(View {
        page: Page::new(&app, &visitor, w.organizations()),
        w,
        note,
        rows,
        more: more.collect(),
    })))
}

fn row(app: &App, w: Words, one: Identity, zone: &str) -> Row {
    let provider = app.providers().of_issuer(&one.issuer);
    Row {
        id: one.id.to_string(),
        organization: provider.map_or(one.issuer, |provider| provider.setting().name.clone()),
        email: one.email,
        linked: w.organization_since(times::moment(w.0, one.linked_at, zone)),
        used: one.used_at.map_or_else(
            || w.organization_unused().to_owned(),
            |at| w.organization_used(times::moment(w.0, at, zone)),
        ),
    }
}

/// That an organization does not answer now.
pub fn away(app: &App, w: Words, id: Option<&str>) -> Option<String> {
    let provider = app.providers().find(id?)?;
    Some(w.organization_down(&provider.setting().name))
}

pub async fn unlink(
    app: App,
    visitor: Visitor,
    asker: Asker,
    Path(id): Path<String>,
    sure: Sure,
) -> web::Result {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let (own, whence) = (sure.me.id, asker.whence(&visitor));
    let unlinked = app
        .db()
        .write(move |tx| identity::unlink(tx, own, id, &whence))
        .await?;
    mail::wake();
    Ok(see(if unlinked {
        "/account/organizations?done=unlinked"
    } else {
        "/account/organizations"
    }))
}
