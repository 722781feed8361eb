//! Values on their way to and from PostgreSQL, in its binary format.
use crate::Value;
use jiff::Timestamp;
use std::error::Error;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

/// Microseconds from 1970 to 2000, where PostgreSQL's time begins.
const EPOCH: i64 = 946_684_800_000_000;

type Answer<T> = Result<T, Box<dyn Error + Sync + Send>>;

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Answer<IsNull> {
        match (self, kind) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Bool(v), _) => v.to_sql(kind, out),
            (Value::Int(v), &Type::INT4) => i32::try_from(*v)?.to_sql(kind, out),
            (Value::Int(v), &Type::BOOL) => (*v != 0).to_sql(kind, out),
            (Value::Int(v), _) => v.to_sql(kind, out),
            (Value::Text(v), &Type::JSONB) => Ok(jsonb(v, out)),
            (Value::Text(v), _) => v.to_sql(kind, out),
            (Value::Bytes(v), _) => v.to_sql(kind, out),
            (Value::Uuid(v), _) => v.to_sql(kind, out),
            (Value::Time(v), &Type::TIMESTAMPTZ) => (v.as_microsecond() - EPOCH).to_sql(&Type::INT8, out),
            (Value::Time(v), _) => v.as_microsecond().to_sql(&Type::INT8, out),
            (Value::Json(v), &Type::JSONB) => Ok(jsonb(&v.to_string(), out)),
            (Value::Json(v), _) => v.to_string().to_sql(kind, out),
            (Value::List(values), _) => values.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn jsonb(text: &str, out: &mut BytesMut) -> IsNull {
    out.extend_from_slice(&[1]);
    out.extend_from_slice(text.as_bytes());
    IsNull::No
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Answer<Value> {
        Ok(match *kind {
            Type::BOOL => Value::Bool(bool::from_sql(kind, raw)?),
            Type::INT2 => Value::Int(i16::from_sql(kind, raw)?.into()),
            Type::INT4 => Value::Int(i32::from_sql(kind, raw)?.into()),
            Type::INT8 => Value::Int(i64::from_sql(kind, raw)?),
            Type::BYTEA => Value::Bytes(raw.to_vec()),
            Type::UUID => Value::Uuid(uuid::Uuid::from_slice(raw)?),
            Type::TIMESTAMPTZ => Value::Time(Timestamp::from_microsecond(
                i64::from_sql(&Type::INT8, raw)? + EPOCH,
            )?),
            Type::JSONB => Value::Json(serde_json::from_slice(raw.get(1..).unwrap_or_default())?),
            Type::TEXT | Type::VARCHAR | Type::NAME | Type::BPCHAR | Type::UNKNOWN => {
                Value::Text(String::from_utf8(raw.to_vec())?)
            }
            _ => return Err(format!("a column of type {kind}: cast it in the statement").into()),
        })
    }

    fn from_sql_null(_: &Type) -> Answer<Value> {
        Ok(Value::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}
