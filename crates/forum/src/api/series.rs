//! Series of editions as programs see them.

use base::Id;
use db::Tx;
use serde_json::Value;
use web::Error;
use web::api::{Access, Call, Field, Kind, LANGUAGES, Noun, Operation, PAGED, Reply, Result, Shaped};
use web::shape;

use super::text;
use crate::read;

pub const NOUN: Noun = Noun {
    name: "series",
    about: "A series of editions: the Forum itself.",
    operations: &[
        Operation::get("/series", "list_series", Access::Public, list)
            .says("All series in their order.")
            .asks(&PAGED)
            .answers(200, Series::PAGE),
        Operation::get("/series/{series}", "read_series", Access::Public, one)
            .says("One series with its editions, the newest first.")
            .of(&[
                Field::new("series", Kind::Slug, "The last part of the address of its page.")
                    .like("dg-forum"),
            ])
            .answers(200, Series::KIND),
    ],
};

shape! {
    /// A series with its editions.
    struct Series {
        /// Never changes.
        id: Id<crate::Series>,
        /// The last part of the address of its page.
        slug: String,
        /// The language in which every text is there.
        original_language: String = Kind::Code(&LANGUAGES),
        /// Its title.
        title: Value,
        /// What it is, in a sentence or two.
        lede: Value,
        /// What it is, in full.
        about: Value,
        /// Its editions that anybody may read of, by their slugs.
        editions: Vec<String>,
    }
}

impl Series {
    fn of(tx: &mut Tx<'_>, series: crate::Series) -> Result<Series> {
        let editions = read::editions(tx, series.id)?;
        Ok(Series {
            id: series.id,
            slug: series.slug,
            title: text(&series.texts, "title"),
            lede: text(&series.texts, "lede"),
            about: text(&series.texts, "about"),
            original_language: series.original_lang,
            editions: editions.into_iter().map(|edition| edition.slug).collect(),
        })
    }
}

fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let all = read::all_series(tx)?;
    let lines = all
        .into_iter()
        .map(|series| Series::of(tx, series))
        .collect::<Result<Vec<_>>>()?;
    Reply::page_of(call, lines, |one: &Series| one.slug.clone())
}

fn one(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let series = read::series_by_slug(tx, call.part("series"))?.ok_or(Error::NotFound)?;
    Ok(Reply::one(&Series::of(tx, series)?))
}
