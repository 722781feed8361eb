//! A series with its editions, the newest first.

use askama::Template;
use axum::extract::Path;
use base::Fault;
use members::Motif;
use web::{App, Error, Page, Visitor};

use super::lines::Line;
use crate::prose::{self, Block};
use crate::read;
use crate::texts::Said;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/series.html")]
struct View {
    page: Page,
    w: Words,
    motif: Motif,
    members: String,
    title: Said,
    lede: Said,
    about: Vec<Block>,
    about_attr: String,
    events: Vec<Line>,
}

/// `GET /series/{slug}`
pub async fn get(app: App, visitor: Visitor, Path(slug): Path<String>) -> web::Result {
    let found = app
        .db()
        .read(move |tx| {
            let Some(series) = read::series_by_slug(tx, &slug)? else {
                return Ok::<_, Fault>(None);
            };
            let editions = read::editions(tx, series.id)?;
            Ok(Some((series, editions, members::how_many(tx)?)))
        })
        .await?;
    let Some((series, editions, count)) = found else {
        return Err(Error::NotFound);
    };
    let w = Words(visitor.locale);
    let (title, about) = (
        series.say("title", visitor.locale),
        series.say("about", visitor.locale),
    );
    let page = Page::new(&app, &visitor, &title.text).description(&w.home_description(&title.text));
    Ok(web::html(View {
        page,
        w,
        motif: members::motif(None),
        members: members::words::Words(visitor.locale).members_count(count),
        lede: series.say("lede", visitor.locale),
        about_attr: about.attr(),
        about: prose::blocks(&about.text),
        events: editions.iter().map(|event| Line::new(event, &visitor)).collect(),
        title,
    }))
}
