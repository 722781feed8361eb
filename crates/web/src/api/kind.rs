//! What a value of the API looks like: written once, for the document, for reading a request and for checking an answer.
use super::Wrong;
use crate::words::Words;
use base::{Email, Id, Slug};
use i18n::Locale;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

/// The languages a text can be in.
pub const LANGUAGES: [&str; 6] = ["ar", "zh", "en", "fr", "ru", "es"];

/// One kind of value.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any text of an answer.
    Text,
    /// A text of a request: so many characters, without signs that cannot be seen.
    Short(u64),
    /// One of these.
    Code(&'static [&'static str]),
    Id,
    Slug,
    /// Three capital letters.
    Iso3,
    Email,
    /// An instant, RFC 3339.
    Instant,
    /// A local time without its zone, as the organiser meant it: `2022-09-13T09:00`.
    Local,
    Day,
    Bool,
    Whole(i64, i64),
    /// A text by language.
    Texts,
    List(&'static Kind),
    Object(&'static Shape),
    /// Or nothing: it is not known, or not given.
    Maybe(&'static Kind),
    /// One page of a list, and the address of the next.
    Page(&'static Kind),
    /// The bytes of a file.
    File,
    /// No content.
    Nothing,
}

/// A named object with its fields.
#[derive(Debug)]
pub struct Shape {
    pub name: &'static str,
    pub about: &'static str,
    pub fields: &'static [Field],
}

/// A field of an object, or of an address.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    pub about: &'static str,
    pub kind: Kind,
    pub required: bool,
    /// A value as it may be; empty where none helps.
    pub example: &'static str,
}

impl Field {
    /// One that may be left out.
    pub const fn new(name: &'static str, kind: Kind, about: &'static str) -> Field {
        Field {
            name,
            about,
            kind,
            required: false,
            example: "",
        }
    }

    /// With an example.
    #[must_use]
    pub const fn like(mut self, example: &'static str) -> Field {
        self.example = example;
        self
    }

    /// One that must be there.
    pub const fn needed(name: &'static str, kind: Kind, about: &'static str) -> Field {
        Field {
            name,
            about,
            kind,
            required: true,
            example: "",
        }
    }
}

/// A Rust value that has a kind, and its JSON.
pub trait Shaped: 'static {
    const KIND: Kind;
    const LIST: Kind = Kind::List(&Self::KIND);
    const MAYBE: Kind = Kind::Maybe(&Self::KIND);
    const PAGE: Kind = Kind::Page(&Self::KIND);

    fn json(&self) -> Value;
}

macro_rules! shaped {
    ($($type:ty: $kind:expr, |$value:ident| $json:expr;)+) => {
        $(impl Shaped for $type {
            const KIND: Kind = $kind;
            fn json(&self) -> Value {
                let $value = self;
                $json
            }
        })+
    };
}

shaped! {
    String: Kind::Text, |v| Value::from(v.as_str());
    &'static str: Kind::Text, |v| Value::from(*v);
    bool: Kind::Bool, |v| Value::from(*v);
    i64: Kind::Whole(i64::MIN, i64::MAX), |v| Value::from(*v);
    Timestamp: Kind::Instant, |v| Value::from(v.to_string());
    Value: Kind::Texts, |v| v.clone();
}

impl<T: 'static> Shaped for Id<T> {
    const KIND: Kind = Kind::Id;
    fn json(&self) -> Value {
        Value::from(self.to_string())
    }
}

impl<T: Shaped> Shaped for Vec<T> {
    const KIND: Kind = T::LIST;
    fn json(&self) -> Value {
        self.iter().map(Shaped::json).collect()
    }
}

impl<T: Shaped> Shaped for Option<T> {
    const KIND: Kind = T::MAYBE;
    fn json(&self) -> Value {
        self.as_ref().map_or(Value::Null, Shaped::json)
    }
}

/// An object of the API: a struct whose fields are what a program reads, each with its words. A field whose kind is
/// narrower than its Rust type says so: `membership: String = Kind::Code(&CODES)`.
#[macro_export]
macro_rules! shape {
    ($($(#[doc = $about:literal])+ $vis:vis struct $name:ident {
        $($(#[doc = $said:literal])+ $field:ident : $type:ty $(= $kind:expr)?),+ $(,)?
    })+) => {$(
        $(#[doc = $about])+
        #[derive(Clone, Debug)]
        $vis struct $name { $($(#[doc = $said])+ pub $field: $type),+ }

        impl $crate::api::Shaped for $name {
            const KIND: $crate::api::Kind = $crate::api::Kind::Object(&$crate::api::Shape {
                name: stringify!($name),
                about: concat!($($about),+),
                fields: &[$($crate::api::Field::needed(
                    stringify!($field), $crate::shape!(@kind $type $(, $kind)?), concat!($($said),+),
                )),+],
            });

            fn json(&self) -> $crate::api::Json {
                let mut fields = $crate::api::JsonMap::new();
                $(fields.insert(stringify!($field).to_owned(), $crate::api::Shaped::json(&self.$field));)+
                $crate::api::Json::Object(fields)
            }
        }
    )+};
    (@kind $type:ty) => { <$type as $crate::api::Shaped>::KIND };
    (@kind $type:ty, $kind:expr) => { $kind };
}

/// What a text of a request may hold; as in a form of a page.
const VISIBLE: &str = r"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]*$";

impl Kind {
    /// As JSON Schema; named objects are referred to.
    pub fn schema(&self) -> Value {
        match self {
            Kind::Text => json!({"type": "string"}),
            Kind::Short(most) => json!({"type": "string", "maxLength": most, "pattern": VISIBLE}),
            Kind::Code(codes) => json!({"type": "string", "enum": codes}),
            Kind::Id => json!({"type": "string", "pattern": "^[0-7][0-9a-hjkmnp-tv-z]{25}$"}),
            Kind::Slug => json!({"type": "string", "maxLength": 80, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}),
            Kind::Iso3 => json!({"type": "string", "pattern": "^[A-Z]{3}$"}),
            Kind::Email => json!({"type": "string", "format": "email", "maxLength": 254}),
            Kind::Instant => json!({"type": "string", "format": "date-time"}),
            Kind::Local => {
                json!({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$"})
            }
            Kind::Day => json!({"type": "string", "format": "date"}),
            Kind::Bool => json!({"type": "boolean"}),
            Kind::Whole(i64::MIN, i64::MAX) => json!({"type": "integer"}),
            Kind::Whole(least, most) => json!({"type": "integer", "minimum": least, "maximum": most}),
            Kind::Texts => json!({
                "type": "object", "additionalProperties": {"type": "string"},
                "description": "The text by language.",
            }),
            Kind::List(of) => json!({"type": "array", "items": of.schema()}),
            Kind::Object(shape) => json!({"$ref": format!("#/components/schemas/{}", shape.name)}),
            Kind::Maybe(of) => json!({"anyOf": [of.schema(), {"type": "null"}]}),
            Kind::Page(of) => json!({
                "type": "object", "required": ["items", "next"], "additionalProperties": false,
                "properties": {
                    "items": {"type": "array", "items": of.schema()},
                    "next": {
                        "anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}],
                        "description": "The address of the next page; null on the last.",
                    },
                },
            }),
            Kind::File => json!({"type": "string", "contentMediaType": "application/octet-stream"}),
            Kind::Nothing => json!({"type": "null"}),
        }
    }

    /// Every named object in it.
    pub fn shapes(&self, found: &mut Vec<&'static Shape>) {
        match self {
            Kind::List(of) | Kind::Maybe(of) | Kind::Page(of) => of.shapes(found),
            Kind::Object(shape) if !found.iter().any(|one| one.is(shape)) => {
                found.push(shape);
                for field in shape.fields {
                    field.kind.shapes(found);
                }
            }
            _ => {}
        }
    }

    /// What is wrong with a value of a request, field by field; each sentence in the reader's language.
    pub fn check(&self, value: &Value, at: &str, locale: Locale, wrong: &mut Vec<Wrong>) {
        let w = Words(locale);
        match (self, value) {
            (Kind::Maybe(_), Value::Null) | (Kind::Bool, Value::Bool(_)) => {}
            (Kind::Maybe(of), value) => of.check(value, at, locale, wrong),
            (Kind::List(of), Value::Array(items)) => {
                if items.len() > MOST_ITEMS {
                    wrong.push(Wrong::new(at, w.api_too_many_items(count(MOST_ITEMS))));
                }
                for (place, item) in items.iter().take(MOST_ITEMS).enumerate() {
                    of.check(item, &format!("{at}[{place}]"), locale, wrong);
                }
            }
            (Kind::List(_), _) => wrong.push(Wrong::new(at, w.api_not_a_list())),
            (Kind::Object(shape), Value::Object(fields)) => shape.check(fields, at, locale, wrong),
            (Kind::Object(_) | Kind::Texts | Kind::Page(_), _) => {
                wrong.push(Wrong::new(at, w.api_not_an_object()));
            }
            (Kind::Bool, _) => wrong.push(Wrong::new(at, w.api_not_a_bool())),
            (Kind::Whole(least, most), value) => {
                let fits = value.as_i64().is_some_and(|n| (*least..=*most).contains(&n));
                if !fits {
                    wrong.push(Wrong::new(at, w.api_not_a_number(*least, *most)));
                }
            }
            (_, Value::String(text)) => {
                if let Some(sentence) = self.misfit(text, w) {
                    wrong.push(Wrong::new(at, sentence));
                }
            }
            _ => wrong.push(Wrong::new(at, w.api_not_a_text())),
        }
    }

    /// What is wrong with a text; nothing when it fits.
    pub fn misfit(&self, text: &str, w: Words) -> Option<String> {
        let none_of = |fits: bool, sentence: &str| (!fits).then(|| sentence.to_owned());
        match self {
            Kind::Short(most) if chars(text) > *most => Some(w.api_too_long(count(*most))),
            Kind::Short(_) | Kind::Text => {
                none_of(!text.chars().any(crate::form::is_odd), w.trouble_odd_signs())
            }
            Kind::Code(codes) => (!codes.contains(&text)).then(|| w.api_not_a_code(codes.join(", "))),
            Kind::Id => none_of(text.parse::<Id<()>>().is_ok(), w.api_not_an_id()),
            Kind::Slug => none_of(Slug::parse(text).is_ok(), w.api_not_a_slug()),
            Kind::Iso3 => none_of(is_iso3(text), w.api_not_a_member()),
            Kind::Email => none_of(Email::parse(text).is_ok(), w.api_not_an_email()),
            Kind::Instant => none_of(text.parse::<Timestamp>().is_ok(), w.api_not_an_instant()),
            Kind::Local => none_of(is_local(text), w.api_not_a_local_time()),
            Kind::Day => none_of(is_day(text), w.api_not_a_day()),
            Kind::Bool => none_of(matches!(text, "true" | "false"), w.api_not_a_bool()),
            Kind::Whole(least, most) => {
                let fits = text.parse().is_ok_and(|n: i64| (*least..=*most).contains(&n));
                (!fits).then(|| w.api_not_a_number(*least, *most))
            }
            _ => Some(w.api_not_a_text().to_owned()),
        }
    }
}

/// A list of a request may be so long.
const MOST_ITEMS: usize = 1000;

impl Shape {
    /// Whether two are one. Two of one name would be one in the document: a test looks for them.
    fn is(&self, other: &Shape) -> bool {
        (self.name, self.about) == (other.name, other.about)
    }

    /// Unknown fields are refused: a name that was mistyped must not be lost in silence.
    pub fn check(&self, fields: &Map<String, Value>, at: &str, locale: Locale, wrong: &mut Vec<Wrong>) {
        let w = Words(locale);
        let place = |name: &str| {
            if at.is_empty() {
                name.to_owned()
            } else {
                format!("{at}.{name}")
            }
        };
        for name in fields
            .keys()
            .filter(|name| !self.fields.iter().any(|field| field.name == **name))
        {
            let shown: String = name.chars().take(60).collect();
            wrong.push(Wrong::new(&place(&shown), w.api_unknown_field()));
        }
        for field in self.fields {
            match fields.get(field.name) {
                Some(value) => field.kind.check(value, &place(field.name), locale, wrong),
                None if field.required => wrong.push(Wrong::new(&place(field.name), w.api_missing_field())),
                None => {}
            }
        }
    }

    /// As JSON Schema.
    pub fn schema(&self) -> Value {
        let mut properties = Map::new();
        for field in self.fields {
            let mut schema = field.kind.schema();
            if let Some(schema) = schema.as_object_mut() {
                schema.insert("description".to_owned(), field.about.trim().into());
            }
            properties.insert(field.name.to_owned(), schema);
        }
        let required: Vec<_> = self
            .fields
            .iter()
            .filter(|field| field.required)
            .map(|field| field.name)
            .collect();
        json!({
            "type": "object", "description": self.about.trim(), "properties": properties, "required": required,
            "additionalProperties": false,
        })
    }
}

fn chars(text: &str) -> u64 {
    u64::try_from(text.chars().count()).unwrap_or(u64::MAX)
}

fn count<N: TryInto<i64>>(n: N) -> i64 {
    n.try_into().unwrap_or(i64::MAX)
}

fn is_iso3(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_local(text: &str) -> bool {
    text.len() == 16
        && text.as_bytes().get(10) == Some(&b'T')
        && text.parse::<jiff::civil::DateTime>().is_ok()
}

fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()
}
