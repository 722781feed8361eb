//! The desk makes an event and changes it: one form, errors beside their fields, the programme below.

use askama::Template;
use axum::extract::{Path, Query};
use base::Id;
use i18n::Locale;
use people::{Me, Posted};
use serde::Deserialize;
use web::{App, Error, Page, Response, Visitor};

use crate::check::{self, Choices, EVENT_FIELDS, INTERPRETATION};
use crate::edit::{self, Refused};
use crate::entered::Entered;
use crate::gather;
use crate::managed::{Managed, may_manage};
use crate::model::{Event, FORMATS, KINDS, STATUSES};
use crate::programme::{self, Day};
use crate::view;
use crate::words::Words;
use crate::{read, stored};

/// What the address may ask: the language of the texts, and what was just done.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    language: String,
    #[serde(default)]
    done: String,
}

type Options = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "pages/desk_event.html")]
struct View {
    page: Page,
    w: Words,
    id: String,
    heading: String,
    public: String,
    action: String,
    done: Option<&'static str>,
    error_heading: &'static str,
    e: Entered,
    languages: Options,
    kinds: Options,
    statuses: Options,
    series: Options,
    known: Options,
    formats: Options,
    hosts: Options,
    interpretation: Vec<(&'static str, &'static str, &'static str)>,
    days: Vec<Day>,
}

/// The languages a text can be in: those the site is complete in, and the others of the United Nations.
pub fn languages() -> Options {
    let all = [
        Locale::En,
        Locale::Fr,
        Locale::Ar,
        Locale::Zh,
        Locale::Ru,
        Locale::Es,
    ];
    all.into_iter()
        .map(|locale| (locale.tag().to_owned(), locale.name().to_owned()))
        .collect()
}

fn options<'a>(codes: &[&'a str], words: impl Fn(&'a str) -> &'static str) -> Options {
    codes
        .iter()
        .map(|code| ((*code).to_owned(), words(code).to_owned()))
        .collect()
}

/// What this person had typed here when her session ended, if she did.
pub async fn kept(app: &App, me: &Me, path: &str, fields: &[&'static str]) -> Result<Option<Entered>, Error> {
    Ok(people::kept(app, me, path)
        .await?
        .map(|form| Entered::from_form(&form, fields)))
}

async fn choices(app: &App) -> Result<Choices, Error> {
    Ok(app.db().read(Choices::read).await?)
}

/// The event the desk works on, held by somebody who may change it.
pub async fn managed(app: &App, me: &Me, id: &str) -> Result<Managed<Event>, Error> {
    let id: Id<Event> = id.parse().map_err(|_| Error::NotFound)?;
    let event = app.db().read(move |tx| read::event_by_id(tx, id)).await?;
    event.ok_or(Error::NotFound)?.managed_by(me)
}

async fn show(
    app: &App,
    visitor: &Visitor,
    event: Option<&Event>,
    e: Entered,
    choices: &Choices,
    done: Option<&'static str>,
) -> web::Result {
    let w = Words(visitor.locale);
    let days = match event.cloned() {
        None => Vec::new(),
        Some(event) => {
            let whole = app.db().read(move |tx| gather::whole(tx, event.clone())).await?;
            programme::days(w, &whole, None)
        }
    };
    let id = event.map(|event| event.id.to_string()).unwrap_or_default();
    let none = |words: &str| vec![(String::new(), words.to_owned())];
    let mut series = none(w.field_series_none());
    series.extend(
        choices
            .series
            .iter()
            .map(|one| (one.slug.clone(), one.say("title", visitor.locale).text)),
    );
    let mut hosts = none(w.field_host_none());
    hosts.extend(
        choices
            .members
            .iter()
            .map(|one| (one.iso3.clone(), one.name(visitor.locale).0.to_owned())),
    );
    let mut formats = none(w.field_format_none());
    formats.extend(options(&FORMATS, |code| {
        view::format(w, Some(code)).unwrap_or_default()
    }));
    let title = if event.is_some() {
        w.edit_event()
    } else {
        w.new_event()
    };
    let page = Page::new(app, visitor, title).error(e.refused());
    Ok(web::html(View {
        page,
        w,
        heading: event.map(|event| event.title(visitor.locale)).unwrap_or_default(),
        public: event
            .map(|event| format!("/e/{}", event.slug))
            .unwrap_or_default(),
        action: if id.is_empty() {
            "/desk/events/new".to_owned()
        } else {
            format!("/desk/events/{id}")
        },
        id,
        done,
        error_heading: w.error_heading(),
        e,
        languages: languages(),
        kinds: options(&KINDS, |code| view::kind(w, code)),
        statuses: options(&STATUSES, |code| view::status(w, code)),
        series,
        known: options(&["time", "day", "within"], |code| match code {
            "time" => w.known_time(),
            "day" => w.known_day(),
            _ => w.known_within(),
        }),
        formats,
        hosts,
        interpretation: INTERPRETATION
            .map(|(field, locale)| (field, locale.tag(), locale.name()))
            .to_vec(),
        days,
    }))
}

/// `GET /desk/events/new`
pub async fn new(app: App, visitor: Visitor, me: Me) -> web::Result {
    if !may_manage(&me) {
        return Err(Error::Forbidden);
    }
    let choices = choices(&app).await?;
    if let Some(entered) = kept(&app, &me, "/desk/events/new", &EVENT_FIELDS).await? {
        return show(&app, &visitor, None, entered, &choices, None).await;
    }
    let blank = Entered::default()
        .with("kind", "meeting")
        .with("status", "draft")
        .with("known", "time")
        .with("language", visitor.locale.tag());
    show(&app, &visitor, None, blank, &choices, None).await
}

/// `POST /desk/events/new`
pub async fn create(app: App, visitor: Visitor, posted: Posted) -> web::Result {
    if !may_manage(&posted.me) {
        return Err(Error::Forbidden);
    }
    let w = Words(visitor.locale);
    let choices = choices(&app).await?;
    let mut entered = Entered::from_form(&posted.form, &EVENT_FIELDS);
    if let Some(fields) = check::event(&mut entered, w, &choices) {
        let (zone, own) = (fields.zone.clone(), posted.me.id);
        let write = app.db().write(move |tx| {
            people::stash::drop(tx, own, "/desk/events/new")?;
            edit::create(tx, &fields)
        });
        match write.await {
            Ok(id) => return Ok(web::redirect(&format!("/desk/events/{id}?done=saved"))),
            Err(refusal) => check::refused(&mut entered, w, refusal, &zone)?,
        }
    }
    show(&app, &visitor, None, entered, &choices, None).await
}

/// `GET /desk/events/{id}`
pub async fn get(
    app: App,
    visitor: Visitor,
    me: Me,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> web::Result {
    let w = Words(visitor.locale);
    let event = managed(&app, &me, &id).await?;
    let choices = choices(&app).await?;
    if let Some(entered) = kept(&app, &me, &format!("/desk/events/{id}"), &EVENT_FIELDS).await? {
        return show(&app, &visitor, Some(&event), entered, &choices, None).await;
    }
    let language = Locale::parse(&asked.language).or_else(|| Locale::parse(&event.original_lang));
    let entered = stored::event(&event, language.unwrap_or(Locale::En), &choices);
    let done = match asked.done.as_str() {
        "saved" => Some(w.saved()),
        "session" => Some(w.session_saved()),
        "removed" => Some(w.session_removed()),
        _ => None,
    };
    show(&app, &visitor, Some(&event), entered, &choices, done).await
}

/// `POST /desk/events/{id}`
pub async fn post(app: App, visitor: Visitor, Path(id): Path<String>, posted: Posted) -> web::Result {
    let w = Words(visitor.locale);
    let event = managed(&app, &posted.me, &id).await?;
    let choices = choices(&app).await?;
    let mut entered = Entered::from_form(&posted.form, &EVENT_FIELDS);
    if let Some(fields) = check::event(&mut entered, w, &choices) {
        let (seen, zone) = (entered.trimmed("seen").parse().unwrap_or(-1), fields.zone.clone());
        let (held, language) = (event.clone(), fields.language.tag());
        let (own, path) = (posted.me.id, format!("/desk/events/{id}"));
        match app
            .db()
            .write(move |tx| {
                people::stash::drop(tx, own, &path)?;
                edit::change(tx, &held, &fields, seen)
            })
            .await
        {
            Ok(()) => return Ok(saved(&id, language)),
            Err(refusal) => {
                // Who comes second sees the note, keeps every entry, and may save over the newer state knowingly.
                if matches!(refusal, Refused::Stale) {
                    entered = entered.with("seen", event.sequence.to_string());
                }
                check::refused(&mut entered, w, refusal, &zone)?;
            }
        }
    }
    show(&app, &visitor, Some(&event), entered, &choices, None).await
}

fn saved(id: &str, language: &str) -> Response {
    web::redirect(&format!("/desk/events/{id}?done=saved&language={language}"))
}
