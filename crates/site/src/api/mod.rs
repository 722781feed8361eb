//! What programs read and write of the site itself: one file a noun.

pub mod accounts;
pub mod log;
pub mod roles;

use people::Role;
use people::model::Whence;
use web::Error;
use web::api::{Call, Result};

fn only_administrators(call: &Call) -> Result<()> {
    if people::api::me(call)?.has(Role::Administrator) {
        Ok(())
    } else {
        Err(Error::Forbidden.into())
    }
}

/// Where a request comes from.
fn whence(call: &Call) -> Whence {
    let from = people::api::from(call);
    Whence {
        ip: from.ip,
        ua: from.ua,
        zone: "UTC".to_owned(),
    }
}
