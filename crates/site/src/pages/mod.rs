//! The pages of the site itself.
pub mod begin;
pub mod people;
