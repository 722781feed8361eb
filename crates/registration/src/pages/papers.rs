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
        match photo(app, upload.content, w).await? {
            Ok(stored) => put(app, event, who, Paper::Photo, Some((upload.name, stored))).await?,
            Err(bad) => e.refuse("photo", bad),
        }
    }
    if let Some(upload) = form.take_upload("letter") {
        match letter(upload.content, w).await? {
            Ok(stored) => put(app, event, who, Paper::Letter, Some((upload.name, stored))).await?,
            Err(bad) => e.refuse("letter", bad),
        }
    }
    Ok(())
}

/// The photo made small and kept, if it is one; else the sentence that says why not.
pub async fn photo(
    app: &App,
    content: Option<Content>,
    w: Words,
) -> Result<Result<Stored, &'static str>, Fault> {
    let made = match &content {
        Some(content) => reencode(content).await?,
        None => Err(BadPhoto::TooLarge),
    };
    Ok(match made {
        Ok(small) => Ok(app.files().put(small).await?),
        Err(bad) => Err(why_not_photo(w, bad)),
    })
}

/// The letter kept as it is, if it is one; else the sentence that says why not.
pub async fn letter(content: Option<Content>, w: Words) -> Result<Result<Stored, &'static str>, Fault> {
    let Some(content) = content else {
        return Ok(Err(w.wrong_letter_large()));
    };
    Ok(match check_pdf(&content).await? {
        Ok(()) => Ok(content.keep().await?),
        Err(bad) => Err(why_not_letter(w, bad)),
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
    let keep = file.map(|(name, stored)| note(paper, who, name, stored));
    let (event, who) = (event.clone(), who.clone());
    app.db()
        .write(move |tx| {
            let id: Option<Id<StoredFile>> = keep.as_ref().map(|keep| files::keep(tx, keep)).transpose()?;
            save::paper(tx, &event, &who, paper, id)
        })
        .await
}

/// What the database notes of a paper.
pub fn note(paper: Paper, who: &Person, name: String, stored: Stored) -> Keep {
    Keep {
        stored,
        name,
        purpose: match paper {
            Paper::Photo => "registration.photo",
            Paper::Letter => "registration.letter",
        },
        owner: Some(who.account.uuid()),
    }
}
