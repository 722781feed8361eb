//! Photo and letter of one's own registration as a program sends and reads them.

use db::Tx;
use files::{Content, StoredFile};
use forum::api::EVENT;
use i18n::Locale;
use people::api::READ;
use web::api::{
    Access, Call, Field, File, FileBody, Kind, Noun, Operation, Refused, Reply, Result, Shaped, Taking, Wrong,
};
use web::{App, Error};

use super::WRITE;
use super::registration::{not_saved, person, shown, whole};
use super::shape::Registration;
use crate::pages::papers;
use crate::words::Words;
use crate::{Paper, save};

const PHOTO: &str = "/events/{event}/registration/photo";
const LETTER: &str = "/events/{event}/registration/letter";
const NAME: [Field; 1] = [Field::new(
    "name",
    Kind::Short(120),
    "The name of the file, to recognise it by.",
)
.like("photo.jpg")];

pub const NOUN: Noun = Noun {
    name: "papers",
    about: "Photo and letter of nomination of one's own registration: the body is the file. They may come until the decision.",
    operations: &[
        Operation::get(PHOTO, "read_own_photo", Access::Scope(&READ), |tx, call| {
            paper(own(tx, call)?.photo)
        })
        .says("The photo, as it is kept: upright, small, JPEG.")
        .of(&[EVENT])
        .answers(200, Kind::File),
        Operation::put(
            PHOTO,
            "send_photo",
            Access::Scope(&WRITE),
            &PICTURE,
            |tx, call| put(tx, call, Paper::Photo),
        )
        .says("Sends the photo, JPEG or PNG of at most 8 MB; one that was there goes.")
        .of(&[EVENT])
        .asks(&NAME)
        .answers(200, Registration::KIND)
        .may_conflict(),
        Operation::delete(PHOTO, "remove_photo", Access::Scope(&WRITE), |tx, call| {
            remove(tx, call, Paper::Photo)
        })
        .says("Takes the photo away.")
        .of(&[EVENT])
        .may_conflict(),
        Operation::get(LETTER, "read_own_letter", Access::Scope(&READ), |tx, call| {
            paper(own(tx, call)?.letter)
        })
        .says("The letter of nomination.")
        .of(&[EVENT])
        .answers(200, Kind::File),
        Operation::put(LETTER, "send_letter", Access::Scope(&WRITE), &PDF, |tx, call| {
            put(tx, call, Paper::Letter)
        })
        .says("Sends the letter of nomination, a PDF of at most 10 MB; one that was there goes.")
        .of(&[EVENT])
        .asks(&NAME)
        .answers(200, Registration::KIND)
        .may_conflict(),
        Operation::delete(LETTER, "remove_letter", Access::Scope(&WRITE), |tx, call| {
            remove(tx, call, Paper::Letter)
        })
        .says("Takes the letter away.")
        .of(&[EVENT])
        .may_conflict(),
    ],
};

static PICTURE: FileBody = FileBody {
    kinds: &["image/jpeg", "image/png", "application/octet-stream"],
    take: photo,
};
static PDF: FileBody = FileBody {
    kinds: &["application/pdf", "application/octet-stream"],
    take: letter,
};

fn photo(app: &App, content: Content, locale: Locale) -> Taking<'_> {
    Box::pin(async move {
        papers::photo(app, Some(content), Words(locale))
            .await?
            .map_err(unfit)
    })
}

fn letter(_: &App, content: Content, locale: Locale) -> Taking<'_> {
    Box::pin(async move { papers::letter(Some(content), Words(locale)).await?.map_err(unfit) })
}

fn unfit(sentence: &'static str) -> Refused {
    Refused::Fields(vec![Wrong::new("", sentence)])
}

fn own(tx: &mut Tx<'_>, call: &Call) -> Result<crate::pages::answers::Whole> {
    let event = forum::api::event(tx, call)?;
    whole(tx, &event, &person(call)?)
}

/// A paper as an answer.
pub(super) fn paper(file: Option<StoredFile>) -> Result<Reply> {
    let file = file.ok_or(Error::NotFound)?;
    Ok(Reply::file(File {
        hash: file.hash,
        kind: file.kind,
        name: file.name,
    }))
}

fn put(tx: &mut Tx<'_>, call: &Call, paper: Paper) -> Result<Reply> {
    let (event, who) = (forum::api::event(tx, call)?, person(call)?);
    whole(tx, &event, &who)?;
    let name = call.asked("name").unwrap_or_default().to_owned();
    let id = files::keep(tx, &papers::note(paper, &who, name, call.file()?.clone()))?;
    save::paper(tx, &event, &who, paper, Some(id)).map_err(|refused| not_saved(call, &event, refused))?;
    Ok(Reply::one(&shown(tx, call, &event, &who)?))
}

fn remove(tx: &mut Tx<'_>, call: &Call, paper: Paper) -> Result<Reply> {
    let (event, who) = (forum::api::event(tx, call)?, person(call)?);
    whole(tx, &event, &who)?;
    save::paper(tx, &event, &who, paper, None).map_err(|refused| not_saved(call, &event, refused))?;
    Ok(Reply::nothing())
}
