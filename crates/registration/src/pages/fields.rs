//! The fields of the form's steps: what was typed, checked as a whole, with a sentence beside each field that is wrong.

use forum::entered::Entered;
use members::Member;
use web::{Form, Trouble};

use crate::words::Words;
use crate::{Access, Delegation, Registration, Representation, Role, Sender, Step, You};

const YOU: &[&str] = &["honorific", "badge_name", "position"];
const DELEGATION: &[&str] = &["representation", "member", "organization", "role"];
const ACCESS: &[&str] = &[
    "wheelchair",
    "support_person",
    "assistance_dog",
    "captioning",
    "sign_language",
    "diet",
    "other_needs",
];

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
pub fn typed(form: &Form, step: Step, w: Words) -> Entered {
    read(form, names(step), w)
}

/// The named fields of a form; where something had to be taken out, the sentence beside the field says so.
pub fn read(form: &Form, names: &[&'static str], w: Words) -> Entered {
    let mut e = Entered::default();
    for name in names {
        e = e.with(name, visible(&form.text(name).replace("\r\n", "\n")));
        if matches!(form.trouble(name), Some(Trouble::Encoding | Trouble::OddSigns)) {
            e.refuse(name, w.wrong_signs());
        }
    }
    e
}

/// Without direction marks that can make a name read as another.
pub fn visible(text: &str) -> String {
    let hidden = |c: char| {
        matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFD}')
            || (c.is_control() && c != '\n')
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
            .with(
                "member",
                member.map(|member| member.iso3.clone()).unwrap_or_default(),
            )
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
    let you = You {
        honorific: line(e, "honorific"),
        badge_name: line(e, "badge_name"),
        position: line(e, "position"),
    };
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
    Some(Delegation {
        sender: sender?,
        role: role?,
    })
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

#[cfg(test)]
mod tests {
    use super::*;
    use i18n::Locale;

    const W: Words = Words(Locale::En);

    fn typed_you(honorific: &str, name: &str, position: &str) -> Entered {
        Entered::default()
            .with("honorific", honorific)
            .with("badge_name", name)
            .with("position", position)
    }

    fn wrong(e: &Entered) -> Vec<&str> {
        e.wrong.iter().map(|wrong| wrong.field).collect()
    }

    #[test]
    fn an_empty_step_names_each_field_that_is_missing() {
        let mut e = Entered::default();
        assert_eq!(you(&mut e, W), None);
        assert_eq!(wrong(&e), ["badge_name", "position"]);
        let mut e = Entered::default();
        assert_eq!(delegation(&mut e, W, &[]), None);
        assert_eq!(wrong(&e), ["representation", "role"]);
        let mut e = Entered::default();
        assert_eq!(
            access(&mut e, W),
            Some(Access::default()),
            "nobody must need anything"
        );
    }

    #[test]
    fn what_is_chosen_decides_what_must_be_there() {
        let mut e = Entered::default()
            .with("representation", "member")
            .with("role", "head")
            .with("member", "ZZZ");
        assert_eq!(delegation(&mut e, W, &[]), None);
        assert_eq!(wrong(&e), ["member"]);
        let mut e = Entered::default()
            .with("representation", "ngo")
            .with("role", "king")
            .with("organization", "  ");
        assert_eq!(delegation(&mut e, W, &[]), None);
        assert_eq!(wrong(&e), ["organization", "role"]);
        let mut e = Entered::default()
            .with("representation", "ngo")
            .with("role", "adviser")
            .with("organization", " A\tB ");
        let sender = Sender::Organization(Representation::Ngo, "A B".into());
        assert_eq!(
            delegation(&mut e, W, &[]),
            Some(Delegation {
                sender,
                role: Role::Adviser
            })
        );
    }

    #[test]
    fn spaces_are_made_single_and_the_script_is_kept() {
        let mut e = typed_you(" H.E. ", "  ميليان \u{a0} توي ", "Deputy\u{2003}Secretary");
        let you = you(&mut e, W).unwrap();
        assert_eq!(
            (you.honorific.as_str(), you.badge_name.as_str()),
            ("H.E.", "ميليان توي")
        );
        assert_eq!(you.position, "Deputy Secretary");
    }

    #[test]
    fn hidden_signs_go_and_letters_stay() {
        assert_eq!(
            visible("Ana\u{202E}gnp\u{2066}\u{0}\u{7}\u{FEFF} Fonua\nline"),
            "Anagnp Fonua\nline"
        );
        let mut e = typed_you("", &visible("\u{202E}\u{0}\u{2069}"), "x");
        assert_eq!(you(&mut e, W), None);
        assert_eq!(wrong(&e), ["badge_name"]);
    }

    #[test]
    fn too_much_is_refused_and_kept() {
        let long = "ñ".repeat(10 * 1024 * 1024);
        let mut e = typed_you("", &long, &"p".repeat(161));
        assert_eq!(you(&mut e, W), None);
        assert_eq!(wrong(&e), ["badge_name", "position"]);
        assert_eq!(e.error("badge_name"), Some("Use at most 120 characters."));
        assert_eq!(e.value("badge_name").len(), long.len(), "nothing typed is lost");
        let mut e = typed_you(&"h".repeat(40), &"é".repeat(120), &"p".repeat(160));
        assert!(you(&mut e, W).is_some(), "letters are counted, not bytes");
        let mut e = Entered::default()
            .with("diet", "d".repeat(501))
            .with("other_needs", "n".repeat(1001));
        assert_eq!(access(&mut e, W), None);
        assert_eq!(wrong(&e), ["diet", "other_needs"]);
    }
}
