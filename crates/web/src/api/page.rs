//! The reference of the API as a page: every operation, what it takes and what it answers, from the same table.
use super::{Field, Kind, Noun, Operation, Shape};
use crate::layout::{Page, html};
use crate::words::Words;
use crate::{App, Response, Visitor};
use askama::Template;

#[derive(Template)]
#[template(path = "api/page.html")]
struct View {
    page: Page,
    w: Words,
    root: String,
    nouns: Vec<&'static Noun>,
    scopes: Vec<(&'static str, &'static str)>,
    shapes: Vec<&'static Shape>,
    codes: [(&'static str, u16); 16],
}

/// `GET /api`
pub async fn get(app: App, visitor: Visitor) -> Response {
    let w = Words(visitor.locale);
    let nouns: Vec<&Noun> = super::nouns(app.slices()).collect();
    let mut shapes = super::shapes(app.slices());
    shapes.sort_by_key(|shape| shape.name);
    let scopes = super::scopes(app.slices());
    html(View {
        page: Page::new(&app, &visitor, w.api_title()).description(w.api_description()),
        w,
        root: format!("{}{}", app.site().public_url, super::ROOT),
        nouns,
        scopes: scopes
            .into_iter()
            .map(|scope| (scope.code, (scope.label)(visitor.locale)))
            .collect(),
        shapes,
        codes: super::CODES,
    })
}

impl Operation {
    /// The scope, for the page.
    fn scope_code(&self) -> &'static str {
        self.scope().map_or("", |scope| scope.code)
    }

    /// The named object it answers with.
    fn answer_shape(&self) -> &'static str {
        let mut found = Vec::new();
        self.answer.shapes(&mut found);
        found.first().map_or("", |shape| shape.name)
    }

    fn is_page(&self) -> bool {
        matches!(self.answer, Kind::Page(_))
    }

    fn refusal_codes(&self) -> String {
        let all: Vec<String> = self.refusals().iter().map(u16::to_string).collect();
        all.join(", ")
    }
}

impl Field {
    /// Its kind in a few words.
    fn kind_words(&self) -> String {
        kind_words(&self.kind)
    }

    /// The named object it holds.
    fn shape(&self) -> &'static str {
        let mut found = Vec::new();
        self.kind.shapes(&mut found);
        found.first().map_or("", |shape| shape.name)
    }
}

fn kind_words(kind: &Kind) -> String {
    match kind {
        Kind::Text => "text".to_owned(),
        Kind::Short(most) => format!("text, at most {most} characters"),
        Kind::Code(codes) => codes.join(" | "),
        Kind::Id => "id, 26 letters".to_owned(),
        Kind::Slug => "part of an address".to_owned(),
        Kind::Iso3 => "three capital letters".to_owned(),
        Kind::Email => "e-mail address".to_owned(),
        Kind::Instant => "instant, RFC 3339".to_owned(),
        Kind::Local => "local time, 2022-09-13T09:00".to_owned(),
        Kind::Day => "day, 2022-09-13".to_owned(),
        Kind::Bool => "true | false".to_owned(),
        Kind::Whole(i64::MIN, i64::MAX) => "whole number".to_owned(),
        Kind::Whole(least, most) => format!("whole number, {least} to {most}"),
        Kind::Texts => "text by language".to_owned(),
        Kind::List(of) => format!("list of {}", kind_words(of)),
        Kind::Object(shape) => shape.name.to_owned(),
        Kind::Maybe(of) => format!("{} or null", kind_words(of)),
        Kind::Page(of) => format!("page of {}", kind_words(of)),
        Kind::File => "file".to_owned(),
        Kind::Nothing => String::new(),
    }
}
