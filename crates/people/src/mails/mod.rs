//! The letters of this room: the link to sign in, the link that makes an account one's own, and the word to somebody
//! who has one already, the link to a new password, the code that is asked before something that matters, the two links that
//! confirm another address and the one that undoes it, the word that two accounts are one, and the words that something has changed.

mod assisted;
mod console;
mod email;
mod known;
mod link;
pub mod merge;
pub mod notice;
mod reset;
mod sure;

use askama::Template;
use base::Fault;
use i18n::Locale;
use mail::Letter;

use crate::agent;
use crate::model::Flow;
use crate::words::Words;

/// The names of the letters.
pub const SIGN_IN: &str = "people.sign_in";
pub const SIGN_UP: &str = "people.sign_up";
pub const KNOWN: &str = "people.known";
pub const RESET: &str = "people.reset";
pub const ASSISTED: &str = "people.assisted";
pub const MERGE: &str = "people.merge";
pub const EMAIL_OLD: &str = "people.email_old";
pub const EMAIL_NEW: &str = "people.email_new";
pub const EMAIL_UNDO: &str = "people.email_undo";
pub const EMAIL_TAKEN: &str = "people.email_taken";
pub const SURE: &str = "people.sure";
pub const NOTICE: &str = "people.notice";
pub const CONSOLE_LINK: &str = "people.console_link";

/// All of them, for the mail worker.
pub static MAILS: &[mail::Kind] = &[
    mail::Kind {
        name: SIGN_IN,
        render: link::render,
        sent: link::sent,
        refused: link::refused,
        samples: link::sign_in_samples,
    },
    mail::Kind {
        name: SIGN_UP,
        render: link::render,
        sent: link::sent,
        refused: link::refused,
        samples: link::sign_up_samples,
    },
    mail::Kind {
        name: KNOWN,
        render: known::render,
        sent: link::sent,
        refused: link::refused,
        samples: known::samples,
    },
    mail::Kind {
        name: RESET,
        render: reset::render,
        sent: crate::reset::arrived,
        refused: reset::refused,
        samples: reset::samples,
    },
    mail::Kind {
        name: SURE,
        render: sure::render,
        samples: sure::samples,
        ..mail::Kind::EMPTY
    },
    mail::Kind {
        name: ASSISTED,
        render: assisted::render,
        samples: assisted::samples,
        ..mail::Kind::EMPTY
    },
    mail::Kind {
        name: MERGE,
        render: merge::render,
        samples: merge::samples,
        ..mail::Kind::EMPTY
    },
    mail::Kind {
        name: EMAIL_OLD,
        render: email::old,
        samples: email::old_samples,
        ..mail::Kind::EMPTY
    },
    mail::Kind {
        name: EMAIL_NEW,
        render: email::new,
        samples: email::new_samples,
        ..mail::Kind::EMPTY
    },
    mail::Kind {
        name: EMAIL_UNDO,
        render: email::undo,
        samples: email::undo_samples,
        ..mail::Kind::EMPTY
    },
    mail::Kind {
        name: EMAIL_TAKEN,
        render: email::taken,
        samples: email::taken_samples,
        ..mail::Kind::EMPTY
    },
    mail::Kind {
        name: NOTICE,
        render: notice::render,
        samples: notice::samples,
        ..mail::Kind::EMPTY
    },
    mail::Kind {
        name: CONSOLE_LINK,
        render: console::render,
        samples: console::samples,
        ..mail::Kind::EMPTY
    },
];

/// The language a sign-in was begun in.
pub fn locale_of(flow: &Flow) -> Locale {
    Locale::parse(&flow.locale).unwrap_or(Locale::En)
}

/// "Firefox on Windows" in words; nothing the browser sent comes out.
pub fn agent_words(w: Words, user_agent: &str) -> String {
    let agent = agent::parse(user_agent);
    w.agent_on(
        agent.browser.unwrap_or_else(|| w.agent_unknown_browser()),
        agent.system.unwrap_or_else(|| w.agent_unknown_system()),
    )
}

/// The parts of a letter in the order they are read; the text and the HTML are made of the same.
#[derive(Template)]
#[template(path = "mails/letter.html")]
struct Parts {
    lang: &'static str,
    dir: &'static str,
    site: String,
    subject: String,
    hello: String,
    fact: String,
    act: Option<String>,
    url: String,
    button: &'static str,
    before_code: Vec<String>,
    code: Option<(&'static str, String)>,
    facts: Vec<String>,
    last: Vec<String>,
}

impl Parts {
    fn text(&self) -> String {
        let mut blocks = vec![self.hello.clone(), self.fact.clone()];
        blocks.extend(self.act.clone());
        blocks.push(self.url.clone());
        blocks.extend(self.before_code.iter().cloned());
        if let Some((label, code)) = &self.code {
            blocks.push(format!("{label}\n{code}"));
        }
        if !self.facts.is_empty() {
            blocks.push(self.facts.join("\n"));
        }
        blocks.extend(self.last.iter().cloned());
        blocks.push(format!("-- \n{}", self.site));
        blocks.join("\n\n") + "\n"
    }

    fn letter(self) -> Result<Letter, Fault> {
        let html = self
            .render()
            .map_err(|e| Fault::new("writing a letter").because(e))?;
        let text = self.text();
        Ok(Letter {
            subject: self.subject,
            text,
            html,
            calendar: None,
            reply_to: None,
        })
    }
}

/// A name as it is greeted: one line, at most 60 characters.
fn short(name: &str) -> String {
    let line: String = name
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let line = line.trim();
    if line.chars().count() > 60 {
        line.chars().take(59).chain(['…']).collect()
    } else {
        line.to_owned()
    }
}
