//! The addresses of this room, as a map of the site.

use axum::routing::get;
use web::Routes;

use crate::pages::{desk, detail, files, my, queue, register, step, withdraw};

pub fn routes() -> Routes {
    Routes::new()
        .at("/e/{slug}/register", get(register::get))
        .at("/e/{slug}/register/{step}", get(step::get).post(step::post))
        .at("/e/{slug}/my", get(my::get))
        .at("/e/{slug}/my/withdraw", get(withdraw::get).post(withdraw::post))
        .at("/e/{slug}/my/file/{id}", get(files::mine))
        .at("/desk", get(desk::get))
        .at("/desk/registrations", get(queue::get).post(queue::post))
        .at("/desk/registrations/{id}", get(detail::get).post(detail::post))
        .at("/desk/registrations/{id}/file/{file}", get(files::desk))
}

/// The form, at the step to go on with.
pub fn register(slug: &str) -> String {
    format!("/e/{slug}/register")
}

pub fn step(slug: &str, step: crate::Step) -> String {
    format!("/e/{slug}/register/{}", step.code())
}

/// One's own registration and its status.
pub fn my(slug: &str) -> String {
    format!("/e/{slug}/my")
}
