//! The programme on a page of its own, in the event's time or in that of another zone.

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use web::{App, Page, Visitor};

use crate::gather;
use crate::managed::EventBySlug;
use crate::programme::{self, Day, Switch};
use crate::texts::Said;
use crate::times;
use crate::view;
use crate::words::Words;

/// The zone asked for, in the address.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    zone: String,
}

#[derive(Template)]
#[template(path = "pages/programme.html")]
struct View {
    page: Page,
    w: Words,
    base: String,
    title: Said,
    dates: String,
    days: Vec<Day>,
    switch: Option<Switch>,
    sample_programme: bool,
    zone: String,
    zone_wrong: bool,
    other_offset: Option<String>,
    zones: Vec<String>,
}

/// `GET /e/{slug}/programme`
pub async fn get(app: App, visitor: Visitor, event: EventBySlug, Query(asked): Query<Asked>) -> web::Result {
    let w = Words(visitor.locale);
    let whole = gather::shown(&app, &visitor, event.0).await?;
    let members = app.db().read(members::all).await?;
    let event = &whole.event;
    let name = asked.zone.trim();
    let other = times::zone(name).filter(|_| !name.is_empty() && name != event.zone);
    let days = programme::days(w, &whole, other.as_ref());
    let title = event.say("title", visitor.locale);
    let mut zones: Vec<String> = members.into_iter().map(|member| member.zone).collect();
    zones.sort_unstable();
    zones.dedup();
    let page = Page::new(&app, &visitor, &format!("{} – {}", w.programme(), title.text));
    Ok(web::html(View {
        page,
        w,
        base: web::link(&visitor, &format!("/e/{}", event.slug)),
        dates: view::dates(w, event),
        // The script's switch knows the event's own clock only; another zone is printed by the server.
        switch: (!days.is_empty() && other.is_none()).then(|| Switch::new(w, event)),
        sample_programme: whole.sessions.iter().any(|session| session.sample),
        zone: if name.is_empty() {
            event.zone.clone()
        } else {
            name.to_owned()
        },
        zone_wrong: !name.is_empty() && times::zone(name).is_none(),
        zones,
        other_offset: other.map(|zone| view::offset(&zone, event.starts_at)),
        title,
        days,
    }))
}
