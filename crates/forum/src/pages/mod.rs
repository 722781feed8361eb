//! The pages of the forum, public ones and the desk's.

pub mod calendar;
pub mod desk;
pub mod desk_event;
pub mod desk_session;
pub mod documents;
pub mod event;
pub mod events;
pub mod home;
pub mod json_ld;
pub mod lines;
pub mod participants;
pub mod programme;
pub mod series;
