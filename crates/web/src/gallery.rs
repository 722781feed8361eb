//! For designers: every part of the kit in every state, and every letter in every complete language.
use crate::layout::{Page, html};
use crate::{App, Response, Routes, Visitor};
use askama::Template;
use axum::routing::get;
use i18n::Locale;

pub fn routes(routes: Routes) -> Routes {
    routes
        .at("/styleguide", get(styleguide))
        .at("/dev/gallery", get(gallery))
}

#[derive(Template)]
#[template(path = "styleguide.html")]
struct Styleguide {
    page: Page,
}

async fn styleguide(app: App, visitor: Visitor) -> Response {
    html(Styleguide {
        page: Page::new(&app, &visitor, crate::words::Words(visitor.locale).styleguide()),
    })
}

#[derive(Template)]
#[template(path = "gallery.html")]
struct Gallery {
    page: Page,
    letters: Vec<Sample>,
}

struct Sample {
    kind: &'static str,
    lang: &'static str,
    dir: &'static str,
    subject: String,
    text: String,
}

async fn gallery(app: App, visitor: Visitor) -> Response {
    let kinds = app.slices().iter().flat_map(|slice| slice.mails);
    let samples = kinds.flat_map(|kind| {
        Locale::ALL.into_iter().flat_map(move |locale| {
            (kind.samples)(locale).into_iter().map(move |letter| Sample {
                kind: kind.name,
                lang: locale.tag(),
                dir: locale.dir(),
                subject: letter.subject,
                text: letter.text,
            })
        })
    });
    let page = Page::new(&app, &visitor, crate::words::Words(visitor.locale).gallery());
    html(Gallery {
        page,
        letters: samples.collect(),
    })
}
