//! The way into the form: to an account first, then to the step to go on with; after the deadline the page says so.

use askama::Template;
use forum::{Event, EventBySlug};
use web::{App, Page, Visitor};

use crate::words::Words;
use crate::{State, labels, read, urls};

#[derive(Template)]
#[template(path = "pages/closed.html")]
struct Closed {
    page: Page,
    w: Words,
    title: String,
    title_attr: String,
    event_path: String,
    sentence: String,
    contact: String,
}

/// `GET /e/{slug}/register`
pub async fn get(app: App, visitor: Visitor, event: EventBySlug) -> web::Result {
    let Some(person) = visitor.person else {
        if !event.registration_open(app.now()) {
            return Ok(closed(&app, &visitor, &event));
        }
        let next = web::encode(&web::link(&visitor, &urls::register(&event.slug)));
        return Ok(web::redirect(&web::link(
            &visitor,
            &format!("/sign-up?next={next}"),
        )));
    };
    let (id, account) = (event.id, base::Id::from_uuid(person));
    let active = app.db().read(move |tx| read::active(tx, id, account)).await?;
    let to = match active {
        Some(r) if r.state() == State::Draft => urls::step(&event.slug, r.next_step()),
        Some(_) => urls::my(&event.slug),
        None => urls::step(&event.slug, crate::Step::You),
    };
    if !to.ends_with("/my") && !event.registration_open(app.now()) {
        return Ok(closed(&app, &visitor, &event));
    }
    Ok(web::redirect(&web::link(&visitor, &to)))
}

/// The page that says that, and since when, one can no longer register.
pub fn closed(app: &App, visitor: &Visitor, event: &Event) -> web::Response {
    let w = Words(visitor.locale);
    let said = event.say("title", visitor.locale);
    web::html(Closed {
        page: Page::new(app, visitor, &format!("{} – {}", w.closed_title(), said.text)),
        w,
        title_attr: said.attr(),
        title: said.text,
        event_path: web::link(visitor, &format!("/e/{}", event.slug)),
        sentence: deadline(w, event, true).unwrap_or_else(|| w.closed_never().to_owned()),
        contact: event.contact_email.clone(),
    })
}

/// The deadline in the event's own time, with the offset of its zone.
pub fn deadline(w: Words, event: &Event, past: bool) -> Option<String> {
    let (closes, at) = (event.closes()?, event.registration_closes_at?);
    let date = i18n::date(w.0, closes.date());
    let time = i18n::time(closes.time());
    let offset = i18n::utc_offset(&at.to_zoned_datetime(event.tz()));
    let place = labels::clock_place(event, w.0);
    Some(if past {
        w.closed_since(date, time, place, offset)
    } else {
        w.closes_note(date, time, place, offset)
    })
}
