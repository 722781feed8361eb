//! The few kinds of value that both engines keep.
use base::{Email, Id, Slug, Zone};
use jiff::Timestamp;
use uuid::Uuid;

/// One value given to a statement or read from a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
    Uuid(Uuid),
    Time(Timestamp),
    Json(serde_json::Value),
    /// For `in list($1::uuid)`.
    List(Vec<Value>),
}

/// The values of a statement, in the order of `$1`, `$2`, …
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::Value::from($value)),*] as &[$crate::Value] };
}

macro_rules! from {
    ($($kind:ty => |$v:ident| $make:expr;)*) => {
        $(impl From<$kind> for Value {
            fn from($v: $kind) -> Value {
                $make
            }
        })*
    };
}

from! {
    bool => |v| Value::Bool(v);
    i64 => |v| Value::Int(v);
    i32 => |v| Value::Int(v.into());
    u32 => |v| Value::Int(v.into());
    i16 => |v| Value::Int(v.into());
    u16 => |v| Value::Int(v.into());
    &str => |v| Value::Text(v.to_owned());
    String => |v| Value::Text(v);
    Email => |v| Value::Text(v.as_str().to_owned());
    Slug => |v| Value::Text(v.as_str().to_owned());
    Zone => |v| Value::Text(v.name().to_owned());
    Uuid => |v| Value::Uuid(v);
    Timestamp => |v| Value::Time(v);
    &[u8] => |v| Value::Bytes(v.to_vec());
    Vec<u8> => |v| Value::Bytes(v);
    serde_json::Value => |v| Value::Json(v);
    std::borrow::Cow<'_, str> => |v| Value::Text(v.into_owned());
}

impl<T> From<Id<T>> for Value {
    fn from(id: Id<T>) -> Value {
        Value::Uuid(id.uuid())
    }
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(bytes: [u8; N]) -> Value {
        Value::Bytes(bytes.to_vec())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

impl<T: Clone + Into<Value>> From<&T> for Value {
    fn from(value: &T) -> Value {
        value.clone().into()
    }
}

impl<T> From<Vec<Id<T>>> for Value {
    fn from(ids: Vec<Id<T>>) -> Value {
        Value::List(ids.into_iter().map(Value::from).collect())
    }
}

impl From<Vec<String>> for Value {
    fn from(texts: Vec<String>) -> Value {
        Value::List(texts.into_iter().map(Value::Text).collect())
    }
}

impl From<Vec<i64>> for Value {
    fn from(numbers: Vec<i64>) -> Value {
        Value::List(numbers.into_iter().map(Value::Int).collect())
    }
}

impl From<&[&str]> for Value {
    fn from(texts: &[&str]) -> Value {
        Value::List(texts.iter().map(|&text| Value::Text(text.to_owned())).collect())
    }
}
