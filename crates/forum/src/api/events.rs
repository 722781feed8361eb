//! Events as programs see them: read by anybody, made and changed by the desk.

use base::Id;
use db::Tx;
use i18n::Locale;
use jiff::Timestamp;
use serde_json::Value;
use web::api::{Access, Call, Field, Kind, LANGUAGES, Noun, Operation, PAGED, Reply, Result, Shape, Shaped};
use web::shape;

use super::{EVENT, EVENTS_WRITE, known, text};
use crate::check::{self, Choices, INTERPRETATION};
use crate::entered::Entered;
use crate::model::{FORMATS, KINDS, STATUSES};
use crate::words::Words;
use crate::{edit, managed, read, stored};

const KNOWN: [&str; 3] = ["time", "day", "within"];

pub const NOUN: Noun = Noun {
    name: "events",
    about: "Anything with a date and a page: an edition of a series, a round table, a side event, a meeting.",
    operations: &[
        Operation::get("/events", "list_events", Access::Public, list)
            .says("All events, the earliest first; drafts too for officers.")
            .asks(&PAGED)
            .answers(200, Event::PAGE),
        Operation::post("/events", "create_event", Access::Scope(&EVENTS_WRITE), create)
            .says("Makes an event; its language becomes the original one.")
            .takes(&NEW)
            .answers(201, Event::KIND),
        Operation::get("/events/{event}", "read_event", Access::Public, one)
            .says("One event.")
            .of(&[EVENT])
            .answers(200, Event::KIND),
        Operation::patch(
            "/events/{event}",
            "change_event",
            Access::Scope(&EVENTS_WRITE),
            one,
            change,
        )
        .says("Changes what is sent and leaves the rest; texts are those of `language`.")
        .of(&[EVENT])
        .takes(&CHANGES)
        .answers(200, Event::KIND),
    ],
};

shape! {
    /// Anything with a date and a page. What is not known is null or empty.
    struct Event {
        /// Never changes.
        id: Id<crate::Event>,
        /// The last part of the address of its page; it may change.
        slug: String,
        /// Its page.
        page: String,
        /// What it is.
        kind: String = Kind::Code(&KINDS),
        /// Where it stands; a draft is known to officers only.
        status: String = Kind::Code(&STATUSES),
        /// The series it is an edition of, by its slug.
        series: Option<String>,
        /// Which edition of the series.
        edition: Option<i64>,
        /// The language in which every text is there.
        original_language: String = Kind::Code(&LANGUAGES),
        /// Its title.
        title: Value,
        /// Its theme.
        theme: Value,
        /// What it is, in a sentence or two.
        lede: Value,
        /// What it is, in full.
        about: Value,
        /// One objective a line.
        objectives: Value,
        /// The building.
        venue: Value,
        /// The city.
        city: Value,
        /// The IANA time zone of its local times.
        time_zone: String,
        /// The first moment, as the organiser meant it.
        starts_local: String = Kind::Local,
        /// The last moment, as the organiser meant it.
        ends_local: String = Kind::Local,
        /// The first moment, derived.
        starts_at: Timestamp,
        /// The last moment, derived.
        ends_at: Timestamp,
        /// Whether the times of the day are known, the day alone, or only that it is within these days.
        known: String = Kind::Code(&KNOWN),
        /// Its times are sample data.
        sample_times: bool,
        /// How one takes part.
        format: Option<String> = Kind::Maybe(&Kind::Code(&FORMATS)),
        /// Languages of interpretation; empty if they are not known.
        interpretation: Vec<String> = Kind::List(&Kind::Code(&LANGUAGES)),
        /// The member that hosts it, by its code.
        host: Option<String> = Kind::Maybe(&Kind::Iso3),
        /// Whom to write to.
        contact_email: Option<String>,
        /// The deadline of registration, as the organiser meant it.
        registration_closes_local: Option<String> = Kind::Maybe(&Kind::Local),
        /// The deadline of registration, derived.
        registration_closes_at: Option<Timestamp>,
        /// Raised by every change, as in calendars.
        sequence: i64,
        /// When it was entered.
        created_at: Timestamp,
        /// When it was changed.
        updated_at: Timestamp,
    }
}

/// The fields of a request beside those of the form.
const NAMES: [(&str, &str); 20] = [
    ("slug", "slug"),
    ("kind", "kind"),
    ("status", "status"),
    ("series", "series"),
    ("edition", "edition"),
    ("language", "language"),
    ("title", "title"),
    ("theme", "theme"),
    ("lede", "lede"),
    ("about", "about"),
    ("objectives", "objectives"),
    ("venue", "venue"),
    ("city", "city"),
    ("time_zone", "zone"),
    ("starts_local", "starts"),
    ("ends_local", "ends"),
    ("known", "known"),
    ("host", "host"),
    ("contact_email", "contact_email"),
    ("registration_closes_local", "closes"),
];

const fn fields(new: bool) -> [Field; 22] {
    let mut all = [
        Field::new("slug", Kind::Slug, "The last part of the address of its page."),
        Field::new("kind", Kind::Code(&KINDS), "What it is."),
        Field::new("status", Kind::Code(&STATUSES), "Where it stands."),
        Field::new("title", Kind::Short(200), "Its title in `language`."),
        Field::new(
            "time_zone",
            Kind::Short(64),
            "The IANA time zone of its local times.",
        ),
        Field::new("starts_local", Kind::Local, "The first moment, in local time."),
        Field::new("ends_local", Kind::Local, "The last moment, in local time."),
        Field::new("known", Kind::Code(&KNOWN), "What of its time is known."),
        Field::new(
            "language",
            Kind::Code(&LANGUAGES),
            "Of the texts; the original one if not given.",
        ),
        Field::new(
            "series",
            Kind::Maybe(&Kind::Slug),
            "Of an edition: the series, by its slug.",
        ),
        Field::new(
            "edition",
            Kind::Maybe(&Kind::Whole(1, 9999)),
            "Of an edition: its number.",
        ),
        Field::new("theme", Kind::Short(300), "In `language`."),
        Field::new("lede", Kind::Short(400), "In `language`."),
        Field::new("about", Kind::Short(8000), "In `language`."),
        Field::new("objectives", Kind::Short(4000), "In `language`, one a line."),
        Field::new("venue", Kind::Short(200), "In `language`."),
        Field::new("city", Kind::Short(100), "In `language`."),
        Field::new(
            "format",
            Kind::Maybe(&Kind::Code(&FORMATS)),
            "How one takes part.",
        ),
        Field::new(
            "interpretation",
            Kind::List(&Kind::Code(&LANGUAGES)),
            "Languages of interpretation.",
        ),
        Field::new("host", Kind::Maybe(&Kind::Iso3), "The member that hosts it."),
        Field::new("contact_email", Kind::Maybe(&Kind::Email), "Whom to write to."),
        Field::new(
            "registration_closes_local",
            Kind::Maybe(&Kind::Local),
            "The deadline of registration.",
        ),
    ];
    let mut place = 0;
    while new && place < 9 {
        all[place].required = true;
        place += 1;
    }
    all
}

static NEW: Shape = Shape {
    name: "NewEvent",
    about: "An event to be made.",
    fields: &fields(true),
};

static CHANGES: Shape = Shape {
    name: "EventChanges",
    about: "What is to be changed in an event.",
    fields: &fields(false),
};

impl Event {
    fn of(event: &crate::Event, choices: &Choices, call: &Call) -> Event {
        let series = choices.series.iter().find(|one| Some(one.id) == event.series_id);
        let host = choices.members.iter().find(|one| Some(one.id) == event.host_id);
        Event {
            id: event.id,
            slug: event.slug.clone(),
            page: format!("{}/e/{}", call.site.public_url, event.slug),
            kind: event.kind.clone(),
            status: event.status.clone(),
            series: series.map(|one| one.slug.clone()),
            edition: event.edition,
            original_language: event.original_lang.clone(),
            title: text(&event.texts, "title"),
            theme: text(&event.texts, "theme"),
            lede: text(&event.texts, "lede"),
            about: text(&event.texts, "about"),
            objectives: text(&event.texts, "objectives"),
            venue: text(&event.texts, "venue"),
            city: text(&event.texts, "city"),
            time_zone: event.zone.clone(),
            starts_local: event.starts_local.clone(),
            ends_local: event.ends_local.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            known: event.known.clone(),
            sample_times: event.sample_times,
            format: event.format.clone(),
            interpretation: event
                .interpretation()
                .iter()
                .map(|one| one.tag().to_owned())
                .collect(),
            host: host.map(|one| one.iso3.clone()),
            contact_email: known(&event.contact_email),
            registration_closes_local: event.registration_closes_local.clone(),
            registration_closes_at: event.registration_closes_at,
            sequence: event.sequence,
            created_at: event.created_at,
            updated_at: event.updated_at,
        }
    }
}

fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let after = call
        .cursor()
        .map(|cursor| cursor.parse().map_err(|_| call.lost()))
        .transpose()?;
    if let Some(after) = after
        && read::event_by_id(tx, after)?.is_none()
    {
        return Err(call.lost());
    }
    let limit = i64::try_from(call.limit()).unwrap_or(100) + 1;
    let events = read::events_after(tx, &managed::drafts(people::api::me(call).ok()), after, limit)?;
    let choices = Choices::read(tx)?;
    let lines = events
        .iter()
        .map(|event| Event::of(event, &choices, call))
        .collect();
    Ok(Reply::page(call, lines, |event: &Event| event.id.to_string()))
}

fn one(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let event = super::event(tx, call)?;
    Ok(Reply::one(&Event::of(&event, &Choices::read(tx)?, call)))
}

fn sent(stored: Entered, call: &Call) -> Entered {
    let mut entered = stored.sent(call, &NAMES).sent(call, &[("format", "format")]);
    if call.given("interpretation") {
        let spoken = call.list("interpretation");
        for (field, locale) in INTERPRETATION {
            let on = spoken.iter().any(|one| one == locale.tag());
            entered = entered.with(field, if on { "1" } else { "" });
        }
    }
    entered
}

fn create(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    super::only_managers(call)?;
    let (w, choices) = (Words(call.locale()), Choices::read(tx)?);
    let mut entered = sent(Entered::default(), call);
    let Some(fields) = check::event(&mut entered, w, &choices) else {
        return Err(entered.refusal(&NAMES));
    };
    match edit::create(tx, &fields) {
        Ok(id) => {
            let event = read::event_by_id(tx, id)?.ok_or(web::Error::NotFound)?;
            let path = format!("/events/{}", event.slug);
            Ok(Reply::made(call, &Event::of(&event, &choices, call), &path))
        }
        Err(refused) => {
            check::refused(&mut entered, w, refused, &fields.zone)?;
            Err(entered.refusal(&NAMES))
        }
    }
}

fn change(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let (w, choices) = (Words(call.locale()), Choices::read(tx)?);
    let event = super::managed(tx, call)?;
    let language = if call.given("language") {
        Locale::parse(&call.typed("language"))
    } else {
        Locale::parse(&event.original_lang)
    };
    let stored = stored::event(&event, language.unwrap_or(Locale::En), &choices);
    let mut entered = sent(stored, call);
    let Some(fields) = check::event(&mut entered, w, &choices) else {
        return Err(entered.refusal(&NAMES));
    };
    if let Err(refused) = edit::change(tx, &event, &fields, event.sequence) {
        check::refused(&mut entered, w, refused, &fields.zone)?;
        return Err(entered.refusal(&NAMES));
    }
    let event = read::event_by_id(tx, event.id)?.ok_or(web::Error::NotFound)?;
    Ok(Reply::one(&Event::of(&event, &choices, call)))
}
