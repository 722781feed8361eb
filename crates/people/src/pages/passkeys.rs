//! The passkeys of one's account: made on this device, named, taken away; and what browsers ask to use one of them.

use askama::Template;
use axum::extract::{Path, Query};
use serde::Deserialize;
use serde_json::json;
use web::{App, Error, Form, Page, Response, Visitor};

use super::answers::{private, see};
use super::asker::Asker;
use super::problems::Problems;
use super::{passkey as ask, passkey_form};
use crate::challenge::{self, Occasion};
use crate::mails::agent_words;
use crate::me::{Me, Posted};
use crate::party::{Party, Relying};
use crate::passkey::{self, MOST, Passkey, Refused, Shown};
use crate::session::Signed;
use crate::sure_form::Sure;
use crate::webauthn::{ALGORITHMS, Sent, Wrong, encode};
use crate::words::Words;
use crate::{sessions, times};

#[derive(Template)]
#[template(path = "pages/passkeys.html")]
struct View {
    page: Page,
    w: Words,
    problems: Problems,
    note: Option<&'static str>,
    /// Whether she is signed in elsewhere too, after something was changed.
    others: bool,
    rows: Vec<Row>,
    add: Add,
    /// What the new one is called if nothing else is typed.
    name: String,
}

struct Row {
    id: String,
    name: String,
    made: String,
    used: String,
    synced: bool,
}

/// Whether one can be made now.
#[derive(PartialEq, Eq)]
enum Add {
    Here,
    /// After she has shown again who she is.
    Ask,
    Full,
    /// The site has no name that browsers make passkeys for.
    Never,
}

#[derive(Deserialize)]
pub struct Asked {
    done: Option<String>,
}

pub async fn get(
    app: App,
    visitor: Visitor,
    asker: Asker,
    signed: Signed,
    Relying(party): Relying,
    Query(query): Query<Asked>,
) -> web::Result {
    let w = Words(visitor.locale);
    let note = match query.done.as_deref() {
        Some("added") => Some(w.passkey_added()),
        Some("removed") => Some(w.passkey_removed()),
        Some("renamed") => Some(w.passkey_renamed()),
        _ => None,
    };
    let shown = Around {
        note,
        problems: Problems::default(),
        name: agent_words(w, &asker.ua),
    };
    show(&app, &visitor, &signed, party.as_ref(), shown).await
}

/// What the page shows beside the list.
struct Around {
    note: Option<&'static str>,
    problems: Problems,
    name: String,
}

async fn show(
    app: &App,
    visitor: &Visitor,
    signed: &Signed,
    party: Option<&Party>,
    shown: Around,
) -> web::Result {
    let (w, account) = (Words(visitor.locale), signed.account_id);
    let (all, browsers) = app
        .db()
        .read(move |tx| Ok::<_, base::Fault>((passkey::of(tx, account)?, sessions::list(tx, account)?)))
        .await?;
    let zone = visitor.zone.as_ref().map_or("UTC", base::Zone::name);
    let add = if party.is_none() {
        Add::Never
    } else if i64::try_from(all.len()).is_ok_and(|count| count >= MOST) {
        Add::Full
    } else if signed.is_sure(app.now()) {
        Add::Here
    } else {
        Add::Ask
    };
    let mut page = Page::new(app, visitor, w.passkeys()).with_passkeys();
    page.error = !shown.problems.is_empty();
    Ok(private(web::html(View {
        page,
        w,
        problems: shown.problems,
        others: shown.note.is_some() && browsers.len() > 1,
        note: shown.note,
        rows: all.iter().map(|one| row(w, one, zone)).collect(),
        add,
        name: shown.name,
    })))
}

fn row(w: Words, one: &Passkey, zone: &str) -> Row {
    Row {
        id: one.id.to_string(),
        name: one.name.clone(),
        made: w.passkey_made(times::moment(w.0, one.made_at, zone)),
        used: match one.used_at {
            Some(at) => w.passkey_used(times::moment(w.0, at, zone)),
            None => w.passkey_never_used().to_owned(),
        },
        synced: one.backed_up,
    }
}

/// She has shown who she is: the page lets her make one.
pub async fn add(_: Sure) -> Response {
    see("/account/passkeys")
}

/// What the browser hands to the device that makes one.
pub async fn options(app: App, signed: Signed, Relying(party): Relying) -> web::Result {
    let (Some(party), true) = (party, signed.is_sure(app.now())) else {
        return Err(Error::Forbidden);
    };
    let account = signed.account_id;
    let all = app.db().read(move |tx| passkey::of(tx, account)).await?;
    let occasion = Occasion::Register(signed.id);
    let challenge = challenge::issue(app.keys(), app.random(), app.now(), occasion);
    let kinds = ALGORITHMS.map(|kind| json!({"type": "public-key", "alg": kind}));
    Ok(ask::answer(json!({
        "challenge": encode(&challenge),
        "rp": {"id": party.id, "name": app.site().name},
        "user": {
            "id": encode(&passkey::user_handle(account)),
            "name": signed.email,
            "displayName": signed.name,
        },
        "pubKeyCredParams": kinds,
        "timeout": challenge::GOOD_FOR.as_millis(),
        "excludeCredentials": ask::named(all.iter().map(|one| &one.credential_id[..])),
        "authenticatorSelection": {
            "residentKey": "required", "requireResidentKey": true, "userVerification": "required",
        },
        "attestation": "none",
    })))
}

pub async fn post(
    app: App,
    visitor: Visitor,
    asker: Asker,
    Relying(party): Relying,
    sure: Sure,
) -> web::Result {
    let w = Words(visitor.locale);
    let name = super::name(sure.form.text("name")).unwrap_or_else(|| agent_words(w, &asker.ua));
    let looked = match (&party, Sent::parse(sure.form.text("passkey"))) {
        (Some(party), Ok(sent)) => {
            let occasion = Occasion::Register(sure.signed.id);
            passkey::fresh(app.keys(), app.now(), occasion, &sent, party)
        }
        (None, _) => Err(Wrong::Party),
        (_, Err(wrong)) => Err(wrong),
    };
    let refused = match looked {
        Ok(fresh) => {
            let (account, whence, name) = (sure.me.id, asker.whence(&visitor), name.clone());
            let added = app
                .db()
                .write(move |tx| passkey::add(tx, account, &fresh, &name, &whence))
                .await;
            match added {
                Ok(()) => {
                    mail::wake();
                    return Ok(see("/account/passkeys?done=added"));
                }
                Err(Refused::Fault(fault)) => return Err(fault.into()),
                Err(Refused::TooMany) => w.passkey_too_many(MOST),
                Err(Refused::Known | Refused::LastFactor | Refused::NotHers) => w.passkey_known().to_owned(),
            }
        }
        Err(Wrong::Late | Wrong::Challenge) => w.passkey_late().to_owned(),
        Err(Wrong::Unverified) => w.passkey_unverified().to_owned(),
        Err(_) => w.passkey_not_made().to_owned(),
    };
    let mut problems = Problems::default();
    problems.add("name", refused);
    let shown = Around {
        note: None,
        problems,
        name,
    };
    let page = show(&app, &visitor, &sure.signed, party.as_ref(), shown).await?;
    Ok(super::not_taken(page))
}

pub async fn rename(app: App, Path(id): Path<String>, posted: Posted) -> web::Result {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let account = posted.me.id;
    let Some(name) = super::name(posted.form.text("name")) else {
        return Ok(see("/account/passkeys"));
    };
    let renamed = app
        .db()
        .write(move |tx| passkey::rename(tx, account, id, &name))
        .await;
    match renamed {
        Ok(()) => Ok(see("/account/passkeys?done=renamed")),
        Err(Refused::Fault(fault)) => Err(fault.into()),
        Err(_) => Err(Error::NotFound),
    }
}

pub async fn remove(
    app: App,
    visitor: Visitor,
    asker: Asker,
    Relying(party): Relying,
    Path(id): Path<String>,
    sure: Sure,
) -> web::Result {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let (account, whence) = (sure.me.id, asker.whence(&visitor));
    match app
        .db()
        .write(move |tx| passkey::remove(tx, account, id, &whence))
        .await
    {
        Ok(()) => {
            mail::wake();
            Ok(see("/account/passkeys?done=removed"))
        }
        Err(Refused::Fault(fault)) => Err(fault.into()),
        Err(Refused::LastFactor) => {
            let w = Words(visitor.locale);
            let mut problems = Problems::default();
            problems.add("list", w.passkey_last());
            let shown = Around {
                note: None,
                problems,
                name: agent_words(w, &asker.ua),
            };
            let page = show(&app, &visitor, &sure.signed, party.as_ref(), shown).await?;
            Ok(super::not_taken(page))
        }
        Err(_) => Err(Error::NotFound),
    }
}

/// "Not now": offered no more after signing in. Back to where she was.
pub async fn decline(app: App, me: Me, form: Form) -> web::Result {
    let account = me.id;
    app.db().write(move |tx| passkey::decline(tx, account)).await?;
    Ok(see(&super::next_of(Some(form.text("next")))))
}

#[derive(Deserialize)]
pub struct For {
    r#for: String,
}

/// What the browser hands to the device that is to show one of hers.
pub async fn asked(
    app: App,
    signed: Signed,
    Relying(party): Relying,
    Query(query): Query<For>,
) -> web::Result {
    let occasion = match query.r#for.as_str() {
        "again" => Occasion::Again(signed.id),
        "email" => Occasion::Email(signed.id),
        _ => return Err(Error::NotFound),
    };
    let party = party.ok_or(Error::NotFound)?;
    let account = signed.account_id;
    let all = app.db().read(move |tx| passkey::of(tx, account)).await?;
    let ids = all.iter().map(|one| &one.credential_id[..]);
    Ok(ask::asked(&app, &party, occasion, ids))
}

/// The passkey that was shown, if it is one of the account that is signed in.
pub async fn hers(
    app: &App,
    party: Option<&Party>,
    occasion: Occasion,
    signed: &Signed,
    sent: &Result<Sent, Wrong>,
) -> Result<Result<Shown, Wrong>, Error> {
    let Some(party) = party else {
        return Ok(Err(Wrong::Party));
    };
    let looked = passkey_form::look(app, party, occasion, sent).await?;
    Ok(match looked {
        Ok(shown) if shown.passkey.account_id == signed.account_id => Ok(shown),
        Ok(_) => Err(Wrong::Unknown),
        Err((wrong, _)) => Err(wrong),
    })
}
