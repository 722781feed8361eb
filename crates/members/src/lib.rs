//! Members: who the convening body consists of, and the organizations its forum deals with.
//!
//! Members and associate members stand in one English alphabetical list, each under the one name the body uses for it.

pub mod api;
mod grid;
mod load;
mod model;
mod pages;
mod urls;

/// The sentences of this room.
pub mod words {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use grid::{Motif, TILES, Tile, motif};
pub use load::{MemberLine, arabic_names, load, member_lines};
pub use model::{
    Member, Organization, all, by_id, by_iso3, how_many, organization, organization_by_id, organizations,
    organizations_of,
};

/// This room, as the program lists it.
pub const SLICE: web::Slice = web::Slice {
    name: "members",
    routes: urls::routes,
    menu: &[web::MenuEntry {
        path: "/members",
        label: |locale| words::Words(locale).members(),
    }],
    api: &[api::members::NOUN, api::organizations::NOUN],
    demo: Some(demo),
    ..web::Slice::EMPTY
};

fn demo(tx: &mut db::Tx<'_>, _: &web::Demo) -> Result<(), base::Fault> {
    load(tx)
}
