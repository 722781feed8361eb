//! The pages of the site itself.
pub mod accounts;
pub mod assisted;
pub mod audit;
pub mod begin;
pub mod mail;
pub mod mail_trouble;
pub mod merge;
pub mod people;
pub mod second_step;
