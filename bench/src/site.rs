//! A site to measure on: the demonstration's rooms in a database of their own.
use base::{Clock, Fault, Random, Result};
use db::{DatabaseUrl, Db, Options};
use files::Store;
use jiff::Timestamp;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::disk;

pub const EVENT: &str = "dg-forum-4";

/// The morning on which the demonstration opens.
fn clock() -> Result<Clock> {
    let open: std::result::Result<Timestamp, _> = "2022-08-15T09:00:00+07:00".parse();
    open.map(Clock::starting_at)
        .map_err(|error| Fault::new("reading the date").because(error))
}

pub async fn open(url: DatabaseUrl) -> Result<Db> {
    let mut options = Options::new(url, clock()?, Random::os());
    options.queue = 1 << 16;
    Db::open(&options).await
}

pub async fn open_file(path: &Path) -> Result<Db> {
    open(DatabaseUrl::Sqlite(path.display().to_string())).await
}

/// When it is, as long as nobody moves the clock.
pub fn now() -> Result<Timestamp> {
    clock().map(|clock| clock.now())
}

/// Closes for good: the last connection writes the log back into the file and removes it.
pub fn close(db: Db, path: &Path) -> Result<()> {
    drop(db);
    let began = Instant::now();
    while Path::new(&format!("{}-wal", path.display())).exists() {
        if began.elapsed() > Duration::from_secs(60) {
            return Err(Fault::new("closing the database"));
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}

/// Fills an empty database as the demonstration does, with so many times its people.
pub async fn fill(db: &Db, folder: &Path, scale: u32) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(disk::fault("making a folder"))?;
    db.migrate().await?;
    let demo = web::Demo {
        now: clock()?.now(),
        random: Random::seeded(1),
        files: Store::open(&folder.join("files"))?,
        scale,
    };
    db.write(move |tx| {
        for slice in [people::SLICE, members::SLICE, forum::SLICE, registration::SLICE] {
            if let Some(fill) = slice.demo {
                fill(tx, &demo)?;
            }
        }
        Ok::<_, Fault>(())
    })
    .await
}
