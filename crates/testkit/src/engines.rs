//! Every test on both engines: the macro that writes the two, and the count that proves both ran.
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::OnceLock;

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub fn name(self) -> &'static str {
        match self {
            Engine::Sqlite => "sqlite",
            Engine::Postgres => "postgres",
        }
    }
}

/// Turns each `async fn name(app: TestApp) { … }` into two tests, `name::sqlite` and `name::postgres`.
///
/// A constant `SLICES: &[web::Slice]` must be in scope where it stands: the slices this test needs.
#[macro_export]
macro_rules! both_engines {
    ($($(#[$meta:meta])* async fn $name:ident($($app:ident)+ : TestApp) $body:block)*) => {$(
        $(#[$meta])*
        mod $name {
            use super::*;

            async fn body($($app)+ : $crate::TestApp) $body

            #[test]
            fn sqlite() {
                $crate::run($crate::Engine::Sqlite, SLICES, concat!(module_path!(), "::sqlite"), body);
            }

            #[test]
            fn postgres() {
                $crate::run($crate::Engine::Postgres, SLICES, concat!(module_path!(), "::postgres"), body);
            }
        }
    )*};
}

/// Notes that a test passed on an engine; `cargo xtask engines` adds the notes of all test programs up.
pub fn count(engine: Engine, test: &str) {
    static NOTES: OnceLock<PathBuf> = OnceLock::new();
    let notes = NOTES.get_or_init(|| {
        let path = notes_of_this_program();
        fs::create_dir_all(path.parent().expect("the notes lie in a folder"))
            .expect("the folder can be made");
        fs::write(&path, "").expect("the notes of the last run can be emptied");
        path
    });
    let mut file = OpenOptions::new()
        .append(true)
        .open(notes)
        .expect("the notes can be opened");
    writeln!(file, "{} {test}", engine.name()).expect("the note can be written");
}

/// `target/engines/<package>.<test program>`, beside the programs that were built.
fn notes_of_this_program() -> PathBuf {
    let program = std::env::current_exe().expect("a test program knows where it lies");
    let target = program
        .ancestors()
        .nth(3)
        .expect("test programs lie in target/<profile>/deps");
    let stem = program
        .file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let name = stem.rsplit_once('-').map_or(stem.as_str(), |(name, _)| name);
    let package = std::env::var("CARGO_PKG_NAME").unwrap_or_default();
    target.join("engines").join(format!("{package}.{name}"))
}
