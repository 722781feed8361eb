//! The API as a program meets it: every operation against the document, its limits, its refusals, its tokens.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]
mod client;
mod limits;
mod once;
mod pages;
pub mod papers;
mod refusals;
mod schema;
mod standby;
mod states;
mod tokens;
mod walk;

pub use client::{ALL, Client, Said, desk, fill};
