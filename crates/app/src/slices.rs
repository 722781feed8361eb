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

/// Prints every address and the room it belongs to; an operation of the API with its method.
pub fn print(json: bool) -> Result<ExitCode> {
    let line = |room: &str, path: &str| {
        if json {
            say(serde_json::json!({"room": room, "path": path}))
        } else {
            say(format!("{room:<14} {path}"))
        }
    };
    for slice in SLICES {
        for pattern in (slice.routes)().patterns() {
            line(slice.name, pattern)?;
        }
        for operation in slice.api.iter().flat_map(|noun| noun.operations) {
            let (verb, root) = (operation.verb.name(), web::api::ROOT);
            line(slice.name, &format!("{verb} {root}{}", operation.path))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
