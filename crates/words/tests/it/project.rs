//! The sentences of Sala itself.

use std::path::Path;

#[test]
fn sala_says_everything_in_every_complete_language() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let problems: Vec<String> = words::audit(&root).iter().map(ToString::to_string).collect();
    assert_eq!(problems.join("\n"), "");
}
