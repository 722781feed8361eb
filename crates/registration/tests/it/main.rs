//! Tests of registration: the operations, the desk's list, the letters, and the pages.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails where it stands"
)]

mod deciding;
mod letters;
mod listing;
mod pages;
mod registering;
mod support;
