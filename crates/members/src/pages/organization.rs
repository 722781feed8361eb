//! One organization: what it is, and of which member.

use askama::Template;
use axum::extract::Path;
use base::Fault;
use web::{App, Error, Page, Visitor};

use super::members::{Line, said_in};
use crate::words::Words;
use crate::{Organization, model};

#[derive(Template)]
#[template(path = "pages/organization.html")]
struct View {
    page: Page,
    w: Words,
    all: String,
    name: String,
    attr: String,
    kind: &'static str,
    acronym: String,
    member: Option<Line>,
    parent: String,
    since: String,
    link: Option<String>,
}

/// The kind of an organization in words.
pub fn kind(w: Words, code: &str) -> &'static str {
    match code {
        "agency" => w.kind_agency(),
        "ministry" => w.kind_ministry(),
        "ministry_unit" => w.kind_ministry_unit(),
        "programme" => w.kind_programme(),
        "fund" => w.kind_fund(),
        "council" => w.kind_council(),
        "dfi" => w.kind_dfi(),
        "un_entity" => w.kind_un_entity(),
        "igo" => w.kind_igo(),
        "ngo" => w.kind_ngo(),
        "university" => w.kind_university(),
        _ => w.kind_other(),
    }
}

/// `GET /organizations/{slug}`
pub async fn get(app: App, visitor: Visitor, Path(slug): Path<String>) -> web::Result {
    let found = app
        .db()
        .read(move |tx| {
            let Some(organization) = model::organization(tx, &slug)? else {
                return Ok::<_, Fault>(None);
            };
            let member = organization
                .member_id
                .map(|id| model::by_id(tx, id))
                .transpose()?
                .flatten();
            Ok(Some((organization, member)))
        })
        .await?;
    // What no source states waits for the member's word: no page until then.
    let Some((organization, member)) = found.filter(|(one, _)| Organization::established_fact(one)) else {
        return Err(Error::NotFound);
    };
    let w = Words(visitor.locale);
    let (name, said) = organization.name(visitor.locale);
    let page = Page::new(&app, &visitor, name);
    Ok(web::html(View {
        page,
        w,
        all: web::link(&visitor, "/members"),
        name: name.to_owned(),
        attr: said_in(said, visitor.locale),
        kind: kind(w, &organization.kind),
        acronym: organization.acronym.clone(),
        member: member.map(|member| Line::new(&member, &visitor)),
        parent: organization.parent_body.clone(),
        since: organization.established.clone(),
        link: organization.link().map(str::to_owned),
    }))
}
