//! Members and associate members as programs see them.

use base::Id;
use db::Tx;
use web::Error;
use web::api::{Access, Call, Field, Json, JsonMap, Kind, Noun, Operation, PAGED, Reply, Result, Shaped};
use web::shape;

use crate::model;

const MEMBERSHIPS: [&str; 3] = ["member", "member_non_regional", "associate_member"];
const SUBREGIONS: [&str; 6] = ["ENEA", "NCA", "PAC", "SSWA", "SEA", "NONREG"];

pub const NOUN: Noun = Noun {
    name: "members",
    about: "Members and associate members of the convening body, in the one English alphabetical order.",
    operations: &[
        Operation::get("/members", "list_members", Access::Public, list)
            .says("All members and associate members.")
            .asks(&PAGED)
            .answers(200, Member::PAGE),
        Operation::get("/members/{member}", "read_member", Access::Public, one)
            .says("One member.")
            .of(&[Field::new("member", Kind::Iso3, "Its three-letter code.").like("TON")])
            .answers(200, Member::KIND),
    ],
};

shape! {
    /// A member or associate member, under the one name the convening body uses for it.
    struct Member {
        /// Never changes.
        id: Id<crate::Member>,
        /// ISO 3166-1, three letters.
        iso3: String = Kind::Iso3,
        /// ISO 3166-1, two letters.
        iso2: String,
        /// Its name by language, where the body has one.
        name: Json,
        /// Member, member from outside the region, or associate member.
        membership: String = Kind::Code(&MEMBERSHIPS),
        /// Its subregion.
        subregion: String = Kind::Code(&SUBREGIONS),
        /// Its place in the list, counted from 1.
        position: i64,
    }
}

impl Member {
    fn of(member: crate::Member) -> Member {
        let names = [
            ("en", member.name_en),
            ("fr", member.name_fr),
            ("ru", member.name_ru),
            ("zh", member.name_zh),
            ("ar", member.name_ar),
        ];
        let said = names.into_iter().filter(|(_, name)| !name.is_empty());
        let name: JsonMap<_, _> = said.map(|(tag, name)| (tag.to_owned(), name.into())).collect();
        Member {
            id: member.id,
            iso3: member.iso3,
            iso2: member.iso2,
            name: Json::Object(name),
            membership: member.membership,
            subregion: member.subregion,
            position: member.position,
        }
    }
}

fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let all = model::all(tx)?.into_iter().map(Member::of).collect();
    Reply::page_of(call, all, |one: &Member| one.iso3.clone())
}

fn one(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let member = model::by_iso3(tx, call.part("member"))?.ok_or(Error::NotFound)?;
    Ok(Reply::one(&Member::of(member)))
}
