//! The pages of this room.
use crate::pages::{begin, people};
use axum::routing::{get, post};
use web::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .at("/first-run/{token}", get(begin::get).post(begin::post))
        .at("/desk/people", get(people::get))
        .at("/desk/people/grant", post(people::grant))
        .at("/desk/people/revoke", post(people::revoke))
}
