//! Why an organization's account did not sign in, in our own words, and what to do next.

use axum::http::StatusCode;
use oidc::Provider;
use web::{App, Response, Visitor};

use super::said;
use crate::words::Words;

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The organization did not sign her in.
    Refused,
    /// What came back is old, used, of another browser, or does not hold.
    Altered,
    /// Her account here may not sign in.
    Shut,
    /// It is linked to somebody else's account here.
    Taken,
    /// She signed in there as somebody else.
    Another,
}

/// The page that says so.
pub fn not_signed_in(app: &App, visitor: &Visitor, provider: &Provider, why: Why) -> Response {
    let (w, name) = (Words(visitor.locale), &provider.setting().name);
    let line = match why {
        Why::Refused => w.organization_refused(name),
        Why::Altered => w.organization_altered().to_owned(),
        Why::Shut => w.organization_shut(name),
        Why::Taken => w.organization_taken(name),
        Why::Another => w.organization_another(name),
    };
    let to = if visitor.person.is_some() {
        ("/account/organizations", w.organizations())
    } else {
        ("/sign-in", w.start_again())
    };
    let mut response = said::organization(app, visitor, line, to);
    *response.status_mut() = StatusCode::BAD_REQUEST;
    response
}
