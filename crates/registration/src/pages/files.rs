//! Photo and letter: for the person they belong to and for the desk, nobody else.

use axum::extract::Path;
use base::{Fault, Id};
use files::StoredFile;
use forum::EventBySlug;
use people::Me;
use web::{App, Error};

use super::door;
use crate::{Registration, read};

/// `GET /e/{slug}/my/file/{id}`
pub async fn mine(
    app: App,
    me: Me,
    event: EventBySlug,
    Path((_, id)): Path<(String, String)>,
) -> web::Result {
    let id: Id<StoredFile> = id.parse().map_err(|_| Error::NotFound)?;
    let (event, account) = (event.id, me.id);
    let file = app
        .db()
        .read(move |tx| {
            let mine = read::mine(tx, event, account)?;
            of(tx, mine.as_ref(), id)
        })
        .await?;
    serve(&app, file).await
}

/// `GET /desk/registrations/{id}/file/{file}`
pub async fn desk(app: App, me: Me, Path((id, file)): Path<(String, String)>) -> web::Result {
    let file: Id<StoredFile> = file.parse().map_err(|_| Error::NotFound)?;
    if !door::may_decide(&me) {
        return Err(Error::Forbidden);
    }
    let id: Id<Registration> = id.parse().map_err(|_| Error::NotFound)?;
    let file = app
        .db()
        .read(move |tx| {
            let sent = read::by_id(tx, id)?.filter(|r| r.state() != crate::State::Draft);
            let hers = sent.filter(|r| door::decides(r.event_id, &me));
            of(tx, hers.as_ref(), file)
        })
        .await?;
    serve(&app, file).await
}

/// The file, if it is one of this registration's.
fn of(
    tx: &mut db::Tx<'_>,
    r: Option<&Registration>,
    id: Id<StoredFile>,
) -> Result<Option<StoredFile>, Fault> {
    match r {
        Some(r) if r.photo_id == Some(id) || r.letter_id == Some(id) => files::by_id(tx, id),
        _ => Ok(None),
    }
}

async fn serve(app: &App, file: Option<StoredFile>) -> web::Result {
    let file = file.ok_or(Error::NotFound)?;
    web::serve_file(app, &file.hash, &file.kind, &file.name).await
}
