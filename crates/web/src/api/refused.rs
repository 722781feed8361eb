//! Why an operation of the API did nothing, as a problem document (RFC 9457) with the words of the pages.
use crate::error::Problem;
use crate::words::Words;
use crate::{App, Error, Response, dress};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use base::Fault;
use i18n::Locale;
use serde_json::{Map, Value, json};

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub field: String,
    pub message: String,
}

impl Wrong {
    pub fn new(field: &str, message: impl Into<String>) -> Wrong {
        Wrong {
            field: field.to_owned(),
            message: message.into(),
        }
    }
}

/// Why nothing was done.
#[derive(Debug)]
pub enum Refused {
    /// An answer about the address: not found, forbidden, come back later.
    Address(Error),
    /// No token, or one that is not good.
    Unauthorized,
    /// The token was not made for this.
    Scope(&'static str),
    /// The address or the body cannot be read.
    BadRequest(Vec<Wrong>),
    /// The body may be of these kinds.
    WrongKind(&'static [&'static str]),
    /// Fields that do not fit, each with its sentence.
    Fields(Vec<Wrong>),
    /// The rule says no, in a sentence of the page.
    Conflict {
        code: &'static str,
        words: String,
    },
    /// `If-Match` is missing, or names an older state.
    MatchNeeded,
    Stale,
    /// The same `Idempotency-Key` was used for something else.
    KeyReused,
    Fault(Fault),
}

db::refusal!(Refused);

/// What an operation of the API answers.
pub type Result<T> = std::result::Result<T, Refused>;

impl From<Error> for Refused {
    fn from(error: Error) -> Refused {
        match error {
            Error::Fault(fault) => Refused::Fault(fault),
            Error::SignInFirst { .. } => Refused::Unauthorized,
            other => Refused::Address(other),
        }
    }
}

/// The kinds of problem that are not told by their status alone, for the reference page.
pub const CODES: [(&str, u16); 16] = [
    ("bad_request", 400),
    ("unauthorized", 401),
    ("insufficient_scope", 403),
    ("forbidden", 403),
    ("not_found", 404),
    ("method_not_allowed", 405),
    ("conflict", 409),
    ("stale", 412),
    ("too_large", 413),
    ("unsupported_media_type", 415),
    ("misdirected", 421),
    ("fields", 422),
    ("key_reused", 422),
    ("match_needed", 428),
    ("too_often", 429),
    ("unavailable", 503),
];

/// A problem before it is written.
struct Told<'t> {
    status: StatusCode,
    code: &'t str,
    title: &'t str,
    detail: String,
    errors: Vec<Wrong>,
    id: Option<&'t str>,
}

impl Told<'_> {
    fn response(self, app: &App) -> Response {
        let mut fields = Map::new();
        let kind = format!("{}{}#{}", app.site().public_url, super::REFERENCE, self.code);
        fields.insert("type".to_owned(), kind.into());
        fields.insert("code".to_owned(), self.code.into());
        fields.insert("title".to_owned(), self.title.into());
        fields.insert("status".to_owned(), self.status.as_u16().into());
        fields.insert("detail".to_owned(), self.detail.into());
        if !self.errors.is_empty() {
            let error = |one: &Wrong| json!({"field": one.field, "message": one.message});
            fields.insert("errors".to_owned(), self.errors.iter().map(error).collect());
        }
        if let Some(id) = self.id {
            fields.insert("id".to_owned(), id.into());
        }
        let kind = HeaderValue::from_static("application/problem+json");
        let headers = [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        (self.status, headers, Value::Object(fields).to_string()).into_response()
    }
}

impl Refused {
    /// The answer; one about the address is written on the way out, where its id is known.
    pub(super) fn response(self, app: &App, locale: Locale) -> Response {
        let w = Words(locale);
        let told = match self {
            Refused::Address(error) => return error.into_response(),
            Refused::Fault(fault) => return Error::Fault(fault).into_response(),
            Refused::Unauthorized => Told::new(
                401,
                "unauthorized",
                w.api_unauthorized(),
                w.api_unauthorized_words(),
            ),
            Refused::Scope(scope) => {
                let mut told = Told::new(403, "insufficient_scope", w.forbidden(), "");
                told.detail = w.api_scope_words(scope);
                told
            }
            Refused::BadRequest(errors) => Told {
                errors,
                ..Told::new(400, "bad_request", w.bad_request(), w.api_bad_request_words())
            },
            Refused::WrongKind(kinds) => {
                let mut told = Told::new(415, "unsupported_media_type", w.api_wrong_kind(), "");
                told.detail = w.api_wrong_kind_words(kinds.join(", "));
                told
            }
            Refused::Fields(errors) => Told {
                errors,
                ..Told::new(422, "fields", w.api_fields(), w.api_fields_words())
            },
            Refused::Conflict { code, words } => {
                let mut told = Told::new(409, code, w.api_conflict(), "");
                told.detail = words;
                told
            }
            Refused::MatchNeeded => Told::new(
                428,
                "match_needed",
                w.api_match_needed(),
                w.api_match_needed_words(),
            ),
            Refused::Stale => Told::new(412, "stale", w.stale(), w.api_stale_words()),
            Refused::KeyReused => Told::new(422, "key_reused", w.api_key_reused(), w.api_key_reused_words()),
        };
        let unauthorized = told.status == StatusCode::UNAUTHORIZED;
        let mut response = told.response(app);
        if unauthorized {
            let realm = HeaderValue::from_static("Bearer realm=\"api\"");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, realm);
        }
        response
    }
}

impl<'t> Told<'t> {
    fn new(status: u16, code: &'t str, title: &'t str, detail: &str) -> Told<'t> {
        Told {
            status: StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST),
            code,
            title,
            detail: detail.to_owned(),
            errors: Vec::new(),
            id: None,
        }
    }
}

/// A problem that had no words yet, as every answer about the address is: its headers stay.
pub fn dressed(app: &App, locale: Locale, problem: &Problem, id: &str, bare: &Response) -> Response {
    let w = Words(locale);
    let (title, page) = dress::sentences(w, problem);
    let status = problem.status.as_u16();
    let found = CODES.iter().find(|(_, own)| *own == status && status != 403);
    let (code, detail) = match status {
        403 => ("forbidden", w.api_forbidden_words().to_owned()),
        404 => ("not_found", w.api_not_found_words().to_owned()),
        405 => ("method_not_allowed", w.api_wrong_method_words().to_owned()),
        413 => ("too_large", w.api_too_large_words().to_owned()),
        500 => ("fault", page),
        400 => ("bad_request", w.api_bad_request_words().to_owned()),
        _ => (found.map_or("bad_request", |(code, _)| code), page),
    };
    let told = Told {
        status: problem.status,
        code,
        title,
        detail,
        errors: Vec::new(),
        id: problem.fault.is_some().then_some(id),
    };
    let mut response = told.response(app);
    for (name, value) in bare.headers() {
        if !matches!(*name, header::CONTENT_TYPE | header::CONTENT_LENGTH) {
            response.headers_mut().insert(name, value.clone());
        }
    }
    let later = problem
        .retry_after
        .and_then(|seconds| HeaderValue::from_str(&seconds.to_string()).ok());
    if let Some(value) = later {
        response.headers_mut().insert(header::RETRY_AFTER, value);
    }
    response
}
