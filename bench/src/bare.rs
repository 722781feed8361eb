//! A bare durable insert of one small row, 256 at once, beside one connection that commits each.
use base::{Fault, Id, Random, Result};
use db::{params, sql};
use std::path::Path;
use std::time::Instant;

use crate::line::{self, Line};
use crate::peer::Peer;
use crate::race::{per_second, race};
use crate::{disk, site};

const ROUNDS: usize = 5;
const OURS: usize = 100_000;
const PEERS: usize = 4_000;
const TEXT: &str = "what a small row holds: about sixty-four bytes of text, not more";

struct Row;

pub async fn run(folder: &Path) -> Result<()> {
    disk::prepare(folder)?;
    let (path, file) = (folder.join("bare.sqlite"), folder.join("peer.sqlite"));
    let table = "create table bench_row (id blob primary key, text text not null) strict";
    for path in [&path, &file] {
        Peer::open(path)?.script(table)?;
    }
    let db = site::open_file(&path).await?;
    let peer = Peer::open(&file)?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 1..=ROUNDS {
        line::tell(&format!("db: round {round} of {ROUNDS}"));
        theirs.push(one_by_one(&peer)?);
        let db = db.clone();
        let insert = move |()| {
            let db = db.clone();
            async move {
                db.write(|tx| {
                    let id: Id<Row> = tx.new_id();
                    tx.run(
                        sql!("insert into bench_row (id, text) values ($1, $2)"),
                        params![id, TEXT],
                    )?;
                    Ok::<_, Fault>(())
                })
                .await
            }
        };
        ours.push(race(256, vec![(); OURS], insert).await?);
    }
    line::say(&Line {
        what: "durable insert of one row, SQLite, 256 at once".to_owned(),
        unit: "/s",
        ours: line::median(ours),
        against: Some(("one connection, one commit each", line::median(theirs))),
        aim: Some(20.0),
    });
    Ok(())
}

fn one_by_one(peer: &Peer) -> Result<f64> {
    let random = Random::os();
    let began = Instant::now();
    for _ in 0..PEERS {
        let id: Id<Row> = Id::new(1_660_528_800_000, &random.bytes());
        peer.run("begin immediate", &[])?;
        peer.run(
            "insert into bench_row (id, text) values (?1, ?2)",
            &[&id.uuid().into_bytes(), &TEXT],
        )?;
        peer.run("commit", &[])?;
    }
    Ok(per_second(PEERS, began))
}
