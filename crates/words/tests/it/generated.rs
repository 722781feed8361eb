//! The Rust made of the sample sentences is the file beside them, which `spoken` compiles and tries.

use std::path::Path;

#[test]
fn the_sample_is_generated_as_saved() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample");
    let (code, missing) = words::translate(&root, "hall", "i18n").unwrap();
    let missing: Vec<String> = missing.into_iter().map(|problem| problem.file).collect();
    assert_eq!(
        missing,
        ["words/ru/hall.ftl", "words/zh/hall.ftl", "words/es/hall.ftl"],
        "the languages that the sample leaves out"
    );
    let saved = root.join("hall.made");
    if std::env::var_os("SALA_REGENERATE").is_some() {
        std::fs::write(&saved, &code).unwrap();
    }
    assert_eq!(
        code,
        std::fs::read_to_string(&saved).unwrap(),
        "run again with SALA_REGENERATE=1 and read the change"
    );
}
