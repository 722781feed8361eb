//! What one step of the form shows: its fields, the list of steps beside it, and where the person stands.

use askama::Template;
use files::StoredFile;
use forum::Event;
use forum::entered::Entered;
use web::{App, Page, Visitor};

use super::answers::{self, Group, Whole};
use super::register;
use crate::words::Words;
use crate::{Representation, Role, State, Step, labels, urls};

/// The step to show and what stands in its fields.
pub struct Shown<'a> {
    pub whole: &'a Whole,
    pub stored: bool,
    pub step: Step,
    pub e: Entered,
    /// The fields come back from a session that had ended.
    pub kept: bool,
}

/// One line of the list of steps.
struct Line {
    path: String,
    title: &'static str,
    mark: Mark,
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Done,
    Now,
    ToDo,
    Last,
}

/// A file that was received.
struct Received {
    path: String,
    name: String,
    size: String,
}

type Options = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "pages/step.html")]
struct View {
    page: Page,
    w: Words,
    step: Step,
    heading: &'static str,
    count: String,
    saved: String,
    title: String,
    title_attr: String,
    event_path: String,
    e: Entered,
    kept: bool,
    draft: bool,
    deadline: String,
    lines: Vec<Line>,
    representations: Options,
    members: Options,
    roles: Options,
    photo: Option<Received>,
    letter: Option<Received>,
    photo_alt: String,
    groups: Vec<(String, Group)>,
    missing: Vec<(String, String)>,
}

/// The page of a step; with messages it is an error page and its title says so.
pub async fn page(app: &App, visitor: &Visitor, event: &Event, shown: Shown<'_>) -> web::Result {
    let members = if shown.step == Step::Delegation {
        app.db().read(members::all).await?
    } else {
        Vec::new()
    };
    let refused = shown.e.refused();
    let page = web::html(view(app, visitor, event, shown, &members));
    Ok(if refused { super::refused(page) } else { page })
}

fn view(app: &App, visitor: &Visitor, event: &Event, shown: Shown<'_>, members: &[members::Member]) -> View {
    let w = Words(visitor.locale);
    let (whole, step) = (shown.whole, shown.step);
    let r = &whole.registration;
    let said = event.say("title", w.0);
    let heading = labels::step(w, step);
    let option = |code: &str, words: &str| (code.to_owned(), words.to_owned());
    let path = |step: Step| web::link(visitor, &urls::step(&event.slug, step));
    let saved = r.updated_at.to_zoned_datetime(event.tz()).time();
    View {
        page: Page::new(app, visitor, &format!("{heading} – {}", w.registration())).error(shown.e.refused()),
        w,
        step,
        heading,
        count: w.step_of(step.number(), 5),
        saved: if shown.stored {
            w.saved_at(i18n::time(saved))
        } else {
            String::new()
        },
        title_attr: said.attr(),
        title: said.text,
        event_path: web::link(visitor, &format!("/e/{}", event.slug)),
        e: shown.e,
        kept: shown.kept,
        draft: r.state() == State::Draft,
        deadline: register::deadline(w, event, false).unwrap_or_default(),
        lines: lines(w, whole, step, path),
        representations: Representation::ALL
            .iter()
            .map(|x| option(x.code(), labels::representation(w, *x)))
            .collect(),
        members: members
            .iter()
            .map(|member| (member.iso3.clone(), labels::member(w, member)))
            .collect(),
        roles: Role::ALL
            .iter()
            .map(|x| option(x.code(), labels::role(w, *x)))
            .collect(),
        photo: whole.photo.as_ref().map(|file| received(w, visitor, event, file)),
        letter: whole
            .letter
            .as_ref()
            .map(|file| received(w, visitor, event, file)),
        photo_alt: w.photo_alt(&r.badge_name),
        groups: whole
            .groups(w)
            .into_iter()
            .map(|group| (path(group.step), group))
            .collect(),
        missing: [Step::You, Step::Delegation]
            .into_iter()
            .filter(|step| !r.done(*step))
            .map(|step| (path(step), w.missing_step(labels::step(w, step))))
            .collect(),
    }
}

/// The steps in order; the last opens when what must be there is there.
fn lines(w: Words, whole: &Whole, now: Step, path: impl Fn(Step) -> String) -> Vec<Line> {
    let r = &whole.registration;
    let mark = |step: Step| match step {
        _ if step == now => Mark::Now,
        Step::Check => Mark::Last,
        _ if r.done(step) => Mark::Done,
        _ => Mark::ToDo,
    };
    Step::ALL
        .into_iter()
        .filter(|step| r.state() == State::Draft || *step == Step::Papers)
        .map(|step| Line {
            path: if step == Step::Check && !r.sendable() {
                String::new()
            } else {
                path(step)
            },
            title: labels::step(w, step),
            mark: mark(step),
        })
        .collect()
}

fn received(w: Words, visitor: &Visitor, event: &Event, file: &StoredFile) -> Received {
    Received {
        path: web::link(visitor, &format!("{}/file/{}", urls::my(&event.slug), file.id)),
        name: file.name.clone(),
        size: answers::bytes(w, file.size),
    }
}
