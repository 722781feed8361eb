//! `migrations/schema.sql` is what the migrations make, so that a change of the schema is read as one.
use std::path::Path;

#[test]
fn the_schema_file_is_what_the_migrations_make() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations/schema.sql");
    let made = db::schema_text().unwrap();
    if std::env::var_os("SALA_REGENERATE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert!(
        kept == made,
        "migrations/schema.sql is old: run this test with SALA_REGENERATE=1"
    );
}
