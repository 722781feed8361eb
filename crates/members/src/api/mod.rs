//! What programs read of the directory: one file a noun.

pub mod members;
pub mod organizations;
