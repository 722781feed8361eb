//! Closing one's account, with what ends and what stays.

use askama::Template;
use axum::http::{HeaderValue, header};
use jiff::SignedDuration;
use web::{App, Page, Response, Visitor};

use super::answers::private;
use super::asker::{Asker, SESSION_COOKIE, set};
use super::problems::Problems;
use super::said;
use crate::close::{self, Refused};
use crate::me::Me;
use crate::sure_form::Sure;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/close.html")]
struct View {
    page: Page,
    w: Words,
    problems: Problems,
    word: String,
}

pub async fn get(app: App, visitor: Visitor, _: Me) -> web::Result {
    Ok(show(&app, &visitor, String::new(), Problems::default()))
}

fn show(app: &App, visitor: &Visitor, word: String, problems: Problems) -> Response {
    let w = Words(visitor.locale);
    let mut page = Page::new(app, visitor, w.close_title());
    page.error = !problems.is_empty();
    private(web::html(View {
        page,
        w,
        problems,
        word,
    }))
}

pub async fn post(app: App, mut visitor: Visitor, asker: Asker, sure: Sure) -> web::Result {
    let w = Words(visitor.locale);
    let typed = sure.form.text("word").to_owned();
    let mut problems = Problems::default();
    if !super::is_word(&typed, Words::close_word) {
        problems.add("word", w.close_wrong(w.close_word()));
        return Ok(super::not_taken(show(&app, &visitor, typed, problems)));
    }
    let (account, whence) = (sure.me.id, asker.whence(&visitor));
    match app.db().write(move |tx| close::close(tx, account, &whence)).await {
        Ok(()) => {
            // She is nobody on the page that says so.
            let locale = visitor.locale;
            visitor = Visitor::nobody(locale);
            let mut response = said::closed(&app, &visitor);
            let headers = response.headers_mut();
            headers.append(header::SET_COOKIE, set(SESSION_COOKIE, "", SignedDuration::ZERO));
            headers.insert(
                "clear-site-data",
                HeaderValue::from_static("\"cache\", \"storage\""),
            );
            Ok(response)
        }
        Err(Refused::LastAdministrator) => {
            problems.add("word", w.close_last_administrator());
            Ok(super::not_taken(show(&app, &visitor, typed, problems)))
        }
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}
