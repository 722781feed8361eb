//! An organization's account that belongs to nobody here: what to do with it, and the page where a person signed in says that it
//! is hers.

use askama::Template;
use oidc::Provider;
use web::{App, Page, Visitor};

use super::answers::{private, see};
use super::asker::Asker;
use super::with::LINK;
use super::with_said::{self, Why};
use crate::me::Me;
use crate::model::mask;
use crate::organizations::identity::{self, Refused};
use crate::organizations::offer::{self, Offer};
use crate::sure_form::Sure;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/with_offer.html")]
struct View {
    page: Page,
    w: Words,
    title: String,
    lede: String,
    /// Address and words; the first is the one to take.
    ways: Vec<(String, &'static str)>,
}

/// What a browser has come back with.
async fn found(app: &App, asker: &Asker) -> Result<Option<Offer>, web::Error> {
    let Some(browser) = asker.browser() else {
        return Ok(None);
    };
    Ok(app.db().read(move |tx| offer::of(tx, &browser)).await?)
}

/// Signing in and linking, or a new account: which of the two is proposed depends on the address, if the organization vouches
/// for it.
pub async fn get(app: App, visitor: Visitor, asker: Asker) -> web::Result {
    let w = Words(visitor.locale);
    let Some(offer) = found(&app, &asker).await? else {
        return Ok(see("/sign-in"));
    };
    if visitor.person.is_some() {
        return Ok(see(LINK));
    }
    let Some(provider) = app.providers().of_issuer(&offer.issuer) else {
        return Ok(see("/sign-in"));
    };
    let (name, vouched) = (&provider.setting().name, offer.vouched());
    let asked = offer.clone();
    let has = app.db().read(move |tx| offer::has_account(tx, &asked)).await?;
    let sign_in = (super::with_next("/sign-in", LINK), w.offer_sign_in());
    let sign_up = (
        format!("{}&with", super::with_next("/sign-up", LINK)),
        w.create_account(),
    );
    let (lede, ways) = match vouched.map(|email| mask(email.as_str())) {
        Some(address) if has => (w.offer_has(name, address), vec![sign_in]),
        Some(address) => (w.offer_has_not(name, address), vec![sign_up, sign_in]),
        None => (w.offer_unknown(name), vec![sign_in, sign_up]),
    };
    Ok(private(web::html(View {
        page: Page::new(&app, &visitor, w.offer_title()),
        w,
        title: w.offer_title().to_owned(),
        lede,
        ways,
    })))
}

#[derive(Template)]
#[template(path = "pages/with_link.html")]
struct Ask {
    page: Page,
    w: Words,
    offer: String,
    organization: String,
    theirs: Vec<String>,
    ours: [String; 2],
}

/// Nothing is linked by reading this.
pub async fn ask(app: App, visitor: Visitor, asker: Asker, me: Me) -> web::Result {
    let w = Words(visitor.locale);
    let Some(offer) = found(&app, &asker).await? else {
        return Ok(see("/account/organizations"));
    };
    let Some(provider) = app.providers().of_issuer(&offer.issuer) else {
        return Ok(see("/account/organizations"));
    };
    let theirs = [&offer.name, &offer.email]
        .into_iter()
        .filter(|text| !text.is_empty());
    let mut theirs: Vec<String> = theirs.cloned().collect();
    if theirs.is_empty() {
        theirs.push(offer.subject.clone());
    }
    Ok(private(web::html(Ask {
        page: Page::new(&app, &visitor, w.join_title()),
        w,
        offer: offer.id.to_string(),
        organization: provider.setting().name.clone(),
        theirs,
        ours: [me.name, me.email],
    })))
}

/// Her word.
pub async fn post(app: App, visitor: Visitor, asker: Asker, sure: Sure) -> web::Result {
    let (Some(browser), Ok(id)) = (asker.browser(), sure.form.text("offer").parse()) else {
        return Ok(see("/account/organizations"));
    };
    let (own, whence) = (sure.me.id, asker.whence(&visitor));
    let offered = found(&app, &asker).await?;
    let linked = app
        .db()
        .write(move |tx| identity::link(tx, own, (id, &browser), &whence))
        .await;
    match linked {
        Ok(offer) => {
            mail::wake();
            let done = "/account/organizations?done=linked";
            Ok(see(if offer.next_path == "/" {
                done
            } else {
                &offer.next_path
            }))
        }
        Err(Refused::NotNow) => Ok(see("/account/organizations")),
        Err(Refused::Taken) => {
            let provider = offered.and_then(|offer| provider_of(&app, &offer));
            Ok(match provider {
                Some(provider) => with_said::not_signed_in(&app, &visitor, provider, Why::Taken),
                None => see("/account/organizations"),
            })
        }
        Err(Refused::Fault(fault)) => Err(fault.into()),
    }
}

fn provider_of<'a>(app: &'a App, offer: &Offer) -> Option<&'a Provider> {
    app.providers().of_issuer(&offer.issuer)
}
