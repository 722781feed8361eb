//! A page of a mailed link with a word to be typed by hand: no program that presses every button does what it is for.

use askama::Template;
use web::{App, Form, Page, Response, Visitor};

use super::answers::of_link;
use crate::words::Words;

/// What such a page says.
pub struct TypedWord {
    pub title: fn(Words) -> &'static str,
    pub lede: fn(Words) -> &'static str,
    pub word: fn(Words) -> &'static str,
    pub label: fn(Words, &'static str) -> String,
    pub wrong: fn(Words, &'static str) -> String,
    pub button: fn(Words) -> &'static str,
}

#[derive(Template)]
#[template(path = "pages/typed_word.html")]
struct View<'a> {
    page: Page,
    says: &'a TypedWord,
    w: Words,
    path: String,
    error: Option<String>,
}

impl TypedWord {
    /// The page, whose form is sent to this address.
    pub fn page(&self, app: &App, visitor: &Visitor, path: String) -> Response {
        self.show(app, visitor, path, None)
    }

    /// The page once more; nothing when the word was typed.
    pub fn refusal(&self, app: &App, visitor: &Visitor, path: String, form: &Form) -> Option<Response> {
        if super::is_word(form.text("word"), self.word) {
            return None;
        }
        let w = Words(visitor.locale);
        let error = (self.wrong)(w, (self.word)(w));
        Some(super::not_taken(self.show(app, visitor, path, Some(error))))
    }

    fn show(&self, app: &App, visitor: &Visitor, path: String, error: Option<String>) -> Response {
        let w = Words(visitor.locale);
        let mut page = Page::new(app, visitor, (self.title)(w));
        page.error = error.is_some();
        of_link(web::html(View {
            page,
            says: self,
            w,
            path,
            error,
        }))
    }
}
