//! Tokens for programs: made here, shown once, listed, ended.

use askama::Template;
use axum::extract::Path;
use jiff::Timestamp;
use web::{App, Error, Form, Page, Response, Visitor};

use super::answers::{private, see};
use super::asker::Asker;
use super::problems::Problems;
use crate::me::{Me, Posted};
use crate::sure_form::Sure;
use crate::times;
use crate::token::{self, DAYS, From, New, Refused, Token};
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/tokens.html")]
struct View {
    page: Page,
    w: Words,
    problems: Problems,
    made: Option<String>,
    name: String,
    scopes: Vec<Choice>,
    days: Vec<(i64, String, bool)>,
    rows: Vec<Row>,
}

struct Choice {
    code: &'static str,
    label: &'static str,
    chosen: bool,
}

struct Row {
    id: String,
    name: String,
    prefix: String,
    scopes: String,
    used: String,
    ends: String,
    good: bool,
}

/// What was typed, kept for the next showing.
struct Typed {
    name: String,
    scopes: Vec<String>,
    days: i64,
}

impl Typed {
    fn blank() -> Typed {
        Typed {
            name: String::new(),
            scopes: vec!["read".to_owned()],
            days: 90,
        }
    }

    fn of(form: &Form) -> Typed {
        Typed {
            name: form.text("name").to_owned(),
            scopes: form.texts("scope").into_iter().map(str::to_owned).collect(),
            days: form.text("days").parse().unwrap_or_default(),
        }
    }
}

/// `GET /account/tokens`
pub async fn get(app: App, visitor: Visitor, me: Me) -> web::Result {
    show(&app, &visitor, &me, Typed::blank(), Problems::default(), None).await
}

async fn show(
    app: &App,
    visitor: &Visitor,
    me: &Me,
    typed: Typed,
    problems: Problems,
    made: Option<String>,
) -> web::Result {
    let (w, now, own) = (Words(visitor.locale), app.now(), me.id);
    let zone = visitor.zone.as_ref().map_or("UTC", base::Zone::name);
    let tokens = app.db().read(move |tx| token::list(tx, own)).await?;
    let known = web::api::scopes(app.slices());
    let mut page = Page::new(app, visitor, w.tokens());
    page.error = !problems.is_empty();
    Ok(private(web::html(View {
        page,
        w,
        problems,
        made,
        scopes: known
            .into_iter()
            .map(|scope| Choice {
                code: scope.code,
                label: (scope.label)(visitor.locale),
                chosen: typed.scopes.iter().any(|one| one == scope.code),
            })
            .collect(),
        days: DAYS
            .map(|days| (days, w.token_days(days), days == typed.days))
            .to_vec(),
        name: typed.name,
        rows: tokens.into_iter().map(|one| row(w, one, now, zone)).collect(),
    })))
}

fn row(w: Words, token: Token, now: Timestamp, zone: &str) -> Row {
    let good = token.is_good(now);
    let moment = |at| times::moment(w.0, at, zone);
    Row {
        id: token.id.to_string(),
        used: match token.last_used_at {
            Some(at) => w.token_used(moment(at)),
            None => w.token_never_used().to_owned(),
        },
        ends: match token.revoked_at {
            Some(at) => w.token_ended(moment(at)),
            None if good => w.token_ends(moment(token.expires_at)),
            None => w.token_ended(moment(token.expires_at)),
        },
        name: token.name,
        prefix: token.prefix,
        scopes: w.token_for(token.scopes.replace(' ', ", ")),
        good,
    }
}

fn from(asker: Asker) -> From {
    From {
        ip: asker.ip,
        ua: asker.ua,
    }
}

/// `POST /account/tokens`: the answer is the only page that ever shows the token.
pub async fn post(app: App, visitor: Visitor, asker: Asker, sure: Sure) -> web::Result {
    let w = Words(visitor.locale);
    let mut typed = Typed::of(&sure.form);
    let mut problems = Problems::default();
    let name = super::name(&typed.name).filter(|name| name.chars().count() <= 100);
    if name.is_none() {
        problems.add("name", w.token_name_wrong());
    }
    let known = web::api::scopes(app.slices());
    typed
        .scopes
        .retain(|one| known.iter().any(|scope| scope.code == one));
    if typed.scopes.is_empty() {
        problems.add("scope", w.token_scopes_missing());
    }
    if !DAYS.contains(&typed.days) {
        problems.add("days", w.token_days_missing());
    }
    let (Some(name), true) = (name, problems.is_empty()) else {
        return refused(&app, &visitor, &sure.me, typed, problems).await;
    };
    let new = New {
        name,
        scopes: typed.scopes.clone(),
        days: typed.days,
    };
    let (me, from) = (sure.me.clone(), from(asker));
    match app.db().write(move |tx| token::make(tx, &me, &new, &from)).await {
        Ok(text) => {
            show(
                &app,
                &visitor,
                &sure.me,
                Typed::blank(),
                Problems::default(),
                Some(text),
            )
            .await
        }
        Err(Refused::TooMany) => {
            problems.add("name", w.token_too_many(token::MOST));
            refused(&app, &visitor, &sure.me, typed, problems).await
        }
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}

async fn refused(app: &App, visitor: &Visitor, me: &Me, typed: Typed, problems: Problems) -> web::Result {
    Ok(super::not_taken(
        show(app, visitor, me, typed, problems, None).await?,
    ))
}

/// `POST /account/tokens/{id}/revoke`
pub async fn revoke(app: App, asker: Asker, Path(id): Path<String>, posted: Posted) -> web::Result<Response> {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let (own, from) = (posted.me.id, from(asker));
    app.db()
        .write(move |tx| token::revoke(tx, own, id, &from))
        .await?;
    Ok(see("/account/tokens"))
}
