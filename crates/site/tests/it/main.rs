//! Tests of the site itself: its first run, roles given and taken, accounts, the log and the mail.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails where it stands"
)]

mod accounts;
mod assisted;
mod first_run;
mod mail;
mod merge;
mod roles;
mod second_step;
mod support;
mod trouble;
