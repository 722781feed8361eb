//! Asking for a link to a new password: the same answer for every address.

use askama::Template;
use web::{App, Form, Page, Visitor};

use super::answers::private;
use super::asker::Asker;
use super::late::{self, Late};
use super::problems::Problems;
use crate::reset;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/reset.html")]
struct View {
    page: Page,
    w: Words,
    problems: Problems,
    late: Option<Late>,
    email: String,
    /// The address a letter was asked for.
    sent: Option<String>,
}

pub async fn get(app: App, visitor: Visitor) -> web::Result {
    show(&app, &visitor, Problems::default(), String::new(), None).await
}

async fn show(
    app: &App,
    visitor: &Visitor,
    problems: Problems,
    email: String,
    sent: Option<String>,
) -> web::Result {
    let w = Words(visitor.locale);
    let mut page = Page::new(app, visitor, w.reset_title()).description(w.reset_lede());
    page.error = !problems.is_empty();
    Ok(private(web::html(View {
        page,
        w,
        problems,
        late: late::of_site(app, visitor).await?,
        email,
        sent,
    })))
}

pub async fn post(app: App, visitor: Visitor, asker: Asker, form: Form) -> web::Result {
    let typed = form.text("email").trim().to_owned();
    let mut problems = Problems::default();
    let Some(email) = super::email(&mut problems, Words(visitor.locale), &typed) else {
        let page = show(&app, &visitor, problems, typed, None).await?;
        return Ok(super::not_taken(page));
    };
    let (whence, locale) = (asker.whence(&visitor), visitor.locale);
    app.db()
        .write(move |tx| reset::ask(tx, &email, locale, &whence))
        .await?;
    mail::wake();
    show(&app, &visitor, problems, String::new(), Some(typed)).await
}
