//! The addresses of the forum, readable as a map of the site.

use axum::routing::{get, post};
use web::Routes;

use crate::pages::{
    calendar, desk, desk_event, desk_session, documents, event, events, home, participants, programme, series,
};

/// Every address of this room. `/e/{slug}` also answers `/e/{slug}.ics`.
pub fn routes() -> Routes {
    Routes::new()
        .public("/", &[], get(home::get))
        .public("/events", &[], get(events::get))
        .public("/events.ics", &[], get(calendar::all))
        .public("/series/{slug}", &[], get(series::get))
        .public("/e/{slug}", &[], get(event::get))
        .public("/e/{slug}/programme", &["zone"], get(programme::get))
        .public("/e/{slug}/documents", &[], get(documents::list))
        .public("/e/{slug}/documents/{document}", &[], get(documents::text))
        .at("/e/{slug}/documents/{document}/{lang}", get(documents::file))
        .public("/e/{slug}/participants", &[], get(participants::get))
        .at("/desk/events", get(desk::get))
        .at("/desk/events/new", get(desk_event::new).post(desk_event::create))
        .at("/desk/events/{id}", get(desk_event::get).post(desk_event::post))
        .at(
            "/desk/events/{id}/sessions/new",
            get(desk_session::new).post(desk_session::create),
        )
        .at(
            "/desk/events/{id}/sessions/{session}",
            get(desk_session::get).post(desk_session::post),
        )
        .at(
            "/desk/events/{id}/sessions/{session}/remove",
            post(desk_session::remove),
        )
}
