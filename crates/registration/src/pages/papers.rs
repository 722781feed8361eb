//! Photo and letter as they arrive: looked at, made small, stored, put in their place. What is right is kept even
//! when the other is wrong.

use base::{Fault, Id};
use files::photo::{BadPhoto, reencode};
use files::{BadPdf, Content, Keep, Stored, StoredFile, check_pdf};
use forum::Event;
use forum::entered::Entered;
use web::{App, Form};

use crate::Paper;
use crate::save::{self, Refused};
use crate::start::Person;
use crate::words::Words;

/// Takes what was sent: a button that removes, a photo, a letter.
pub async fn take(
    app: &App,
    event: &Event,
    who: &Person,
    form: &mut Form,
    e: &mut Entered,
    w: Words,
) -> Result<(), Refused> {
    match form.text("remove") {
        "photo" => return put(app, event, who, Paper::Photo, None).await,
        "letter" => return put(app, event, who, Paper::Letter, None).await,
        _ => {}
    }
    if let Some(upload) = form.take_upload("photo") {
        let made = match &upload.content {
            Some(content) => reencode(content).await?,
            None => Err(BadPhoto::TooLarge),
        };
        match made {
            Ok(small) => {
                let stored = app.files().put(small).await?;
                put(app, event, who, Paper::Photo, Some((upload.name, stored))).await?;
            }
            Err(bad) => e.refuse("photo", why_not_photo(w, bad)),
        }
    }
    if let Some(upload) = form.take_upload("letter") {
        match letter(upload.content).await? {
            Ok(stored) => put(app, event, who, Paper::Letter, Some((upload.name, stored))).await?,
            Err(bad) => e.refuse("letter", why_not_letter(w, bad)),
        }
    }
    Ok(())
}

/// The letter kept as it is, if it is one.
async fn letter(content: Option<Content>) -> Result<Result<Stored, BadPdf>, Fault> {
    let Some(content) = content else {
        return Ok(Err(BadPdf::TooLarge));
    };
    Ok(match check_pdf(&content).await? {
        Ok(()) => Ok(content.keep().await?),
        Err(bad) => Err(bad),
    })
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

/// Puts a stored file in its place in the registration; without one, empties the place.
async fn put(
    app: &App,
    event: &Event,
    who: &Person,
    paper: Paper,
    file: Option<(String, Stored)>,
) -> Result<(), Refused> {
    let keep = file.map(|(name, stored)| Keep {
        stored,
        name,
        purpose: match paper {
            Paper::Photo => "registration.photo",
            Paper::Letter => "registration.letter",
        },
        owner: Some(who.account.uuid()),
    });
    let (event, who) = (event.clone(), who.clone());
    app.db()
        .write(move |tx| {
            let id: Option<Id<StoredFile>> = keep.as_ref().map(|keep| files::keep(tx, keep)).transpose()?;
            save::paper(tx, &event, &who, paper, id)
        })
        .await
}
