//! Tests of the site itself: its first run, roles given and taken, accounts and the log.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails where it stands"
)]

mod accounts;
mod assisted;
mod first_run;
mod roles;
mod support;
