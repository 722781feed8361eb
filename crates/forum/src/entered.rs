//! What somebody typed into a form of the desk, and what is wrong with it: shown again as typed, never lost.

use std::collections::BTreeMap;

use web::Trouble;
use web::api::{Call, Refused};

/// One message: the field it belongs to, and the sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    pub field: &'static str,
    pub sentence: String,
}

/// Values by field, as typed or as stored, and the messages.
#[derive(Clone, Debug, Default)]
pub struct Entered {
    values: BTreeMap<&'static str, String>,
    troubles: Vec<(&'static str, Trouble)>,
    pub wrong: Vec<Wrong>,
}

/// Text as it is kept: no control characters, and none that turn the direction of what follows.
fn clean(text: &str) -> String {
    let kept = |c: &char| {
        matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{feff}'))
    };
    text.replace("\r\n", "\n").chars().filter(kept).collect()
}

impl Entered {
    /// Puts a value into a field.
    #[must_use]
    pub fn with(mut self, field: &'static str, value: impl Into<String>) -> Entered {
        self.values.insert(field, clean(&value.into()));
        self
    }

    /// Takes these fields from a form.
    pub fn from_form(form: &web::Form, fields: &[&'static str]) -> Entered {
        let values = fields
            .iter()
            .map(|field| (*field, clean(form.text(field))))
            .collect();
        let troubles = fields
            .iter()
            .filter_map(|field| Some((*field, form.trouble(field)?)))
            .collect();
        Entered {
            values,
            troubles,
            wrong: Vec::new(),
        }
    }

    /// Puts in what a program sent; the rest stays. `names` are pairs: the field of the API, that of the form.
    #[must_use]
    pub fn sent(mut self, call: &Call, names: &[(&'static str, &'static str)]) -> Entered {
        for (name, field) in names {
            if call.given(name) {
                self = self.with(field, call.typed(name));
            }
        }
        self
    }

    /// The messages for a program, under its names of the fields.
    pub fn refusal(&self, names: &[(&'static str, &'static str)]) -> Refused {
        let name = |field: &'static str| {
            let found = names.iter().find(|(_, own)| *own == field);
            found.map_or(field, |(name, _)| *name)
        };
        let wrong = self.wrong.iter();
        Refused::Fields(
            wrong
                .map(|one| web::api::Wrong::new(name(one.field), &one.sentence))
                .collect(),
        )
    }

    /// Fields that came with something no text can hold: a wrong encoding, odd signs, too much.
    pub fn troubles(&self) -> &[(&'static str, Trouble)] {
        &self.troubles
    }

    /// The value of a field, for the form and for the check.
    pub fn value(&self, field: &str) -> &str {
        self.values.get(field).map_or("", String::as_str)
    }

    /// The value without the spaces around it.
    pub fn trimmed(&self, field: &str) -> &str {
        self.value(field).trim()
    }

    /// Whether a choice of several is chosen.
    pub fn is(&self, field: &str, value: &str) -> bool {
        self.value(field) == value
    }

    /// The message beside a field.
    pub fn error(&self, field: &str) -> Option<&str> {
        self.wrong
            .iter()
            .find(|wrong| wrong.field == field)
            .map(|wrong| wrong.sentence.as_str())
    }

    /// Adds a message beside a field; the first one stays.
    pub fn refuse(&mut self, field: &'static str, sentence: impl Into<String>) {
        if self.error(field).is_none() {
            self.wrong.push(Wrong {
                field,
                sentence: sentence.into(),
            });
        }
    }

    /// Whether anything is wrong.
    pub fn refused(&self) -> bool {
        !self.wrong.is_empty()
    }
}
