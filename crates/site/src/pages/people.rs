//! The desk's page of roles: who has which, one given by the person's address, one taken by a button.
use crate::roles::{self, By, Holder, Refused};
use crate::words::Words;
use ::people::model::Whence;
use ::people::{Me, Role, Sure};
use askama::Template;
use axum::http::StatusCode;
use base::Email;
use web::{App, Error, Page, Visitor};

#[derive(Template)]
#[template(path = "pages/people.html")]
struct View {
    page: Page,
    w: Words,
    holders: Vec<(Holder, &'static str)>,
    choices: Vec<(&'static str, &'static str)>,
    email: String,
    error: Option<&'static str>,
}

pub fn only_administrators(me: &Me) -> Result<(), Error> {
    if me.has(Role::Administrator) {
        Ok(())
    } else {
        Err(Error::Forbidden)
    }
}

pub async fn get(app: App, visitor: Visitor, me: Me) -> web::Result {
    only_administrators(&me)?;
    show(&app, &visitor, String::new(), None).await
}

async fn show(app: &App, visitor: &Visitor, email: String, error: Option<&'static str>) -> web::Result {
    let w = Words(visitor.locale);
    let holders = app.db().read(roles::holders).await?;
    let named = |code: &str| Role::parse(code).map_or("", |role| label(w, role));
    let view = View {
        page: Page::desk(app, visitor, w.people()).error(error.is_some()),
        w,
        holders: holders
            .into_iter()
            .map(|holder| (holder.clone(), named(&holder.role)))
            .collect(),
        choices: Role::ALL
            .iter()
            .map(|&role| (role.code(), label(w, role)))
            .collect(),
        email,
        error,
    };
    let mut response = web::html(view);
    if error.is_some() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

pub fn label(w: Words, role: Role) -> &'static str {
    match role {
        Role::Administrator => w.role_administrator(),
        Role::Officer => w.role_officer(),
        Role::Registrar => w.role_registrar(),
        Role::FocalPoint => w.role_focal_point(),
        Role::Contributor => w.role_contributor(),
        Role::Provider => w.role_provider(),
        Role::Chair => w.role_chair(),
        Role::Delegate => w.role_delegate(),
    }
}

pub async fn grant(app: App, visitor: Visitor, whence: Whence, sure: Sure) -> web::Result {
    only_administrators(&sure.me)?;
    let w = Words(visitor.locale);
    let typed = sure.form.text("email").trim().to_owned();
    let Some(role) = Role::parse(sure.form.text("role")) else {
        return Err(Error::BadRequest);
    };
    let Ok(email) = Email::parse(&typed) else {
        return show(&app, &visitor, typed, Some(w.email_wrong())).await;
    };
    let by = By {
        account: sure.me.id,
        whence,
    };
    match app
        .db()
        .write(move |tx| roles::grant(tx, &by, &email, role))
        .await
    {
        Ok(()) => Ok(web::redirect("/desk/people")),
        Err(Refused::NoAccount) => show(&app, &visitor, typed, Some(w.no_account())).await,
        Err(Refused::LastAdministrator) => show(&app, &visitor, typed, Some(w.last_administrator())).await,
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}

pub async fn revoke(app: App, visitor: Visitor, whence: Whence, sure: Sure) -> web::Result {
    only_administrators(&sure.me)?;
    let w = Words(visitor.locale);
    let role = Role::parse(sure.form.text("role"));
    let (Some(role), Ok(account)) = (role, sure.form.text("account").parse()) else {
        return Err(Error::BadRequest);
    };
    let by = By {
        account: sure.me.id,
        whence,
    };
    match app
        .db()
        .write(move |tx| roles::revoke(tx, &by, account, role))
        .await
    {
        Ok(()) => Ok(web::redirect("/desk/people")),
        Err(Refused::LastAdministrator) => {
            show(&app, &visitor, String::new(), Some(w.last_administrator())).await
        }
        Err(Refused::NoAccount) => show(&app, &visitor, String::new(), Some(w.no_account())).await,
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}
