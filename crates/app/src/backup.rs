//! `sala backup`: the database as it stood at one moment and every stored file in one archive, while the site goes on.
use crate::archive::{self, List, Writer};
use crate::config::Config;
use crate::{open, say};
use base::{Clock, Fault, Random, Result};
use db::{Db, Tx, content};
use files::Store;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

/// Rows read at once, and in one piece of the archive.
const ROWS: usize = 1000;

type Out = Writer<BufWriter<File>>;

/// `sala backup FILE`
pub async fn run(config: &Config, target: &Path) -> Result<ExitCode> {
    if target.exists() {
        return Err(Fault::new(format!(
            "writing {}: it exists, and nothing is overwritten",
            target.display()
        )));
    }
    let clock = Clock::real();
    let db = open::database(config, &clock, &Random::os()).await?;
    let part = Part::of(target)?;
    let list = write(&db, &Store::open(&config.files_dir)?, &part).await?;
    // Read again from the disk: what counts is what can be restored.
    let (_, read) = archive::verify(&part.0)?;
    if read != list {
        return Err(Fault::new(
            "checking the backup: what was read is not what was written",
        ));
    }
    part.settle(target)?;
    let rows: u64 = list.rows.values().sum();
    say(format!(
        "wrote {}: {rows} rows of {} tables and {} files, read again and found whole",
        target.display(),
        list.rows.len(),
        list.files()
    ))?;
    for hash in &list.missing {
        say(format!(
            "problem  the stored file {hash} is missing or damaged; the rest is in the backup"
        ))?;
    }
    Ok(if list.missing.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

async fn write(db: &Db, store: &Store, part: &Part) -> Result<List> {
    let file = File::create_new(&part.0).map_err(|e| part.fault(e))?;
    only_for_the_owner(&file).map_err(|e| part.fault(e))?;
    let slot = Arc::new(Mutex::new(Some(file)));
    let path = part.0.clone();
    let taken = db.read(move |tx| {
        let file = slot.lock().unwrap_or_else(PoisonError::into_inner).take();
        let file = file.ok_or_else(|| Fault::new("reading the database a second time for one backup"))?;
        rows(tx, &path, BufWriter::new(file))
    });
    let (mut out, named) = taken.await?;
    // The rows came first and contents are never changed: whatever they name was there then and is there now.
    let kept = store.all()?;
    let mut missing: BTreeSet<String> = named
        .into_iter()
        .filter(|hash| kept.binary_search(hash).is_err())
        .collect();
    for hash in kept {
        let content = store.open_now(&hash)?;
        let size = content.metadata().map_err(|e| part.fault(e))?.len();
        if !out.file(&hash, size, content).map_err(|e| part.fault(e))? {
            missing.insert(hash);
        }
    }
    let finish = || -> io::Result<List> {
        let (file, list) = out.end(missing.into_iter().collect())?;
        file.into_inner()
            .map_err(io::IntoInnerError::into_error)?
            .sync_all()?;
        Ok(list)
    };
    finish().map_err(|e| part.fault(e))
}

/// All rows in one transaction; the archive so far, and the files that the rows name.
fn rows(tx: &mut Tx<'_>, path: &Path, out: BufWriter<File>) -> Result<(Out, BTreeSet<String>)> {
    let fault = |e| fault(path, e);
    let schema = content::schema(tx)?;
    if schema.is_empty() {
        return Err(Fault::new("reading the database: it holds no site"));
    }
    let tables = content::tables(&schema)?;
    let mut out = Writer::begin(out, schema, tx.now()).map_err(fault)?;
    let mut named = BTreeSet::new();
    for table in tables {
        let mut last = None;
        loop {
            let rows = table.rows(tx, last.as_deref(), ROWS)?;
            out.rows(&table.name, &table.columns, &rows).map_err(fault)?;
            if table.name == "stored_file" {
                let place = table.columns.iter().position(|column| column == "hash");
                named.extend(
                    rows.iter()
                        .filter_map(|row| row.get(place?)?.as_str().map(str::to_owned)),
                );
            }
            let full = rows.len() == ROWS;
            last = rows.into_iter().next_back();
            if !full {
                break;
            }
        }
    }
    Ok((out, named))
}

/// An archive that is not whole yet; it goes when the work ends early.
struct Part(PathBuf);

impl Part {
    fn of(target: &Path) -> Result<Part> {
        let name = target
            .file_name()
            .ok_or_else(|| Fault::new("reading the name of the backup: it is none"))?;
        let mut name = name.to_owned();
        name.push(".part");
        Ok(Part(target.with_file_name(name)))
    }

    fn fault(&self, error: io::Error) -> Fault {
        fault(&self.0, error)
    }

    /// Gives it its name; both are on the disk when this returns.
    fn settle(&self, target: &Path) -> Result<()> {
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
        let settled = std::fs::rename(&self.0, target)
            .and_then(|()| File::open(folder.unwrap_or(Path::new(".")))?.sync_all());
        settled.map_err(|e| fault(target, e))
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn fault(path: &Path, error: io::Error) -> Fault {
    Fault::new(format!("writing {}: nothing of it is kept", path.display())).because(error)
}

fn only_for_the_owner(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(std::fs::Permissions::from_mode(0o600))
}
