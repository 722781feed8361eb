//! The addresses of the directory.

use axum::routing::get;
use web::Routes;

use crate::pages::{member, members, organization};

/// Every address of this room.
pub fn routes() -> Routes {
    Routes::new()
        .public("/members", &[], get(members::get))
        .public("/members/{iso3}", &[], get(member::get))
        .public("/organizations/{slug}", &[], get(organization::get))
}
