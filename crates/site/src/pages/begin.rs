//! The first run: one page on which the first administrator makes her account.
use crate::first_run::{self, Refused};
use crate::words::Words;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use base::Email;
use people::NewAccount;
use web::{App, Error, Form, Page, Visitor};

#[derive(Template)]
#[template(path = "pages/begin.html")]
struct View {
    page: Page,
    w: Words,
    token: String,
    name: String,
    email: String,
    errors: Vec<(&'static str, String)>,
}

impl View {
    fn error(&self, field: &str) -> Option<&str> {
        self.errors
            .iter()
            .find(|(name, _)| *name == field)
            .map(|(_, text)| text.as_str())
    }
}

pub async fn get(app: App, visitor: Visitor, Path(token): Path<String>) -> web::Result {
    open(&app, &token).await?;
    Ok(show(
        &app,
        &visitor,
        token,
        (String::new(), String::new()),
        Vec::new(),
    ))
}

async fn open(app: &App, token: &str) -> Result<(), Error> {
    let asked = token.to_owned();
    if app.db().read(move |tx| first_run::is_open(tx, &asked)).await? {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

fn show(
    app: &App,
    visitor: &Visitor,
    token: String,
    (name, email): (String, String),
    errors: Vec<(&'static str, String)>,
) -> web::Response {
    let w = Words(visitor.locale);
    let refused = !errors.is_empty();
    let page = Page::new(app, visitor, w.begin()).error(refused);
    let mut response = web::html(View {
        page,
        w,
        token,
        name,
        email,
        errors,
    });
    if refused {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

pub async fn post(app: App, visitor: Visitor, Path(token): Path<String>, form: Form) -> web::Result {
    open(&app, &token).await?;
    let w = Words(visitor.locale);
    let (name, email) = (
        form.text("name").trim().to_owned(),
        form.text("email").trim().to_owned(),
    );
    let mut errors = Vec::new();
    if name.is_empty() || name.chars().count() > 200 || form.trouble("name").is_some() {
        errors.push(("name", w.name_wrong().to_owned()));
    }
    let address = Email::parse(&email)
        .ok()
        .filter(|_| form.trouble("email").is_none());
    if address.is_none() {
        errors.push(("email", w.email_wrong().to_owned()));
    }
    let password = form.text("password").to_owned();
    let site = app.clone();
    let own = app
        .db()
        .read(move |tx| people::rules::Own::of_site(&site, tx))
        .await?;
    let own = own.and(&name, address.as_ref());
    if let Err(unfit) = people::rules::judge(&people::password::Typed::new(&password), &own) {
        errors.push(("password", people::unfit(unfit, visitor.locale).to_owned()));
    }
    let (Some(address), true) = (address, errors.is_empty()) else {
        return Ok(show(&app, &visitor, token, (name, email), errors));
    };
    let hashed = people::hash_password(app.keys(), app.random(), &password).await;
    let phc = Some(hashed.map_err(|_| Error::Unavailable { seconds: 2 })?);
    let new = NewAccount {
        email: address,
        name: name.clone(),
        locale: visitor.locale,
        phc,
    };
    let used = token.clone();
    match app.db().write(move |tx| first_run::take(tx, &used, &new)).await {
        Ok(_) => Ok(web::redirect("/sign-in?next=/desk/people")),
        Err(Refused::Over) => Err(Error::NotFound),
        Err(Refused::Known) => Ok(show(
            &app,
            &visitor,
            token,
            (name, email),
            vec![("email", w.email_known().to_owned())],
        )),
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}
