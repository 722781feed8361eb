//! The line on the desk while mail is in trouble, for administrators.
use crate::words::Words;
use ::people::{Account, Role};
use askama::Template;
use base::{Fault, Id};
use db::Tx;
use mail::Trouble;
use web::{Panel, PanelFor};

pub static PANELS: &[Panel] = &[Panel {
    place: "desk.top",
    render: line,
}];

#[derive(Template)]
#[template(path = "pages/mail_trouble.html")]
struct View {
    w: Words,
    lines: Vec<String>,
}

fn line(tx: &mut Tx<'_>, about: &PanelFor) -> Result<Option<String>, Fault> {
    let visitor = &about.visitor;
    let Some(person) = visitor.person else {
        return Ok(None);
    };
    let grants = ::people::roles::of(tx, Id::<Account>::from_uuid(person))?;
    let everywhere = |grant: &::people::Grant| grant.role == Role::Administrator && grant.event.is_none();
    if !grants.iter().any(everywhere) {
        return Ok(None);
    }
    let troubles = mail::under_way(tx)?;
    if troubles.is_empty() {
        return Ok(None);
    }
    let w = Words(visitor.locale);
    let zone = visitor.zone.as_ref().map_or("UTC", base::Zone::name);
    let lines = troubles.iter().map(|one| say(w, one, zone)).collect();
    let html = View { w, lines }.render();
    html.map(Some)
        .map_err(|e| Fault::new("writing a line of the desk").because(e))
}

/// What administrators read of one.
pub fn say(w: Words, trouble: &Trouble, zone: &str) -> String {
    let since = ::people::moment(w.0, trouble.began_at, zone);
    match trouble.kind.as_str() {
        "relay" => w.mail_trouble_relay(since),
        _ => w.mail_trouble_letters(since),
    }
}
