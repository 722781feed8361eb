//! One member: its names, its subregion, its organizations for development cooperation.

use askama::Template;
use axum::extract::Path;
use base::Fault;
use i18n::Locale;
use web::{App, Error, Page, Visitor};

use super::members::{membership, said_in, subregion};
use super::organization;
use crate::words::Words;
use crate::{Organization, model};

#[derive(Template)]
#[template(path = "pages/member.html")]
struct View {
    page: Page,
    w: Words,
    all: String,
    name: String,
    attr: String,
    membership: &'static str,
    associate: bool,
    subregion: &'static str,
    names: Vec<OtherName>,
    organizations: Vec<Line>,
}

struct OtherName {
    tag: &'static str,
    dir: &'static str,
    language: &'static str,
    name: String,
}

struct Line {
    path: String,
    name: String,
    attr: String,
    acronym: String,
    kind: &'static str,
}

/// `GET /members/{iso3}`
pub async fn get(app: App, visitor: Visitor, Path(iso3): Path<String>) -> web::Result {
    let found = app
        .db()
        .read(move |tx| {
            let Some(member) = model::by_iso3(tx, &iso3.to_ascii_uppercase())? else {
                return Ok::<_, Fault>(None);
            };
            let organizations = model::organizations_of(tx, member.id)?;
            Ok(Some((member, organizations)))
        })
        .await?;
    let Some((member, organizations)) = found else {
        return Err(Error::NotFound);
    };
    let w = Words(visitor.locale);
    let (name, said) = member.name(visitor.locale);
    let names = [Locale::Ar, Locale::Zh, Locale::En, Locale::Fr, Locale::Ru]
        .into_iter()
        .filter(|locale| *locale != said)
        .filter_map(|locale| {
            let (name, really) = member.name(locale);
            (really == locale).then(|| OtherName {
                tag: locale.tag(),
                dir: locale.dir(),
                language: locale.name(),
                name: name.to_owned(),
            })
        })
        .collect();
    let line = |organization: &Organization| {
        let (name, said) = organization.name(visitor.locale);
        Line {
            path: web::link(&visitor, &format!("/organizations/{}", organization.slug)),
            name: name.to_owned(),
            attr: said_in(said, visitor.locale),
            acronym: organization.acronym.clone(),
            kind: organization::kind(w, &organization.kind),
        }
    };
    let page = Page::new(&app, &visitor, name).description(&w.member_description(name));
    Ok(web::html(View {
        page,
        w,
        all: web::link(&visitor, "/members"),
        name: name.to_owned(),
        attr: said_in(said, visitor.locale),
        membership: membership(w, &member.membership),
        associate: member.associate(),
        subregion: subregion(w, &member.subregion),
        names,
        organizations: organizations
            .iter()
            .filter(|one| one.established_fact())
            .map(line)
            .collect(),
    }))
}
