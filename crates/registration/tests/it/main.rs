//! Tests of registration: the operations, the desk's list, the letters, and the pages.

mod deciding;
mod letters;
mod listing;
mod pages;
mod registering;
mod support;
