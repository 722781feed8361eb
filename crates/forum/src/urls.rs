//! The addresses of the forum, readable as a map of the site.

use axum::routing::{get, post};
use web::Routes;

use crate::pages::{
    calendar, desk, desk_event, desk_session, documents, event, events, home, participants, programme, series,
};

/// Every address of this room. `/e/{slug}` also answers `/e/{slug}.ics`.
pub fn routes() -> Routes {
    Routes::new()
        .at("/", get(home::get))
        .at("/events", get(events::get))
        .at("/events.ics", get(calendar::all))
        .at("/series/{slug}", get(series::get))
        .at("/e/{slug}", get(event::get))
        .at("/e/{slug}/programme", get(programme::get))
        .at("/e/{slug}/documents", get(documents::list))
        .at("/e/{slug}/documents/{document}", get(documents::text))
        .at("/e/{slug}/documents/{document}/{lang}", get(documents::file))
        .at("/e/{slug}/participants", get(participants::get))
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
