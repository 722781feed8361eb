//! One's own registration: where it stands, what was answered, and what can still be done.

use askama::Template;
use axum::extract::Query;
use base::Fault;
use forum::EventBySlug;
use people::Me;
use serde::Deserialize;
use web::{App, Page, Visitor};

use super::answers::{self, Group, Whole};
use super::track::{self, Stage};
use crate::words::Words;
use crate::{State, labels, read};

/// What just happened, so that the page can say it.
#[derive(Debug, Default, Deserialize)]
pub struct Note {
    #[serde(default)]
    done: String,
}

#[derive(Template)]
#[template(path = "pages/my.html")]
struct View {
    page: Page,
    w: Words,
    title: String,
    title_attr: String,
    event_path: String,
    my_path: String,
    register_path: String,
    note: Option<String>,
    state: Option<State>,
    state_words: &'static str,
    tag: &'static str,
    number: String,
    stages: Vec<Stage>,
    next: Option<String>,
    times: String,
    reason: Option<&'static str>,
    reason_text: String,
    contact: String,
    groups: Vec<Group>,
    photo: Option<String>,
    photo_alt: String,
    open: bool,
    can_withdraw: bool,
    papers_open: bool,
}

/// `GET /e/{slug}/my`
pub async fn get(
    app: App,
    visitor: Visitor,
    me: Me,
    event: EventBySlug,
    Query(note): Query<Note>,
) -> web::Result {
    let (id, account) = (event.id, me.id);
    let found = app
        .db()
        .read(move |tx| match read::mine(tx, id, account)? {
            Some(registration) => Ok::<_, Fault>(Some(answers::whole(tx, registration)?)),
            None => Ok(None),
        })
        .await?;
    Ok(web::html(view(
        &app,
        &visitor,
        &me,
        &event,
        found.as_ref(),
        &note.done,
    )))
}

fn view(
    app: &App,
    visitor: &Visitor,
    me: &Me,
    event: &EventBySlug,
    found: Option<&Whole>,
    done: &str,
) -> View {
    let w = Words(visitor.locale);
    let said = event.say("title", visitor.locale);
    let r = found.map(|whole| &whole.registration);
    let state = r.map(crate::Registration::state);
    let now = app.now();
    let open = event.registration_open(now);
    let my_path = web::link(visitor, &crate::urls::my(&event.slug));
    let offset = i18n::utc_offset(&event.starts_at.to_zoned_datetime(event.tz()));
    View {
        page: Page::new(app, visitor, &format!("{} – {}", w.my_title(), said.text)),
        w,
        title_attr: said.attr(),
        title: said.text,
        event_path: web::link(visitor, &format!("/e/{}", event.slug)),
        register_path: web::link(visitor, &crate::urls::register(&event.slug)),
        note: note(w, done, me),
        state,
        state_words: state.map_or("", |state| labels::state(w, state)),
        tag: state.map_or("tag", labels::tag),
        number: r
            .map(|r| labels::number(event, r))
            .filter(|n| !n.is_empty())
            .map(|n| w.my_number(n))
            .unwrap_or_default(),
        stages: r.map(|r| track::stages(w, event, r)).unwrap_or_default(),
        next: r.and_then(|r| track::next(w, r)),
        times: w.times_of(labels::clock_place(event, visitor.locale), offset),
        reason: r
            .and_then(crate::Registration::reason)
            .map(|reason| labels::reason(w, reason)),
        reason_text: r.map(|r| r.reason_text.clone()).unwrap_or_default(),
        contact: event.contact_email.clone(),
        groups: found.map(|whole| whole.groups(w)).unwrap_or_default(),
        photo: found
            .and_then(|whole| whole.photo.as_ref())
            .map(|f| format!("{my_path}/file/{}", f.id)),
        photo_alt: r.map(|r| w.photo_alt(&r.badge_name)).unwrap_or_default(),
        open,
        can_withdraw: matches!(state, Some(State::Pending | State::Accredited)) && !event.over(now),
        papers_open: state == Some(State::Pending) && !event.over(now),
        my_path,
    }
}

fn note(w: Words, done: &str, me: &Me) -> Option<String> {
    match done {
        "sent" => Some(w.sent_note(&me.email)),
        "saved" => Some(w.saved_note().to_owned()),
        "papers" => Some(w.papers_saved().to_owned()),
        "withdrawn" => Some(w.withdrawn_note().to_owned()),
        "already" => Some(w.wrong_already_sent().to_owned()),
        "nothing" => Some(w.withdraw_nothing().to_owned()),
        "over" => Some(w.withdraw_over().to_owned()),
        _ => None,
    }
}
