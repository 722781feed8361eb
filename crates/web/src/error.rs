//! Answers about the address rather than the page: not found, sign in first, come back later. They become pages in the
//! reader's language on the way out.
use crate::Response;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Fault, FaultKind};

/// What a page answers; see [`Error`].
pub type Result<T = Response> = std::result::Result<T, Error>;

/// Why there is no page.
#[derive(Debug)]
pub enum Error {
    NotFound,
    /// Leads to the sign-in, and back to `next` after it.
    SignInFirst {
        next: String,
    },
    Forbidden,
    TooOften {
        seconds: i64,
    },
    /// Somebody changed it meanwhile.
    Stale,
    TooLarge,
    BadRequest,
    MethodNotAllowed,
    /// The name of the host is not ours.
    Misdirected,
    Unavailable {
        seconds: i64,
    },
    Fault(Fault),
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Error {
        Error::Fault(fault)
    }
}

/// What the page about an error needs to know; travels with the answer until it is dressed.
#[derive(Debug, Clone)]
pub struct Problem {
    pub status: StatusCode,
    pub retry_after: Option<i64>,
    /// For the log only.
    pub fault: Option<String>,
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let plain = |status: StatusCode| Problem {
            status,
            retry_after: None,
            fault: None,
        };
        let later = |status: StatusCode, seconds: i64| Problem {
            retry_after: Some(seconds),
            ..plain(status)
        };
        let problem = match self {
            Error::SignInFirst { next } => {
                return crate::redirect(&format!(
                    "/sign-in?next={}",
                    crate::encode(&crate::safe_next(&next))
                ));
            }
            Error::NotFound => plain(StatusCode::NOT_FOUND),
            Error::Forbidden => plain(StatusCode::FORBIDDEN),
            Error::Stale => plain(StatusCode::CONFLICT),
            Error::TooLarge => plain(StatusCode::PAYLOAD_TOO_LARGE),
            Error::BadRequest => plain(StatusCode::BAD_REQUEST),
            Error::MethodNotAllowed => plain(StatusCode::METHOD_NOT_ALLOWED),
            Error::Misdirected => plain(StatusCode::MISDIRECTED_REQUEST),
            Error::TooOften { seconds } => later(StatusCode::TOO_MANY_REQUESTS, seconds),
            Error::Unavailable { seconds } => later(StatusCode::SERVICE_UNAVAILABLE, seconds),
            Error::Fault(fault) => match fault.kind() {
                FaultKind::Unavailable | FaultKind::Busy | FaultKind::Retry => Problem {
                    fault: Some(fault.to_string()),
                    ..later(StatusCode::SERVICE_UNAVAILABLE, 5)
                },
                _ => Problem {
                    fault: Some(fault.to_string()),
                    ..plain(StatusCode::INTERNAL_SERVER_ERROR)
                },
            },
        };
        let mut response = problem.status.into_response();
        response.extensions_mut().insert(problem);
        response
    }
}
