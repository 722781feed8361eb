//! One's own registration as a program sees it: begun, filled in, sent, taken back.

use db::Tx;
use forum::Event;
use forum::api::EVENT;
use forum::entered::Entered;
use people::api::{READ, me};
use web::Error;
use web::api::{Access, Call, Field, Kind, Noun, Operation, Refused, Reply, Result, Shape, Shaped};

use super::WRITE;
use super::shape::Registration;
use crate::pages::answers::{self, Whole};
use crate::pages::{fields, register};
use crate::start::{self, Person, start};
use crate::submit::{self, submit};
use crate::withdraw::{self, withdraw};
use crate::words::Words;
use crate::{Representation, Role, Step, read, save};

const PATH: &str = "/events/{event}/registration";

pub const NOUN: Noun = Noun {
    name: "registration",
    about: "One's own registration for an event.",
    operations: &[
        Operation::get(PATH, "read_registration", Access::Scope(&READ), mine)
            .says("One's own registration: the one that counts, else the newest that ended.")
            .of(&[EVENT])
            .answers(200, Registration::KIND),
        Operation::post(PATH, "begin_registration", Access::Scope(&WRITE), begin)
            .says("Begins a registration, filled from one's last; 200 if there is one already.")
            .of(&[EVENT])
            .answers(201, Registration::KIND)
            .or(200)
            .may_conflict(),
        Operation::patch(PATH, "change_registration", Access::Scope(&WRITE), mine, change)
            .says("Saves what is sent and leaves the rest, until it is submitted.")
            .of(&[EVENT])
            .takes(&CHANGES)
            .answers(200, Registration::KIND)
            .may_conflict(),
        Operation::post(
            "/events/{event}/registration/submission",
            "submit_registration",
            Access::Scope(&WRITE),
            send,
        )
        .says("Sends it to the secretariat; the person gets a letter.")
        .of(&[EVENT])
        .answers(200, Registration::KIND)
        .may_conflict(),
        Operation::post(
            "/events/{event}/registration/withdrawal",
            "withdraw_registration",
            Access::Scope(&WRITE),
            take_back,
        )
        .says("Takes it back, until the event is over.")
        .of(&[EVENT])
        .answers(200, Registration::KIND)
        .may_conflict(),
    ],
};

const YOU: [(&str, &str); 3] = [
    ("honorific", "honorific"),
    ("badge_name", "badge_name"),
    ("position", "position"),
];
const DELEGATION: [(&str, &str); 4] = [
    ("representation", "representation"),
    ("member", "member"),
    ("organization", "organization"),
    ("role", "role"),
];
const ACCESS: [(&str, &str); 7] = [
    ("wheelchair", "wheelchair"),
    ("support_person", "support_person"),
    ("assistance_dog", "assistance_dog"),
    ("captioning", "captioning"),
    ("sign_language", "sign_language"),
    ("diet", "diet"),
    ("other_needs", "other_needs"),
];

static CHANGES: Shape = Shape {
    name: "RegistrationChanges",
    about: "Answers of the form. The answers of a step that is touched must be complete with what is stored.",
    fields: &[
        Field::new("honorific", Kind::Short(40), "Title, as on the badge."),
        Field::new("badge_name", Kind::Short(120), "Name, as on the badge."),
        Field::new("position", Kind::Short(160), "Position, as on the badge."),
        Field::new(
            "representation",
            Kind::Code(Representation::CODES),
            "In what capacity she attends.",
        ),
        Field::new(
            "member",
            Kind::Maybe(&Kind::Iso3),
            "The member she represents, by its code.",
        ),
        Field::new(
            "organization",
            Kind::Short(200),
            "The organization she represents, where it is no member.",
        ),
        Field::new("role", Kind::Code(Role::CODES), "Her place in the delegation."),
        Field::new("wheelchair", Kind::Bool, "Needs a place for a wheelchair."),
        Field::new("support_person", Kind::Bool, "Comes with a support person."),
        Field::new("assistance_dog", Kind::Bool, "Comes with an assistance dog."),
        Field::new("captioning", Kind::Bool, "Needs captions."),
        Field::new("sign_language", Kind::Bool, "Needs sign language."),
        Field::new("diet", Kind::Short(500), "What she does not eat."),
        Field::new(
            "other_needs",
            Kind::Short(1000),
            "What else the venue must prepare.",
        ),
    ],
};

/// The person as this room needs her; her letters are in the language of her account.
pub(super) fn person(call: &Call) -> Result<Person> {
    let me = me(call)?;
    Ok(Person {
        account: me.id,
        name: me.name.clone(),
        locale: me.locale,
    })
}

pub(super) fn whole(tx: &mut Tx<'_>, event: &Event, who: &Person) -> Result<Whole> {
    let mine = read::mine(tx, event.id, who.account)?.ok_or(Error::NotFound)?;
    Ok(answers::whole(tx, mine)?)
}

pub(super) fn shown(tx: &mut Tx<'_>, call: &Call, event: &Event, who: &Person) -> Result<Registration> {
    let whole = whole(tx, event, who)?;
    Ok(Registration::of(
        call,
        event,
        &whole,
        &format!("/events/{}/registration", event.slug),
    ))
}

fn mine(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let (event, who) = (forum::api::event(tx, call)?, person(call)?);
    Ok(Reply::one(&shown(tx, call, &event, &who)?))
}

fn closed(call: &Call, event: &Event) -> Refused {
    let w = Words(call.locale());
    let words = register::deadline(w, event, true);
    conflict("closed", &words.unwrap_or_else(|| w.closed_never().to_owned()))
}

fn conflict(code: &'static str, words: &str) -> Refused {
    Refused::Conflict {
        code,
        words: words.to_owned(),
    }
}

/// Why nothing was saved, in the words of the form.
pub(super) fn not_saved(call: &Call, event: &Event, refused: save::Refused) -> Refused {
    match refused {
        save::Refused::Closed => closed(call, event),
        save::Refused::Sent => conflict("already_sent", Words(call.locale()).wrong_already_sent()),
        save::Refused::Fault(fault) => fault.into(),
    }
}

fn begin(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let (event, who) = (forum::api::event(tx, call)?, person(call)?);
    let had = read::active(tx, event.id, who.account)?.is_some();
    match start(tx, &event, &who) {
        Ok(_) => {}
        Err(start::Refused::Closed) => return Err(closed(call, &event)),
        Err(start::Refused::Fault(fault)) => return Err(fault.into()),
    }
    let path = format!("/events/{}/registration", event.slug);
    let reply = Reply::made(call, &shown(tx, call, &event, &who)?, &path);
    Ok(if had { reply.with_status(200) } else { reply })
}

fn change(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let (event, who, w) = (forum::api::event(tx, call)?, person(call)?, Words(call.locale()));
    let before = whole(tx, &event, &who)?;
    let touched = |names: &[(&'static str, &'static str)]| names.iter().any(|(name, _)| call.given(name));
    let typed = |step, names: &[(&'static str, &'static str)]| {
        fields::stored(&before.registration, before.member.as_ref(), step).sent(call, names)
    };
    let mut all = Entered::default();
    let saved = |result: std::result::Result<(), save::Refused>| {
        result.map_err(|refused| not_saved(call, &event, refused))
    };
    if touched(&YOU) {
        let mut e = typed(Step::You, &YOU);
        match fields::you(&mut e, w) {
            Some(you) => saved(save::you(tx, &event, &who, &you))?,
            None => all.wrong.extend(e.wrong),
        }
    }
    if touched(&DELEGATION) {
        let mut e = typed(Step::Delegation, &DELEGATION);
        match fields::delegation(&mut e, w, &members::all(tx)?) {
            Some(to) => saved(save::delegation(tx, &event, &who, &to))?,
            None => all.wrong.extend(e.wrong),
        }
    }
    if touched(&ACCESS) {
        let mut e = typed(Step::Access, &ACCESS);
        match fields::access(&mut e, w) {
            Some(to) => saved(save::access(tx, &event, &who, &to))?,
            None => all.wrong.extend(e.wrong),
        }
    }
    if all.refused() {
        return Err(all.refusal(&[]));
    }
    Ok(Reply::one(&shown(tx, call, &event, &who)?))
}

fn send(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let (event, who, w) = (forum::api::event(tx, call)?, person(call)?, Words(call.locale()));
    match submit(tx, &event, who.account) {
        Ok(_) => Ok(Reply::one(&shown(tx, call, &event, &who)?)),
        Err(submit::Refused::Closed) => Err(closed(call, &event)),
        Err(submit::Refused::AlreadySent) => Err(conflict("already_sent", w.wrong_already_sent())),
        Err(submit::Refused::NotStarted) => Err(Error::NotFound.into()),
        Err(submit::Refused::Incomplete(step)) => Err(missing(&whole(tx, &event, &who)?, step, w)),
        Err(submit::Refused::Fault(fault)) => Err(fault.into()),
    }
}

/// Which answers are missing, in the words of the form.
fn missing(whole: &Whole, step: Step, w: Words) -> Refused {
    let mut e = fields::stored(&whole.registration, whole.member.as_ref(), step);
    match step {
        Step::You => drop(fields::you(&mut e, w)),
        _ => drop(fields::delegation(&mut e, w, whole.member.as_slice())),
    }
    e.refusal(&[])
}

fn take_back(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let (event, who, w) = (forum::api::event(tx, call)?, person(call)?, Words(call.locale()));
    match withdraw(tx, &event, who.account) {
        Ok(()) => Ok(Reply::one(&shown(tx, call, &event, &who)?)),
        Err(withdraw::Refused::Nothing) => Err(conflict("nothing_to_withdraw", w.withdraw_nothing())),
        Err(withdraw::Refused::Over) => Err(conflict("event_over", w.withdraw_over())),
        Err(withdraw::Refused::Fault(fault)) => Err(fault.into()),
    }
}
