//! The pages of the directory.

pub mod member;
pub mod members;
pub mod organization;
