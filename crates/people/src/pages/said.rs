//! Pages that only say something and show the next step.

use askama::Template;
use base::Id;
use jiff::Timestamp;
use web::{App, Page, Response, Visitor};

use super::answers::of_link;
use crate::flows::Standing;
use crate::mails::agent_words;
use crate::model::Flow;
use crate::times;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/said.html")]
struct View {
    page: Page,
    title: String,
    lines: Vec<String>,
    /// The sign-in a new link can be asked for.
    resend: Option<String>,
    button: Option<(String, &'static str)>,
    further: Option<(String, &'static str)>,
    w: Words,
}

fn page(app: &App, visitor: &Visitor, title: &str, lines: Vec<String>) -> View {
    View {
        page: Page::new(app, visitor, title),
        title: title.to_owned(),
        lines,
        resend: None,
        button: None,
        further: None,
        w: Words(visitor.locale),
    }
}

fn answer(view: View) -> Response {
    of_link(web::html(view))
}

fn to_sign_in(words: &'static str) -> (String, &'static str) {
    ("/sign-in".to_owned(), words)
}

/// No cookie, or one without a sign-in.
pub fn unknown_browser(app: &App, visitor: &Visitor) -> Response {
    let w = Words(visitor.locale);
    let mut view = page(
        app,
        visitor,
        w.unknown_browser_title(),
        vec![w.unknown_browser().to_owned()],
    );
    view.button = Some(to_sign_in(w.start_again()));
    answer(view)
}

/// The address is cut.
pub fn incomplete_link(app: &App, visitor: &Visitor) -> Response {
    let w = Words(visitor.locale);
    let mut view = page(
        app,
        visitor,
        w.incomplete_title(),
        vec![w.incomplete_lede().to_owned()],
    );
    view.further = Some(to_sign_in(w.sign_in()));
    answer(view)
}

/// Nobody knows it, or not any more.
pub fn unknown_link(app: &App, visitor: &Visitor) -> Response {
    let w = Words(visitor.locale);
    let mut view = page(
        app,
        visitor,
        w.unknown_link_title(),
        vec![w.unknown_link_lede().to_owned()],
    );
    view.button = Some(to_sign_in(w.sign_in()));
    answer(view)
}

/// It was used: when, and in which browser.
pub fn used_link(app: &App, visitor: &Visitor, at: Timestamp, ua: &str) -> Response {
    let w = Words(visitor.locale);
    let ago = i18n::ago(visitor.locale, app.now().duration_since(at));
    let lines = vec![w.used_when(ago, agent_words(w, ua)), w.used_not_you().to_owned()];
    let mut view = page(app, visitor, w.used_title(), lines);
    view.button = Some(to_sign_in(w.sign_in()));
    answer(view)
}

/// Its time is over: a new one here, if the sign-in began here and still waits.
pub fn expired_link(app: &App, visitor: &Visitor, flow: &Flow, at: Timestamp, here: bool) -> Response {
    let w = Words(visitor.locale);
    let mut lines = vec![w.expired_when(times::clock(at, &flow.zone))];
    if !here {
        lines.push(w.expired_elsewhere().to_owned());
    }
    let mut view = page(app, visitor, w.expired_title(), lines);
    if here && flow.is_open(app.now()) {
        view.resend = Some(Id::to_string(&flow.id));
    } else if here {
        view.button = Some(to_sign_in(w.start_again()));
    } else {
        view.further = Some(to_sign_in(w.here_instead()));
    }
    answer(view)
}

/// Its sign-in was given up, refused, locked or replaced.
pub fn ended_link(app: &App, visitor: &Visitor) -> Response {
    let w = Words(visitor.locale);
    let mut view = page(app, visitor, w.ended_title(), vec![w.ended_lede().to_owned()]);
    view.button = Some(to_sign_in(w.start_again()));
    answer(view)
}

/// An organization's account did not sign in.
pub fn organization(
    app: &App,
    visitor: &Visitor,
    line: String,
    (to, words): (&'static str, &'static str),
) -> Response {
    let w = Words(visitor.locale);
    let mut view = page(app, visitor, w.organization_not(), vec![line]);
    view.button = Some((to.to_owned(), words));
    answer(view)
}

/// A link of the server's console that can not be used any more.
pub fn console_link(app: &App, visitor: &Visitor, standing: &Standing) -> Response {
    let w = Words(visitor.locale);
    let ask_again = w.console_ask_again().to_owned();
    let (title, lines) = match standing {
        Standing::Used { at, ua } => return used_link(app, visitor, *at, ua),
        Standing::Expired { at } => {
            let until = w.expired_when(times::clock(*at, app.site().zone.name()));
            (w.expired_title(), vec![until, ask_again])
        }
        Standing::Alive | Standing::Ended(_) => {
            let ended = w.console_ended().to_owned();
            (w.expired_title(), vec![ended, ask_again])
        }
    };
    answer(page(app, visitor, title, lines))
}

/// A link to a new password that can not be used any more.
pub fn reset_link(app: &App, visitor: &Visitor, standing: &Standing) -> Response {
    let w = Words(visitor.locale);
    let (title, line) = match standing {
        Standing::Used { at, ua } => return used_link(app, visitor, *at, ua),
        Standing::Expired { at } => {
            let until = w.expired_when(times::clock(*at, app.site().zone.name()));
            (w.expired_title(), until)
        }
        Standing::Alive | Standing::Ended(_) => (w.expired_title(), w.reset_ended().to_owned()),
    };
    let mut view = page(app, visitor, title, vec![line]);
    view.button = Some(("/reset".to_owned(), w.reset_again()));
    answer(view)
}

/// A change of address that can not be confirmed or undone any more.
pub fn email_over(app: &App, visitor: &Visitor) -> Response {
    let w = Words(visitor.locale);
    let mut view = page(app, visitor, w.expired_title(), vec![w.email_over().to_owned()]);
    view.button = Some(("/account".to_owned(), w.account()));
    answer(view)
}

/// One mailbox has confirmed.
pub fn email_half(app: &App, visitor: &Visitor) -> Response {
    let w = Words(visitor.locale);
    answer(page(
        app,
        visitor,
        w.email_half(),
        vec![w.email_half_lede().to_owned()],
    ))
}

/// The old address is back.
pub fn email_undone(app: &App, visitor: &Visitor) -> Response {
    let w = Words(visitor.locale);
    let mut view = page(
        app,
        visitor,
        w.email_undone(),
        vec![w.email_undone_lede().to_owned()],
    );
    view.button = Some(("/reset".to_owned(), w.reset_title()));
    answer(view)
}

/// An address stays that was about to be replaced.
pub fn stopped(app: &App, visitor: &Visitor) -> Response {
    let w = Words(visitor.locale);
    let mut view = page(app, visitor, w.stopped_title(), vec![w.stopped_lede().to_owned()]);
    view.button = Some(to_sign_in(w.sign_in()));
    answer(view)
}

/// The account is closed.
pub fn closed(app: &App, visitor: &Visitor) -> Response {
    let w = Words(visitor.locale);
    answer(page(
        app,
        visitor,
        w.closed_title(),
        vec![w.closed_lede().to_owned()],
    ))
}

/// The number was right.
pub fn approved(app: &App, visitor: &Visitor) -> Response {
    let w = Words(visitor.locale);
    answer(page(
        app,
        visitor,
        w.approved_title(),
        vec![w.approved_lede().to_owned()],
    ))
}

/// The sign-in was refused from the mailbox.
pub fn denied(app: &App, visitor: &Visitor) -> Response {
    let w = Words(visitor.locale);
    let mut view = page(app, visitor, w.denied_title(), vec![w.denied_lede().to_owned()]);
    view.button = Some(("/reset".to_owned(), w.reset_title()));
    answer(view)
}
