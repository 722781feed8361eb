//! The page of an event, on one page with anchors; `/e/{slug}.ics` is its calendar file.

use askama::Template;
use axum::extract::Path;
use base::Fault;
use i18n::Locale;
use members::Motif;
use people::Me;
use web::{App, Error, Page, PanelFor, Visitor};

use crate::gather::{self, Whole};
use crate::model::Event;
use crate::programme::{self, Day, Switch};
use crate::prose::{self, Block};
use crate::read::Tie;
use crate::texts::Said;
use crate::view::{self, DocumentRow, KeyDay};
use crate::words::Words;
use crate::{managed, pages};

#[derive(Template)]
#[template(path = "pages/event.html")]
struct View {
    page: Page,
    w: Words,
    slug: String,
    base: String,
    json_ld: String,
    motif: Motif,
    kick: String,
    title: Said,
    lede: Said,
    theme: Said,
    starts_on: String,
    dates: String,
    place: String,
    format: Option<&'static str>,
    interpretation: String,
    note: Option<&'static str>,
    action: String,
    bar: String,
    calendar: Option<Links>,
    deadline: Option<String>,
    sample: bool,
    sample_times: bool,
    sample_programme: bool,
    about: Vec<Block>,
    about_attr: String,
    about_note: Option<&'static str>,
    objectives: Vec<String>,
    objectives_attr: String,
    conveners: Vec<Said>,
    key_days: Vec<KeyDay>,
    days: Vec<Day>,
    switch: Option<Switch>,
    documents: Vec<DocumentRow>,
    sign_in: String,
    ties: Vec<Tied>,
    venue: String,
    contact: String,
}

struct Links {
    subscribe: String,
    google: String,
    outlook: String,
}

struct Tied {
    words: &'static str,
    path: String,
    title: Said,
    dates: String,
    kind: String,
}

/// `GET /e/{slug}` and `GET /e/{slug}.ics`
pub async fn get(app: App, visitor: Visitor, me: Result<Me, Error>, Path(slug): Path<String>) -> web::Result {
    let me = me.ok();
    if let Some(slug) = slug.strip_suffix(".ics") {
        let event = managed::find(&app, me.as_ref(), slug).await?;
        return pages::calendar::one(&app, &visitor, event).await;
    }
    let event = managed::find(&app, me.as_ref(), &slug).await?;
    let (asking, panels) = (visitor.clone(), app.clone());
    let id = event.id.uuid();
    let whole = gather::shown(&app, &visitor, event).await?;
    let (action, bar) = app
        .db()
        .read(move |tx| {
            let about = PanelFor {
                about: id,
                visitor: asking.clone(),
            };
            let action = panels.panels(tx, "event.action", &about)?;
            let bar = panels.panels(tx, "event.bar", &about)?;
            Ok::<_, Fault>((action, bar))
        })
        .await?;
    Ok(web::html(view(&app, &visitor, &whole, action, bar)))
}

fn view(app: &App, visitor: &Visitor, whole: &Whole, action: String, bar: String) -> View {
    let (locale, w, event) = (visitor.locale, Words(visitor.locale), &whole.event);
    let (title, about) = (event.say("title", locale), event.say("about", locale));
    let objectives = event.say("objectives", locale);
    let days = programme::days(w, whole, None);
    let documents = view::documents(w, whole, visitor.person.is_some());
    let sample_programme = whole.sessions.iter().any(|session| session.sample);
    let interpretation: Vec<&str> = event.interpretation().into_iter().map(Locale::name).collect();
    let dates = view::dates(w, event);
    let page = Page::new(app, visitor, &format!("{} – {dates}", title.text))
        .description(&w.event_description(&title.text, &dates));
    View {
        page,
        w,
        slug: event.slug.clone(),
        base: web::link(visitor, &format!("/e/{}", event.slug)),
        json_ld: super::json_ld::of(whole, locale, app.site()),
        motif: members::motif(whole.host.as_ref().map(|host| host.iso3.as_str())),
        kick: view::kick(w, event),
        lede: event.say("lede", locale),
        theme: event.say("theme", locale),
        starts_on: event.starts().date().to_string(),
        place: view::place(whole, locale),
        format: view::format(w, event.format.as_deref()),
        interpretation: i18n::list_and(locale, &interpretation),
        note: note(w, event),
        action,
        bar,
        calendar: (!event.over(app.moment())).then(|| links(app, whole, locale)),
        deadline: view::deadline(w, event, app.moment()),
        sample: sample_programme || event.sample_times || documents.iter().any(|document| document.sample),
        sample_times: event.sample_times,
        sample_programme,
        about_attr: about.attr(),
        about_note: about.other.map(Locale::name),
        about: prose::blocks(&about.text),
        objectives_attr: objectives.attr(),
        objectives: objectives.lines(),
        conveners: whole
            .conveners
            .iter()
            .map(|one| view::convener(one, locale))
            .collect(),
        key_days: view::key_days(w, whole, app.moment()),
        switch: Some(Switch::new(w, event)),
        sign_in: web::link(visitor, &format!("/sign-in?next=/e/{}", event.slug)),
        ties: whole
            .ties
            .iter()
            .map(|(tie, other)| tied(w, visitor, *tie, other))
            .collect(),
        venue: venue(w, event, locale),
        contact: event.contact_email.clone(),
        title,
        dates,
        days,
        documents,
    }
}

fn note(w: Words, event: &Event) -> Option<&'static str> {
    match event.status.as_str() {
        "cancelled" => Some(w.cancelled_note()),
        "postponed" => Some(w.postponed_note()),
        "draft" => Some(w.draft_note()),
        _ => None,
    }
}

fn venue(w: Words, event: &Event, locale: Locale) -> String {
    let (venue, city) = (event.say("venue", locale).text, event.say("city", locale).text);
    if venue.is_empty() || city.is_empty() {
        venue
    } else {
        w.venue_place(venue, city)
    }
}

fn tied(w: Words, visitor: &Visitor, tie: Tie, other: &Event) -> Tied {
    Tied {
        words: match tie {
            Tie::Within => w.tie_within(),
            Tie::Around => w.tie_around(),
            Tie::PreparedBy => w.tie_prepared_by(),
            Tie::Prepares => w.tie_prepares(),
        },
        path: web::link(visitor, &format!("/e/{}", other.slug)),
        title: other.say("title", visitor.locale),
        dates: view::dates(w, other),
        kind: view::kick(w, other),
    }
}

/// Subscribing first, for it keeps itself right; then the two big web calendars.
fn links(app: &App, whole: &Whole, locale: Locale) -> Links {
    let event = &whole.event;
    let public = app.site().public_url.trim_end_matches('/');
    let bare = public.split_once("://").map_or(public, |(_, rest)| rest);
    let (title, place) = (
        web::encode(&event.title(locale)),
        web::encode(&view::place(whole, locale)),
    );
    let (compact, plain, all_day) = if event.timed() {
        let utc = |at: jiff::Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
        let times = (utc(event.starts_at), utc(event.ends_at));
        (
            times,
            (event.starts_at.to_string(), event.ends_at.to_string()),
            "",
        )
    } else {
        let (first, last) = (event.starts().date(), event.ends().date());
        let after = last.tomorrow().unwrap_or(last);
        let day = |day: jiff::civil::Date| day.strftime("%Y%m%d").to_string();
        (
            (day(first), day(after)),
            (first.to_string(), after.to_string()),
            "&allday=true",
        )
    };
    Links {
        subscribe: format!("webcal://{bare}/e/{}.ics", event.slug),
        google: format!(
            "https://calendar.google.com/calendar/render?action=TEMPLATE&text={title}&dates={}/{}&location={place}",
            compact.0, compact.1
        ),
        outlook: format!(
            "https://outlook.office.com/calendar/0/deeplink/compose?subject={title}&startdt={}&enddt={}&location={place}{all_day}",
            plain.0, plain.1
        ),
    }
}
