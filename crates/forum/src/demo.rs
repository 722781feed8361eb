//! The demonstration: the fourth Directors-General Forum with what surrounds it.

use base::Fault;
use db::Tx;

use crate::fill;

const CONTENT: &str = include_str!("../../../data/demo/forum.json");

/// Writes series, events, programme and documents.
pub fn demo(tx: &mut Tx<'_>, _demo: &web::Demo) -> Result<(), Fault> {
    let content = fill::parse(CONTENT)?;
    fill::write(tx, &content)?;
    Ok(())
}
