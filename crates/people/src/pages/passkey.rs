//! Signing in with a passkey: in place of e-mail, password and letter on the first page, or of the letter alone once the
//! password was right.

use askama::Template;
use axum::Json;
use axum::extract::Query;
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;
use base::Fault;
use serde::Deserialize;
use serde_json::{Value, json};
use web::{App, Form, Page, Response, Visitor};

use super::answers::{private, see, signed_in};
use super::asker::{self, Asker};
use super::check_email::flow_id;
use super::second::waiting;
use super::{passkey_form, second, sign_in};
use crate::challenge::{self, Occasion};
use crate::complete::{self, Asking};
use crate::model::{Flow, SignedIn, Whence};
use crate::party::{Party, Relying};
use crate::passkey::{self, Shown};
use crate::second::{PASSKEY, Ways};
use crate::secrets;
use crate::throttle::{self, Namer, PASSKEY_ADDRESS, Place, Refused};
use crate::webauthn::{Sent, Wrong, encode};
use crate::words::Words;

/// Ties what a passkey is asked to the browser that asked; as short-lived as that.
const COOKIE: &str = "__Host-p";

#[derive(Template)]
#[template(path = "pages/passkey.html")]
struct View {
    page: Page,
    w: Words,
    flow: String,
    error: Option<String>,
}

#[derive(Deserialize)]
pub struct Asked {
    flow: Option<String>,
}

fn has(ways: Ways) -> bool {
    ways.passkey
}

/// In place of the letter.
pub async fn get(app: App, visitor: Visitor, asker: Asker, Query(query): Query<Asked>) -> web::Result {
    let Some(flow) = query.flow else {
        return Ok(see("/sign-in"));
    };
    match waiting(&app, &visitor, &asker, flow.parse().ok(), has).await? {
        Ok((flow, _)) => Ok(show(&app, &visitor, &flow, None)),
        Err(answer) => Ok(answer),
    }
}

fn show(app: &App, visitor: &Visitor, flow: &Flow, error: Option<String>) -> Response {
    let w = Words(visitor.locale);
    let mut page = Page::new(app, visitor, w.passkey_title()).with_passkeys();
    page.error = error.is_some();
    private(web::html(View {
        page,
        w,
        flow: flow.id.to_string(),
        error,
    }))
}

/// What the browser hands to the device.
pub async fn options(
    app: App,
    visitor: Visitor,
    asker: Asker,
    Relying(party): Relying,
    headers: HeaderMap,
    Query(query): Query<Asked>,
) -> web::Result {
    let Some(party) = party else {
        return Err(web::Error::NotFound);
    };
    if let Some(flow) = query.flow {
        let waits = waiting(&app, &visitor, &asker, flow.parse().ok(), has).await?;
        let (flow, _) = waits.map_err(|_| web::Error::NotFound)?;
        let account = flow.account_id;
        let all = app.db().read(move |tx| passkey::of(tx, account)).await?;
        let ids = all.iter().map(|one| &one.credential_id[..]);
        return Ok(asked(&app, &party, Occasion::Second(flow.id), ids));
    }
    let value = asker::cookie(&headers, COOKIE).unwrap_or_else(|| secrets::cookie(app.random()));
    let mut response = asked(
        &app,
        &party,
        Occasion::SignIn(secrets::hash(&value)),
        [].into_iter(),
    );
    let cookie = asker::set(COOKIE, &value, challenge::GOOD_FOR);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// Asks for one of these passkeys; when none is named, for any that the device has of this site.
pub fn asked<'a>(
    app: &App,
    party: &Party,
    occasion: Occasion,
    ids: impl Iterator<Item = &'a [u8]>,
) -> Response {
    let challenge = challenge::issue(app.keys(), app.random(), app.now(), occasion);
    answer(json!({
        "challenge": encode(&challenge),
        "rpId": party.id,
        "timeout": challenge::GOOD_FOR.as_millis(),
        "userVerification": "required",
        "allowCredentials": named(ids),
    }))
}

pub fn named<'a>(ids: impl Iterator<Item = &'a [u8]>) -> Vec<Value> {
    ids.map(|id| json!({"type": "public-key", "id": encode(id)}))
        .collect()
}

pub fn answer(options: Value) -> Response {
    private(Json(options).into_response())
}

pub async fn post(
    app: App,
    visitor: Visitor,
    asker: Asker,
    Relying(party): Relying,
    headers: HeaderMap,
    form: Form,
) -> web::Result {
    if !form.text("flow").is_empty() {
        return second_step(&app, &visitor, &asker, party.as_ref(), &form).await;
    }
    let next = super::next_of(Some(form.text("next")));
    let (browser, cookie) = asker.browser_or_new(app.random());
    let attempt = Attempt {
        party,
        key: asker::cookie(&headers, COOKIE).map(|value| secrets::hash(&value)),
        sent: Sent::parse(form.text("passkey")),
        asking: asker.asking_as(browser),
        whence: asker.whence(&visitor),
        next: next.clone(),
    };
    match attempt.make(&app, &asker).await? {
        Outcome::Right(done) => {
            mail::wake();
            let mut response = signed_in(&done);
            response.headers_mut().append(header::SET_COOKIE, cookie);
            Ok(response)
        }
        Outcome::Wrong(wrong) => {
            let said = passkey_form::sentence(Words(visitor.locale), wrong).to_owned();
            Ok(super::not_taken(
                sign_in::without(&app, &visitor, said, next).await?,
            ))
        }
        Outcome::Later(seconds) => {
            let said = too_often(&visitor, seconds);
            let page = sign_in::without(&app, &visitor, said, next).await?;
            Ok(super::too_often(page, seconds))
        }
    }
}

fn too_often(visitor: &Visitor, seconds: i64) -> String {
    Words(visitor.locale).passkey_too_often(super::span(visitor.locale, seconds))
}

struct Attempt {
    party: Option<Party>,
    key: Option<[u8; 32]>,
    sent: Result<Sent, Wrong>,
    asking: Asking,
    whence: Whence,
    next: String,
}

enum Outcome {
    Right(SignedIn),
    Wrong(Wrong),
    /// Not looked at: too many before it were wrong.
    Later(i64),
}

impl Attempt {
    /// Takes a place for the address (a commit of its own), looks at what was sent, and only then signs in.
    async fn make(self, app: &App, asker: &Asker) -> Result<Outcome, web::Error> {
        let network = asker.address.map(web::Address::network);
        let place = match network {
            Some(network) => {
                let counted = Namer::of(app.keys()).counted(&PASSKEY_ADDRESS, network.as_bytes());
                match app.db().write(move |tx| counted.take(tx)).await {
                    Ok(place) => Some(place),
                    Err(Refused::Later { seconds }) => return Ok(Outcome::Later(seconds)),
                    Err(Refused::Crowded) => return Ok(Outcome::Later(2)),
                    Err(Refused::Fault(fault)) => return Err(fault.into()),
                }
            }
            None => None,
        };
        let wrong = match self.shown(app).await? {
            Ok(shown) => {
                let (asking, whence, next) = (self.asking, self.whence, self.next);
                let (account, used) = (shown.passkey.account_id, place);
                let done = app.db().write(move |tx| {
                    give_back(tx, used)?;
                    complete::with_passkey(tx, &shown, &asking, &whence, &next)
                });
                match done.await {
                    Ok(done) => return Ok(Outcome::Right(done)),
                    Err(complete::Refused::NotNow) => (Wrong::Challenge, Some(account)),
                    Err(complete::Refused::Fault(fault)) => return Err(fault.into()),
                }
            }
            Err(wrong) => wrong,
        };
        let (code, (ip, ua)) = (wrong.0.code(), (asker.ip.clone(), asker.ua.clone()));
        app.db()
            .write(move |tx| {
                if let Some(place) = &place {
                    throttle::failed(tx, place, 0)?;
                }
                match wrong.1 {
                    Some(account) => passkey::failed(tx, account, code, &ip, &ua),
                    None => Ok(()),
                }
            })
            .await?;
        Ok(Outcome::Wrong(wrong.0))
    }

    /// The passkey, if all is right with it; else what is wrong, and with whose.
    async fn shown(&self, app: &App) -> Result<Result<Shown, passkey_form::Failed>, web::Error> {
        let (Some(party), Some(key)) = (&self.party, self.key) else {
            return Ok(Err((Wrong::Challenge, None)));
        };
        passkey_form::look(app, party, Occasion::SignIn(key), &self.sent).await
    }
}

fn give_back(tx: &mut db::Tx<'_>, place: Option<Place>) -> Result<(), Fault> {
    place.map_or(Ok(()), |place| throttle::give_back(tx, &place))
}

/// In place of the letter: one of the account whose password was right.
async fn second_step(
    app: &App,
    visitor: &Visitor,
    asker: &Asker,
    party: Option<&Party>,
    form: &Form,
) -> web::Result {
    let (flow, browser) = match waiting(app, visitor, asker, flow_id(form), has).await? {
        Ok(waits) => waits,
        Err(answer) => return Ok(answer),
    };
    let held = match second::take(app, &PASSKEY, &flow).await? {
        Ok(held) => held,
        Err(outcome) => {
            let again = |said| show(app, visitor, &flow, Some(said));
            return Ok(second::answer(visitor, outcome, "", again));
        }
    };
    let sent = Sent::parse(form.text("passkey"));
    let looked = match party {
        Some(party) => passkey_form::look(app, party, Occasion::Second(flow.id), &sent).await?,
        None => Err((Wrong::Party, None)),
    };
    let hers = looked.map_err(|(wrong, _)| wrong).and_then(|shown| {
        let is_hers = shown.passkey.account_id == flow.account_id;
        is_hers.then_some(shown).ok_or(Wrong::Unknown)
    });
    let why = hers.as_ref().err().copied().unwrap_or(Wrong::Challenge);
    let outcome = match hers {
        Ok(shown) => {
            let (asking, whence) = (asker.asking_as(browser), asker.whence(visitor));
            second::right(app, held, flow.clone(), move |tx, flow| {
                complete::by_passkey(tx, flow, &shown, &asking, &whence)
            })
            .await?
        }
        Err(_) => second::wrong(app, held, flow.clone()).await?,
    };
    mail::wake();
    let said = passkey_form::sentence(Words(visitor.locale), why);
    let again = |said| show(app, visitor, &flow, Some(said));
    Ok(second::answer(visitor, outcome, said, again))
}
