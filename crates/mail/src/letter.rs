//! What a letter is, and how the room that asked for it takes part in its way.
use crate::Outgoing;
use base::{Email, Keys, Result};
use db::Tx;
use i18n::Locale;
use jiff::Timestamp;

/// A letter as it is handed over. The text comes first and says everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub subject: String,
    pub text: String,
    pub html: String,
    /// An iCalendar text with its METHOD: sent as a part and as a file.
    pub calendar: Option<String>,
    pub reply_to: Option<Email>,
}

/// What a letter's writer knows of the site.
#[derive(Debug, Clone)]
pub struct Setting {
    pub site_name: String,
    pub public_url: String,
    pub from: Email,
    pub now: Timestamp,
    pub keys: Keys,
}

/// What the mail server said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Accepted,
    /// Refused now (4xx, or no connection): it will be tried again.
    RefusedForNow,
    /// Refused for good (5xx): the mailbox does not take it.
    Refused,
    /// The connection was lost after the text was sent: it may have arrived.
    Unknown,
}

/// A kind of letter, as a room presents it.
pub struct Kind {
    pub name: &'static str,
    /// Writes it. `None`: nobody needs it any more.
    pub render: fn(&mut Tx<'_>, &Outgoing, &Setting) -> Result<Option<Letter>>,
    /// It was handed over.
    pub sent: fn(&mut Tx<'_>, &Outgoing) -> Result<()>,
    /// It was not, and how.
    pub refused: fn(&mut Tx<'_>, &Outgoing, Outcome) -> Result<()>,
    /// Written with sample data, for the gallery and the tests.
    pub samples: fn(Locale) -> Vec<Letter>,
}

impl Kind {
    /// A kind that is never written and follows nothing: the rest of a `Kind { name, render, ..Kind::EMPTY }`.
    pub const EMPTY: Kind = Kind {
        name: "",
        render: |_, _, _| Ok(None),
        sent: |_, _| Ok(()),
        refused: |_, _, _| Ok(()),
        samples: |_| Vec::new(),
    };
}
