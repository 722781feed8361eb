//! Files that people hand in: kept once by their content, known by what they hold, never by their name.
mod all;
mod incoming;
mod kind;
mod pdf;
pub mod photo;
mod row;
mod store;

pub use incoming::{Content, Incoming};
pub use kind::Kind;
pub use pdf::{BadPdf, check_pdf};
pub use row::{Keep, StoredFile, by_id, forget, keep, named};
pub use store::{Store, Stored};
