//! What programs read and write of the site itself: one file a noun.

pub mod roles;
