//! The demonstration: the fourth Directors-General Forum with what surrounds it, and its sample documents.

use base::Fault;
use db::{Tx, params, sql};
use files::{Keep, Store};
use i18n::Locale;
use serde_json::Value;

use crate::fill::{self, Content, DocumentLine, EventLine};
use crate::model::DocumentFile;
use crate::words::Words;
use crate::{pdf, read, texts};

const CONTENT: &str = include_str!("../../../data/demo/forum.json");

/// Writes series, events, programme and documents.
pub fn demo(tx: &mut Tx<'_>, demo: &web::Demo) -> Result<(), Fault> {
    let content = fill::parse(CONTENT)?;
    write(tx, &content, &demo.files)
}

/// The content with its files.
pub fn write(tx: &mut Tx<'_>, content: &Content, store: &Store) -> Result<(), Fault> {
    let documents = fill::write(tx, content)?;
    for event in &content.events {
        for line in &event.documents {
            let Some(document) = documents.get(&(event.slug.clone(), line.slug.clone())) else {
                continue;
            };
            for lang in &line.files {
                let (title, body) = text_of(tx, event, line, lang)?;
                let Some(bytes) = pdf::of_text(&title, &body) else {
                    continue;
                };
                let stored = store.put_now(&bytes)?;
                let name = format!("{}-{}-{lang}.pdf", event.slug, line.slug);
                let kept = files::keep(
                    tx,
                    &Keep {
                        stored,
                        name,
                        purpose: "document",
                        owner: None,
                    },
                )?;
                let (id, now) = (tx.new_id::<DocumentFile>(), tx.now());
                tx.run(
                    sql!(
                        "insert into document_file (id, document_id, lang, version, file_id, created_at)
                         values ($1, $2, $3, 1, $4, $5)"
                    ),
                    params![id, *document, lang.as_str(), kept, now],
                )?;
            }
        }
    }
    Ok(())
}

/// Title and text of a sample document: its own text, else the programme of the event.
fn text_of(
    tx: &mut Tx<'_>,
    event: &EventLine,
    line: &DocumentLine,
    lang: &str,
) -> Result<(String, String), Fault> {
    let said = |field: &str| texts::exact(&line.texts, field, lang).to_owned();
    let locale = Locale::parse(lang).unwrap_or(Locale::En);
    let title = format!("{} ({})", said("title"), Words(locale).sample_data());
    let body = said("body");
    if !body.is_empty() {
        return Ok((title, body));
    }
    let mut lines = Vec::new();
    if let Some(event) = read::event_by_slug(tx, &event.slug)? {
        lines.push(event.title(locale));
        lines.push(String::new());
        for session in read::sessions(tx, event.id)? {
            let said = |all: &Value, field: &str| texts::exact(all, field, lang).to_owned();
            let times = i18n::time_range(session.starts().time(), session.ends().time());
            lines.push(format!("{times}  {}", said(&session.texts, "title")));
        }
    }
    Ok((title, lines.join("\n")))
}
