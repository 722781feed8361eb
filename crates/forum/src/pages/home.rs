//! The front page: the series, its next edition, what is open now, documents, events.

use askama::Template;
use base::Fault;
use db::Moment;
use members::Motif;
use web::{App, Page, PanelFor, Visitor};

use super::lines::Line;
use crate::gather::{self, Whole};
use crate::model::{Event, Series};
use crate::read;
use crate::texts::Said;
use crate::view::{self, DocumentRow};
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/home.html")]
struct View {
    page: Page,
    w: Words,
    base: String,
    motif: Motif,
    members: String,
    title: Said,
    lede: Said,
    next: Option<Next>,
    open: Vec<Open>,
    documents: Vec<DocumentRow>,
    sign_in: String,
    events: Vec<Line>,
}

struct Next {
    path: String,
    starts_on: String,
    days: String,
    month: String,
    title: Said,
    place: String,
    panel: String,
    programme: bool,
    kind: String,
}

struct Open {
    day: String,
    path: String,
    title: Said,
    deadline: String,
    sample: bool,
}

struct Front {
    series: Option<Series>,
    next: Option<Whole>,
    panel: String,
    events: Vec<Event>,
    members: i64,
}

/// The edition to show: the first that is not over, else the latest.
fn choose(events: &[Event], now: Moment) -> Option<Event> {
    let editions = || events.iter().filter(|event| event.kind == "edition");
    editions()
        .find(|event| !event.over(now))
        .or_else(|| editions().next_back())
        .cloned()
}

/// `GET /`
pub async fn get(app: App, visitor: Visitor) -> web::Result {
    let (asking, inner, now) = (visitor.clone(), app.clone(), app.moment());
    let front = app
        .db()
        .read(move |tx| {
            let events = read::public_events(tx)?;
            let next = choose(&events, now)
                .map(|event| gather::whole(tx, event))
                .transpose()?;
            let series = match next.as_ref().and_then(|next| next.series.clone()) {
                Some(series) => Some(series),
                None => read::all_series(tx)?.into_iter().next(),
            };
            let panel = match &next {
                Some(next) => {
                    let about = PanelFor {
                        about: next.event.id.uuid(),
                        visitor: asking.clone(),
                    };
                    inner.panels(tx, "home.next", &about)?
                }
                None => String::new(),
            };
            Ok::<_, Fault>(Front {
                series,
                next,
                panel,
                events,
                members: members::how_many(tx)?,
            })
        })
        .await?;
    Ok(web::html(view(&app, &visitor, front)))
}

fn view(app: &App, visitor: &Visitor, front: Front) -> View {
    let (locale, w, now) = (visitor.locale, Words(visitor.locale), app.moment());
    let named = Said {
        text: app.site().name.clone(),
        other: None,
    };
    let title = front
        .series
        .as_ref()
        .map_or(named, |series| series.say("title", locale));
    let lede = front
        .series
        .as_ref()
        .map(|series| series.say("lede", locale))
        .unwrap_or_default();
    let host = front
        .next
        .as_ref()
        .and_then(|next| next.host.as_ref())
        .map(|host| host.iso3.as_str());
    let base = front
        .next
        .as_ref()
        .map(|next| web::link(visitor, &format!("/e/{}", next.event.slug)));
    let base = base.unwrap_or_default();
    let open = front
        .events
        .iter()
        .filter(|event| event.registration_open(now))
        .filter_map(|event| {
            Some(Open {
                day: i18n::date(locale, event.closes()?.date()),
                path: web::link(visitor, &format!("/e/{}", event.slug)),
                title: event.say("title", locale),
                deadline: view::deadline(w, event, now)?,
                sample: event.sample_times,
            })
        });
    let page = Page::new(app, visitor, &title.text).description(&w.home_description(&title.text));
    View {
        page,
        w,
        motif: members::motif(host),
        members: members::words::Words(locale).members_count(front.members),
        open: open.collect(),
        documents: front
            .next
            .as_ref()
            .map(|next| view::documents(w, next, visitor.person.is_some()))
            .unwrap_or_default(),
        sign_in: web::link(visitor, &format!("/sign-in?next={base}")),
        events: front
            .events
            .iter()
            .rev()
            .take(4)
            .map(|event| Line::new(event, visitor))
            .collect(),
        next: front
            .next
            .as_ref()
            .map(|next| card(w, visitor, next, front.panel)),
        base,
        title,
        lede,
    }
}

fn card(w: Words, visitor: &Visitor, whole: &Whole, panel: String) -> Next {
    let event = &whole.event;
    let (first, last) = (event.starts().date(), event.ends().date());
    let (days, month) = view::days_and_month(w, first, last);
    let place = view::place(whole, visitor.locale);
    let format = view::format(w, event.format.as_deref()).unwrap_or_default();
    let parts: Vec<&str> = [place.as_str(), format]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    Next {
        path: web::link(visitor, &format!("/e/{}", event.slug)),
        starts_on: first.to_string(),
        days,
        month,
        title: event.say("title", visitor.locale),
        place: parts.join(" · "),
        panel,
        programme: !whole.sessions.is_empty(),
        kind: view::kick(w, event),
    }
}
