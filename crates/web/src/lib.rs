//! What every page stands on: the program as pages see it, slices and their addresses, forms, the layout, errors as
//! pages in the reader's language, and the stack that stands in front of the router.
mod address;
pub mod api;
mod app;
mod assets;
mod csrf;
mod dev;
mod dress;
mod error;
mod form;
mod front;
mod gallery;
mod health;
mod language;
mod layout;
mod next;
mod serve;
mod slice;
mod stack;
mod visitor;

/// The sentences of this room.
pub mod words {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use address::{Address, Proxies};
pub use app::{App, Parts, Site};
pub use assets::{SITE_CSS, SITE_CSS_SHA256};
pub use error::{Error, Result};
pub use form::{Form, Trouble, Upload};
pub use front::{Front, serve};
pub use layout::{Page, html};
pub use next::{encode, link, redirect, safe_next};
pub use serve::serve_file;
pub use slice::{Demo, Fate, MenuEntry, Movable, Moves, Panel, PanelFor, Referring, Routes, Slice};
pub use stack::{Stack, stack};
pub use visitor::{Offer, Visitor};

/// An answer to a request.
pub type Response = axum::response::Response;
