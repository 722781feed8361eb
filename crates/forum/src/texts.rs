//! What people read about a noun, by field and language. A missing translation shows the original and says so.

use i18n::Locale;
use serde_json::Value;

/// A text as a page in one language prints it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    pub text: String,
    /// The language it is really in, where that is not the page's.
    pub other: Option<Locale>,
}

impl Said {
    /// Nothing is known: nothing is printed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The attributes an element needs that holds this text: ` lang="en" dir="ltr"`, or nothing.
    pub fn attr(&self) -> String {
        self.other.map_or_else(String::new, |l| {
            format!(" lang=\"{}\" dir=\"{}\"", l.tag(), l.dir())
        })
    }

    /// The lines of it, for a list.
    pub fn lines(&self) -> Vec<String> {
        self.text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

/// The text of one field in exactly this language, or nothing.
pub fn exact<'a>(texts: &'a Value, field: &str, lang: &str) -> &'a str {
    texts
        .get(field)
        .and_then(|by| by.get(lang))
        .and_then(Value::as_str)
        .unwrap_or("")
}

/// The text of one field for a page: in its language, else in the original one.
pub fn say(texts: &Value, original: &str, field: &str, locale: Locale) -> Said {
    let here = exact(texts, field, locale.tag());
    if !here.is_empty() {
        return Said {
            text: here.to_owned(),
            other: None,
        };
    }
    let text = exact(texts, field, original).to_owned();
    let other = if text.is_empty() {
        None
    } else {
        Locale::parse(original).filter(|l| *l != locale)
    };
    Said { text, other }
}

/// Puts one text in its place; an empty one takes the place away.
pub fn put(texts: &mut Value, field: &str, lang: &str, text: &str) {
    if !texts.is_object() {
        *texts = Value::Object(serde_json::Map::new());
    }
    let Some(fields) = texts.as_object_mut() else {
        return;
    };
    let by = fields
        .entry(field)
        .or_insert_with(|| Value::Object(serde_json::Map::new()));
    if let Some(by) = by.as_object_mut() {
        if text.is_empty() {
            by.remove(lang);
        } else {
            by.insert(lang.to_owned(), Value::from(text));
        }
    }
}
