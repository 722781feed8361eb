//! The disk under a folder: its kind, what a durable write costs there, and copies that are on it before a run begins.
use base::{Fault, Result};
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::line::{self, Line};

pub fn fault(doing: &str) -> impl Fn(std::io::Error) -> Fault + '_ {
    move |error| Fault::new(doing.to_owned()).because(error)
}

/// An empty folder on a real disk, and a line with the median of its `fdatasync`.
pub fn prepare(folder: &Path) -> Result<()> {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).map_err(fault("making the folder"))?;
    let told = Command::new("stat").args(["-f", "-c", "%T"]).arg(folder).output();
    let told = told.map_err(fault("asking for the kind of disk"))?;
    let kind = String::from_utf8_lossy(&told.stdout).trim().to_owned();
    if kind.contains("tmpfs") || kind.contains("ramfs") {
        return Err(Fault::new("measuring durable writes in memory"));
    }
    let path = folder.join("sync");
    let mut file = File::create(&path).map_err(fault("writing"))?;
    let mut all = Vec::new();
    for _ in 0..500 {
        file.write_all(&[7; 4096]).map_err(fault("writing"))?;
        let began = Instant::now();
        file.sync_data().map_err(fault("syncing"))?;
        all.push(began.elapsed().as_secs_f64() * 1e6);
    }
    std::fs::remove_file(path).map_err(fault("removing"))?;
    line::say(&Line {
        what: format!("fdatasync of 4 KB on this disk ({kind}), median"),
        unit: "µs",
        ours: line::median(all),
        against: None,
        aim: None,
    });
    Ok(())
}

/// A copy of a database that nobody has open, on the disk before this returns.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for end in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", to.display()));
    }
    std::fs::copy(from, to).map_err(fault("copying the database"))?;
    let file = File::open(to).map_err(fault("opening the copy"))?;
    file.sync_all().map_err(fault("syncing the copy"))
}
