//! Who is signed in: read anew at each request from the session's cookie, roles included.

use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base::{Fault, Id};
use db::Tx;
use i18n::Locale;
use uuid::Uuid;
use web::{App, Error, Form, Visitor};

use crate::model::Account;
use crate::pages::asker::Asker;
use crate::roles::{self, Grant, Role};
use crate::{session, stash};

/// The person who is signed in. A page that takes it sends everybody else to sign in first.
#[derive(Clone, Debug)]
pub struct Me {
    pub id: Id<Account>,
    pub name: String,
    pub email: String,
    pub locale: Locale,
    pub roles: Vec<Grant>,
}

impl Me {
    /// Whether she has a role everywhere.
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&Grant { role, event: None })
    }

    /// Whether she has a role at an event, or everywhere.
    pub fn has_at(&self, role: Role, event: Uuid) -> bool {
        self.has(role) || self.roles.contains(&Grant { role, event: Some(event) })
    }

    /// Whether the desk is open to her: administrators, officers and registrars, of anything.
    pub fn may_desk(&self) -> bool {
        self.roles.iter().any(|grant| grant.role.is_staff())
    }
}

/// Finds out who is signed in, for the whole request; notes that she was seen, at most once a minute.
pub async fn visitor_layer(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let asker = Asker::of(request.headers(), request.extensions());
    if let Some(hash) = asker.session() {
        match recognise(&app, hash).await {
            Ok(Some(me)) => {
                if let Some(visitor) = request.extensions_mut().get_mut::<Visitor>() {
                    visitor.person = Some(me.id.uuid());
                    visitor.name.clone_from(&me.name);
                    visitor.roles = me.roles.iter().map(|grant| grant.role.code()).collect();
                }
                request.extensions_mut().insert(Arc::new(me));
            }
            Ok(None) => {}
            Err(fault) => return Error::Fault(fault).into_response(),
        }
    }
    next.run(request).await
}

async fn recognise(app: &App, hash: [u8; 32]) -> Result<Option<Me>, Fault> {
    let found = app
        .db()
        .read(move |tx| {
            let Some(signed) = session::check(tx, &hash)? else { return Ok::<_, Fault>(None) };
            let due = tx.now().duration_since(signed.last_seen_at) >= session::SEEN_EVERY;
            Ok(Some((me_of(tx, &signed)?, due.then_some(signed))))
        })
        .await?;
    let Some((me, due)) = found else { return Ok(None) };
    if let Some(signed) = due {
        app.db().write(move |tx| session::seen(tx, &signed)).await?;
    }
    Ok(Some(me))
}

fn me_of(tx: &mut Tx<'_>, signed: &session::Signed) -> Result<Me, Fault> {
    Ok(Me {
        id: signed.account_id,
        name: signed.name.clone(),
        email: signed.email.clone(),
        locale: Locale::parse(&signed.locale).unwrap_or(Locale::En),
        roles: roles::of(tx, signed.account_id)?,
    })
}

/// Whether a visitor has a role, everywhere or at any event.
pub fn visitor_has(visitor: &Visitor, role: Role) -> bool {
    visitor.roles.iter().any(|&code| code == role.code())
}

impl FromRequestParts<App> for Me {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Me, Error> {
        match parts.extensions.get::<Arc<Me>>() {
            Some(me) => Ok(Me::clone(me)),
            None => Err(Error::SignInFirst { next: parts.uri.to_string() }),
        }
    }
}

/// A form sent by somebody signed in. When her session ended by time before she sent it, what she typed is kept for an
/// hour for the same account, and she signs in first.
pub struct Posted {
    pub me: Me,
    pub form: Form,
}

impl FromRequest<App> for Posted {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Posted, Error> {
        let (mut parts, body) = request.into_parts();
        let me = Me::from_request_parts(&mut parts, app).await;
        let (asker, path) = (Asker::of(&parts.headers, &parts.extensions), parts.uri.path().to_owned());
        let form = Form::from_request(Request::from_parts(parts, body), app).await?;
        let first = match me {
            Ok(me) => return Ok(Posted { me, form }),
            Err(first) => first,
        };
        if let Some(hash) = asker.session() {
            let fields = form.to_json();
            app.db()
                .write(move |tx| {
                    if let Some(account) = session::ended_lately(tx, &hash)? {
                        stash::keep(tx, account, &path, &fields)?;
                    }
                    Ok::<(), Fault>(())
                })
                .await?;
        }
        Err(first)
    }
}

/// What was kept of a form for a path, to be shown in it again.
pub async fn kept(app: &App, me: &Me, path: &str) -> Result<Option<Form>, Fault> {
    let (account, path) = (me.id, path.to_owned());
    let fields = app.db().read(move |tx| stash::look(tx, account, &path)).await?;
    Ok(fields.as_ref().map(Form::from_json))
}
