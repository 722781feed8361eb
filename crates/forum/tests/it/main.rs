//! The forum, tested by page, by operation and by what calendars read.

#[cfg(test)]
mod checking;
#[cfg(test)]
mod content;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod editing;
#[cfg(test)]
mod ics;
#[cfg(test)]
mod public;
#[cfg(test)]
mod support;
#[cfg(test)]
mod weight;
