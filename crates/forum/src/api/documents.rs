//! The documents of an event as programs see them, and their files.

use base::Id;
use db::Tx;
use serde_json::Value;
use web::Error;
use web::api::{
    Access, Call, Field, File, Kind, LANGUAGES, Noun, Operation, PAGED, Refused, Reply, Result, Shaped,
};
use web::shape;

use super::{EVENT, text};
use crate::model::DocumentFile;
use crate::read;

const AUDIENCES: [&str; 2] = ["public", "participants"];
const DOCUMENT: Field = Field::new(
    "document",
    Kind::Slug,
    "The last part of the address of its page.",
)
.like("concept-note");
const PARTS: [Field; 2] = [EVENT, DOCUMENT];
const FILE: [Field; 3] = [
    EVENT,
    DOCUMENT,
    Field::new("language", Kind::Code(&LANGUAGES), "The language of the file.").like("en"),
];

pub const NOUN: Noun = Noun {
    name: "documents",
    about: "The documents of an event. Those for participants show their text and files to a token only, as their pages do to who is signed in.",
    operations: &[
        Operation::get(
            "/events/{event}/documents",
            "list_documents",
            Access::Public,
            list,
        )
        .says("All documents in their order.")
        .of(&[EVENT])
        .asks(&PAGED)
        .answers(200, Document::PAGE),
        Operation::get(
            "/events/{event}/documents/{document}",
            "read_document",
            Access::Public,
            one,
        )
        .says("One document.")
        .of(&PARTS)
        .answers(200, Document::KIND),
        Operation::get(
            "/events/{event}/documents/{document}/files/{language}",
            "read_document_file",
            Access::Public,
            file,
        )
        .says("The newest file of a document in one language.")
        .of(&FILE)
        .answers(200, Kind::File),
    ],
};

shape! {
    /// A document: its title, perhaps a text of its own, files by language.
    struct Document {
        /// Never changes.
        id: Id<crate::Document>,
        /// The last part of the address of its page.
        slug: String,
        /// Its symbol, if it has one; never made up.
        symbol: Option<String>,
        /// Who may read it.
        audience: String = Kind::Code(&AUDIENCES),
        /// The day it was issued.
        issued_on: Option<String> = Kind::Maybe(&Kind::Day),
        /// Its title.
        title: Value,
        /// Its text; empty for who may not read it.
        body: Value,
        /// Its files; none for who may not read it.
        files: Vec<OneFile>,
        /// It is sample data.
        sample: bool,
    }

    /// The newest file of a document in one language.
    struct OneFile {
        /// Its language.
        language: String = Kind::Code(&LANGUAGES),
        /// Counted from 1.
        version: i64,
        /// Its media type.
        media_type: String,
        /// In bytes.
        size: i64,
        /// Where it is.
        address: String,
    }
}

/// Those for participants are for who is known, as on the pages.
fn may_read(call: &Call, document: &crate::Document) -> bool {
    document.audience == "public" || call.visitor.person.is_some()
}

impl Document {
    fn of(call: &Call, event: &crate::Event, document: &crate::Document, files: &[DocumentFile]) -> Document {
        let open = may_read(call, document);
        let own = files
            .iter()
            .filter(|file| open && file.document_id == document.id);
        let folder = format!("/events/{}/documents/{}/files", event.slug, document.slug);
        Document {
            id: document.id,
            slug: document.slug.clone(),
            symbol: document.symbol.clone(),
            audience: document.audience.clone(),
            issued_on: document.issued_on.clone(),
            title: text(&document.texts, "title"),
            body: if open {
                text(&document.texts, "body")
            } else {
                serde_json::json!({})
            },
            files: own
                .map(|file| OneFile {
                    language: file.lang.clone(),
                    version: file.version,
                    media_type: file.kind.clone(),
                    size: file.size,
                    address: call.address(&format!("{folder}/{}", file.lang)),
                })
                .collect(),
            sample: document.sample,
        }
    }
}

fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let event = super::event(tx, call)?;
    let (all, files) = (read::documents(tx, event.id)?, read::files(tx, event.id)?);
    let lines = all
        .iter()
        .map(|one| Document::of(call, &event, one, &files))
        .collect();
    Reply::page_of(call, lines, |one: &Document| one.slug.clone())
}

fn found(tx: &mut Tx<'_>, call: &Call, event: &crate::Event) -> Result<crate::Document> {
    Ok(read::document(tx, event.id, call.part("document"))?.ok_or(Error::NotFound)?)
}

fn one(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let event = super::event(tx, call)?;
    let document = found(tx, call, &event)?;
    let files = read::files(tx, event.id)?;
    Ok(Reply::one(&Document::of(call, &event, &document, &files)))
}

fn file(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let event = super::event(tx, call)?;
    let document = found(tx, call, &event)?;
    if !may_read(call, &document) {
        return Err(Refused::Unauthorized);
    }
    let language = call.part("language");
    let all = read::files(tx, event.id)?;
    let file = all
        .into_iter()
        .find(|one| one.document_id == document.id && one.lang == language);
    let file = file.ok_or(Error::NotFound)?;
    let name = format!("{}-{}-{language}.pdf", event.slug, document.slug);
    Ok(Reply::file(File {
        hash: file.hash,
        kind: file.kind,
        name,
    }))
}
