//! The rooms of this program, in the order in which they may know of one another.
use crate::say;
use base::Result;
use std::process::ExitCode;

/// Every slice. Nothing else here knows of features.
pub static SLICES: &[web::Slice] = &[
    people::SLICE,
    members::SLICE,
    forum::SLICE,
    registration::SLICE,
    site::SLICE,
];

/// Prints every address and the room it belongs to.
pub fn print(json: bool) -> Result<ExitCode> {
    for slice in SLICES {
        for pattern in (slice.routes)().patterns() {
            if json {
                say(serde_json::json!({"room": slice.name, "path": pattern}))?;
            } else {
                say(format!("{:<14} {pattern}", slice.name))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
