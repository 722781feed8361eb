//! What programs read and write of registrations: one's own, and the desk's.

pub mod papers;
pub mod queue;
pub mod registration;
mod shape;

use web::api::Scope;

use crate::words::Words;

/// To register, and to withdraw.
pub static WRITE: Scope = Scope {
    code: "registrations:write",
    label: |locale| Words(locale).scope_registrations_write(),
};

/// To see requests and decide on them.
pub static DESK: Scope = Scope {
    code: "desk",
    label: |locale| Words(locale).scope_desk(),
};
