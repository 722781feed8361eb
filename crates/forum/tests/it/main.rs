//! The forum, tested by page, by operation and by what calendars read.

mod checking;
mod content;
mod editing;
mod ics;
mod support;
