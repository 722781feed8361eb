//! The addresses of the directory.

use axum::routing::get;
use web::Routes;

use crate::pages::{member, members, organization};

/// Every address of this room.
pub fn routes() -> Routes {
    Routes::new()
        .at("/members", get(members::get))
        .at("/members/{iso3}", get(member::get))
        .at("/organizations/{slug}", get(organization::get))
}
