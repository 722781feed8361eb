//! The answers of a registration as rows of words: on the last step, on one's own page and on the desk.

use base::Fault;
use db::Tx;
use files::StoredFile;

use crate::words::Words;
use crate::{Registration, Step, labels};

/// One answer.
#[derive(Clone, Debug)]
pub struct Answer {
    pub label: &'static str,
    pub value: String,
}

/// The answers of one step.
#[derive(Clone, Debug)]
pub struct Group {
    pub step: Step,
    pub title: &'static str,
    pub answers: Vec<Answer>,
}

/// A registration with what a page prints beside it.
#[derive(Clone, Debug)]
pub struct Whole {
    pub registration: Registration,
    pub member: Option<members::Member>,
    pub photo: Option<StoredFile>,
    pub letter: Option<StoredFile>,
}

/// Reads what belongs to it.
pub fn whole(tx: &mut Tx<'_>, registration: Registration) -> Result<Whole, Fault> {
    Ok(Whole {
        member: registration
            .member_id
            .map(|id| members::by_id(tx, id))
            .transpose()?
            .flatten(),
        photo: registration
            .photo_id
            .map(|id| files::by_id(tx, id))
            .transpose()?
            .flatten(),
        letter: registration
            .letter_id
            .map(|id| files::by_id(tx, id))
            .transpose()?
            .flatten(),
        registration,
    })
}

impl Whole {
    /// The delegation in words: the member's name or the organization's.
    pub fn delegation(&self, w: Words) -> String {
        self.member.as_ref().map_or_else(
            || self.registration.organization.clone(),
            |m| labels::member(w, m),
        )
    }

    /// All answers by step. What was left empty says so.
    pub fn groups(&self, w: Words) -> Vec<Group> {
        let r = &self.registration;
        let given = |text: &str| {
            if text.is_empty() {
                w.not_given().to_owned()
            } else {
                text.to_owned()
            }
        };
        let chosen = |text: Option<&'static str>| text.unwrap_or(w.not_given()).to_owned();
        let file = |file: &Option<StoredFile>| {
            file.as_ref().map_or_else(
                || w.not_given().to_owned(),
                |f| format!("{}, {}", f.name, bytes(w, f.size)),
            )
        };
        let needs = labels::needs(w, r);
        let needs = if needs.is_empty() {
            w.none().to_owned()
        } else {
            i18n::list_and(w.0, &needs)
        };
        let optional = |text: &str| {
            if text.is_empty() {
                w.none().to_owned()
            } else {
                text.to_owned()
            }
        };
        let answer = |label, value| Answer { label, value };
        vec![
            group(
                w,
                Step::You,
                vec![
                    answer(w.honorific(), optional(&r.honorific)),
                    answer(w.badge_name(), given(&r.badge_name)),
                    answer(w.position(), given(&r.position)),
                ],
            ),
            group(
                w,
                Step::Delegation,
                vec![
                    answer(
                        w.representation(),
                        chosen(r.representation().map(|x| labels::representation(w, x))),
                    ),
                    answer(w.col_delegation(), given(&self.delegation(w))),
                    answer(w.role(), chosen(r.role().map(|x| labels::role(w, x)))),
                ],
            ),
            group(
                w,
                Step::Papers,
                vec![
                    answer(w.photo(), file(&self.photo)),
                    answer(w.letter(), file(&self.letter)),
                ],
            ),
            group(
                w,
                Step::Access,
                vec![
                    answer(w.access_needs(), needs),
                    answer(w.diet(), optional(&r.diet)),
                    answer(w.other_needs(), optional(&r.other_needs)),
                ],
            ),
        ]
    }
}

fn group(w: Words, step: Step, answers: Vec<Answer>) -> Group {
    Group {
        step,
        title: labels::step(w, step),
        answers,
    }
}

/// `112 KB`.
pub fn bytes(w: Words, size: i64) -> String {
    i18n::bytes(w.0, u64::try_from(size).unwrap_or(0))
}
