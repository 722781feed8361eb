//! The desk's queue of registrations: saved views, filters, selection, and a report after a bulk decision.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Query;
use base::{Fault, Id};
use db::Tx;
use forum::Event;
use jiff::Timestamp;
use members::Member;
use people::{Me, Posted};
use web::{App, Error, Page, Visitor};

use super::ask::Ask;
use super::door;
use crate::decide::{self, Report};
use crate::queue::{self, Counts, Line, Order, PAGE};
use crate::words::Words;
use crate::{Registration, Representation, Role, State, keys, labels};

#[derive(Template)]
#[template(path = "pages/queue.html")]
struct View {
    page: Page,
    w: Words,
    title: String,
    title_attr: String,
    dates: String,
    slug: String,
    events: Vec<(String, String, bool)>,
    views: Vec<(String, &'static str, i64, bool)>,
    state: State,
    ask: Ask,
    filtered: bool,
    clear: String,
    reps: Vec<(&'static str, &'static str, bool)>,
    caption: String,
    rows: Vec<Row>,
    action: String,
    sort: [(String, bool); 3],
    pages: Option<(String, String, String)>,
    report: Option<Told>,
    nobody: bool,
}

struct Row {
    id: String,
    path: String,
    name: String,
    delegation: String,
    role: &'static str,
    representation: &'static str,
    checks: Vec<(&'static str, &'static str)>,
    waiting: String,
    number: String,
    sample: bool,
}

/// The report of a bulk decision in words.
struct Told {
    done: String,
    skipped: String,
    lines: Vec<String>,
}

/// Everything one view of the queue needs.
struct Read {
    event: Event,
    others: Vec<Event>,
    counts: Counts,
    lines: Vec<Line>,
    total: i64,
    members: HashMap<String, Member>,
}

/// `GET /desk/registrations`
pub async fn get(app: App, visitor: Visitor, me: Me, Query(ask): Query<Ask>) -> web::Result {
    show(&app, &visitor, &me, ask, None, false).await
}

/// `POST /desk/registrations`: accredits everybody who is ticked.
pub async fn post(app: App, visitor: Visitor, Query(ask): Query<Ask>, posted: Posted) -> web::Result {
    let me = posted.me;
    if !door::may_decide(&me) {
        return Err(Error::Forbidden);
    }
    let ids: Vec<Id<Registration>> = posted
        .form
        .texts("id")
        .iter()
        .filter_map(|id| id.parse().ok())
        .collect();
    if ids.is_empty() {
        return show(&app, &visitor, &me, ask, None, true).await;
    }
    let slug = ask.event.clone();
    let event = app
        .db()
        .read(move |tx| forum::read::event_by_slug(tx, &slug))
        .await?
        .ok_or(Error::NotFound)?;
    let decider = door::decided_by(event.id, &me)?;
    let report = app
        .db()
        .write(move |tx| decide::accredit_all(tx, &decider, &ids))
        .await?;
    mail::wake();
    show(&app, &visitor, &me, ask, Some(report), false).await
}

async fn show(
    app: &App,
    visitor: &Visitor,
    me: &Me,
    ask: Ask,
    report: Option<Report>,
    nobody: bool,
) -> web::Result {
    if !door::may_decide(me) {
        return Err(Error::Forbidden);
    }
    let (asked, me) = (ask.clone(), me.clone());
    let Some(read) = app.db().read(move |tx| read(tx, &asked, &me)).await? else {
        return Ok(web::redirect("/desk"));
    };
    Ok(web::html(view(app, visitor, ask, &read, report, nobody)))
}

fn read(tx: &mut Tx<'_>, ask: &Ask, me: &Me) -> Result<Option<Read>, Fault> {
    let (all, mut others) = (queue::events(tx)?, Vec::new());
    for (id, _) in all.into_iter().filter(|(id, _)| door::decides(*id, me)) {
        others.extend(forum::read::event_by_id(tx, id)?);
    }
    // Without a word the event that begins next, else the last one.
    let now = tx.now();
    let chosen = if ask.event.is_empty() {
        others
            .iter()
            .rev()
            .find(|event| !event.over(now))
            .or(others.first())
    } else {
        others.iter().find(|event| event.slug == ask.event)
    };
    let Some(event) = chosen.cloned() else {
        return Ok(None);
    };
    let (lines, total) = queue::page(tx, &ask.wanted(event.id), page_number(ask))?;
    let members = members::all(tx)?
        .into_iter()
        .map(|member| (member.id.to_string(), member))
        .collect();
    Ok(Some(Read {
        counts: queue::counts(tx, event.id)?,
        event,
        others,
        lines,
        total,
        members,
    }))
}

fn page_number(ask: &Ask) -> i64 {
    ask.page.parse().unwrap_or(1).clamp(1, 100_000)
}

fn view(app: &App, visitor: &Visitor, ask: Ask, read: &Read, report: Option<Report>, nobody: bool) -> View {
    let w = Words(visitor.locale);
    let event = &read.event;
    let wanted = ask.wanted(event.id);
    let said = event.say("title", w.0);
    let now = app.now();
    let here = ask.query(&event.slug, wanted.view);
    let caption = if wanted.view == State::Pending && wanted.order == Order::Oldest {
        w.table_pending(read.total)
    } else {
        w.table_count(read.total)
    };
    let sorted = |order: Order| {
        let ask = Ask {
            sort: order.code().to_owned(),
            ..ask.clone()
        };
        (
            format!("?{}", ask.query(&event.slug, wanted.view)),
            wanted.order == order,
        )
    };
    View {
        page: Page::new(
            app,
            visitor,
            &format!(
                "{}: {} ({})",
                w.accreditation(),
                state_view(w, wanted.view),
                read.total
            ),
        ),
        w,
        title_attr: said.attr(),
        title: said.text,
        dates: labels::dates(event, w.0),
        slug: event.slug.clone(),
        events: read
            .others
            .iter()
            .map(|e| (e.slug.clone(), e.title(w.0), e.id == event.id))
            .collect(),
        views: views(w, read, wanted.view),
        state: wanted.view,
        filtered: ask.filtered(),
        clear: format!("?event={}&view={}", event.slug, wanted.view.code()),
        reps: Representation::ALL
            .iter()
            .map(|rep| {
                (
                    rep.code(),
                    labels::representation(w, *rep),
                    wanted.representation == Some(*rep),
                )
            })
            .collect(),
        caption,
        rows: read
            .lines
            .iter()
            .map(|line| row(w, read, line, &here, now))
            .collect(),
        action: format!("?{here}"),
        sort: [
            sorted(Order::Name),
            sorted(Order::Delegation),
            sorted(Order::Oldest),
        ],
        pages: pages(w, &ask, read, &here),
        report: report.map(|report| told(w, event, &report)),
        nobody,
        ask,
    }
}

/// The saved views: address, words, count, whether it is the one on show.
fn views(w: Words, read: &Read, now: State) -> Vec<(String, &'static str, i64, bool)> {
    let counts = &read.counts;
    let all = [
        (State::Pending, counts.pending),
        (State::Accredited, counts.accredited),
        (State::Declined, counts.declined),
        (State::Withdrawn, counts.withdrawn),
    ];
    let line = |(state, n): (State, i64)| {
        (
            format!("?event={}&view={}", read.event.slug, state.code()),
            state_view(w, state),
            n,
            now == state,
        )
    };
    all.into_iter().map(line).collect()
}

fn state_view(w: Words, view: State) -> &'static str {
    match view {
        State::Draft | State::Pending => w.view_pending(),
        State::Accredited => w.view_accredited(),
        State::Declined => w.view_declined(),
        State::Withdrawn => w.view_withdrawn(),
    }
}

fn row(w: Words, read: &Read, line: &Line, here: &str, now: Timestamp) -> Row {
    let member = line.member_id.and_then(|id| read.members.get(&id.to_string()));
    let mut checks = Vec::new();
    if line.duplicate {
        checks.push(("tag warn", w.check_duplicate()));
    }
    if !line.photo {
        checks.push(("tag warn", w.check_no_photo()));
    }
    if !line.letter {
        checks.push(("tag warn", w.check_no_letter()));
    }
    if checks.is_empty() {
        checks.push(("tag ok", w.check_complete()));
    }
    let days = now.duration_since(line.submitted_at).as_hours() / 24;
    Row {
        id: line.id.to_string(),
        path: format!("/desk/registrations/{}?{here}", line.id),
        name: line.badge_name.clone(),
        delegation: member.map_or_else(|| line.organization.clone(), |member| labels::member(w, member)),
        role: Role::parse(&line.role).map_or("", |role| labels::role(w, role)),
        representation: Representation::parse(&line.representation)
            .map_or("", |rep| labels::representation(w, rep)),
        checks,
        waiting: if days < 1 {
            w.waiting_today().to_owned()
        } else {
            w.waiting_days(days)
        },
        number: keys::number(&read.event.slug, line.number),
        sample: line.sample,
    }
}

/// Where this page stands, and the addresses of the page before and after; nothing when one page holds all.
fn pages(w: Words, ask: &Ask, read: &Read, here: &str) -> Option<(String, String, String)> {
    let last = (read.total + PAGE - 1) / PAGE;
    let n = page_number(ask).min(last.max(1));
    if last < 2 {
        return None;
    }
    let to = |n: i64| {
        if (1..=last).contains(&n) {
            format!("?{here}&page={n}")
        } else {
            String::new()
        }
    };
    Some((w.page_of(n, last), to(n - 1), to(n + 1)))
}

fn told(w: Words, event: &Event, report: &Report) -> Told {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    Told {
        done: w.report_done(count(report.done.len())),
        skipped: if report.skipped.is_empty() {
            String::new()
        } else {
            w.report_skipped(count(report.skipped.len()))
        },
        lines: report
            .skipped
            .iter()
            .map(|(name, why)| w.report_line(name, refused(w, event, why)))
            .collect(),
    }
}

/// Why nothing was decided, in a sentence.
pub fn refused(w: Words, event: &Event, refused: &decide::Refused) -> String {
    let tz = event.tz();
    match refused {
        decide::Refused::AlreadyDecided { state, by, at } => {
            w.already_decided(by, labels::moment(w.0, *at, &tz), labels::state(w, *state))
        }
        decide::Refused::Withdrawn { at } => w.already_withdrawn(labels::moment(w.0, *at, &tz)),
        decide::Refused::Unknown | decide::Refused::Fault(_) => w.unknown_request().to_owned(),
    }
}
