//! The members as equal squares: the ornament of every masthead, with the host's square in brass.

use std::fmt::Write;
use std::sync::LazyLock;

use serde::Deserialize;

const GRID: &str = include_str!("../../../data/tilegrid.csv");

/// One square of the grid: row 1 is the north, column 1 the west.
#[derive(Clone, Debug, Deserialize)]
pub struct Tile {
    #[serde(rename = "iso_alpha3")]
    pub iso3: String,
    pub row: u32,
    pub col: u32,
    pub membership: String,
}

/// Every square, as in the data file. A file that cannot be read gives an empty picture; a test reads it.
pub static TILES: LazyLock<Vec<Tile>> = LazyLock::new(|| {
    csv::Reader::from_reader(GRID.as_bytes())
        .deserialize()
        .filter_map(Result::ok)
        .collect()
});

/// Two SVG paths in a box of 140 by 110: the region's members, and the host's square.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Motif {
    pub others: String,
    pub host: String,
}

/// The ornament for an event hosted by this member (three-letter code), or by none.
pub fn motif(host: Option<&str>) -> Motif {
    let mut tiles: Vec<&Tile> = TILES
        .iter()
        .filter(|tile| tile.membership != "member_non_regional")
        .collect();
    tiles.sort_by_key(|tile| (tile.row, tile.col));
    let mut motif = Motif::default();
    for tile in tiles {
        let path = if host == Some(tile.iso3.as_str()) {
            &mut motif.host
        } else {
            &mut motif.others
        };
        let (x, y) = (
            tile.col.saturating_sub(1) * 10 + 1,
            tile.row.saturating_sub(1) * 10 + 1,
        );
        // Writing to a String cannot fail.
        let _ = write!(path, "M{x} {y}h8v8h-8z");
    }
    motif
}
