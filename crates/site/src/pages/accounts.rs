//! The desk's page of accounts: found by name or address; each with its browsers, which an administrator can sign out, and
//! whether it may sign in at all.
use crate::pages::merge::{self as merged, Told as Merged};
use crate::pages::people::only_administrators;
use crate::words::Words;
use ::people::account::{self, Refused};
use ::people::assisted::{self, Assisted};
use ::people::merge;
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
    shown: Shown,
    rows: Vec<(String, String)>,
    assisted: Option<Lost>,
    mergers: Vec<Merged>,
    is_merged: bool,
}

/// What the page says beside the account.
#[derive(Default)]
pub struct Shown {
    pub note: Option<&'static str>,
    /// What was typed for a change of address, and what is wrong with it.
    pub email: String,
    pub reason: String,
    /// What was typed for the account that this one is merged into.
    pub into: String,
    pub errors: Vec<(&'static str, &'static str)>,
}

impl Shown {
    fn error(&self, field: &str) -> Option<&'static str> {
        self.errors
            .iter()
            .find(|(name, _)| *name == field)
            .map(|(_, text)| *text)
    }
}

/// A change of address under way.
struct Lost {
    said: String,
    reason: String,
    next: String,
    may_agree: bool,
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
    let shown = Shown {
        note: told.done.map(|_| Words(visitor.locale).account_done()),
        ..Shown::default()
    };
    show(&app, &visitor, &me, parse(&id)?, shown).await
}

pub fn parse(id: &str) -> Result<Id<Account>, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

pub async fn show(app: &App, visitor: &Visitor, me: &Me, id: Id<Account>, shown: Shown) -> web::Result {
    let w = Words(visitor.locale);
    let found = app
        .db()
        .read(move |tx| {
            let account = account::by_id(tx, id)?;
            let lost = assisted::under_way(tx, id)?;
            let mergers = merge::of(tx, id)?;
            Ok::<_, base::Fault>((account, sessions::list(tx, id)?, lost, mergers))
        })
        .await?;
    let (Some(account), listed, lost, mergers) = found else {
        return Err(Error::NotFound);
    };
    let (now, is_merged) = (app.now(), mergers.iter().any(|one| one.merged_id == id));
    let zone = app.site().zone.name();
    let refused = !shown.errors.is_empty();
    let mut response = web::html(One {
        page: Page::desk(app, visitor, &account.name).error(refused),
        w,
        state: state(w, &account),
        account,
        shown,
        assisted: lost.map(|lost| under_way(w, lost, me, zone)),
        rows: listed.into_iter().map(|one| row(w, &one, zone)).collect(),
        mergers: mergers
            .into_iter()
            .map(|one| merged::told(w, one, id, now, zone))
            .collect(),
        is_merged,
    });
    if refused {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

fn under_way(w: Words, lost: Assisted, me: &Me, zone: &str) -> Lost {
    Lost {
        said: w.assisted_asked(&lost.asker, lost.new_email.as_str()),
        next: match lost.due_at {
            Some(due) => w.assisted_due(::people::moment(w.0, due, zone)),
            None => w.assisted_second().to_owned(),
        },
        may_agree: lost.due_at.is_none() && lost.asked_by != me.id,
        reason: lost.reason,
    }
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
            let shown = Shown {
                errors: vec![("disable", error)],
                ..Shown::default()
            };
            show(&app, &visitor, &sure.me, id, shown).await
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
