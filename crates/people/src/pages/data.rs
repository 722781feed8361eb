//! Everything that is held about oneself, as one file.

use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use base::Fault;
use web::{App, Page, Visitor};

use super::answers::private;
use super::asker::Asker;
use crate::held;
use crate::me::Me;
use crate::sure_form::Sure;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/data.html")]
struct View {
    page: Page,
    w: Words,
}

pub async fn get(app: App, visitor: Visitor, _: Me) -> web::Result {
    let w = Words(visitor.locale);
    Ok(private(web::html(View {
        page: Page::new(&app, &visitor, w.data_title()),
        w,
    })))
}

pub async fn post(app: App, visitor: Visitor, asker: Asker, sure: Sure) -> web::Result {
    let (id, whence, slices) = (sure.me.id, asker.whence(&visitor), app.slices());
    let held = app
        .db()
        .write(move |tx| {
            held::note(tx, id, &whence)?;
            held::about(tx, slices, id)
        })
        .await?;
    let text = serde_json::to_string_pretty(&held)
        .map_err(|e| Fault::new("writing what is held about somebody").because(e))?;
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/json; charset=utf-8"),
        ),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"my-data.json\""),
        ),
    ];
    Ok(private((headers, text).into_response()))
}
