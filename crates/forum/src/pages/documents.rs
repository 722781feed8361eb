//! The documents of an event: the list, a document as a page, and its files.

use askama::Template;
use axum::extract::Path;
use i18n::Locale;
use web::{App, Error, Page, Visitor};

use crate::gather;
use crate::managed::EventBySlug;
use crate::prose::{self, Block};
use crate::texts::{self, Said};
use crate::view::{self, DocumentRow, FileLink};
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/documents.html")]
struct ListView {
    page: Page,
    w: Words,
    base: String,
    title: Said,
    dates: String,
    documents: Vec<DocumentRow>,
    sign_in: String,
}

#[derive(Template)]
#[template(path = "pages/document.html")]
struct TextView {
    page: Page,
    w: Words,
    base: String,
    event_title: String,
    title: Said,
    sample: bool,
    body: Vec<Block>,
    body_attr: String,
    body_note: Option<&'static str>,
    files: Vec<FileLink>,
}

/// `GET /e/{slug}/documents`
pub async fn list(app: App, visitor: Visitor, event: EventBySlug) -> web::Result {
    let w = Words(visitor.locale);
    let whole = gather::shown(&app, &visitor, event.0).await?;
    let event = &whole.event;
    let title = event.say("title", visitor.locale);
    let page = Page::new(&app, &visitor, &format!("{} – {}", w.documents(), title.text));
    let here = format!("/e/{}/documents", event.slug);
    Ok(web::html(ListView {
        page,
        w,
        base: web::link(&visitor, &format!("/e/{}", event.slug)),
        dates: view::dates(w, event),
        documents: view::documents(w, &whole, visitor.person.is_some()),
        sign_in: web::link(&visitor, &format!("/sign-in?next={here}")),
        title,
    }))
}

/// A document that this visitor may read: those for participants ask for a sign-in first.
fn readable(visitor: &Visitor, audience: &str, here: &str) -> Result<(), Error> {
    if audience == "public" || visitor.person.is_some() {
        Ok(())
    } else {
        Err(Error::SignInFirst {
            next: here.to_owned(),
        })
    }
}

/// `GET /e/{slug}/documents/{document}`: the document as a page of the site.
pub async fn text(
    app: App,
    visitor: Visitor,
    event: EventBySlug,
    Path((_, slug)): Path<(String, String)>,
) -> web::Result {
    let w = Words(visitor.locale);
    let whole = gather::shown(&app, &visitor, event.0).await?;
    let event = &whole.event;
    let document = whole
        .documents
        .iter()
        .find(|document| document.slug == slug)
        .ok_or(Error::NotFound)?;
    readable(
        &visitor,
        &document.audience,
        &format!("/e/{}/documents/{slug}", event.slug),
    )?;
    let body = texts::say(&document.texts, &event.original_lang, "body", visitor.locale);
    if body.is_empty() {
        return Err(Error::NotFound);
    }
    let title = texts::say(&document.texts, &event.original_lang, "title", visitor.locale);
    let rows = view::documents(w, &whole, visitor.person.is_some());
    let own = rows
        .into_iter()
        .zip(&whole.documents)
        .find(|(_, one)| one.id == document.id);
    let event_title = event.title(visitor.locale);
    let page = Page::new(&app, &visitor, &format!("{} – {event_title}", title.text));
    Ok(web::html(TextView {
        page,
        w,
        base: web::link(&visitor, &format!("/e/{}", event.slug)),
        event_title,
        title,
        sample: document.sample,
        body_attr: body.attr(),
        body_note: body.other.map(Locale::name),
        body: prose::blocks(&body.text),
        files: own.map(|(row, _)| row.files).unwrap_or_default(),
    }))
}

/// `GET /e/{slug}/documents/{document}/{lang}`: the file in one language.
pub async fn file(
    app: App,
    visitor: Visitor,
    event: EventBySlug,
    Path((_, slug, lang)): Path<(String, String, String)>,
) -> web::Result {
    let whole = gather::shown(&app, &visitor, event.0).await?;
    let document = whole
        .documents
        .iter()
        .find(|document| document.slug == slug)
        .ok_or(Error::NotFound)?;
    let here = format!("/e/{}/documents/{slug}/{lang}", whole.event.slug);
    readable(&visitor, &document.audience, &here)?;
    let file = whole
        .files
        .iter()
        .find(|file| file.document_id == document.id && file.lang == lang);
    let file = file.ok_or(Error::NotFound)?;
    let name = format!("{}-{slug}-{lang}.pdf", whole.event.slug);
    web::serve_file(&app, &file.hash, &file.kind, &name).await
}
