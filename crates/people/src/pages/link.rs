//! Where the mailed link leads. Reading it changes nothing. In the browser that waits, the page sends itself on and the
//! person is in; anywhere else it tells what is going on and asks for the number.

use askama::Template;
use axum::extract::Path;
use web::{App, Page, Visitor};

use super::answers::{of_link, see, signed_in};
use super::asker::Asker;
use super::{link_number, said};
use crate::complete;
use crate::flows::{self, Found, Standing};
use crate::model::mask;
use crate::secrets;
use crate::session;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/link_here.html")]
struct View {
    page: Page,
    w: Words,
    token: String,
    address: String,
    /// The name of somebody else who is signed in here.
    other: Option<String>,
    by_itself: bool,
}

pub async fn get(app: App, visitor: Visitor, asker: Asker, Path(token): Path<String>) -> web::Result {
    let found = match find(&app, &visitor, &token).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    if found.standing != Standing::Alive {
        return ended(&app, &visitor, &asker, &found).await;
    }
    if !found.flow.began_in(asker.browser().as_ref()) {
        return link_number::show(&app, &visitor, &token, &found.flow, None).await;
    }
    let w = Words(visitor.locale);
    let same = visitor
        .person
        .is_none_or(|person| person == found.flow.account_id.uuid());
    let view = View {
        page: Page::new(&app, &visitor, w.link_title()),
        w,
        token,
        address: mask(&found.flow.email),
        other: (!same).then(|| visitor.name.clone()),
        by_itself: !asker.ahead,
    };
    Ok(of_link(web::html(view)))
}

pub async fn post(app: App, visitor: Visitor, asker: Asker, Path(token): Path<String>) -> web::Result {
    let found = match find(&app, &visitor, &token).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    if found.standing != Standing::Alive {
        return ended(&app, &visitor, &asker, &found).await;
    }
    let Some(asking) = asker
        .asking()
        .filter(|_| found.flow.began_in(asker.browser().as_ref()))
    else {
        return link_number::show(&app, &visitor, &token, &found.flow, None).await;
    };
    let hash = secrets::hash(&token);
    match app
        .db()
        .write(move |tx| complete::by_link(tx, &hash, &asking))
        .await
    {
        Ok(done) => Ok(signed_in(&done)),
        Err(complete::Refused::NotNow) => match find(&app, &visitor, &token).await? {
            Ok(found) => ended(&app, &visitor, &asker, &found).await,
            Err(answer) => Ok(answer),
        },
        Err(complete::Refused::Fault(fault)) => Err(fault.into()),
    }
}

/// The link of the address, or the page that says that there is none.
pub async fn find(
    app: &App,
    visitor: &Visitor,
    token: &str,
) -> Result<Result<Found, axum::response::Response>, web::Error> {
    if !secrets::looks_like_token(token) {
        return Ok(Err(said::incomplete_link(app, visitor)));
    }
    let hash = secrets::hash(token);
    match app.db().read(move |tx| flows::by_link(tx, &hash)).await? {
        Some(found) => Ok(Ok(found)),
        None => Ok(Err(said::unknown_link(app, visitor))),
    }
}

/// A link that can not be used any more. In the browser it served, with the session alive, it leads on: a second press,
/// a reload, the back button.
pub async fn ended(app: &App, visitor: &Visitor, asker: &Asker, found: &Found) -> web::Result {
    let here = found.flow.began_in(asker.browser().as_ref());
    let flow = found.flow.id;
    match &found.standing {
        Standing::Used { at, ua } => {
            if here && app.db().read(move |tx| session::of_flow(tx, flow)).await? {
                return Ok(see(&found.flow.next_path));
            }
            Ok(said::used_link(app, visitor, *at, ua))
        }
        Standing::Expired { at } => Ok(said::expired_link(app, visitor, &found.flow, *at, here)),
        Standing::Alive | Standing::Ended(_) => Ok(said::ended_link(app, visitor)),
    }
}
