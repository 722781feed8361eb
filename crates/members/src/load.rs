//! Brings the members and organizations of the data files into the database; done again, it corrects and never doubles.

use std::collections::HashMap;

use base::{Fault, Id};
use db::{Tx, params, sql};
use serde::Deserialize;

use crate::{Member, Organization};

const MEMBERS: &str = include_str!("../../../data/members.csv");
const ARABIC: &str = include_str!("../../../data/member_names_ar.csv");
const AGENCIES: &str = include_str!("../../../data/agencies.csv");
const OTHERS: &str = include_str!("../../../data/organizations.csv");

/// One line of `members.csv`.
#[derive(Clone, Debug, Deserialize)]
pub struct MemberLine {
    pub order_en: i64,
    pub iso_alpha3: String,
    pub iso_alpha2: String,
    pub name_en: String,
    pub sort_key: String,
    pub name_fr: String,
    pub name_ru: String,
    pub name_zh: String,
    pub membership: String,
    pub status_note: String,
    pub escap_subregion_code: String,
    pub capital: String,
    pub timezone: String,
    pub verify: String,
    pub status_as_of: String,
}

#[derive(Deserialize)]
struct ArabicLine {
    iso_alpha3: String,
    name_ar: String,
    verify: String,
}

#[derive(Deserialize)]
struct AgencyLine {
    agency_id: String,
    iso_alpha3: String,
    agency_name: String,
    acronym: String,
    kind: String,
    parent_body: String,
    established: String,
    website: String,
    primary: String,
    confidence: String,
}

#[derive(Deserialize)]
struct OtherLine {
    slug: String,
    name_en: String,
    name_fr: String,
    name_ar: String,
    acronym: String,
    kind: String,
    website: String,
}

fn lines<T: for<'a> Deserialize<'a>>(text: &str, file: &str) -> Result<Vec<T>, Fault> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<Vec<T>, csv::Error>>()
        .map_err(|error| Fault::new(format!("reading {file}")).because(error))
}

/// The lines of `members.csv`, in file order.
pub fn member_lines() -> Result<Vec<MemberLine>, Fault> {
    lines(MEMBERS, "members.csv")
}

/// Arabic short names by code, from a file of their own.
pub fn arabic_names() -> Result<HashMap<String, String>, Fault> {
    let lines: Vec<ArabicLine> = lines(ARABIC, "member_names_ar.csv")?;
    Ok(lines
        .into_iter()
        .map(|line| (line.iso_alpha3, line.name_ar))
        .collect())
}

/// Loads all of it.
pub fn load(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let arabic: Vec<ArabicLine> = lines(ARABIC, "member_names_ar.csv")?;
    let arabic: HashMap<&str, &ArabicLine> = arabic
        .iter()
        .map(|line| (line.iso_alpha3.as_str(), line))
        .collect();
    let mut ids = HashMap::new();
    for line in member_lines()? {
        let (name_ar, doubt) = arabic
            .get(line.iso_alpha3.as_str())
            .map_or(("", ""), |a| (a.name_ar.as_str(), a.verify.as_str()));
        let id = load_member(tx, &line, name_ar, doubt)?;
        ids.insert(line.iso_alpha3, (id, line.order_en));
    }
    for line in lines::<OtherLine>(OTHERS, "organizations.csv")? {
        load_other(tx, &line)?;
    }
    for (n, line) in lines::<AgencyLine>(AGENCIES, "agencies.csv")?.iter().enumerate() {
        let Some(&(member, order)) = ids.get(&line.iso_alpha3) else {
            return Err(Fault::new(format!("agencies.csv: no member {}", line.iso_alpha3)));
        };
        let within = i64::try_from(n).unwrap_or(i64::MAX);
        load_agency(tx, line, member, order * 1000 + within)?;
    }
    Ok(())
}

fn load_member(tx: &mut Tx<'_>, line: &MemberLine, name_ar: &str, doubt: &str) -> Result<Id<Member>, Fault> {
    let new: Id<Member> = tx.new_id();
    let unverified = [line.verify.as_str(), doubt]
        .into_iter()
        .filter(|s| !s.is_empty())
        .collect::<Vec<_>>()
        .join(";");
    let (id,): (Id<Member>,) = tx.one(
        sql!(
            "insert into member (id, iso3, iso2, name_en, name_fr, name_ru, name_zh, name_ar, membership,
                 subregion, status_note, capital, zone, position, sort_key, unverified, status_as_of)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
             on conflict (iso3) do update set iso2 = excluded.iso2, name_en = excluded.name_en,
                 name_fr = excluded.name_fr, name_ru = excluded.name_ru, name_zh = excluded.name_zh,
                 name_ar = excluded.name_ar, membership = excluded.membership, subregion = excluded.subregion,
                 status_note = excluded.status_note, capital = excluded.capital, zone = excluded.zone,
                 position = excluded.position, sort_key = excluded.sort_key, unverified = excluded.unverified,
                 status_as_of = excluded.status_as_of
             returning id"
        ),
        params![
            new,
            &line.iso_alpha3,
            &line.iso_alpha2,
            &line.name_en,
            &line.name_fr,
            &line.name_ru,
            &line.name_zh,
            name_ar,
            &line.membership,
            &line.escap_subregion_code,
            &line.status_note,
            &line.capital,
            &line.timezone,
            line.order_en,
            &line.sort_key,
            unverified,
            &line.status_as_of
        ],
    )?;
    Ok(id)
}

fn load_agency(tx: &mut Tx<'_>, line: &AgencyLine, member: Id<Member>, position: i64) -> Result<(), Fault> {
    let new: Id<Organization> = tx.new_id();
    tx.run(
        sql!(
            "insert into organization (id, slug, name_en, acronym, kind, member_id, parent_body, established,
                 website, leads, confidence, position)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             on conflict (slug) do update set name_en = excluded.name_en, acronym = excluded.acronym,
                 kind = excluded.kind, member_id = excluded.member_id, parent_body = excluded.parent_body,
                 established = excluded.established, website = excluded.website, leads = excluded.leads,
                 confidence = excluded.confidence, position = excluded.position"
        ),
        params![
            new,
            line.agency_id.to_ascii_lowercase(),
            &line.agency_name,
            &line.acronym,
            &line.kind,
            member,
            &line.parent_body,
            &line.established,
            &line.website,
            line.primary == "Y",
            &line.confidence,
            position
        ],
    )?;
    Ok(())
}

fn load_other(tx: &mut Tx<'_>, line: &OtherLine) -> Result<(), Fault> {
    let new: Id<Organization> = tx.new_id();
    tx.run(
        sql!(
            "insert into organization (id, slug, name_en, name_fr, name_ar, acronym, kind, parent_body, established,
                 website, leads, confidence, position)
             values ($1, $2, $3, $4, $5, $6, $7, '', '', $8, $9, 'A', 0)
             on conflict (slug) do update set name_en = excluded.name_en, name_fr = excluded.name_fr,
                 name_ar = excluded.name_ar, acronym = excluded.acronym, kind = excluded.kind,
                 website = excluded.website"
        ),
        params![
            new,
            &line.slug,
            &line.name_en,
            &line.name_fr,
            &line.name_ar,
            &line.acronym,
            &line.kind,
            &line.website,
            true
        ],
    )?;
    Ok(())
}
