//! A form as it was sent. Nothing typed is lost: what is too long or holds strange signs is kept, and said beside its field.
use crate::words::Words;
use crate::{App, Error};
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::HeaderMap;
use axum::http::header;
use http_body_util::{BodyExt, Limited};
use i18n::Locale;
use std::collections::BTreeMap;
use std::time::Duration;

/// A whole form may be as large as two files and a little more.
pub(crate) const BODY_LIMIT: usize = 24 * 1024 * 1024;
/// One text field keeps so many bytes; the rest is cut and told.
const TEXT_LIMIT: usize = 64 * 1024;
/// One file; larger ones are told beside their field.
const FILE_LIMIT: usize = 12 * 1024 * 1024;
/// A body must arrive in this time, on a slow phone too.
const BODY_TIME: Duration = Duration::from_secs(180);

/// Why a field cannot be taken as it was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    TooLong,
    /// Not UTF-8.
    Encoding,
    /// Control characters, or signs that turn the writing direction.
    OddSigns,
}

impl Trouble {
    /// What to say beside the field.
    pub fn sentence(self, locale: Locale) -> &'static str {
        let w = Words(locale);
        match self {
            Trouble::TooLong => w.trouble_too_long(),
            Trouble::Encoding => w.trouble_encoding(),
            Trouble::OddSigns => w.trouble_odd_signs(),
        }
    }
}

/// A file as it was sent.
#[derive(Debug, Clone)]
pub struct Upload {
    pub field: String,
    pub name: String,
    pub bytes: Bytes,
    /// Larger than any file that is taken; `bytes` then holds nothing.
    pub too_large: bool,
}

/// The fields and files of a form.
#[derive(Debug, Clone, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    uploads: Vec<Upload>,
    troubles: BTreeMap<String, Trouble>,
}

impl Form {
    /// A form made of fields: for one that waited while its sender signed in again.
    pub fn from_fields(fields: Vec<(String, String)>, uploads: Vec<Upload>) -> Form {
        Form {
            fields,
            uploads,
            troubles: BTreeMap::new(),
        }
    }

    /// The first value of a field, as typed; empty when it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value)
    }

    /// All values of a field: tick boxes share a name.
    pub fn texts(&self, name: &str) -> Vec<&str> {
        self.fields
            .iter()
            .filter(|(field, _)| field == name)
            .map(|(_, value)| value.as_str())
            .collect()
    }

    /// The file of a field; nothing when none was chosen.
    pub fn upload(&self, name: &str) -> Option<&Upload> {
        self.uploads.iter().find(|upload| upload.field == name)
    }

    /// What is wrong with a field before anybody asks what it means.
    pub fn trouble(&self, name: &str) -> Option<Trouble> {
        self.troubles.get(name).copied()
    }

    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    pub fn uploads(&self) -> &[Upload] {
        &self.uploads
    }

    fn add(&mut self, name: String, bytes: &[u8], cut: bool) {
        let end = bytes.len().min(TEXT_LIMIT);
        let text = String::from_utf8_lossy(&bytes[..end]);
        let trouble = if cut || bytes.len() > TEXT_LIMIT {
            Some(Trouble::TooLong)
        } else if std::str::from_utf8(bytes).is_err() {
            Some(Trouble::Encoding)
        } else if text.chars().any(is_odd) {
            Some(Trouble::OddSigns)
        } else {
            None
        };
        if let Some(trouble) = trouble {
            self.troubles.insert(name.clone(), trouble);
        }
        // A NUL can stand in no database text and in no page.
        self.fields.push((name, text.replace('\0', "\u{fffd}")));
    }
}

pub(crate) fn is_odd(c: char) -> bool {
    (c.is_control() && !matches!(c, '\r' | '\n' | '\t'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl FromRequest<App> for Form {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Form, Error> {
        let kind = content_type(request.headers());
        let read = async {
            match kind.as_str() {
                "multipart/form-data" => multipart(request, app).await,
                "application/x-www-form-urlencoded" | "" => urlencoded(request.into_body()).await,
                _ => Err(Error::BadRequest),
            }
        };
        tokio::time::timeout(BODY_TIME, read)
            .await
            .unwrap_or(Err(Error::BadRequest))
    }
}

fn content_type(headers: &HeaderMap) -> String {
    let text = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    text.split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}

async fn urlencoded(body: Body) -> Result<Form, Error> {
    let bytes = Limited::new(body, BODY_LIMIT).collect().await.map_err(|e| {
        if e.is::<http_body_util::LengthLimitError>() {
            Error::TooLarge
        } else {
            Error::BadRequest
        }
    })?;
    let mut form = Form::default();
    for pair in bytes
        .to_bytes()
        .split(|&byte| byte == b'&')
        .filter(|pair| !pair.is_empty())
    {
        let at = pair.iter().position(|&byte| byte == b'=').unwrap_or(pair.len());
        let name = String::from_utf8_lossy(&unescape(&pair[..at])).into_owned();
        form.add(name, &unescape(pair.get(at + 1..).unwrap_or_default()), false);
    }
    Ok(form)
}

/// `%C3%A9` and `+`, as bytes: the encoding is judged afterwards.
pub(crate) fn unescape(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, tail @ ..] = rest {
        let hex = (*first == b'%')
            .then(|| tail.get(..2))
            .flatten()
            .and_then(|two| std::str::from_utf8(two).ok());
        if let Some(byte) = hex.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            out.push(byte);
            rest = &tail[2..];
        } else {
            out.push(if *first == b'+' { b' ' } else { *first });
            rest = tail;
        }
    }
    out
}

async fn multipart(request: Request, app: &App) -> Result<Form, Error> {
    // The stack limits the whole body to `BODY_LIMIT`.
    let mut parts_of_form = Multipart::from_request(request, app)
        .await
        .map_err(|_| Error::BadRequest)?;
    let wrong = |e: axum::extract::multipart::MultipartError| {
        if e.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
            Error::TooLarge
        } else {
            Error::BadRequest
        }
    };
    let mut form = Form::default();
    while let Some(mut field) = parts_of_form.next_field().await.map_err(wrong)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().map(str::to_owned);
        let limit = if file.is_some() { FILE_LIMIT } else { TEXT_LIMIT };
        let (mut bytes, mut cut) = (Vec::new(), false);
        while let Some(chunk) = field.chunk().await.map_err(wrong)? {
            let room = limit - bytes.len().min(limit);
            cut |= chunk.len() > room;
            bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
        }
        match file {
            None => form.add(name, &bytes, cut),
            Some(file) if file.is_empty() && bytes.is_empty() => {}
            Some(file) => {
                let bytes = if cut { Bytes::new() } else { bytes.into() };
                form.uploads.push(Upload {
                    field: name,
                    name: file,
                    bytes,
                    too_large: cut,
                });
            }
        }
    }
    Ok(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn sent(body: &[u8]) -> Form {
        urlencoded(Body::from(body.to_vec())).await.unwrap()
    }

    #[tokio::test]
    async fn what_cannot_be_taken_is_kept_and_told() {
        let form = sent(b"a=caf%C3%A9+x&b=%FF&c=a%00b&d=%E2%80%AEx&a=2").await;
        assert_eq!(form.texts("a"), ["café x", "2"]);
        assert_eq!(form.trouble("a"), None);
        assert_eq!(form.trouble("b"), Some(Trouble::Encoding));
        assert_eq!(form.trouble("c"), Some(Trouble::OddSigns));
        assert_eq!(form.text("c"), "a\u{fffd}b");
        assert_eq!(form.trouble("d"), Some(Trouble::OddSigns));
    }

    #[tokio::test]
    async fn ten_megabytes_in_a_name_lose_nothing_else() {
        let mut body = b"other=kept&name=".to_vec();
        body.resize(10 * 1024 * 1024, b'x');
        let form = sent(&body).await;
        assert_eq!(form.trouble("name"), Some(Trouble::TooLong));
        assert_eq!(
            (form.text("name").len(), form.text("other")),
            (TEXT_LIMIT, "kept")
        );
    }

    #[tokio::test]
    async fn a_body_without_end_is_too_large() {
        let body = vec![b'x'; BODY_LIMIT + 1];
        assert!(matches!(urlencoded(Body::from(body)).await, Err(Error::TooLarge)));
    }
}
