//! Organizations as programs see them: those that a source states.

use base::{Fault, Id};
use db::Tx;
use std::collections::HashMap;
use web::Error;
use web::api::{Access, Call, Field, Json, JsonMap, Kind, Noun, Operation, PAGED, Reply, Result, Shaped};
use web::shape;

use crate::{Member, model};

const KINDS: [&str; 12] = [
    "agency",
    "ministry",
    "ministry_unit",
    "programme",
    "fund",
    "council",
    "dfi",
    "un_entity",
    "igo",
    "ngo",
    "university",
    "other",
];

pub const NOUN: Noun = Noun {
    name: "organizations",
    about: "Agencies, ministries, United Nations entities and other bodies. What no source states waits for the member's word and is not here.",
    operations: &[
        Operation::get("/organizations", "list_organizations", Access::Public, list)
            .says("All organizations, in the order of their members.")
            .asks(&PAGED)
            .answers(200, Organization::PAGE),
        Operation::get(
            "/organizations/{organization}",
            "read_organization",
            Access::Public,
            one,
        )
        .says("One organization.")
        .of(&[Field::new(
            "organization",
            Kind::Slug,
            "The last part of the address of its page.",
        )
        .like("escap")])
        .answers(200, Organization::KIND),
    ],
};

shape! {
    /// An agency, ministry, United Nations entity or other body that takes part.
    struct Organization {
        /// Never changes.
        id: Id<crate::Organization>,
        /// The last part of the address of its page.
        slug: String,
        /// Its name by language.
        name: Json,
        /// Its acronym.
        acronym: Option<String>,
        /// What it is.
        kind: String = Kind::Code(&KINDS),
        /// The member it belongs to, by its code.
        member: Option<String> = Kind::Maybe(&Kind::Iso3),
        /// The body it is part of.
        parent_body: Option<String>,
        /// Since when it exists, as the source says it.
        established: Option<String>,
        /// Its web site.
        website: Option<String>,
    }
}

/// The codes of the members by their ids.
type Codes = HashMap<Id<Member>, String>;

fn codes(tx: &mut Tx<'_>) -> std::result::Result<Codes, Fault> {
    Ok(model::all(tx)?
        .into_iter()
        .map(|member| (member.id, member.iso3))
        .collect())
}

fn given(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

impl Organization {
    fn of(one: crate::Organization, codes: &Codes) -> Organization {
        let website = one.link().map(str::to_owned);
        let names = [
            ("en", Some(one.name_en)),
            ("fr", one.name_fr),
            ("ar", one.name_ar),
        ];
        let said = names
            .into_iter()
            .filter_map(|(tag, name)| Some((tag.to_owned(), name?.into())));
        Organization {
            id: one.id,
            slug: one.slug,
            name: Json::Object(said.collect::<JsonMap<_, _>>()),
            acronym: given(one.acronym),
            kind: one.kind,
            member: one.member_id.and_then(|id| codes.get(&id).cloned()),
            parent_body: given(one.parent_body),
            established: given(one.established),
            website,
        }
    }
}

fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let codes = codes(tx)?;
    let all = model::organizations(tx)?.into_iter();
    let known = all.filter(crate::Organization::established_fact);
    let lines = known.map(|one| Organization::of(one, &codes)).collect();
    Reply::page_of(call, lines, |one: &Organization| one.slug.clone())
}

fn one(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let found = model::organization(tx, call.part("organization"))?;
    let known = found
        .filter(crate::Organization::established_fact)
        .ok_or(Error::NotFound)?;
    Ok(Reply::one(&Organization::of(known, &codes(tx)?)))
}
