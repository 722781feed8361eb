//! The recovery codes of one's account: how many are left, and ten new ones, which are shown once.

use askama::Template;
use base::Fault;
use web::{App, Page, Response, Visitor};

use super::answers::private;
use super::asker::Asker;
use crate::hashing;
use crate::me::Me;
use crate::recovery;
use crate::sessions;
use crate::sure_form::Sure;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/recovery_codes.html")]
struct View {
    page: Page,
    w: Words,
    error: Option<String>,
    made: Vec<String>,
    left: i64,
    /// Whether she is signed in elsewhere too, after something was changed.
    others: bool,
}

pub async fn get(app: App, visitor: Visitor, me: Me) -> web::Result {
    show(&app, &visitor, &me, Vec::new(), None).await
}

async fn show(
    app: &App,
    visitor: &Visitor,
    me: &Me,
    made: Vec<String>,
    error: Option<String>,
) -> web::Result<Response> {
    let (w, own) = (Words(visitor.locale), me.id);
    let (left, browsers) = app
        .db()
        .read(move |tx| Ok::<_, Fault>((recovery::left(tx, own)?, sessions::list(tx, own)?)))
        .await?;
    let mut page = Page::new(app, visitor, w.recovery_codes());
    page.error = error.is_some();
    Ok(private(web::html(View {
        page,
        w,
        error,
        others: !made.is_empty() && browsers.len() > 1,
        made,
        left,
    })))
}

/// The answer is the only page that ever shows them.
pub async fn post(app: App, visitor: Visitor, asker: Asker, sure: Sure) -> web::Result {
    let (shown, kept) = match recovery::fresh(app.keys(), app.random()).await {
        Ok(codes) => codes,
        Err(hashing::Refused::Busy { seconds }) => {
            let error = Words(visitor.locale).busy(seconds);
            let page = show(&app, &visitor, &sure.me, Vec::new(), Some(error)).await?;
            return Ok(super::unavailable(page, seconds));
        }
        Err(hashing::Refused::Fault(fault)) => return Err(fault.into()),
    };
    let (own, whence) = (sure.me.id, asker.whence(&visitor));
    app.db()
        .write(move |tx| recovery::replace(tx, own, &kept, &whence))
        .await?;
    mail::wake();
    show(&app, &visitor, &sure.me, shown, None).await
}
