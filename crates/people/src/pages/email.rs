//! Another address for one's account: asked for here, confirmed where the two letters lead, undone where the last one does.

use askama::Template;
use axum::extract::Path;
use axum::http::header;
use web::{App, Form, Page, Response, Visitor};

use super::answers::{of_link, private, see};
use super::asker::{Asker, SESSION_COOKIE, set};
use super::problems::Problems;
use super::typed_word::TypedWord;
use super::{passkey_form, passkeys, said};
use crate::challenge::Occasion;
use crate::change_email::{self, Change, Confirmed, Refused, Side};
use crate::me::Me;
use crate::party::Relying;
use crate::session::Signed;
use crate::sure_form::Sure;
use crate::webauthn::{Sent, Wrong};
use crate::words::Words;
use crate::{passkey, secrets, times};

#[derive(Template)]
#[template(path = "pages/email.html")]
struct View {
    page: Page,
    w: Words,
    problems: Problems,
    now: String,
    email: String,
    /// The new address, and until when both may confirm.
    waiting: Option<(String, String)>,
    /// The old mailbox has not confirmed, and there is a passkey that can.
    instead: bool,
}

pub async fn get(app: App, visitor: Visitor, me: Me) -> web::Result {
    show(&app, &visitor, &me, String::new(), Problems::default()).await
}

async fn show(app: &App, visitor: &Visitor, me: &Me, email: String, problems: Problems) -> web::Result {
    let w = Words(visitor.locale);
    let account = me.id;
    let (waiting, instead) = app
        .db()
        .read(move |tx| {
            let waiting = change_email::waiting(tx, account)?;
            let old_waits = waiting
                .as_ref()
                .is_some_and(|change| change.old_confirmed_at.is_none());
            let instead = old_waits && passkey::has(tx, account)?;
            Ok::<_, base::Fault>((waiting, instead))
        })
        .await?;
    let zone = visitor.zone.as_ref().map_or("UTC", base::Zone::name);
    let until = |change: Change| {
        let until = times::moment(visitor.locale, change.expires_at, zone);
        (change.new_email.to_string(), until)
    };
    let mut page = Page::new(app, visitor, w.change_email());
    page.passkeys = instead;
    page.error = !problems.is_empty();
    Ok(private(web::html(View {
        page,
        w,
        problems,
        now: me.email.clone(),
        email,
        waiting: waiting.map(until),
        instead,
    })))
}

pub async fn post(app: App, visitor: Visitor, asker: Asker, sure: Sure) -> web::Result {
    let w = Words(visitor.locale);
    let typed = sure.form.text("email").trim().to_owned();
    let mut problems = Problems::default();
    let email = super::email(&mut problems, w, &typed);
    let Some(email) = email.filter(|email| email.as_str() != sure.me.email) else {
        if problems.is_empty() {
            problems.add("email", w.email_same());
        }
        let page = show(&app, &visitor, &sure.me, typed, problems).await?;
        return Ok(super::not_taken(page));
    };
    let (signed, whence) = (sure.signed, asker.whence(&visitor));
    app.db()
        .write(move |tx| change_email::ask(tx, &signed, &email, &whence))
        .await?;
    mail::wake();
    Ok(see("/account/email"))
}

#[derive(Template)]
#[template(path = "pages/email_confirm.html")]
struct Confirm {
    page: Page,
    w: Words,
    token: String,
    lede: String,
}

/// Where a letter of a change leads: it needs a browser that is signed in to the account.
pub async fn confirm_page(app: App, visitor: Visitor, me: Me, Path(token): Path<String>) -> web::Result {
    let w = Words(visitor.locale);
    let (change, side) = match open(&app, &visitor, &me, &token).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let lede = match side {
        Side::Old => w.email_confirm_old(change.new_email.as_str(), change.old_email.as_str()),
        Side::New => w.email_confirm_new(change.new_email.as_str(), change.old_email.as_str()),
    };
    Ok(of_link(web::html(Confirm {
        page: Page::new(&app, &visitor, w.email_confirm()),
        w,
        token,
        lede,
    })))
}

/// The change of a link that this person can confirm; otherwise the page that says why not.
async fn open(
    app: &App,
    visitor: &Visitor,
    me: &Me,
    token: &str,
) -> Result<Result<(Change, Side), Response>, web::Error> {
    if !secrets::looks_like_token(token) {
        return Ok(Err(said::incomplete_link(app, visitor)));
    }
    let hash = secrets::hash(token);
    let found = app.db().read(move |tx| change_email::by_token(tx, &hash)).await?;
    let mine = found.filter(|(change, _)| change.account_id == me.id);
    Ok(match mine {
        Some((change, side)) if change.is_open(app.now()) => Ok((change, side)),
        Some(_) => Err(said::email_over(app, visitor)),
        None => Err(said::unknown_link(app, visitor)),
    })
}

pub async fn confirm(
    app: App,
    visitor: Visitor,
    asker: Asker,
    me: Me,
    signed: Signed,
    Path(token): Path<String>,
) -> web::Result {
    if let Err(answer) = open(&app, &visitor, &me, &token).await? {
        return Ok(answer);
    }
    let (hash, whence) = (secrets::hash(&token), asker.whence(&visitor));
    let confirmed = app
        .db()
        .write(move |tx| change_email::confirm(tx, &signed, &hash, &whence))
        .await;
    answer(&app, &visitor, confirmed)
}

/// A passkey in place of the old mailbox.
pub async fn by_passkey(
    app: App,
    visitor: Visitor,
    asker: Asker,
    (me, signed): (Me, Signed),
    Relying(party): Relying,
    form: Form,
) -> web::Result {
    let sent = Sent::parse(form.text("passkey"));
    let occasion = Occasion::Email(signed.id);
    let looked = passkeys::hers(&app, party.as_ref(), occasion, &signed, &sent).await?;
    let whence = asker.whence(&visitor);
    let wrong = match looked {
        Ok(shown) => {
            let confirmed = app.db().write(move |tx| {
                if !passkey::count(tx, &shown, &whence)? {
                    return Ok(None);
                }
                change_email::confirm_without_mailbox(tx, &signed, &whence).map(Some)
            });
            match confirmed.await {
                Ok(Some(confirmed)) => return answer(&app, &visitor, Ok(confirmed)),
                Ok(None) => Wrong::Challenge,
                Err(refused) => return answer(&app, &visitor, Err(refused)),
            }
        }
        Err(wrong) => wrong,
    };
    let mut problems = Problems::default();
    problems.add(
        "with-passkey",
        passkey_form::sentence(Words(visitor.locale), wrong),
    );
    let page = show(&app, &visitor, &me, String::new(), problems).await?;
    Ok(super::not_taken(page))
}

fn answer(app: &App, visitor: &Visitor, confirmed: Result<Confirmed, Refused>) -> web::Result {
    match confirmed {
        Ok(Confirmed::Half) => Ok(said::email_half(app, visitor)),
        Ok(Confirmed::Done { cookie, lasts }) => {
            mail::wake();
            let mut response = see("/account?done=email");
            let cookie = set(SESSION_COOKIE, &cookie, lasts);
            response.headers_mut().append(header::SET_COOKIE, cookie);
            Ok(response)
        }
        Err(Refused::NotNow) => Ok(said::email_over(app, visitor)),
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}

const UNDO: TypedWord = TypedWord {
    title: Words::email_undo,
    lede: Words::email_undo_lede,
    word: Words::email_undo_word,
    label: Words::email_undo_label,
    wrong: Words::email_undo_wrong,
    button: Words::email_undo_button,
};

fn undo_path(token: &str) -> String {
    format!("/undo/{token}")
}

/// Where the letter to the old address leads: a typed word, and the old address is back.
pub async fn undo_page(app: App, visitor: Visitor, Path(token): Path<String>) -> web::Result {
    match undoable(&app, &visitor, &token).await? {
        Ok(()) => Ok(UNDO.page(&app, &visitor, undo_path(&token))),
        Err(answer) => Ok(answer),
    }
}

async fn undoable(app: &App, visitor: &Visitor, token: &str) -> Result<Result<(), Response>, web::Error> {
    if !secrets::looks_like_token(token) {
        return Ok(Err(said::incomplete_link(app, visitor)));
    }
    let hash = secrets::hash(token);
    let found = app.db().read(move |tx| change_email::undoable(tx, &hash)).await?;
    Ok(match found {
        Some(change) if change.can_be_undone(app.now()) => Ok(()),
        Some(_) => Err(said::email_over(app, visitor)),
        None => Err(said::unknown_link(app, visitor)),
    })
}

pub async fn undo(
    app: App,
    visitor: Visitor,
    asker: Asker,
    Path(token): Path<String>,
    form: Form,
) -> web::Result {
    if let Err(answer) = undoable(&app, &visitor, &token).await? {
        return Ok(answer);
    }
    if let Some(answer) = UNDO.refusal(&app, &visitor, undo_path(&token), &form) {
        return Ok(answer);
    }
    let (hash, whence) = (secrets::hash(&token), asker.whence(&visitor));
    match app
        .db()
        .write(move |tx| change_email::undo(tx, &hash, &whence))
        .await
    {
        Ok(()) => Ok(said::email_undone(&app, &visitor)),
        Err(Refused::NotNow) => Ok(said::email_over(&app, &visitor)),
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}
