//! `sala restore`: an archive becomes a site again, all of it or nothing, and never over another.
use crate::archive::{self, Head, List};
use crate::config::Config;
use crate::{open, say};
use base::{Clock, Fault, Random, Result};
use db::content::{self, Table};
use db::{DatabaseUrl, Db, Tx};
use files::Store;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// `sala restore FILE`
pub async fn run(config: &Config, source: &Path) -> Result<ExitCode> {
    let (head, list) = archive::verify(source)?;
    let tables = content::tables(&head.schema)?;
    nobody_lives_in_the_folder(&config.files_dir)?;
    if let DatabaseUrl::Sqlite(path) = &config.database
        && db::is_open_elsewhere(path)?
    {
        return Err(in_use());
    }
    let db = open::database(config, &Clock::real(), &Random::os()).await?;
    nobody_lives_in_the_database(&db, &head).await?;
    let laid = Laid::files(&config.files_dir, source)?;
    write(&db, &head, tables, source).await?;
    laid.stay();
    let newer = db.migrate().await?;
    tell(&head, &list, &newer)
}

fn tell(head: &Head, list: &List, newer: &[String]) -> Result<ExitCode> {
    let rows: u64 = list.rows.values().sum();
    let (tables, files) = (list.rows.len(), list.files());
    say(format!(
        "restored {rows} rows of {tables} tables and {files} files, as they stood at {}",
        head.made_at
    ))?;
    for name in newer {
        say(format!("applied {name}"))?;
    }
    for hash in &list.missing {
        say(format!(
            "problem  the stored file {hash} was missing or damaged when the backup was made"
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn in_use() -> Fault {
    Fault::new("restoring: another program is at work on the database")
}

fn nobody_lives_in_the_folder(folder: &Path) -> Result<()> {
    if folder.exists() && !Store::open(folder)?.all()?.is_empty() {
        return Err(Fault::new(format!(
            "restoring: the folder {} holds files, and nothing is overwritten",
            folder.display()
        )));
    }
    Ok(())
}

async fn nobody_lives_in_the_database(db: &Db, head: &Head) -> Result<()> {
    if db.others_at_work().await? {
        return Err(in_use());
    }
    let (held, schema) = db
        .read(|tx| Ok::<_, Fault>((content::first_held(tx)?, content::schema(tx)?)))
        .await?;
    if let Some(table) = held {
        let text = format!("restoring: the database holds data (table {table}), and nothing is overwritten");
        return Err(Fault::new(text));
    }
    if let Some(name) = schema.iter().find(|name| !head.schema.contains(name)) {
        let text =
            format!("restoring: the database has {name}, which the backup has not; take a new database");
        return Err(Fault::new(text));
    }
    Ok(())
}

/// Schema and rows in one transaction.
async fn write(db: &Db, head: &Head, tables: Vec<Table>, source: &Path) -> Result<()> {
    let (schema, source) = (head.schema.clone(), source.to_owned());
    let written = db.write(move |tx: &mut Tx<'_>| {
        // Again, now that nobody else can write.
        content::lay(tx, &schema)?;
        if content::first_held(tx)?.is_some() {
            return Err(in_use());
        }
        archive::each_row(&source, |name, columns, row| {
            let table = tables
                .iter()
                .find(|table| table.name == name && table.columns == columns);
            let table = table.ok_or_else(|| Fault::new(format!("knowing the table {name} of the backup")))?;
            table.insert(tx, row)
        })
    });
    written.await
}

/// Files that were laid in an empty folder; they go again unless they are told to stay.
struct Laid(Option<PathBuf>);

impl Laid {
    fn files(folder: &Path, source: &Path) -> Result<Laid> {
        let store = Store::open(folder)?;
        let laid = Laid(Some(folder.to_owned()));
        archive::each_file(source, |hash, bytes| {
            // What was damaged when the backup was made is not laid under a name it does not have.
            let stored = store.put_now(bytes)?;
            if stored.hash != hash {
                tracing::warn!(hash, "a stored file was damaged when the backup was made");
            }
            Ok(())
        })?;
        Ok(laid)
    }

    fn stay(mut self) {
        self.0 = None;
    }
}

impl Drop for Laid {
    fn drop(&mut self) {
        if let Some(folder) = &self.0 {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}
