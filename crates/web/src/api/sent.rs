//! The body of a request: JSON whose fields fit the table, or a file that goes to the store's folder while it arrives.
use super::answer::text;
use super::operation::{FileBody, Operation};
use super::refused::{Refused, Result, Wrong};
use super::{Shape, Verb};
use crate::form::{BODY_TIME as FILE_TIME, FILE_LIMIT};
use crate::words::Words;
use crate::{App, Error};
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, header};
use files::{Content, Stored};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use i18n::Locale;
use serde_json::{Map, Value};
use std::time::Duration;

/// JSON may be so large, and must arrive in this time.
const BODY_LIMIT: usize = 1024 * 1024;
const BODY_TIME: Duration = Duration::from_secs(30);

const NO_FIELDS: Shape = Shape {
    name: "",
    about: "",
    fields: &[],
};

/// What was sent, read and checked.
#[derive(Default)]
pub struct Sent {
    /// The JSON as it came.
    pub bytes: Bytes,
    pub fields: Map<String, Value>,
    pub file: Option<Stored>,
}

impl Sent {
    pub async fn read(
        app: &App,
        operation: &Operation,
        headers: &HeaderMap,
        body: Body,
        locale: Locale,
    ) -> Result<Sent> {
        if operation.verb == Verb::Get {
            return Ok(Sent::default());
        }
        if let Some(file) = operation.file {
            let content = arrived(app, file, headers, body).await?;
            return Ok(Sent {
                file: Some((file.take)(app, content, locale).await?),
                ..Sent::default()
            });
        }
        let bytes = json(headers, body, operation.body.is_some()).await?;
        Ok(Sent {
            fields: fields(operation, &bytes, locale)?,
            bytes,
            file: None,
        })
    }
}

/// The whole file, written down piece by piece.
async fn arrived(app: &App, file: &FileBody, headers: &HeaderMap, body: Body) -> Result<Content> {
    if !file.kinds.contains(&kind(headers).as_str()) {
        return Err(Refused::WrongKind(file.kinds));
    }
    let limit = usize::try_from(FILE_LIMIT).unwrap_or(usize::MAX);
    let reading = async {
        let (mut body, mut incoming) = (Limited::new(body, limit), app.files().arrive(FILE_LIMIT).await?);
        while let Some(frame) = body.frame().await {
            if let Ok(piece) = frame.map_err(|error| cut(&*error))?.into_data() {
                incoming.take(&piece).await?;
            }
        }
        incoming.whole().await?.ok_or(Refused::from(Error::TooLarge))
    };
    tokio::time::timeout(FILE_TIME, reading)
        .await
        .unwrap_or(Err(Error::BadRequest.into()))
}

fn cut(error: &(dyn std::error::Error + 'static)) -> Refused {
    if error.is::<LengthLimitError>() {
        Error::TooLarge.into()
    } else {
        Error::BadRequest.into()
    }
}

fn kind(headers: &HeaderMap) -> String {
    let kind = text(headers, header::CONTENT_TYPE.as_str()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default();
    kind.trim().to_ascii_lowercase()
}

/// The whole body, if it is JSON; or empty where none is taken.
async fn json(headers: &HeaderMap, body: Body, needed: bool) -> Result<Bytes> {
    let reading = Limited::new(body, BODY_LIMIT).collect();
    let read = tokio::time::timeout(BODY_TIME, reading)
        .await
        .map_err(|_| Error::BadRequest)?;
    let bytes = read.map_err(|error| cut(&*error))?.to_bytes();
    let kind = kind(headers);
    let left_out = !needed && kind.is_empty() && bytes.is_empty();
    if kind != "application/json" && !left_out {
        return Err(Refused::WrongKind(&["application/json"]));
    }
    Ok(bytes)
}

/// The fields of the body, each of its kind.
fn fields(operation: &Operation, sent: &[u8], locale: Locale) -> Result<Map<String, Value>> {
    let read = if sent.is_empty() && operation.body.is_none() {
        Value::Object(Map::new())
    } else {
        serde_json::from_slice(sent).map_err(|_| Refused::BadRequest(Vec::new()))?
    };
    let mut wrong = Vec::new();
    let Value::Object(fields) = read else {
        wrong.push(Wrong::new("", Words(locale).api_not_an_object()));
        return Err(Refused::Fields(wrong));
    };
    let shape = operation.body.unwrap_or(&NO_FIELDS);
    shape.check(&fields, "", locale, &mut wrong);
    if wrong.is_empty() {
        Ok(fields)
    } else {
        Err(Refused::Fields(wrong))
    }
}
