//! Photo and letter as they arrive: looked at, made small, stored, put in their place. What is right is kept even
//! when the other is wrong.

use base::{Fault, Id};
use files::photo::{BadPhoto, reencode};
use files::{BadPdf, Keep, StoredFile, check_pdf};
use forum::Event;
use forum::entered::Entered;
use web::{App, Form, Upload};

use crate::Paper;
use crate::save::{self, Refused};
use crate::start::Person;
use crate::words::Words;

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
        "photo" => return put(app, event, who, Paper::Photo, None).await,
        "letter" => return put(app, event, who, Paper::Letter, None).await,
        _ => {}
    }
    if let Some(upload) = form.upload("photo") {
        match photo(upload).await? {
            Ok(small) => put(app, event, who, Paper::Photo, Some((upload, small))).await?,
            Err(bad) => e.refuse("photo", why_not_photo(w, bad)),
        }
    }
    if let Some(upload) = form.upload("letter") {
        let checked = if upload.too_large {
            Err(BadPdf::TooLarge)
        } else {
            check_pdf(&upload.bytes)
        };
        match checked {
            Ok(()) => {
                put(
                    app,
                    event,
                    who,
                    Paper::Letter,
                    Some((upload, upload.bytes.to_vec())),
                )
                .await?;
            }
            Err(bad) => e.refuse("letter", why_not_letter(w, bad)),
        }
    }
    Ok(())
}

fn why_not_photo(w: Words, bad: BadPhoto) -> &'static str {
    match bad {
        BadPhoto::TooLarge => w.wrong_photo_large(),
        BadPhoto::NotAPicture => w.wrong_photo(),
        BadPhoto::Damaged => w.wrong_photo_broken(),
        BadPhoto::TooSmall => w.wrong_photo_small(),
    }
}

fn why_not_letter(w: Words, bad: BadPdf) -> &'static str {
    match bad {
        BadPdf::TooLarge => w.wrong_letter_large(),
        BadPdf::NotPdf => w.wrong_letter(),
        BadPdf::Damaged => w.wrong_letter_broken(),
    }
}

/// The photo made small, on a thread that may take its time.
async fn photo(upload: &Upload) -> Result<Result<Vec<u8>, BadPhoto>, Fault> {
    if upload.too_large {
        return Ok(Err(BadPhoto::TooLarge));
    }
    let bytes = upload.bytes.clone();
    tokio::task::spawn_blocking(move || reencode(&bytes))
        .await
        .map_err(|err| Fault::new("making a photo small").because(err))
}

/// Stores a file and puts it in its place in the registration; without one, empties the place.
async fn put(
    app: &App,
    event: &Event,
    who: &Person,
    paper: Paper,
    file: Option<(&Upload, Vec<u8>)>,
) -> Result<(), Refused> {
    let keep = match file {
        Some((upload, bytes)) => Some(Keep {
            stored: app.files().put(bytes).await?,
            name: upload.name.clone(),
            purpose: if paper == Paper::Photo {
                "registration.photo"
            } else {
                "registration.letter"
            },
            owner: Some(who.account.uuid()),
        }),
        None => None,
    };
    let (event, who) = (event.clone(), who.clone());
    app.db()
        .write(move |tx| {
            let id: Option<Id<StoredFile>> = keep.as_ref().map(|keep| files::keep(tx, keep)).transpose()?;
            save::paper(tx, &event, &who, paper, id)
        })
        .await
}
