//! To an organization and back: signing in with an account there, linking it, and showing once more who one is.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, header};
use oidc::{Person, Provider, Trouble};
use serde::Deserialize;
use web::{App, Error, Response, Visitor};

use super::answers::{see, signed_in};
use super::asker::{Asker, SESSION_COOKIE, set};
use super::with_said::{self, Why};
use crate::model::BrowserHash;
use crate::organizations::enter::{self, Entered};
use crate::organizations::request::{self, Beginning, Purpose, Request};
use crate::organizations::{identity, offer};
use crate::session::Signed;
use crate::sure::{self, Proof};
use crate::throttle::{self, Namer, Refused};
use crate::{secrets, sure_form};

/// Where a browser is offered what an organization said about somebody nobody knows here.
pub const OFFERED: &str = "/sign-in/organization";
pub const LINK: &str = "/account/organizations/link";

#[derive(Deserialize)]
pub struct Asked {
    next: Option<String>,
    link: Option<String>,
    again: Option<String>,
}

/// Sends the browser to the organization. Nothing is changed by it but a row that is over in ten minutes.
pub async fn get(
    app: App,
    visitor: Visitor,
    asker: Asker,
    signed: Result<Signed, Error>,
    headers: HeaderMap,
    Path(id): Path<String>,
    Query(query): Query<Asked>,
) -> web::Result {
    let provider = app.providers().find(&id).ok_or(Error::NotFound)?;
    let (next, signed) = (super::next_of(query.next.as_deref()), if_signed(signed)?);
    let purpose = match (&query.link, &query.again) {
        (Some(_), _) => Purpose::Link,
        (_, Some(_)) => Purpose::Again,
        _ => Purpose::SignIn,
    };
    match (&signed, purpose) {
        (Some(_), Purpose::SignIn) => return Ok(see(if next == "/" { "/account" } else { &next })),
        (None, Purpose::Link | Purpose::Again) => {
            let next = "/account/organizations".to_owned();
            return Err(Error::SignInFirst { next });
        }
        (Some(signed), Purpose::Link) if !signed.is_sure(app.now()) => {
            return Ok(sure_form::ask_first(&format!("/sign-in/with/{id}?link")));
        }
        _ => {}
    }
    // Nobody is led away by a page of somebody else, or before she has pressed anything.
    let elsewhere = headers
        .get("sec-fetch-site")
        .is_some_and(|from| from.as_bytes() == b"cross-site");
    if elsewhere || asker.ahead {
        return Ok(match signed {
            Some(_) => see("/account/organizations"),
            None => see(&super::with_next("/sign-in", &next)),
        });
    }
    let state = request::state(app.random());
    let asked = request::asked(app.keys(), &state, came_back(&app, &id), purpose);
    let address = match provider.address(&asked, app.now()).await {
        Ok(address) => address,
        Err(trouble) => {
            note(provider, &trouble);
            return Ok(away(&visitor, provider, &next));
        }
    };
    let (browser, cookie) = asker.browser_or_new(app.random());
    let new = Beginning {
        provider: id,
        purpose,
        state_hash: secrets::hash(&state),
        browser,
        account: signed.map(|signed| signed.account_id),
        next,
    };
    let namer = Namer::of(app.keys());
    let begun = app.db().write(move |tx| {
        if let Some(address) = asker.address {
            let place = namer
                .counted(&throttle::AWAY, address.to_string().as_bytes())
                .take(tx)?;
            throttle::failed(tx, &place, 0)?;
        }
        Ok::<_, Refused>(request::begin(tx, &new)?)
    });
    match begun.await {
        Ok(()) => {}
        Err(Refused::Later { seconds }) => return Err(Error::TooOften { seconds }),
        Err(Refused::Crowded) => return Err(Error::TooOften { seconds: 2 }),
        Err(Refused::Fault(fault)) => return Err(fault.into()),
    }
    let mut response = see(&address);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// Who is signed in, if anybody is.
fn if_signed(signed: Result<Signed, Error>) -> Result<Option<Signed>, Error> {
    match signed {
        Ok(signed) => Ok(Some(signed)),
        Err(Error::Fault(fault)) => Err(fault.into()),
        Err(_) => Ok(None),
    }
}

/// Where an organization sends the browser back to; to be told to it once, to the letter.
fn came_back(app: &App, id: &str) -> String {
    format!("{}/sign-in/with/{id}/back", app.site().public_url)
}

/// Says it in the log; the visitor reads our own words.
fn note(provider: &Provider, trouble: &Trouble) {
    let id = &provider.setting().id;
    tracing::warn!(organization = id, %trouble, "an organization's account does not sign in");
    metrics::counter!("sala_sign_in_organization_failed_total", "why" => trouble.code()).increment(1);
}

/// It can not be asked now: the page stays from which it was to be, and says so.
fn away(visitor: &Visitor, provider: &Provider, next: &str) -> Response {
    let id = &provider.setting().id;
    if visitor.person.is_some() {
        return see(&format!("/account/organizations?away={id}"));
    }
    see(&format!("/sign-in?away={id}&next={}", web::encode(next)))
}

fn failed(app: &App, visitor: &Visitor, provider: &Provider, trouble: &Trouble, next: &str) -> Response {
    note(provider, trouble);
    match trouble {
        Trouble::Down(_) => away(visitor, provider, next),
        Trouble::Refused(_) => with_said::not_signed_in(app, visitor, provider, Why::Refused),
        Trouble::Wrong(_) => with_said::not_signed_in(app, visitor, provider, Why::Altered),
    }
}

#[derive(Deserialize)]
pub struct Back {
    state: Option<String>,
    code: Option<String>,
    iss: Option<String>,
    error: Option<String>,
}

/// The browser is back. What it brings belongs to a question of this browser, and is used once.
pub async fn back(
    app: App,
    visitor: Visitor,
    asker: Asker,
    signed: Result<Signed, Error>,
    Path(id): Path<String>,
    query: Result<Query<Back>, QueryRejection>,
) -> web::Result {
    let provider = app.providers().find(&id).ok_or(Error::NotFound)?;
    let signed = if_signed(signed)?;
    let altered = || Ok(with_said::not_signed_in(&app, &visitor, provider, Why::Altered));
    let (Ok(Query(query)), Some(browser)) = (query, asker.browser()) else {
        return altered();
    };
    let state = query.state.unwrap_or_default();
    let hash = secrets::hash(&state);
    let Some(request) = app
        .db()
        .write(move |tx| request::take(tx, &id, &hash, &browser))
        .await?
    else {
        return altered();
    };
    let (purpose, next) = (request.purpose(), request.next_path.clone());
    match provider.is_from(query.iss.as_deref(), app.now()).await {
        Ok(true) => {}
        Ok(false) => return altered(),
        Err(trouble) => return Ok(failed(&app, &visitor, provider, &trouble, &next)),
    }
    if query.error.is_some() {
        return Ok(with_said::not_signed_in(&app, &visitor, provider, Why::Refused));
    }
    // Whoever is signed in is not exchanged for somebody else, and nobody finishes what another began.
    if signed.as_ref().map(|signed| signed.account_id) != request.account_id {
        return if signed.is_some() && purpose == Purpose::SignIn {
            Ok(see(&next))
        } else {
            altered()
        };
    }
    let redirect = came_back(&app, &provider.setting().id);
    let asked = request::asked(app.keys(), &state, redirect, purpose);
    let since = (purpose == Purpose::Again).then_some(request.created_at);
    let code = query.code.unwrap_or_default();
    let person = match provider.person(&code, &asked, since, app.now()).await {
        Ok(person) => person,
        Err(trouble) => return Ok(failed(&app, &visitor, provider, &trouble, &next)),
    };
    match (purpose, signed) {
        (Purpose::Link, Some(signed)) => link(&app, &visitor, provider, &signed, (person, browser)).await,
        (Purpose::Again, Some(signed)) => {
            again(&app, &visitor, &asker, provider, (signed, person, request)).await
        }
        _ => sign_in(&app, &visitor, &asker, provider, (person, browser, next)).await,
    }
}

async fn sign_in(
    app: &App,
    visitor: &Visitor,
    asker: &Asker,
    provider: &Provider,
    (person, browser, next): (Person, BrowserHash, String),
) -> web::Result {
    let from = super::from(visitor, asker, browser, next);
    let asking = asker.asking_as(browser);
    let entered = app
        .db()
        .write(move |tx| enter::enter(tx, &person, &from, &asking))
        .await?;
    Ok(match entered {
        Entered::SignedIn(done) => signed_in(&done),
        Entered::Second => {
            mail::wake();
            see("/sign-in/check-email")
        }
        Entered::Nobody => see(OFFERED),
        Entered::Shut => with_said::not_signed_in(app, visitor, provider, Why::Shut),
    })
}

/// What came back is offered to the person who is signed in here; her word is still asked.
async fn link(
    app: &App,
    visitor: &Visitor,
    provider: &Provider,
    signed: &Signed,
    (person, browser): (Person, BrowserHash),
) -> web::Result {
    let known = app
        .db()
        .write(move |tx| {
            let known = identity::find(tx, &person.issuer, &person.subject)?;
            if known.is_none() {
                offer::make(tx, &browser, &person, "/")?;
            }
            Ok::<_, base::Fault>(known)
        })
        .await?;
    Ok(match known {
        None => see(LINK),
        Some(known) if known.account_id == signed.account_id => see("/account/organizations?done=linked"),
        Some(_) => with_said::not_signed_in(app, visitor, provider, Why::Taken),
    })
}

/// It shows who she is if it is linked to her account. Where enough was asked that is all; otherwise a code follows by letter.
async fn again(
    app: &App,
    visitor: &Visitor,
    asker: &Asker,
    provider: &Provider,
    (signed, person, request): (Signed, Person, Request),
) -> web::Result {
    let (whence, locale, next) = (asker.whence(visitor), visitor.locale, request.next_path);
    let proved = app
        .db()
        .write(move |tx| {
            if !enter::is_same(tx, &person, signed.account_id)? {
                return Ok::<_, base::Fault>(None);
            }
            if person.strong {
                return Ok(Some(Some(sure::prove(
                    tx,
                    &signed,
                    Proof::Organization,
                    &whence,
                )?)));
            }
            sure::ask(tx, &signed, locale, &whence)?;
            Ok(Some(None))
        })
        .await?;
    Ok(match proved {
        None => with_said::not_signed_in(app, visitor, provider, Why::Another),
        Some(None) => {
            mail::wake();
            see(&format!("/account/again?letter&next={}", web::encode(&next)))
        }
        Some(Some((cookie, lasts))) => {
            let mut response = see(&super::again::on(&next));
            let cookie = set(SESSION_COOKIE, &cookie, lasts);
            response.headers_mut().append(header::SET_COOKIE, cookie);
            response
        }
    })
}
