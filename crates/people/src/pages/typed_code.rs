//! A page in the browser that waits for the letter, with something to be typed in its place: figures of an authenticator, or
//! a recovery code.

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use web::{App, Form, Page, Response, Visitor};

use super::answers::private;
use super::asker::Asker;
use super::check_email::flow_id;
use super::second::{Outcome, answer, waiting};
use crate::complete::Asking;
use crate::model::Flow;
use crate::second::Ways;
use crate::words::Words;

/// What such a page says, and how it reads what is typed.
pub struct TypedCode {
    pub path: &'static str,
    pub has: fn(Ways) -> bool,
    /// Six figures; otherwise letters and figures.
    pub is_figures: bool,
    pub tidy: fn(&str) -> String,
    pub title: fn(Words) -> &'static str,
    pub lede: fn(Words) -> &'static str,
    pub label: fn(Words) -> &'static str,
    pub hint: fn(Words) -> &'static str,
    pub missing: fn(Words) -> &'static str,
    pub wrong: fn(Words) -> &'static str,
}

#[derive(Template)]
#[template(path = "pages/typed_code.html")]
struct View<'a> {
    page: Page,
    says: &'a TypedCode,
    w: Words,
    flow: String,
    error: Option<String>,
}

#[derive(Deserialize)]
pub struct Asked {
    flow: Option<String>,
}

/// A try: the sign-in, what was typed, and who asks.
pub struct Try {
    pub flow: Flow,
    pub typed: String,
    pub asking: Asking,
}

impl TypedCode {
    pub async fn get(
        &self,
        app: App,
        visitor: Visitor,
        asker: Asker,
        Query(query): Query<Asked>,
    ) -> web::Result {
        let id = query.flow.and_then(|text| text.parse().ok());
        match waiting(&app, &visitor, &asker, id, self.has).await? {
            Ok((flow, _)) => Ok(self.show(&app, &visitor, &flow, None)),
            Err(answer) => Ok(answer),
        }
    }

    /// Takes what was typed; `check` compares.
    pub async fn post<Checked>(
        &self,
        app: App,
        visitor: Visitor,
        asker: Asker,
        form: Form,
        check: impl FnOnce(App, Try) -> Checked,
    ) -> web::Result
    where
        Checked: Future<Output = Result<Outcome, web::Error>>,
    {
        let w = Words(visitor.locale);
        let (flow, browser) = match waiting(&app, &visitor, &asker, flow_id(&form), self.has).await? {
            Ok(waits) => waits,
            Err(answer) => return Ok(answer),
        };
        let typed = (self.tidy)(form.text("code"));
        if typed.is_empty() {
            let page = self.show(&app, &visitor, &flow, Some((self.missing)(w).to_owned()));
            return Ok(super::not_taken(page));
        }
        let tried = Try {
            flow: flow.clone(),
            typed,
            asking: asker.asking_as(browser),
        };
        let outcome = check(app.clone(), tried).await?;
        let again = |error| self.show(&app, &visitor, &flow, Some(error));
        Ok(answer(&visitor, outcome, (self.wrong)(w), again))
    }

    fn show(&self, app: &App, visitor: &Visitor, flow: &Flow, error: Option<String>) -> Response {
        let w = Words(visitor.locale);
        let mut page = Page::new(app, visitor, (self.title)(w));
        page.error = error.is_some();
        private(web::html(View {
            page,
            says: self,
            w,
            flow: flow.id.to_string(),
            error,
        }))
    }
}
