//! One request of a program, already read and checked, and what an operation answers.
use super::{Refused, Result, Shaped, Wrong};
use crate::words::Words;
use crate::{Site, Visitor};
use axum::http::Extensions;
use base::Id;
use files::Stored;
use i18n::Locale;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The token of a request, as far as the table needs it; `people` fills it in.
#[derive(Clone, Debug)]
pub struct Bearer {
    pub token: Uuid,
    pub scopes: Vec<String>,
}

/// Who sends a request.
#[derive(Clone, Debug, Default)]
pub enum Caller {
    #[default]
    Nobody,
    Token(Bearer),
    /// A token was sent that is not, or no longer, good.
    Dead,
    /// The database could not say who it is.
    Unknown,
}

/// A request whose parts fit the table. It is the same for every operation.
#[derive(Clone)]
pub struct Call {
    pub visitor: Visitor,
    pub site: Site,
    pub(super) caller: Caller,
    pub(super) path: String,
    pub(super) parts: BTreeMap<&'static str, String>,
    pub(super) query: BTreeMap<&'static str, String>,
    pub(super) body: Map<String, Value>,
    pub(super) file: Option<Stored>,
    /// What the layers in front found out, such as the person.
    pub extensions: Extensions,
}

impl Call {
    pub fn locale(&self) -> Locale {
        self.visitor.locale
    }

    /// A part of the path.
    pub fn part(&self, name: &str) -> &str {
        self.parts.get(name).map_or("", String::as_str)
    }

    /// An id in the path; its kind was checked.
    pub fn id<T>(&self, name: &str) -> Result<Id<T>> {
        self.part(name).parse().map_err(|_| crate::Error::NotFound.into())
    }

    /// A filter of the address.
    pub fn asked(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str)
    }

    /// Whether a field of the body was sent.
    pub fn given(&self, name: &str) -> bool {
        self.body.contains_key(name)
    }

    /// A field of the body as a form would send it: `"1"` for yes, nothing for no and for null.
    pub fn typed(&self, name: &str) -> String {
        match self.body.get(name) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Bool(true)) => "1".to_owned(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// The file that was sent, as it is kept.
    pub fn file(&self) -> Result<&Stored> {
        self.file.as_ref().ok_or_else(|| crate::Error::BadRequest.into())
    }

    /// A list of texts in the body.
    pub fn list(&self, name: &str) -> Vec<String> {
        let items = self.body.get(name).and_then(Value::as_array);
        let texts = items.into_iter().flatten().filter_map(Value::as_str);
        texts.map(str::to_owned).collect()
    }

    pub fn limit(&self) -> usize {
        self.asked("limit")
            .and_then(|text| text.parse().ok())
            .unwrap_or(50)
    }

    pub fn cursor(&self) -> Option<&str> {
        self.asked("cursor")
    }

    /// The cursor leads nowhere: it was typed, or what it stood at is gone.
    pub fn lost(&self) -> Refused {
        Refused::BadRequest(vec![Wrong::new("cursor", Words(self.locale()).api_bad_cursor())])
    }

    /// The token of the request; its scope was checked.
    pub fn token(&self) -> Option<Uuid> {
        match &self.caller {
            Caller::Token(bearer) => Some(bearer.token),
            _ => None,
        }
    }

    /// The address of something in the API.
    pub fn address(&self, path: &str) -> String {
        format!("{}{}{path}", self.site.public_url, super::ROOT)
    }

    fn next(&self, cursor: &str) -> String {
        let mut query: Vec<String> = self
            .query
            .iter()
            .filter(|(name, _)| **name != "cursor")
            .map(|(name, value)| format!("{name}={}", crate::encode(value)))
            .collect();
        query.push(format!("cursor={}", crate::encode(cursor)));
        self.address(&format!("{}?{}", self.path, query.join("&")))
    }
}

/// A stored file as an answer.
#[derive(Clone, Debug)]
pub struct File {
    pub hash: String,
    pub kind: String,
    pub name: String,
}

/// What an operation answers.
#[derive(Clone, Debug)]
pub struct Reply {
    pub(super) status: Option<u16>,
    pub(super) body: Value,
    pub(super) location: Option<String>,
    pub(super) next: Option<String>,
    pub(super) file: Option<File>,
}

impl Reply {
    pub(super) fn of(body: Value) -> Reply {
        Reply {
            status: None,
            body,
            location: None,
            next: None,
            file: None,
        }
    }

    pub fn one<T: Shaped>(value: &T) -> Reply {
        Reply::of(value.json())
    }

    /// Something new, at its address below `/api/v1`.
    pub fn made<T: Shaped>(call: &Call, value: &T, path: &str) -> Reply {
        let mut reply = Reply::one(value);
        reply.location = Some(call.address(path));
        reply
    }

    /// With the other status of the operation.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Reply {
        self.status = Some(status);
        self
    }

    pub fn nothing() -> Reply {
        Reply::of(Value::Null)
    }

    pub fn file(file: File) -> Reply {
        let mut reply = Reply::nothing();
        reply.file = Some(file);
        reply
    }

    /// A page of a list that was read one line further than asked, to know whether there is more.
    pub fn page<T: Shaped>(call: &Call, mut lines: Vec<T>, key: impl Fn(&T) -> String) -> Reply {
        let more = lines.len() > call.limit();
        lines.truncate(call.limit());
        let next = lines.last().filter(|_| more).map(|last| call.next(&key(last)));
        let mut body = Map::new();
        body.insert("items".to_owned(), lines.json());
        body.insert("next".to_owned(), next.clone().map_or(Value::Null, Value::from));
        let mut reply = Reply::of(Value::Object(body));
        reply.next = next;
        reply
    }

    /// A page of a short list that was read as a whole.
    pub fn page_of<T: Shaped>(call: &Call, all: Vec<T>, key: impl Fn(&T) -> String) -> Result<Reply> {
        let start = match call.cursor() {
            None => 0,
            Some(cursor) => {
                all.iter()
                    .position(|one| key(one) == cursor)
                    .ok_or_else(|| call.lost())?
                    + 1
            }
        };
        let lines = all.into_iter().skip(start).take(call.limit() + 1).collect();
        Ok(Reply::page(call, lines, key))
    }
}
