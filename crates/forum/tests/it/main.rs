//! The forum, tested by page, by operation and by what calendars read.

mod ics;
