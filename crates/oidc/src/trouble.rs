//! Why an organization's account does not sign in at this moment. What is written here goes to the log, never to a visitor.

use std::fmt;

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// It does not answer, or not in time; the same may succeed later.
    Down(String),
    /// It answers, and refuses.
    Refused(String),
    /// What it says does not hold.
    Wrong(String),
}

impl Trouble {
    pub(crate) fn down(what: impl fmt::Display) -> Trouble {
        Trouble::Down(what.to_string())
    }

    pub(crate) fn wrong(what: impl fmt::Display) -> Trouble {
        Trouble::Wrong(what.to_string())
    }

    /// A word for the measures.
    pub fn code(&self) -> &'static str {
        match self {
            Trouble::Down(_) => "down",
            Trouble::Refused(_) => "refused",
            Trouble::Wrong(_) => "wrong",
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Down(what) => write!(f, "it does not answer: {what}"),
            Trouble::Refused(what) => write!(f, "it refuses: {what}"),
            Trouble::Wrong(what) => write!(f, "what it says does not hold: {what}"),
        }
    }
}

impl std::error::Error for Trouble {}

/// A word of somebody else, fit for one line of our log.
pub(crate) fn quoted(text: &str) -> String {
    text.chars()
        .take(80)
        .map(|c| if c.is_ascii_graphic() { c } else { ' ' })
        .collect()
}
