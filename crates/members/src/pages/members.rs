//! The list of members and associate members, in the one English order.

use askama::Template;
use i18n::Locale;
use web::{App, Page, Visitor};

use crate::words::Words;
use crate::{Member, model};

#[derive(Template)]
#[template(path = "pages/members.html")]
struct View {
    page: Page,
    w: Words,
    count: i64,
    lines: Vec<Line>,
}

/// One member in a list.
pub struct Line {
    pub path: String,
    pub name: String,
    /// ` lang="en" dir="ltr"` where the name is in another language than the page.
    pub attr: String,
    pub subregion: &'static str,
    pub membership: &'static str,
    pub associate: bool,
}

impl Line {
    /// The line of this member on a page for this visitor.
    pub fn new(member: &Member, visitor: &Visitor) -> Line {
        let w = Words(visitor.locale);
        let (name, said) = member.name(visitor.locale);
        Line {
            path: web::link(visitor, &format!("/members/{}", member.iso3)),
            name: name.to_owned(),
            attr: said_in(said, visitor.locale),
            subregion: subregion(w, &member.subregion),
            membership: membership(w, &member.membership),
            associate: member.associate(),
        }
    }
}

/// The attributes of a name that is in another language than the page.
pub fn said_in(said: Locale, locale: Locale) -> String {
    if said == locale {
        String::new()
    } else {
        format!(" lang=\"{}\" dir=\"{}\"", said.tag(), said.dir())
    }
}

/// A subregion in words.
pub fn subregion(w: Words, code: &str) -> &'static str {
    match code {
        "ENEA" => w.subregion_enea(),
        "NCA" => w.subregion_nca(),
        "PAC" => w.subregion_pac(),
        "SSWA" => w.subregion_sswa(),
        "SEA" => w.subregion_sea(),
        _ => w.subregion_nonreg(),
    }
}

/// Membership in words.
pub fn membership(w: Words, code: &str) -> &'static str {
    match code {
        "member" => w.member(),
        "associate_member" => w.associate_member(),
        _ => w.member_non_regional(),
    }
}

/// `GET /members`
pub async fn get(app: App, visitor: Visitor) -> web::Result {
    let members = app.db().read(model::all).await?;
    let w = Words(visitor.locale);
    let lines: Vec<Line> = members.iter().map(|member| Line::new(member, &visitor)).collect();
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let page = Page::new(&app, &visitor, w.members()).description(w.members_about());
    Ok(web::html(View {
        page,
        w,
        count,
        lines,
    }))
}
