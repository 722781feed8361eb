//! The fields of the form's steps: what was typed, checked as a whole, with a sentence beside each field that is wrong.

use forum::entered::Entered;
use members::Member;
use web::Form;

use crate::words::Words;
use crate::{Access, Delegation, Registration, Representation, Role, Sender, Step, You};

const YOU: &[&str] = &["honorific", "badge_name", "position"];
const DELEGATION: &[&str] = &["representation", "member", "organization", "role"];
const ACCESS: &[&str] =
    &["wheelchair", "support_person", "assistance_dog", "captioning", "sign_language", "diet", "other_needs"];

/// The fields of one step by name; photo and letter are files and stand apart.
fn names(step: Step) -> &'static [&'static str] {
    match step {
        Step::You => YOU,
        Step::Delegation => DELEGATION,
        Step::Access => ACCESS,
        Step::Papers | Step::Check => &[],
    }
}

/// What was typed, without signs nobody can see: control characters and those that turn the direction of a text.
pub fn typed(form: &Form, step: Step) -> Entered {
    let raw = Entered::from_form(form, names(step));
    names(step).iter().fold(Entered::default(), |clean, name| clean.with(name, visible(raw.value(name))))
}

/// Without direction marks that can make a name read as another.
pub fn visible(text: &str) -> String {
    let hidden = |c: char| {
        matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}') || (c.is_control() && c != '\n')
    };
    text.chars().filter(|c| !hidden(*c)).collect()
}

/// What is stored, to go on from.
pub fn stored(r: &Registration, member: Option<&Member>, step: Step) -> Entered {
    let tick = |yes: bool| if yes { "1" } else { "" };
    match step {
        Step::You => Entered::default()
            .with("honorific", &r.honorific)
            .with("badge_name", &r.badge_name)
            .with("position", &r.position),
        Step::Delegation => Entered::default()
            .with("representation", r.representation.clone().unwrap_or_default())
            .with("member", member.map(|member| member.iso3.clone()).unwrap_or_default())
            .with("organization", &r.organization)
            .with("role", r.role.clone().unwrap_or_default()),
        Step::Access => Entered::default()
            .with("wheelchair", tick(r.wheelchair))
            .with("support_person", tick(r.support_person))
            .with("assistance_dog", tick(r.assistance_dog))
            .with("captioning", tick(r.captioning))
            .with("sign_language", tick(r.sign_language))
            .with("diet", &r.diet)
            .with("other_needs", &r.other_needs),
        Step::Papers | Step::Check => Entered::default(),
    }
}

/// One line of text: spaces made single, ends cut.
fn line(e: &Entered, field: &str) -> String {
    e.value(field).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn short(e: &mut Entered, w: Words, field: &'static str, most: i64) {
    if i64::try_from(e.trimmed(field).chars().count()).unwrap_or(i64::MAX) > most {
        e.refuse(field, w.wrong_long(most));
    }
}

/// Step 1, or messages beside its fields.
pub fn you(e: &mut Entered, w: Words) -> Option<You> {
    let you =
        You { honorific: line(e, "honorific"), badge_name: line(e, "badge_name"), position: line(e, "position") };
    if you.badge_name.is_empty() {
        e.refuse("badge_name", w.wrong_name());
    }
    if you.position.is_empty() {
        e.refuse("position", w.wrong_position());
    }
    short(e, w, "honorific", 40);
    short(e, w, "badge_name", 120);
    short(e, w, "position", 160);
    (!e.refused()).then_some(you)
}

/// Step 2, or messages beside its fields. A member is named by its code; everybody else writes a name.
pub fn delegation(e: &mut Entered, w: Words, members: &[Member]) -> Option<Delegation> {
    let representation = Representation::parse(e.value("representation"));
    let role = Role::parse(e.value("role"));
    let member = members.iter().find(|member| member.iso3 == e.value("member"));
    let organization = line(e, "organization");
    let sender = match representation {
        None => {
            e.refuse("representation", w.wrong_representation());
            None
        }
        Some(Representation::Member) => {
            if member.is_none() {
                e.refuse("member", w.wrong_member());
            }
            member.map(|member| Sender::Member(member.id))
        }
        Some(other) => {
            if organization.is_empty() {
                e.refuse("organization", w.wrong_organization());
            }
            short(e, w, "organization", 200);
            Some(Sender::Organization(other, organization))
        }
    };
    if role.is_none() {
        e.refuse("role", w.wrong_role());
    }
    if e.refused() {
        return None;
    }
    Some(Delegation { sender: sender?, role: role? })
}

/// Step 4, or messages beside its fields.
pub fn access(e: &mut Entered, w: Words) -> Option<Access> {
    short(e, w, "diet", 500);
    short(e, w, "other_needs", 1000);
    let ticked = |field: &str| !e.value(field).is_empty();
    let access = Access {
        wheelchair: ticked("wheelchair"),
        support_person: ticked("support_person"),
        assistance_dog: ticked("assistance_dog"),
        captioning: ticked("captioning"),
        sign_language: ticked("sign_language"),
        diet: e.trimmed("diet").to_owned(),
        other_needs: e.trimmed("other_needs").to_owned(),
    };
    (!e.refused()).then_some(access)
}
