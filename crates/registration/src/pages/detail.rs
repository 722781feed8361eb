//! One request at the desk: its answers, photo and letter; accredit or decline; then the next of the same list.

use askama::Template;
use axum::extract::{Path, Query};
use base::{Fault, Id};
use db::Tx;
use forum::Event;
use forum::entered::Entered;
use people::{Me, Posted};
use web::{App, Error, Page, Visitor};

use super::answers::{self, Group, Whole};
use super::ask::Ask;
use super::door;
use super::fields;
use super::queue::refused;
use crate::decide::{self, Refusal, accredit, decline};
use crate::queue::{self, Neighbours};
use crate::read::{self, Move};
use crate::words::Words;
use crate::{Reason, Registration, State, labels};

#[derive(Template)]
#[template(path = "pages/detail.html")]
struct View {
    page: Page,
    w: Words,
    e: Entered,
    name: String,
    number: String,
    state: State,
    state_words: &'static str,
    tag: &'static str,
    sample: bool,
    note: Option<String>,
    list: String,
    before: String,
    after: String,
    action: String,
    groups: Vec<Group>,
    email: String,
    photo: Option<String>,
    photo_alt: String,
    letter: Option<(String, String, String)>,
    same: Vec<(String, String, &'static str)>,
    story: Vec<(String, String)>,
    reason: Option<&'static str>,
    reason_text: String,
    reasons: Vec<(String, String)>,
    words_hint: String,
    times: String,
}

struct Read {
    event: Event,
    whole: Whole,
    email: String,
    same: Vec<Registration>,
    moves: Vec<Move>,
    neighbours: Neighbours,
    done: Option<Registration>,
}

fn read(tx: &mut Tx<'_>, id: Id<Registration>, ask: &Ask) -> Result<Option<Read>, Fault> {
    let Some(found) = read::by_id(tx, id)?.filter(|r| r.state() != State::Draft) else {
        return Ok(None);
    };
    let Some(event) = forum::read::event_by_id(tx, found.event_id)? else {
        return Ok(None);
    };
    let done = match ask.done.parse::<Id<Registration>>() {
        Ok(done) => read::sent(tx, event.id, done)?,
        Err(_) => None,
    };
    Ok(Some(Read {
        email: read::person(tx, found.account_id)?.1,
        same: read::same_name(tx, id)?,
        moves: read::moves(tx, id)?,
        neighbours: queue::neighbours(tx, &ask.wanted(event.id), id)?,
        whole: answers::whole(tx, found)?,
        event,
        done,
    }))
}

/// `GET /desk/registrations/{id}`
pub async fn get(
    app: App,
    visitor: Visitor,
    me: Me,
    Path(id): Path<String>,
    Query(ask): Query<Ask>,
) -> web::Result {
    show(&app, &visitor, &me, &id, &ask, Entered::default(), None).await
}

async fn show(
    app: &App,
    visitor: &Visitor,
    me: &Me,
    id: &str,
    ask: &Ask,
    e: Entered,
    note: Option<String>,
) -> web::Result {
    if !door::may_decide(me) {
        return Err(Error::Forbidden);
    }
    let id: Id<Registration> = id.parse().map_err(|_| Error::NotFound)?;
    let asked = ask.clone();
    let read = app
        .db()
        .read(move |tx| read(tx, id, &asked))
        .await?
        .ok_or(Error::NotFound)?;
    door::decided_by(read.event.id, me)?;
    let refused = e.refused();
    let page = web::html(view(app, visitor, &read, ask, e, note));
    Ok(if refused { super::refused(page) } else { page })
}

/// `POST /desk/registrations/{id}`
pub async fn post(
    app: App,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(ask): Query<Ask>,
    posted: Posted,
) -> web::Result {
    let w = Words(visitor.locale);
    let me = posted.me;
    let mut e = fields::read(&posted.form, &["reason", "words"], w);
    let registration: Id<Registration> = id.parse().map_err(|_| Error::NotFound)?;
    if !door::may_decide(&me) {
        return Err(Error::Forbidden);
    }
    let asked = ask.clone();
    let before = app
        .db()
        .read(move |tx| read(tx, registration, &asked))
        .await?
        .ok_or(Error::NotFound)?;
    let decider = door::decided_by(before.event.id, &me)?;
    let outcome = match posted.form.text("do") {
        "accredit" => {
            app.db()
                .write(move |tx| accredit(tx, &decider, registration))
                .await
        }
        "decline" => {
            let Some(refusal) = refusal(&mut e, w) else {
                return show(&app, &visitor, &me, &id, &ask, e, None).await;
            };
            app.db()
                .write(move |tx| decline(tx, &decider, registration, &refusal))
                .await
        }
        _ => return Err(Error::BadRequest),
    };
    match outcome {
        Ok(()) => {
            mail::wake();
            Ok(web::redirect(&next(&before, &ask, registration)))
        }
        Err(decide::Refused::Fault(fault)) => Err(fault.into()),
        Err(why) => {
            let note = refused(w, &before.event, &why);
            show(&app, &visitor, &me, &id, &ask, e, Some(note)).await
        }
    }
}

/// The reason and the words; a sentence beside each that is missing.
pub fn refusal(e: &mut Entered, w: Words) -> Option<Refusal> {
    let reason = Reason::parse(e.value("reason"));
    let words = e.trimmed("words").to_owned();
    if reason.is_none() {
        e.refuse("reason", w.wrong_reason());
    }
    if words.chars().count() < 5 {
        e.refuse("words", w.wrong_words());
    }
    if words.chars().count() > 2000 {
        e.refuse("words", w.wrong_long(2000));
    }
    if e.refused() {
        None
    } else {
        reason.map(|reason| Refusal { reason, words })
    }
}

/// The next of the same list, or the list itself after the last one.
fn next(read: &Read, ask: &Ask, done: Id<Registration>) -> String {
    let here = ask.query(&read.event.slug, ask.wanted(read.event.id).view);
    match read.neighbours.after {
        Some(after) if after != done => format!("/desk/registrations/{after}?{here}&done={done}"),
        _ => format!("/desk/registrations/{done}?{here}&done={done}"),
    }
}

fn view(app: &App, visitor: &Visitor, read: &Read, ask: &Ask, e: Entered, note: Option<String>) -> View {
    let w = Words(visitor.locale);
    let (event, r) = (&read.event, &read.whole.registration);
    let here = ask.query(&event.slug, ask.wanted(event.id).view);
    let path = |id: Option<Id<Registration>>| {
        id.map(|id| format!("/desk/registrations/{id}?{here}"))
            .unwrap_or_default()
    };
    let tz = event.tz();
    let file = |id: Id<files::StoredFile>| format!("/desk/registrations/{}/file/{id}", r.id);
    let offset = i18n::utc_offset(&event.starts_at.to_zoned_datetime(event.tz()));
    View {
        page: Page::new(app, visitor, &r.badge_name).error(e.refused()),
        w,
        e,
        name: labels::addressed(r),
        number: labels::number(event, r),
        state: r.state(),
        state_words: labels::state(w, r.state()),
        tag: labels::tag(r.state()),
        sample: r.sample,
        note: note.or_else(|| {
            read.done
                .as_ref()
                .map(|d| w.decided_note(&d.badge_name, labels::state(w, d.state())))
        }),
        list: format!("/desk/registrations?{here}"),
        before: path(read.neighbours.before),
        after: path(read.neighbours.after),
        action: format!("?{here}"),
        groups: read.whole.groups(w),
        email: read.email.clone(),
        photo: read.whole.photo.as_ref().map(|f| file(f.id)),
        photo_alt: w.photo_alt(&r.badge_name),
        letter: read
            .whole
            .letter
            .as_ref()
            .map(|f| (file(f.id), f.name.clone(), answers::bytes(w, f.size))),
        same: read
            .same
            .iter()
            .map(|o| {
                (
                    format!("/desk/registrations/{}", o.id),
                    labels::number(event, o),
                    labels::state(w, o.state()),
                )
            })
            .collect(),
        story: read
            .moves
            .iter()
            .map(|m| (labels::moment(w.0, m.at, &tz), told(w, m)))
            .collect(),
        reason: r.reason().map(|reason| labels::reason(w, reason)),
        reason_text: r.reason_text.clone(),
        reasons: Reason::ALL
            .iter()
            .map(|reason| (reason.code().to_owned(), labels::reason(w, *reason).to_owned()))
            .collect(),
        words_hint: w.decline_words_hint(r.locale().name()),
        times: w.times_of(labels::clock_place(event, w.0), offset),
    }
}

fn told(w: Words, one: &Move) -> String {
    match State::parse(&one.state) {
        Some(State::Accredited) => w.move_accredited(&one.name),
        Some(State::Declined) => w.move_declined(&one.name),
        Some(State::Withdrawn) => w.move_withdrawn(&one.name),
        _ => w.move_pending(&one.name),
    }
}
