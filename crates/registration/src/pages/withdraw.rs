//! Withdrawing one's registration: a question first, then the act.

use askama::Template;
use forum::EventBySlug;
use people::{Me, Posted};
use web::{App, Page, Visitor};

use crate::withdraw::{Refused, withdraw};
use crate::words::Words;
use crate::{Act, read, urls};

#[derive(Template)]
#[template(path = "pages/withdraw.html")]
struct View {
    page: Page,
    w: Words,
    title: String,
    title_attr: String,
    event_path: String,
    my_path: String,
}

/// `GET /e/{slug}/my/withdraw`
pub async fn get(app: App, visitor: Visitor, me: Me, event: EventBySlug) -> web::Result {
    let (id, account) = (event.id, me.id);
    let active = app.db().read(move |tx| read::active(tx, id, account)).await?;
    let my_path = web::link(&visitor, &urls::my(&event.slug));
    if active.is_none_or(|r| r.state().after(Act::Withdraw).is_none()) {
        return Ok(web::redirect(&format!("{my_path}?done=nothing")));
    }
    let w = Words(visitor.locale);
    let said = event.say("title", visitor.locale);
    Ok(web::html(View {
        page: Page::new(&app, &visitor, w.withdraw_title()),
        w,
        title_attr: said.attr(),
        title: said.text,
        event_path: web::link(&visitor, &format!("/e/{}", event.slug)),
        my_path,
    }))
}

/// `POST /e/{slug}/my/withdraw`
pub async fn post(app: App, visitor: Visitor, event: EventBySlug, posted: Posted) -> web::Result {
    let my_path = web::link(&visitor, &urls::my(&event.slug));
    let (account, whole) = (posted.me.id, event.0.clone());
    let done = match app.db().write(move |tx| withdraw(tx, &whole, account)).await {
        Ok(()) => {
            mail::wake();
            "withdrawn"
        }
        Err(Refused::Nothing) => "nothing",
        Err(Refused::Over) => "over",
        Err(Refused::Fault(fault)) => return Err(fault.into()),
    };
    Ok(web::redirect(&format!("{my_path}?done={done}")))
}
