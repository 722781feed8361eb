//! The same operation on a small and on a large database: both are filled once, and copied anew for every run.
use base::Result;
use db::Db;
use std::path::Path;

use crate::line;
use crate::{disk, fill, site};

const ROUNDS: usize = 5;
/// What the rates of one commit each are called.
pub const ONE_BY_ONE: &str = "the same statements, one connection, one commit each";

/// Operations a second, medians of the rounds.
pub struct Rates {
    pub at_64: f64,
    pub at_256: f64,
    pub one_by_one: f64,
}

/// Fills both databases with `write` on top of the sample records, then measures in rounds; the small one first.
pub async fn measure(
    folder: &Path,
    what: &str,
    write: impl AsyncFn(&Db) -> Result<()>,
    together: impl AsyncFn(&Path, usize) -> Result<f64>,
    one_by_one: fn(&Path) -> Result<f64>,
) -> Result<[Rates; 2]> {
    disk::prepare(folder)?;
    for (name, scale) in [("small", 1), ("large", 1250)] {
        line::tell(&format!("{what}: filling the {name} database"));
        let path = folder.join(name);
        let db = site::open_file(&path).await?;
        site::fill(&db, &folder.join(format!("{name}-files")), scale).await?;
        if scale > 1 {
            fill::add(&db).await?;
        }
        write(&db).await?;
        site::close(db, &path)?;
    }
    let mut all: [[Vec<f64>; 3]; 2] = Default::default();
    for round in 1..=ROUNDS {
        line::tell(&format!("{what}: round {round} of {ROUNDS}"));
        for (name, [at_64, at_256, single]) in ["small", "large"].into_iter().zip(&mut all) {
            let (from, path) = (folder.join(name), folder.join("run.sqlite"));
            disk::copy(&from, &path)?;
            single.push(one_by_one(&path)?);
            disk::copy(&from, &path)?;
            at_64.push(together(&path, 64).await?);
            disk::copy(&from, &path)?;
            at_256.push(together(&path, 256).await?);
        }
    }
    Ok(all.map(|one| {
        let [at_64, at_256, one_by_one] = one.map(line::median);
        Rates {
            at_64,
            at_256,
            one_by_one,
        }
    }))
}
