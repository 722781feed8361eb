//! The page that waits for the link, and its buttons: a new link, giving up, going on after the number was typed.

use askama::Template;
use axum::extract::RawQuery;
use base::{Fault, Id};
use web::{App, Form, Page, Visitor};

use super::answers::{private, see, signed_in};
use super::asker::Asker;
use super::late::{self, Late};
use super::{said, state};
use crate::model::{Flow, mask};
use crate::words::Words;
use crate::{cancel, complete, flows, resend, second, session};

#[derive(Template)]
#[template(path = "pages/waiting.html")]
struct View {
    page: Page,
    w: Words,
    flow: String,
    open: bool,
    reload: bool,
    lede: String,
    late: Option<Late>,
    address: String,
    until: Option<(String, String)>,
    number: i64,
    state: String,
    error: Option<String>,
    code_error: Option<String>,
    mail: String,
    pause: Option<String>,
    /// What else the account has: address and words.
    ways: Vec<(String, &'static str)>,
    contact: Option<String>,
}

/// Reloaded without a script after the number was typed elsewhere, it goes on by itself: the browser is the one that
/// waits, and the number was on its screen only.
pub async fn get(app: App, visitor: Visitor, asker: Asker, RawQuery(query): RawQuery) -> web::Result {
    let Some(browser) = asker.browser() else {
        return Ok(said::unknown_browser(&app, &visitor));
    };
    let Some(flow) = app.db().read(move |tx| flows::newest(tx, &browser)).await? else {
        return Ok(said::unknown_browser(&app, &visitor));
    };
    let now = app.now();
    if flow.state == "completed" || (flow.is_approved(now) && !asker.ahead) {
        return go_on(&app, &visitor, &asker, flow.id).await;
    }
    let reload = query.as_deref() != Some("stop");
    show(
        &app,
        &visitor,
        &Shown {
            flow,
            reload,
            error: None,
            code_error: None,
        },
    )
    .await
}

/// What the page shows beside the sign-in.
pub struct Shown {
    pub flow: Flow,
    pub reload: bool,
    pub error: Option<String>,
    pub code_error: Option<String>,
}

pub async fn show(app: &App, visitor: &Visitor, shown: &Shown) -> web::Result {
    let w = Words(visitor.locale);
    let flow = &shown.flow;
    let (asked, now) = (flow.clone(), app.now());
    let is_slow = state::is_slow(flow, now);
    let read = app.db().read(move |tx| {
        let late = late::of_letter(tx, is_slow)?;
        Ok::<_, Fault>((resend::pause(tx, &asked)?, second::ways(tx, &asked)?, late))
    });
    let (pause, ways, late) = read.await?;
    let late = late.filter(|_| flow.is_open(now));
    let view = View {
        page: Page::new(app, visitor, w.check_email()),
        w,
        flow: flow.id.to_string(),
        open: flow.is_open(now),
        reload: shown.reload && flow.is_open(now),
        lede: state::lede(w, flow, &pause),
        late: late.map(|slow| Late::new(app, visitor, &slow)),
        address: mask(&flow.email),
        until: state::until(w, flow),
        number: flow.match_no,
        state: state::state(w, flow, now),
        error: shown.error.clone(),
        code_error: shown.code_error.clone(),
        mail: state::mail(w, flow, &super::sender(app), now),
        pause: state::pause(w, flow, &pause),
        ways: super::second::links(w, flow, ways),
        contact: super::contact(app),
    };
    Ok(private(web::html(view)))
}

/// A new link; too early, the seconds left are told.
pub async fn resend(app: App, visitor: Visitor, asker: Asker, form: Form) -> web::Result {
    let (Some(browser), Some(id)) = (asker.browser(), flow_id(&form)) else {
        return Ok(said::unknown_browser(&app, &visitor));
    };
    let w = Words(visitor.locale);
    match app.db().write(move |tx| resend::resend(tx, id, &browser)).await {
        Ok(()) => {
            mail::wake();
            Ok(see("/sign-in/check-email"))
        }
        Err(resend::Refused::TooEarly { ago, seconds }) => {
            let Some(flow) = app
                .db()
                .read(move |tx| flows::of_browser(tx, id, &browser))
                .await?
            else {
                return Ok(said::unknown_browser(&app, &visitor));
            };
            let error = Some(format!("{} {}", w.too_early(ago), w.too_early_wait(seconds)));
            let page = show(
                &app,
                &visitor,
                &Shown {
                    flow,
                    reload: false,
                    error,
                    code_error: None,
                },
            )
            .await?;
            Ok(super::too_often(page, seconds))
        }
        Err(resend::Refused::NotNow) => Ok(see("/sign-in/check-email")),
        Err(resend::Refused::Fault(fault)) => Err(fault.into()),
    }
}

/// Gives the sign-in up.
pub async fn cancel(app: App, visitor: Visitor, asker: Asker, form: Form) -> web::Result {
    let (Some(browser), Some(id)) = (asker.browser(), flow_id(&form)) else {
        return Ok(said::unknown_browser(&app, &visitor));
    };
    app.db().write(move |tx| cancel::cancel(tx, id, &browser)).await?;
    Ok(see("/sign-in"))
}

/// The number was typed on the other device: the waiting page sends this by itself.
pub async fn complete(app: App, visitor: Visitor, asker: Asker, form: Form) -> web::Result {
    let Some(id) = flow_id(&form) else {
        return Ok(said::unknown_browser(&app, &visitor));
    };
    go_on(&app, &visitor, &asker, id).await
}

/// Ends an approved sign-in with a session; one that has ended already leads on to where it led.
async fn go_on(app: &App, visitor: &Visitor, asker: &Asker, id: Id<Flow>) -> web::Result {
    let Some(asking) = asker.asking() else {
        return Ok(said::unknown_browser(app, visitor));
    };
    let browser = asking.browser;
    match app
        .db()
        .write(move |tx| complete::by_number(tx, id, &asking))
        .await
    {
        Ok(done) => Ok(signed_in(&done)),
        Err(complete::Refused::NotNow) => {
            let found = app.db().read(move |tx| landed(tx, id, &browser)).await?;
            found.map_or_else(|| Ok(see("/sign-in")), |next| Ok(see(&next)))
        }
        Err(complete::Refused::Fault(fault)) => Err(fault.into()),
    }
}

/// Where a completed sign-in of this browser led, if its session lives.
pub fn landed(
    tx: &mut db::Tx<'_>,
    id: Id<Flow>,
    browser: &crate::model::BrowserHash,
) -> Result<Option<String>, Fault> {
    let Some(flow) = flows::of_browser(tx, id, browser)? else {
        return Ok(None);
    };
    let alive = flow.state == "completed" && session::of_flow(tx, flow.id)?;
    Ok(alive.then_some(flow.next_path))
}

/// The sign-in a form belongs to.
pub fn flow_id(form: &Form) -> Option<Id<Flow>> {
    form.text("flow").parse().ok()
}
