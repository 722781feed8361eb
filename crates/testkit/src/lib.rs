//! What the tests of every room stand on: the program in memory, a browser, a mailbox, both databases, a clock that
//! stands still and chance that repeats itself. No mocks: each is a real implementation.
#![expect(
    clippy::panic,
    reason = "a test says what it found by failing with a sentence"
)]

mod app;
mod authenticator;
mod browser;
mod document;
mod encode;
mod engines;
mod fields;
mod jar;
mod mail_server;
mod mailbox;
mod organization;
pub mod postgres;
pub mod postgres_server;
pub mod say;
mod seen;
mod signing_in;

pub use app::{TestApp, morning, run};
pub use authenticator::Authenticator;
pub use browser::{Browser, ORIGIN};
pub use document::{Button, Document, Field, Form, Link};
pub use engines::{Engine, count};
pub use jar::{Jar, Site};
pub use mail_server::MailServer;
pub use mailbox::{Mailbox, Received};
pub use organization::{Organization, Person, Way};
