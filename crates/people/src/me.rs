//! Who is signed in: read anew at each request from the session's cookie, roles included.

use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use base::{Fault, FaultKind, Id};
use db::Tx;
use i18n::Locale;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;
use web::{App, Error, Form, Offer, Upload, Visitor};

use crate::model::Account;
use crate::pages::asker::Asker;
use crate::party::Party;
use crate::roles::{self, Grant, Role};
use crate::session::Signed;
use crate::sure_form::without_secrets;
use crate::{api, session, stash, token};

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
    /// Somebody whose account was read, with the roles of this moment.
    pub(crate) fn read(
        tx: &mut Tx<'_>,
        id: Id<Account>,
        name: &str,
        email: &str,
        locale: &str,
    ) -> Result<Me, Fault> {
        Ok(Me {
            id,
            name: name.to_owned(),
            email: email.to_owned(),
            locale: Locale::parse(locale).unwrap_or(Locale::En),
            roles: roles::of(tx, id)?,
        })
    }

    /// Whether she has a role everywhere.
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&Grant { role, event: None })
    }

    /// Whether she has a role at an event, or everywhere.
    pub fn has_at(&self, role: Role, event: Uuid) -> bool {
        self.has(role)
            || self.roles.contains(&Grant {
                role,
                event: Some(event),
            })
    }

    /// Whether the desk is open to her: administrators, officers and registrars, of anything.
    pub fn may_desk(&self) -> bool {
        self.roles.iter().any(|grant| grant.role.is_staff())
    }
}

/// The database could not say who it is, and why: a page for somebody signed in must not send her to sign in again.
#[derive(Clone)]
struct NotNow(String);

/// Finds out who is signed in, for the whole request; notes that she was seen, at most once a minute. For a program it is
/// the token that says who, and nothing else.
pub async fn visitor_layer(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let asker = Asker::of(request.headers(), request.extensions());
    if web::api::is_api(request.uri().path()) {
        request.extensions_mut().insert(token::From {
            ip: asker.ip,
            ua: asker.ua,
        });
        api::recognise(&app, &mut request).await;
        return next.run(request).await;
    }
    if let Some(hash) = asker.session() {
        let may_passkey = Party::asked(&app, request.headers()).is_some();
        match recognise(&app, hash, &asker.ip).await {
            Ok(Some((me, signed))) => {
                if let Some(visitor) = request.extensions_mut().get_mut::<Visitor>() {
                    tell(visitor, &me);
                    visitor.ends = Some(signed.left(app.now()));
                    visitor.offer =
                        (may_passkey && signed.is_offered(&visitor.path)).then_some(Offer::Passkey);
                }
                request.extensions_mut().insert(Arc::new(me));
                request.extensions_mut().insert(Arc::new(signed));
            }
            Ok(None) => {}
            Err(fault) => {
                tracing::error!(%fault, "nobody can be recognised");
                request.extensions_mut().insert(NotNow(fault.to_string()));
            }
        }
    }
    next.run(request).await
}

pub(crate) fn tell(visitor: &mut Visitor, me: &Me) {
    visitor.person = Some(me.id.uuid());
    visitor.name.clone_from(&me.name);
    visitor.desk = me.may_desk();
    if !visitor.chosen {
        visitor.locale = me.locale;
    }
}

async fn recognise(app: &App, hash: [u8; 32], ip: &str) -> Result<Option<(Me, Signed)>, Fault> {
    let mut found = app
        .db()
        .read(move |tx| {
            let Some(signed) = session::check(tx, &hash)? else {
                return Ok::<_, Fault>(None);
            };
            Ok(Some((me_of(tx, &signed)?, signed)))
        })
        .await?;
    if let Some((_, signed)) = &mut found
        && app.now().duration_since(signed.last_seen_at) >= session::SEEN_EVERY
    {
        let (seen, ip) = (signed.clone(), ip.to_owned());
        // A database that cannot be written, such as one on a full disk, is read all the same.
        let noted = app.db().write(move |tx| session::seen(tx, &seen, &ip)).await;
        match noted {
            Ok(until) => signed.idle_until = until,
            Err(fault) => tracing::warn!(%fault, "not noted that somebody was seen"),
        }
    }
    Ok(found)
}

fn me_of(tx: &mut Tx<'_>, signed: &Signed) -> Result<Me, Fault> {
    Me::read(tx, signed.account_id, &signed.name, &signed.email, &signed.locale)
}

impl FromRequestParts<App> for Me {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Me, Error> {
        if let Some(me) = parts.extensions.get::<Arc<Me>>() {
            return Ok(Me::clone(me));
        }
        Err(match parts.extensions.get::<NotNow>() {
            Some(NotNow(why)) => Fault::of(FaultKind::Unavailable, why).into(),
            None => Error::SignInFirst { next: next_of(parts) },
        })
    }
}

impl FromRequestParts<App> for Signed {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Signed, Error> {
        Me::from_request_parts(parts, app).await?;
        let found = parts.extensions.get::<Arc<Signed>>();
        Ok(Signed::clone(found.ok_or(Error::Forbidden)?))
    }
}

/// Where to come back to: a page that is read as it was asked for, one that is sent by its path.
fn next_of(parts: &Parts) -> String {
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    if parts.method.is_safe() {
        path.to_owned()
    } else {
        parts.uri.path().to_owned()
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
        let (asker, path) = (
            Asker::of(&parts.headers, &parts.extensions),
            parts.uri.path().to_owned(),
        );
        let form = Form::from_request(Request::from_parts(parts, body), app).await?;
        let first = match me {
            Ok(me) => return Ok(Posted { me, form }),
            Err(first) => first,
        };
        if let (Some(hash), Error::SignInFirst { .. }) = (asker.session(), &first) {
            wait(app, hash, path, form).await?;
        }
        Err(first)
    }
}

/// Lets what was typed wait, if the session ended by time.
async fn wait(app: &App, hash: [u8; 32], path: String, mut form: Form) -> Result<(), Fault> {
    let Some(account) = app.db().read(move |tx| session::ended_lately(tx, &hash)).await? else {
        return Ok(());
    };
    let mut files = Vec::new();
    for upload in form.take_uploads() {
        if let Some(content) = upload.content {
            files.push(json!([upload.field, upload.name, content.keep().await?.hash]));
        }
    }
    let fields = json!({ "fields": without_secrets(&form), "files": files });
    app.db()
        .write(move |tx| stash::keep(tx, account, &path, &fields))
        .await
}

/// What waits for a path, to be shown in its form again.
pub async fn kept(app: &App, me: &Me, path: &str) -> Result<Option<Form>, Fault> {
    let (account, path) = (me.id, path.to_owned());
    let Some(waiting) = app.db().read(move |tx| stash::look(tx, account, &path)).await? else {
        return Ok(None);
    };
    let wrong = |error| Fault::new("reading what a person had typed").because(error);
    let Waiting { fields, files } = serde_json::from_value(waiting).map_err(wrong)?;
    let mut uploads = Vec::new();
    for (field, name, hash) in files {
        if let Some(content) = app.files().find(&hash).await? {
            let content = Some(content);
            uploads.push(Upload { field, name, content });
        }
    }
    Ok(Some(Form::from_fields(fields, uploads)))
}

#[derive(Deserialize)]
struct Waiting {
    fields: Vec<(String, String)>,
    files: Vec<(String, String, String)>,
}

/// Forgets it: the form was taken.
pub async fn forget_kept(app: &App, me: &Me, path: &str) -> Result<(), Fault> {
    let (account, path) = (me.id, path.to_owned());
    app.db().write(move |tx| stash::drop(tx, account, &path)).await
}
