//! A form as it was sent. Nothing typed is lost: what is too long or holds strange signs is kept, and said beside its field.
//! Files go to the store's folder while they arrive.
use crate::words::Words;
use crate::{App, Error};
use axum::RequestExt;
use axum::body::Body;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, StatusCode, header};
use files::Content;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use i18n::Locale;
use std::collections::BTreeMap;
use std::time::Duration;

/// A whole form may be as large as two files and a little more.
pub(crate) const BODY_LIMIT: usize = 24 * 1024 * 1024;
/// One text field keeps so many bytes; the rest is cut and told.
const TEXT_LIMIT: usize = 64 * 1024;
/// One file; larger ones are told beside their field.
pub(crate) const FILE_LIMIT: u64 = 12 * 1024 * 1024;
/// No form asks for so many files.
const FILES: usize = 20;
/// A body must arrive in this time, on a slow phone too.
pub(crate) const BODY_TIME: Duration = Duration::from_secs(180);

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
#[derive(Debug)]
pub struct Upload {
    pub field: String,
    pub name: String,
    /// Nothing when it was larger than any file that is taken. It goes with the request unless somebody keeps it.
    pub content: Option<Content>,
}

/// The fields and files of a form.
#[derive(Debug, Default)]
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

    /// Takes the file of a field out of the form; nothing when none was chosen.
    pub fn take_upload(&mut self, name: &str) -> Option<Upload> {
        let place = self.uploads.iter().position(|upload| upload.field == name)?;
        Some(self.uploads.remove(place))
    }

    /// What is wrong with a field before anybody asks what it means.
    pub fn trouble(&self, name: &str) -> Option<Trouble> {
        self.troubles.get(name).copied()
    }

    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    /// Takes every file out of the form.
    pub fn take_uploads(&mut self) -> Vec<Upload> {
        std::mem::take(&mut self.uploads)
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
                "application/x-www-form-urlencoded" | "" => urlencoded(request.into_limited_body()).await,
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
    let read = Limited::new(body, BODY_LIMIT).collect().await;
    let bytes = read.map_err(|e| {
        if is_limit(&*e) {
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

/// Whether more came than is taken here, by this page or by any.
fn is_limit(error: &(dyn std::error::Error + 'static)) -> bool {
    error.is::<LengthLimitError>() || error.source().is_some_and(is_limit)
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
    let mut form = Form::default();
    while let Some(mut field) = parts_of_form.next_field().await.map_err(|e| wrong(&e))? {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(str::to_owned) {
            None => {
                let (bytes, cut) = text(&mut field).await?;
                form.add(name, &bytes, cut);
            }
            Some(_) if form.uploads.len() == FILES => return Err(Error::BadRequest),
            Some(file) => form.uploads.extend(upload(&mut field, name, file, app).await?),
        }
    }
    Ok(form)
}

fn wrong(e: &MultipartError) -> Error {
    if e.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Error::TooLarge
    } else {
        Error::BadRequest
    }
}

/// As much of a text as is kept, and whether there was more.
async fn text(field: &mut Field<'_>) -> Result<(Vec<u8>, bool), Error> {
    let (mut bytes, mut cut) = (Vec::new(), false);
    while let Some(chunk) = field.chunk().await.map_err(|e| wrong(&e))? {
        let room = TEXT_LIMIT - bytes.len();
        cut |= chunk.len() > room;
        bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
    }
    Ok((bytes, cut))
}

/// The file of a field, written down while it arrives; nothing when none was chosen: no name, no bytes.
async fn upload(
    field: &mut Field<'_>,
    name: String,
    file: String,
    app: &App,
) -> Result<Option<Upload>, Error> {
    let mut incoming = app.files().arrive(FILE_LIMIT).await?;
    while let Some(bytes) = field.chunk().await.map_err(|e| wrong(&e))? {
        incoming.take(&bytes).await?;
    }
    let content = incoming.whole().await?;
    let none = file.is_empty() && content.as_ref().is_some_and(|content| content.stored().size == 0);
    Ok((!none).then_some(Upload {
        field: name,
        name: file,
        content,
    }))
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
