//! Tests of the site itself: its first run, and roles given and taken.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails where it stands"
)]

mod first_run;
mod roles;
mod support;
