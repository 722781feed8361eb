//! The desk adds, changes and removes the sessions of a programme.

use askama::Template;
use axum::extract::{Path, Query};
use base::Id;
use i18n::Locale;
use people::{Me, Posted};
use serde::Deserialize;
use web::{App, Error, Page, Response, Visitor};

use super::desk_event::{kept, languages, managed};
use crate::check::{self, SESSION_FIELDS};
use crate::edit::{self, Moment, Refused};
use crate::entered::Entered;
use crate::model::{Event, SESSION_KINDS, Session};
use crate::words::Words;
use crate::{read, stored, view};

/// The language of the texts, in the address.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    language: String,
}

type Options = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "pages/desk_session.html")]
struct View {
    page: Page,
    w: Words,
    id: String,
    event_id: String,
    event_title: String,
    action: String,
    error_heading: &'static str,
    e: Entered,
    languages: Options,
    kinds: Options,
}

fn show(app: &App, visitor: &Visitor, event: &Event, id: Option<Id<Session>>, e: Entered) -> Response {
    let w = Words(visitor.locale);
    let title = if id.is_some() {
        w.session_edit()
    } else {
        w.session_add()
    };
    let id = id.map(|id| id.to_string()).unwrap_or_default();
    let own = if id.is_empty() { "new" } else { &id };
    let kinds = SESSION_KINDS
        .iter()
        .map(|code| ((*code).to_owned(), view::session_kind(w, code).to_owned()))
        .collect();
    web::html(View {
        page: Page::new(app, visitor, title).error(e.refused()),
        w,
        event_id: event.id.to_string(),
        event_title: event.title(visitor.locale),
        action: format!("/desk/events/{}/sessions/{own}", event.id),
        id: id.clone(),
        error_heading: w.error_heading(),
        e,
        languages: languages(),
        kinds,
    })
}

fn beside(entered: &mut Entered, w: Words, refused: Refused, event: &Event) -> Result<(), Error> {
    match refused {
        Refused::Skipped(Moment::Start) => entered.refuse("from", w.wrong_skipped(&event.zone)),
        Refused::Skipped(_) => entered.refuse("to", w.wrong_skipped(&event.zone)),
        Refused::NoSuchSession => return Err(Error::NotFound),
        Refused::Fault(fault) => return Err(fault.into()),
        Refused::SlugTaken | Refused::EditionTaken | Refused::Stale => return Err(Error::Stale),
    }
    Ok(())
}

/// `GET /desk/events/{id}/sessions/new`
pub async fn new(app: App, visitor: Visitor, me: Me, Path(id): Path<String>) -> web::Result {
    let event = managed(&app, &me, &id).await?;
    let path = format!("/desk/events/{id}/sessions/new");
    if let Some(entered) = kept(&app, &me, &path, &SESSION_FIELDS).await? {
        return Ok(show(&app, &visitor, &event, None, entered));
    }
    let blank = Entered::default()
        .with("day", event.starts().date().to_string())
        .with("kind", "plenary")
        .with("language", event.original_lang.as_str());
    Ok(show(&app, &visitor, &event, None, blank))
}

/// `POST /desk/events/{id}/sessions/new`
pub async fn create(app: App, visitor: Visitor, Path(id): Path<String>, posted: Posted) -> web::Result {
    let w = Words(visitor.locale);
    let event = managed(&app, &posted.me, &id).await?;
    let mut entered = Entered::from_form(&posted.form, &SESSION_FIELDS);
    if let Some(fields) = check::session(&mut entered, w, &event) {
        let (held, own, path) = (
            event.clone(),
            posted.me.id,
            format!("/desk/events/{id}/sessions/new"),
        );
        match app
            .db()
            .write(move |tx| {
                people::stash::drop(tx, own, &path)?;
                edit::add_session(tx, &held, &fields)
            })
            .await
        {
            Ok(_) => {
                return Ok(web::redirect(&format!(
                    "/desk/events/{id}?done=session#programme"
                )));
            }
            Err(refusal) => beside(&mut entered, w, refusal, &event)?,
        }
    }
    Ok(show(&app, &visitor, &event, None, entered))
}

async fn session_of(app: &App, event: &Event, id: &str) -> Result<Session, Error> {
    let (own, id): (_, Id<Session>) = (event.id, id.parse().map_err(|_| Error::NotFound)?);
    app.db()
        .read(move |tx| read::session(tx, own, id))
        .await?
        .ok_or(Error::NotFound)
}

/// `GET /desk/events/{id}/sessions/{session}`
pub async fn get(
    app: App,
    visitor: Visitor,
    me: Me,
    Path((id, session)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> web::Result {
    let event = managed(&app, &me, &id).await?;
    let session = session_of(&app, &event, &session).await?;
    let path = format!("/desk/events/{id}/sessions/{}", session.id);
    if let Some(entered) = kept(&app, &me, &path, &SESSION_FIELDS).await? {
        return Ok(show(&app, &visitor, &event, Some(session.id), entered));
    }
    let language = Locale::parse(&asked.language).or_else(|| Locale::parse(&event.original_lang));
    let language = language.unwrap_or(Locale::En);
    let entered = stored::session(&session, language);
    Ok(show(&app, &visitor, &event, Some(session.id), entered))
}

/// `POST /desk/events/{id}/sessions/{session}`
pub async fn post(
    app: App,
    visitor: Visitor,
    Path((id, session)): Path<(String, String)>,
    posted: Posted,
) -> web::Result {
    let w = Words(visitor.locale);
    let event = managed(&app, &posted.me, &id).await?;
    let session = session_of(&app, &event, &session).await?;
    let mut entered = Entered::from_form(&posted.form, &SESSION_FIELDS);
    if let Some(fields) = check::session(&mut entered, w, &event) {
        let (held, own, me) = (event.clone(), session.id, posted.me.id);
        let path = format!("/desk/events/{id}/sessions/{own}");
        match app
            .db()
            .write(move |tx| {
                people::stash::drop(tx, me, &path)?;
                edit::change_session(tx, &held, own, &fields)
            })
            .await
        {
            Ok(()) => {
                return Ok(web::redirect(&format!(
                    "/desk/events/{id}?done=session#programme"
                )));
            }
            Err(refusal) => beside(&mut entered, w, refusal, &event)?,
        }
    }
    Ok(show(&app, &visitor, &event, Some(session.id), entered))
}

/// `POST /desk/events/{id}/sessions/{session}/remove`
pub async fn remove(app: App, Path((id, session)): Path<(String, String)>, posted: Posted) -> web::Result {
    let event = managed(&app, &posted.me, &id).await?;
    let session = session_of(&app, &event, &session).await?;
    let own = session.id;
    match app
        .db()
        .write(move |tx| edit::remove_session(tx, &event, own))
        .await
    {
        Ok(()) => Ok(web::redirect(&format!(
            "/desk/events/{id}?done=removed#programme"
        ))),
        Err(Refused::Fault(fault)) => Err(fault.into()),
        Err(_) => Err(Error::NotFound),
    }
}
