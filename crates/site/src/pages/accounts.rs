//! The desk's page of accounts: found by name or address; each with its browsers, which an administrator can sign out, and
//! whether it may sign in at all.
use crate::pages::people::only_administrators;
use crate::words::Words;
use ::people::account::{self, Refused};
use ::people::model::Whence;
use ::people::sessions::{self, Listed};
use ::people::{Account, Me, Sure};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use base::Id;
use serde::Deserialize;
use web::{App, Error, Page, Visitor};

#[derive(Template)]
#[template(path = "pages/accounts.html")]
struct View {
    page: Page,
    w: Words,
    q: String,
    rows: Vec<(Account, &'static str)>,
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
}

pub async fn list(app: App, visitor: Visitor, me: Me, Query(Asked { q }): Query<Asked>) -> web::Result {
    only_administrators(&me)?;
    let w = Words(visitor.locale);
    let text = q.trim().to_owned();
    let found = app.db().read(move |tx| account::search(tx, &text, 100)).await?;
    let rows = found.into_iter().map(|account| {
        let state = state(w, &account);
        (account, state)
    });
    Ok(web::html(View {
        page: Page::desk(&app, &visitor, w.accounts()),
        w,
        q,
        rows: rows.collect(),
    }))
}

fn state(w: Words, account: &Account) -> &'static str {
    match (account.disabled_at, account.verified_at) {
        (Some(_), _) => w.account_disabled(),
        (None, None) => w.account_unconfirmed(),
        (None, Some(_)) => w.account_active(),
    }
}

#[derive(Template)]
#[template(path = "pages/account.html")]
struct One {
    page: Page,
    w: Words,
    account: Account,
    state: &'static str,
    note: Option<&'static str>,
    error: Option<&'static str>,
    rows: Vec<(String, String)>,
}

#[derive(Deserialize)]
pub struct Told {
    done: Option<String>,
}

pub async fn one(
    app: App,
    visitor: Visitor,
    me: Me,
    Path(id): Path<String>,
    Query(told): Query<Told>,
) -> web::Result {
    only_administrators(&me)?;
    let note = told.done.map(|_| Words(visitor.locale).account_done());
    show(&app, &visitor, parse(&id)?, note, None).await
}

fn parse(id: &str) -> Result<Id<Account>, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

async fn show(
    app: &App,
    visitor: &Visitor,
    id: Id<Account>,
    note: Option<&'static str>,
    error: Option<&'static str>,
) -> web::Result {
    let w = Words(visitor.locale);
    let found = app
        .db()
        .read(move |tx| {
            let account = account::by_id(tx, id)?;
            Ok::<_, base::Fault>((account, sessions::list(tx, id)?))
        })
        .await?;
    let (Some(account), listed) = found else {
        return Err(Error::NotFound);
    };
    let zone = app.site().zone.name();
    let mut response = web::html(One {
        page: Page::desk(app, visitor, &account.name).error(error.is_some()),
        w,
        state: state(w, &account),
        account,
        note,
        error,
        rows: listed.into_iter().map(|one| row(w, &one, zone)).collect(),
    });
    if error.is_some() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

fn row(w: Words, one: &Listed, zone: &str) -> (String, String) {
    let ip = one.ip_last.as_deref().unwrap_or(&one.ip_first);
    let seen = w.account_seen(::people::moment(w.0, one.last_seen_at, zone));
    (::people::whence(w.0, ip, &one.ua), seen)
}

/// Signs a person out everywhere.
pub async fn end_sessions(app: App, whence: Whence, Path(id): Path<String>, sure: Sure) -> web::Result {
    only_administrators(&sure.me)?;
    let (id, by) = (parse(&id)?, sure.me.id);
    app.db()
        .write(move |tx| sessions::end_of(tx, by, id, &whence))
        .await?;
    Ok(web::redirect(&format!("/desk/accounts/{id}?done=1")))
}

/// From now on nobody signs in to it.
pub async fn disable(
    app: App,
    visitor: Visitor,
    whence: Whence,
    Path(id): Path<String>,
    sure: Sure,
) -> web::Result {
    only_administrators(&sure.me)?;
    let (id, by) = (parse(&id)?, sure.me.id);
    match app
        .db()
        .write(move |tx| account::disable(tx, by, id, &whence))
        .await
    {
        Ok(()) => Ok(web::redirect(&format!("/desk/accounts/{id}?done=1"))),
        Err(Refused::LastAdministrator) => {
            let error = Words(visitor.locale).last_administrator();
            show(&app, &visitor, id, None, Some(error)).await
        }
        Err(Refused::Closed) => Err(Error::NotFound),
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}

/// It may be signed in to again.
pub async fn enable(app: App, whence: Whence, Path(id): Path<String>, sure: Sure) -> web::Result {
    only_administrators(&sure.me)?;
    let (id, by) = (parse(&id)?, sure.me.id);
    match app
        .db()
        .write(move |tx| account::enable(tx, by, id, &whence))
        .await
    {
        Ok(()) => Ok(web::redirect(&format!("/desk/accounts/{id}?done=1"))),
        Err(Refused::Closed | Refused::LastAdministrator) => Err(Error::NotFound),
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}
