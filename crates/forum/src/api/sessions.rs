//! The sessions of a programme as programs see them: read by anybody, made, changed and taken out by the desk.

use base::Id;
use db::Tx;
use i18n::Locale;
use jiff::Timestamp;
use serde_json::Value;
use web::Error;
use web::api::{
    Access, Call, Field, Kind, LANGUAGES, Noun, Operation, PAGED, Reply, Result, Shape, Shaped, Wrong,
};
use web::shape;

use super::{EVENT, EVENTS_WRITE, text};
use crate::edit::{self, Moment, Refused};
use crate::entered::Entered;
use crate::managed::Managed;
use crate::model::SESSION_KINDS;
use crate::words::Words;
use crate::{check, read, stored};

const PARTS: [Field; 2] = [EVENT, Field::new("session", Kind::Id, "The session.")];

pub const NOUN: Noun = Noun {
    name: "sessions",
    about: "The sittings of an event's programme, in the order of the day.",
    operations: &[
        Operation::get("/events/{event}/sessions", "list_sessions", Access::Public, list)
            .says("The programme.")
            .of(&[EVENT])
            .asks(&PAGED)
            .answers(200, Session::PAGE),
        Operation::post(
            "/events/{event}/sessions",
            "create_session",
            Access::Scope(&EVENTS_WRITE),
            create,
        )
        .says("Adds a session to the programme.")
        .of(&[EVENT])
        .takes(&NEW)
        .answers(201, Session::KIND),
        Operation::get(
            "/events/{event}/sessions/{session}",
            "read_session",
            Access::Public,
            one,
        )
        .says("One session.")
        .of(&PARTS)
        .answers(200, Session::KIND),
        Operation::patch(
            "/events/{event}/sessions/{session}",
            "change_session",
            Access::Scope(&EVENTS_WRITE),
            one,
            change,
        )
        .says("Changes what is sent and leaves the rest; texts are those of `language`.")
        .of(&PARTS)
        .takes(&CHANGES)
        .answers(200, Session::KIND),
        Operation::delete(
            "/events/{event}/sessions/{session}",
            "remove_session",
            Access::Scope(&EVENTS_WRITE),
            remove,
        )
        .says("Takes a session out of the programme.")
        .of(&PARTS),
    ],
};

shape! {
    /// A sitting of the programme; it begins and ends on one day of the event.
    struct Session {
        /// Never changes.
        id: Id<crate::Session>,
        /// What it is.
        kind: String = Kind::Code(&SESSION_KINDS),
        /// The IANA time zone of its local times: the event's.
        time_zone: String,
        /// The day, in local time.
        day: String = Kind::Day,
        /// When it begins, in local time.
        from: String,
        /// When it ends, in local time.
        to: String,
        /// When it begins, derived.
        starts_at: Timestamp,
        /// When it ends, derived.
        ends_at: Timestamp,
        /// Its title.
        title: Value,
        /// What it is about.
        about: Value,
        /// Where in the building.
        room: Value,
        /// It is sample data.
        sample: bool,
    }
}

/// The fields of a request; the form has the same.
const NAMES: [(&str, &str); 8] = [
    ("day", "day"),
    ("from", "from"),
    ("to", "to"),
    ("kind", "kind"),
    ("language", "language"),
    ("title", "title"),
    ("about", "about"),
    ("room", "room"),
];

const fn fields(new: bool) -> [Field; 8] {
    let mut all = [
        Field::new("day", Kind::Day, "The day, in local time; one of the event's."),
        Field::new("from", Kind::Short(5), "When it begins, in local time, as 09:30."),
        Field::new("to", Kind::Short(5), "When it ends, in local time, as 10:45."),
        Field::new("kind", Kind::Code(&SESSION_KINDS), "What it is."),
        Field::new("title", Kind::Short(200), "Its title in `language`."),
        Field::new(
            "language",
            Kind::Code(&LANGUAGES),
            "Of the texts; the event's original one if not given.",
        ),
        Field::new("about", Kind::Short(2000), "What it is about, in `language`."),
        Field::new("room", Kind::Short(100), "Where in the building, in `language`."),
    ];
    let mut place = 0;
    while new && place < 5 {
        all[place].required = true;
        place += 1;
    }
    all
}

static NEW: Shape = Shape {
    name: "NewSession",
    about: "A session to be added.",
    fields: &fields(true),
};

static CHANGES: Shape = Shape {
    name: "SessionChanges",
    about: "What is to be changed in a session.",
    fields: &fields(false),
};

impl Session {
    fn of(event: &crate::Event, session: &crate::Session) -> Session {
        Session {
            id: session.id,
            kind: session.kind.clone(),
            time_zone: event.zone.clone(),
            day: session.starts().date().to_string(),
            from: stored::clock(session.starts()),
            to: stored::clock(session.ends()),
            starts_at: session.starts_at,
            ends_at: session.ends_at,
            title: text(&session.texts, "title"),
            about: text(&session.texts, "about"),
            room: text(&session.texts, "room"),
            sample: session.sample,
        }
    }
}

fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let event = super::event(tx, call)?;
    let all = read::sessions(tx, event.id)?;
    let lines = all.iter().map(|one| Session::of(&event, one)).collect();
    Reply::page_of(call, lines, |one: &Session| one.id.to_string())
}

fn found(tx: &mut Tx<'_>, call: &Call, event: &crate::Event) -> Result<crate::Session> {
    let id = call.id("session")?;
    Ok(read::session(tx, event.id, id)?.ok_or(Error::NotFound)?)
}

fn one(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let event = super::event(tx, call)?;
    let session = found(tx, call, &event)?;
    Ok(Reply::one(&Session::of(&event, &session)))
}

fn create(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let event = super::managed(tx, call)?;
    let blank = Entered::default().with("language", &event.original_lang);
    let id = checked(call, &event, blank, |fields| {
        edit::add_session(tx, &event, fields)
    })?;
    let session = read::session(tx, event.id, id)?.ok_or(Error::NotFound)?;
    let path = format!("/events/{}/sessions/{id}", event.slug);
    Ok(Reply::made(call, &Session::of(&event, &session), &path))
}

fn change(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let event = super::managed(tx, call)?;
    let session = found(tx, call, &event)?;
    let tag = if call.given("language") {
        call.typed("language")
    } else {
        event.original_lang.clone()
    };
    let before = stored::session(&session, Locale::parse(&tag).unwrap_or(Locale::En));
    checked(call, &event, before, |fields| {
        edit::change_session(tx, &event, session.id, fields)
    })?;
    one(tx, call)
}

/// Checks as the form does, then acts; what is refused stands beside its field.
fn checked<T>(
    call: &Call,
    event: &Managed<crate::Event>,
    before: Entered,
    act: impl FnOnce(&edit::SessionFields) -> std::result::Result<T, Refused>,
) -> Result<T> {
    let w = Words(call.locale());
    let mut entered = before.sent(call, &NAMES);
    let Some(fields) = check::session(&mut entered, w, event) else {
        return Err(entered.refusal(&NAMES));
    };
    act(&fields).map_err(|refused| match refused {
        Refused::Skipped(moment) => {
            let field = if moment == Moment::Start { "from" } else { "to" };
            web::api::Refused::Fields(vec![Wrong::new(field, w.wrong_skipped(&event.zone))])
        }
        Refused::Fault(fault) => fault.into(),
        Refused::NoSuchSession | Refused::SlugTaken | Refused::EditionTaken | Refused::Stale => {
            Error::NotFound.into()
        }
    })
}

fn remove(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let event = super::managed(tx, call)?;
    match edit::remove_session(tx, &event, call.id("session")?) {
        Ok(()) => Ok(Reply::nothing()),
        Err(Refused::Fault(fault)) => Err(fault.into()),
        Err(_) => Err(Error::NotFound.into()),
    }
}
