//! Signing out: ends this browser's session and asks it to forget the pages it keeps.

use axum::http::{HeaderValue, header};
use jiff::SignedDuration;
use web::App;

use super::answers::{private, see};
use super::asker::{Asker, SESSION_COOKIE, set};
use crate::audit::{self, Note};
use crate::session;

pub async fn post(app: App, asker: Asker) -> web::Result {
    if let Some(hash) = asker.session() {
        let (ip, ua) = (asker.ip.clone(), asker.ua.clone());
        app.db()
            .write(move |tx| {
                if let Some(account) = session::end(tx, &hash, "signed out")? {
                    let event = "session.signed_out";
                    audit::note(
                        tx,
                        &Note {
                            event,
                            account,
                            flow: None,
                            detail: "",
                            ip: &ip,
                            ua: &ua,
                        },
                    )?;
                }
                Ok::<(), base::Fault>(())
            })
            .await?;
    }
    let mut response = private(see("/"));
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, set(SESSION_COOKIE, "", SignedDuration::ZERO));
    // Not "cookies": that would clear the cookies of the whole domain.
    headers.insert(
        "clear-site-data",
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
    Ok(response)
}
