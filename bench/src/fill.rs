//! A thousand events: the demonstration's own, again and again under other addresses.
use base::{Fault, Result};
use db::Db;
use serde_json::Value;
use std::path::Path;

use crate::site;

const CONTENT: &str = include_str!("../../data/demo/forum.json");
const EVENTS: usize = 1000;

/// Adds them to the folder of a demonstration that nobody serves.
pub async fn events(folder: &Path) -> Result<()> {
    let path = folder.join("sala.sqlite");
    let db = site::open_file(&path).await?;
    add(&db).await?;
    site::close(db, &path)
}

pub async fn add(db: &Db) -> Result<()> {
    let one = forum::fill::parse(CONTENT)?.events.len().max(1);
    db.write(move |tx| {
        for again in 1..=(EVENTS / one) {
            let content = forum::fill::parse(&renamed(again)?)?;
            forum::fill::write(tx, &content)?;
        }
        Ok::<_, Fault>(())
    })
    .await
}

/// The content with a number behind every address.
fn renamed(number: usize) -> Result<String> {
    let wrong = |error| Fault::new("reading the demonstration's content").because(error);
    let mut content: Value = serde_json::from_str(CONTENT).map_err(wrong)?;
    let rename = |slug: &mut Value| {
        if let Some(text) = slug.as_str() {
            *slug = Value::from(format!("{text}-no-{number}"));
        }
    };
    for part in ["series", "events"] {
        for line in content[part].as_array_mut().into_iter().flatten() {
            rename(&mut line["slug"]);
            for others in ["within", "prepares"] {
                if let Some(others) = line.get_mut(others).and_then(Value::as_array_mut) {
                    others.iter_mut().for_each(rename);
                }
            }
            if let Some(series) = line.get_mut("series") {
                rename(series);
            }
        }
    }
    Ok(content.to_string())
}
