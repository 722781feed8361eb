//! The desk's registrations as a program sees them: the queue, one request, the decision.

use base::Id;
use db::Tx;
use forum::Event;
use forum::api::EVENT;
use forum::entered::Entered;
use jiff::Timestamp;
use people::api::me;
use std::collections::HashMap;
use web::Error;
use web::api::{Access, Call, Field, Kind, Noun, Operation, Refused, Reply, Result, Shape, Shaped};
use web::shape;

use super::DESK;
use super::papers::paper;
use super::shape::Registration;
use crate::decide::{self, accredit, accredit_all, decline};
use crate::pages::answers::{self, Whole};
use crate::pages::ask::Ask;
use crate::pages::{detail, door, queue as page};
use crate::queue::{self, Line};
use crate::read;
use crate::words::Words;
use crate::{Reason, Representation, Role, State, keys};

const VIEWS: [&str; 4] = ["pending", "accredited", "declined", "withdrawn"];
const REGISTRATION: [Field; 1] = [Field::new("registration", Kind::Id, "The registration.")];
const FILTERS: [Field; 7] = [
    Field::new(
        "view",
        Kind::Code(&VIEWS),
        "Where they stand; pending if not given.",
    ),
    Field::new(
        "q",
        Kind::Short(100),
        "Words that must all be found, in any script.",
    ),
    Field::new(
        "rep",
        Kind::Code(Representation::CODES),
        "In what capacity they attend.",
    ),
    Field::new("check", Kind::Code(&["photo", "letter"]), "What is missing."),
    Field::new(
        "sort",
        Kind::Code(&["oldest", "name", "delegation"]),
        "The order; the oldest first if not given.",
    ),
    web::api::PAGED[0],
    web::api::PAGED[1],
];

pub const NOUN: Noun = Noun {
    name: "registrations",
    about: "The requests of everybody at an event, for the desk: officers, registrars and administrators.",
    operations: &[
        Operation::get(
            "/events/{event}/registrations",
            "list_registrations",
            Access::Scope(&DESK),
            list,
        )
        .says("The queue, with the filters of its page.")
        .of(&[EVENT])
        .asks(&FILTERS)
        .answers(200, Request::PAGE),
        Operation::post(
            "/events/{event}/accreditations",
            "accredit_registrations",
            Access::Scope(&DESK),
            bulk,
        )
        .says("Accredits each that is still to be decided, and says of the others why not.")
        .of(&[EVENT])
        .takes(&MANY)
        .answers(200, Report::KIND),
        Operation::get(
            "/registrations/{registration}",
            "read_request",
            Access::Scope(&DESK),
            one,
        )
        .says("One request with what happened to it.")
        .of(&REGISTRATION)
        .answers(200, RequestInFull::KIND),
        Operation::post(
            "/registrations/{registration}/decision",
            "decide_registration",
            Access::Scope(&DESK),
            decision,
        )
        .says("Accredits or declines; the person gets a letter. The second to decide learns who was first.")
        .of(&REGISTRATION)
        .takes(&DECISION)
        .answers(200, RequestInFull::KIND)
        .may_conflict(),
        Operation::get(
            "/registrations/{registration}/photo",
            "read_photo",
            Access::Scope(&DESK),
            photo,
        )
        .says("Its photo.")
        .of(&REGISTRATION)
        .answers(200, Kind::File),
        Operation::get(
            "/registrations/{registration}/letter",
            "read_letter",
            Access::Scope(&DESK),
            letter,
        )
        .says("Its letter of nomination.")
        .of(&REGISTRATION)
        .answers(200, Kind::File),
    ],
};

shape! {
    /// One line of the queue.
    struct Request {
        /// Never changes.
        id: Id<crate::Registration>,
        /// The number people quote.
        number: String,
        /// Where it stands.
        state: String = Kind::Code(&State::CODES),
        /// Name, as on the badge.
        badge_name: String,
        /// The member, by its code.
        member: Option<String> = Kind::Maybe(&Kind::Iso3),
        /// The organization, where it is no member.
        organization: String,
        /// The place in the delegation.
        role: String = Kind::Code(Role::CODES),
        /// In what capacity.
        representation: String = Kind::Code(Representation::CODES),
        /// When it was sent.
        submitted_at: Timestamp,
        /// There is a photo.
        photo: bool,
        /// There is a letter of nomination.
        letter: bool,
        /// Another of the same name is pending or accredited.
        duplicate: bool,
        /// It is sample data.
        sample: bool,
    }

    /// A request with the person and what happened to it.
    struct RequestInFull {
        /// Its answers.
        registration: Registration,
        /// The name of the account.
        name: String,
        /// The address of the account.
        email: String,
        /// Others of the same name that are pending or accredited.
        same_name: Vec<Id<crate::Registration>>,
        /// What happened to it, in order.
        moves: Vec<Move>,
    }

    /// One line of what happened.
    struct Move {
        /// When.
        at: Timestamp,
        /// The state after it.
        state: String = Kind::Code(&State::CODES),
        /// By whom.
        name: String,
    }

    /// What became of many.
    struct Report {
        /// The names of those accredited now.
        accredited: Vec<String>,
        /// Those that were not.
        skipped: Vec<Skipped>,
    }

    /// One that was not accredited.
    struct Skipped {
        /// The name.
        name: String,
        /// Why not.
        why: String,
    }
}

static MANY: Shape = Shape {
    name: "Accreditations",
    about: "Whom to accredit.",
    fields: &[Field::needed(
        "registrations",
        Kind::List(&Kind::Id),
        "Their registrations.",
    )],
};

static DECISION: Shape = Shape {
    name: "Decision",
    about: "To accredit, or to decline with a reason and words for the person.",
    fields: &[
        Field::needed(
            "decision",
            Kind::Code(&["accredit", "decline"]),
            "What is decided.",
        ),
        Field::new("reason", Kind::Code(Reason::CODES), "Why it is declined."),
        Field::new(
            "words",
            Kind::Short(2000),
            "Words for the person, at least five characters.",
        ),
    ],
};

fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let event = forum::api::event(tx, call)?;
    door::decided_by(event.id, me(call)?)?;
    let asked = |name| call.asked(name).unwrap_or_default().to_owned();
    let ask = Ask {
        view: asked("view"),
        q: asked("q"),
        rep: asked("rep"),
        check: asked("check"),
        sort: asked("sort"),
        ..Ask::default()
    };
    let after = match call.cursor().map(str::parse) {
        None => None,
        Some(Ok(id)) if read::sent(tx, event.id, id)?.is_some() => Some(id),
        Some(_) => return Err(call.lost()),
    };
    let limit = i64::try_from(call.limit()).unwrap_or(100) + 1;
    let found = queue::after(tx, &ask.wanted(event.id), after, limit)?;
    let codes: HashMap<_, _> = members::all(tx)?
        .into_iter()
        .map(|one| (one.id, one.iso3))
        .collect();
    let line = |line: Line| Request {
        id: line.id,
        number: keys::number(&event.slug, line.number),
        state: line.state,
        badge_name: line.badge_name,
        member: line.member_id.and_then(|id| codes.get(&id).cloned()),
        organization: line.organization,
        role: line.role,
        representation: line.representation,
        submitted_at: line.submitted_at,
        photo: line.photo,
        letter: line.letter,
        duplicate: line.duplicate,
        sample: line.sample,
    };
    let lines = found.into_iter().map(line).collect();
    Ok(Reply::page(call, lines, |one: &Request| one.id.to_string()))
}

/// The request of the path with its event, for who may decide on it.
fn found(tx: &mut Tx<'_>, call: &Call) -> Result<(Event, Whole, decide::Decider)> {
    let me = me(call)?;
    if !door::may_decide(me) {
        return Err(Error::Forbidden.into());
    }
    let one = read::by_id(tx, call.id("registration")?)?;
    let one = one.filter(|r| r.state() != State::Draft).ok_or(Error::NotFound)?;
    let event = forum::read::event_by_id(tx, one.event_id)?.ok_or(Error::NotFound)?;
    let decider = door::decided_by(event.id, me)?;
    Ok((event, answers::whole(tx, one)?, decider))
}

fn one(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let (event, whole, _) = found(tx, call)?;
    let r = &whole.registration;
    let (name, email) = read::person(tx, r.account_id)?;
    let moves = read::moves(tx, r.id)?.into_iter().map(|one| Move {
        at: one.at,
        state: one.state,
        name: one.name,
    });
    Ok(Reply::one(&RequestInFull {
        name,
        email,
        same_name: read::same_name(tx, r.id)?.iter().map(|other| other.id).collect(),
        moves: moves.collect(),
        registration: Registration::of(call, &event, &whole, &format!("/registrations/{}", r.id)),
    }))
}

fn decision(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let (event, whole, decider) = found(tx, call)?;
    let (w, id) = (Words(call.locale()), whole.registration.id);
    let decided = if call.typed("decision") == "decline" {
        let mut e = Entered::default().sent(call, &[("reason", "reason"), ("words", "words")]);
        let Some(refusal) = detail::refusal(&mut e, w) else {
            return Err(e.refusal(&[]));
        };
        decline(tx, &decider, id, &refusal)
    } else {
        accredit(tx, &decider, id)
    };
    let code = match &decided {
        Ok(()) => return one(tx, call),
        Err(decide::Refused::AlreadyDecided { .. }) => "already_decided",
        Err(decide::Refused::Withdrawn { .. }) => "withdrawn",
        Err(decide::Refused::Unknown | decide::Refused::Fault(_)) => "unknown",
    };
    match decided {
        Err(decide::Refused::Fault(fault)) => Err(fault.into()),
        Err(why) => Err(Refused::Conflict {
            code,
            words: page::refused(w, &event, &why),
        }),
        Ok(()) => one(tx, call),
    }
}

fn bulk(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let event = forum::api::event(tx, call)?;
    let decider = door::decided_by(event.id, me(call)?)?;
    let ids: Vec<Id<crate::Registration>> = call
        .list("registrations")
        .iter()
        .filter_map(|text| text.parse().ok())
        .collect();
    let report = accredit_all(tx, &decider, &ids)?;
    let w = Words(call.locale());
    let skipped = report.skipped.into_iter().map(|(name, why)| Skipped {
        name,
        why: page::refused(w, &event, &why),
    });
    Ok(Reply::one(&Report {
        accredited: report.done,
        skipped: skipped.collect(),
    }))
}

fn photo(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    paper(found(tx, call)?.1.photo)
}

fn letter(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    paper(found(tx, call)?.1.letter)
}
