//! A cookie is looked up, once for each request: `people::session::check` in a transaction of its own, beside its one
//! statement on a plain connection.
use base::{Fault, Result};
use people::complete;
use people::session;
use std::path::Path;
use std::time::Instant;

use crate::disk;
use crate::line::{self, Line, median};
use crate::links::{self, Waiting};
use crate::peer::{Peer, statement};
use crate::site;

const SESSIONS: usize = 1_000;
const CHECKS: usize = 20_000;
/// Beside the one indexed read a check may take so many microseconds.
const LIMIT: f64 = 100.0;

pub async fn run(folder: &Path) -> Result<()> {
    disk::prepare(folder)?;
    let path = folder.join("session.db");
    let db = site::open_file(&path).await?;
    db.migrate().await?;
    links::write(&db).await?;
    for link in links::waiting(&path)?.into_iter().take(SESSIONS) {
        let Waiting { token, .. } = link;
        let asking = link.asking();
        let done = db.write(move |tx| complete::by_link(tx, &token, &asking)).await;
        done.map_err(|refused| Fault::new(format!("a link was refused: {refused:?}")))?;
    }
    let cookies: Vec<[u8; 32]> =
        Peer::open(&path)?.rows("select token_hash from signin_session", |row| row.get(0))?;
    let mut ours = Vec::new();
    for cookie in cookies.iter().cycle().take(CHECKS) {
        let cookie = *cookie;
        let began = Instant::now();
        let signed = db.read(move |tx| session::check(tx, &cookie)).await?;
        ours.push(micros(began));
        if signed.is_none() {
            return Err(Fault::new("a session was not found"));
        }
    }
    let alone = alone(&path, &cookies)?;
    site::close(db, &path)?;
    line::say(&Line {
        what: "session check, SQLite, median".to_owned(),
        unit: "µs",
        ours: median(ours),
        against: Some(("limit: its one statement alone, and 100 µs", alone + LIMIT)),
        aim: Some(1.0),
    });
    line::say(&Line {
        what: "the session's one statement alone, median".to_owned(),
        unit: "µs",
        ours: alone,
        against: None,
        aim: None,
    });
    Ok(())
}

fn alone(path: &Path, cookies: &[[u8; 32]]) -> Result<f64> {
    let peer = Peer::open(path)?;
    let check = statement("people/src/session.rs", "select s.id, s.account_id, a.name")?;
    let now = site::now()?.as_microsecond();
    let mut all = Vec::new();
    for cookie in cookies.iter().cycle().take(CHECKS) {
        let began = Instant::now();
        let found = peer.count(&check, &[cookie, &now])?;
        all.push(micros(began));
        if found != 1 {
            return Err(Fault::new("the peer did not find a session"));
        }
    }
    Ok(median(all))
}

fn micros(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1e6
}
