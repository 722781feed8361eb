//! Rows become records: by column name for a `record!`, by place for a tuple.
use crate::Value;
use base::{Email, Fault, Id, Result, Slug, Zone};
use jiff::Timestamp;
use std::sync::Arc;
use uuid::Uuid;

/// One row of an answer.
#[derive(Debug)]
pub struct Row {
    columns: Arc<[String]>,
    pub(crate) values: Vec<Value>,
    /// Where the column after the last one read stands: records name theirs mostly in the statement's order.
    next: usize,
}

impl Row {
    pub(crate) fn new(columns: &Arc<[String]>, values: Vec<Value>) -> Row {
        Row {
            columns: columns.clone(),
            values,
            next: 0,
        }
    }

    /// The value of the column `name`.
    pub fn get<T: FromValue>(&mut self, name: &str) -> Result<T> {
        let place = (self.next..self.columns.len())
            .chain(0..self.next)
            .find(|place| self.columns[*place] == name);
        let place = place.ok_or_else(|| {
            Fault::new(format!(
                "reading column {name}, which the statement does not have"
            ))
        })?;
        self.next = place + 1;
        self.at(place)
    }

    /// The value at a place, counted from 0.
    pub fn at<T: FromValue>(&mut self, place: usize) -> Result<T> {
        let value = self
            .values
            .get_mut(place)
            .map(|value| std::mem::replace(value, Value::Null));
        let value = value.ok_or_else(|| Fault::new(format!("reading column {place} of too short a row")))?;
        T::from_value(value).map_err(|wrong| {
            let column = self.columns.get(place).map_or("?", String::as_str);
            Fault::new(format!("reading column {column}: it holds {}", kind_of(&wrong)))
        })
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "a yes or no",
        Value::Int(_) => "a number",
        Value::Text(_) => "another text",
        Value::Bytes(_) => "bytes",
        Value::Uuid(_) => "an id",
        Value::Time(_) => "an instant",
        Value::Json(_) => "JSON",
        Value::List(_) => "a list",
    }
}

/// What can be read from one column. A value that does not fit is given back.
pub trait FromValue: Sized {
    fn from_value(value: Value) -> std::result::Result<Self, Value>;
}

/// What can be read from one row.
pub trait FromRow: Sized {
    fn from_row(row: &mut Row) -> Result<Self>;
}

macro_rules! from_value {
    ($($kind:ty { $($pattern:pat => $make:expr),+ $(,)? })*) => {
        $(impl FromValue for $kind {
            fn from_value(value: Value) -> std::result::Result<Self, Value> {
                match value {
                    $($pattern => Ok($make),)+
                    other => Err(other),
                }
            }
        })*
    };
}

from_value! {
    bool { Value::Bool(v) => v, Value::Int(0) => false, Value::Int(1) => true }
    i64 { Value::Int(v) => v }
    String { Value::Text(v) => v }
    Vec<u8> { Value::Bytes(v) => v }
}

macro_rules! parsed {
    ($($kind:ty: |$value:ident| $parse:expr;)*) => {
        $(impl FromValue for $kind {
            fn from_value($value: Value) -> std::result::Result<Self, Value> {
                let parsed = $parse;
                parsed.ok_or($value)
            }
        })*
    };
}

parsed! {
    i32: |value| if let Value::Int(v) = value { i32::try_from(v).ok() } else { None };
    u32: |value| if let Value::Int(v) = value { u32::try_from(v).ok() } else { None };
    u16: |value| if let Value::Int(v) = value { u16::try_from(v).ok() } else { None };
    Uuid: |value| match &value { Value::Uuid(v) => Some(*v), Value::Bytes(v) => Uuid::from_slice(v).ok(), _ => None };
    Timestamp: |value| match value {
        Value::Time(v) => Some(v),
        Value::Int(micros) => Timestamp::from_microsecond(micros).ok(),
        _ => None,
    };
    serde_json::Value: |value| match &value {
        Value::Json(v) => Some(v.clone()),
        Value::Text(v) => serde_json::from_str(v).ok(),
        _ => None,
    };
    Email: |value| if let Value::Text(v) = &value { Email::parse(v).ok() } else { None };
    Slug: |value| if let Value::Text(v) = &value { Slug::parse(v).ok() } else { None };
    Zone: |value| if let Value::Text(v) = &value { Zone::parse(v).ok() } else { None };
}

impl<T> FromValue for Id<T> {
    fn from_value(value: Value) -> std::result::Result<Self, Value> {
        Uuid::from_value(value).map(Id::from_uuid)
    }
}

impl<const N: usize> FromValue for [u8; N] {
    fn from_value(value: Value) -> std::result::Result<Self, Value> {
        match value {
            Value::Bytes(bytes) => bytes.try_into().map_err(Value::Bytes),
            other => Err(other),
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> std::result::Result<Self, Value> {
        match value {
            Value::Null => Ok(None),
            other => T::from_value(other).map(Some),
        }
    }
}

macro_rules! tuples {
    ($($($name:ident $place:tt),+;)*) => {
        $(impl<$($name: FromValue),+> FromRow for ($($name,)+) {
            fn from_row(row: &mut Row) -> Result<Self> {
                Ok(($(row.at::<$name>($place)?,)+))
            }
        })*
    };
}

tuples! {
    A 0;
    A 0, B 1;
    A 0, B 1, C 2;
    A 0, B 1, C 2, D 3;
    A 0, B 1, C 2, D 3, E 4;
    A 0, B 1, C 2, D 3, E 4, F 5;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11;
}

/// A struct whose fields are the columns of a statement, by name.
#[macro_export]
macro_rules! record {
    ($($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$field_meta:meta])* $field_vis:vis $field:ident : $kind:ty),* $(,)? })+) => {
        $($(#[$meta])*
        $vis struct $name { $($(#[$field_meta])* $field_vis $field: $kind),* }

        impl $crate::FromRow for $name {
            fn from_row(row: &mut $crate::Row) -> ::std::result::Result<Self, ::base::Fault> {
                Ok($name { $($field: row.get(stringify!($field))?),* })
            }
        })+
    };
}
