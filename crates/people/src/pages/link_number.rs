//! The link opened in another browser: who signs in where, the number of that screen, and the way to say "not me".

use askama::Template;
use axum::extract::Path;
use web::{App, Form, Page, Visitor};

use super::answers::of_link;
use super::asker::Asker;
use super::{link, said};
use crate::approve::{self, Answer};
use crate::flows::Standing;
use crate::mails::agent_words;
use crate::model::{Flow, mask};
use crate::throttle::Namer;
use crate::words::Words;
use crate::{secrets, times};

#[derive(Template)]
#[template(path = "pages/link_other.html")]
struct View {
    page: Page,
    w: Words,
    token: String,
    address: String,
    where_when: String,
    from: Option<String>,
    /// Whether a number may still be typed.
    number: bool,
    error: Option<String>,
}

pub async fn show(
    app: &App,
    visitor: &Visitor,
    token: &str,
    flow: &Flow,
    error: Option<String>,
) -> web::Result {
    let (asked, namer) = (flow.clone(), Namer::of(app.keys()));
    let number = app
        .db()
        .read(move |tx| approve::is_open(tx, &namer, &asked))
        .await?;
    let w = Words(visitor.locale);
    let mut page = Page::new(app, visitor, w.other_title());
    page.error = error.is_some();
    let view = View {
        page,
        w,
        token: token.to_owned(),
        address: mask(&flow.email),
        where_when: w.other_where_what(
            agent_words(w, &flow.ua),
            times::clock(flow.created_at, &flow.zone),
        ),
        from: (!flow.ip.is_empty()).then(|| w.other_ip(&flow.ip)),
        number,
        error,
    };
    Ok(of_link(web::html(view)))
}

pub async fn post(
    app: App,
    visitor: Visitor,
    asker: Asker,
    Path(token): Path<String>,
    form: Form,
) -> web::Result {
    let found = match link::find(&app, &visitor, &token).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    if found.standing != Standing::Alive {
        return link::ended(&app, &visitor, &asker, &found).await;
    }
    let w = Words(visitor.locale);
    let Some(number) = number(form.text("number")) else {
        let page = show(
            &app,
            &visitor,
            &token,
            &found.flow,
            Some(w.number_bad().to_owned()),
        )
        .await?;
        return Ok(super::not_taken(page));
    };
    let hash = secrets::hash(&token);
    let namer = Namer::of(app.keys());
    let counted = app
        .db()
        .write(move |tx| approve::count_try(tx, &namer, &hash))
        .await;
    let counted = match counted {
        Ok(counted) => counted,
        Err(approve::Refused::NotNow) => {
            let page = show(&app, &visitor, &token, &found.flow, None).await?;
            return Ok(super::not_taken(page));
        }
        Err(approve::Refused::Fault(fault)) => return Err(fault.into()),
    };
    let (ip, ua) = (asker.ip.clone(), asker.ua.clone());
    let error = match app
        .db()
        .write(move |tx| approve::approve(tx, counted, number, &ip, &ua))
        .await?
    {
        Answer::Approved => return Ok(said::approved(&app, &visitor)),
        Answer::Wrong { left: 0 } => w.number_wrong(),
        Answer::Wrong { .. } => w.number_wrong_once(),
    };
    match link::find(&app, &visitor, &token).await? {
        Ok(found) => {
            let page = show(&app, &visitor, &token, &found.flow, Some(error.to_owned())).await?;
            Ok(super::not_taken(page))
        }
        Err(answer) => Ok(answer),
    }
}

/// Three digits, in whatever numerals the reader's language writes.
fn number(typed: &str) -> Option<i64> {
    let figures: String = typed.trim().chars().map(secrets::latin_figure).take(9).collect();
    let value = figures.parse().ok()?;
    (100..=999).contains(&value).then_some(value)
}
