//! Turns the sentences of Sala into Rust, and checks that every language says all of them.
//!
//! Every sentence a person reads stands in `words/<language>/<crate>.ftl`, in Fluent syntax. Each crate's build script
//! calls [`compile`]; the crate then has one checked method a sentence: `w.sign_in()`, `w.greeting(name, count)`.
//! [`audit`] reads all languages side by side and tells what is missing, left in English, or said nowhere.

mod audit;
mod catalogue;
mod generate;

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write as _;
use std::path::Path;

pub use audit::audit;
use catalogue::Catalogue;

/// The languages, English first; each says everything.
const LANGUAGES: [&str; 6] = ["en", "fr", "ar", "ru", "zh", "es"];

/// Something wrong in a file of sentences, with the place to mend.
///
/// ```
/// let problem = words::Problem { file: "words/fr/web.ftl".into(), line: 12, what: "`help` is missing".into() };
/// assert_eq!(problem.to_string(), "words/fr/web.ftl:12: `help` is missing");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path from the root of the project.
    pub file: String,
    /// Counted from 1; 0 when it is the file that is wrong.
    pub line: usize,
    /// What is wrong, in one sentence.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

/// Writes `$OUT_DIR/words.rs` for the crate whose build script calls it.
///
/// A sentence missing in another language is a warning and is said in English, so that work can go on; with
/// `SALA_WORDS_STRICT` or `CI` set it is an error. Anything the generator does not understand is always an error.
pub fn compile(krate: &str) {
    compile_for(krate, "i18n");
}

/// As [`compile`], with the path by which the generated code names the `i18n` crate (`crate` inside `i18n` itself).
pub fn compile_for(krate: &str, i18n: &str) {
    let mut lines = vec![
        "cargo::rerun-if-env-changed=SALA_WORDS_STRICT".to_owned(),
        "cargo::rerun-if-env-changed=CI".to_owned(),
        "cargo::rerun-if-changed=build.rs".to_owned(),
    ];
    let strict = std::env::var_os("SALA_WORDS_STRICT").is_some()
        || std::env::var("CI").is_ok_and(|value| value == "true" || value == "1");
    let here = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let out = std::env::var("OUT_DIR").unwrap_or_default();
    let root = Path::new(&here).join("../..");
    for language in LANGUAGES {
        let file = root.join(path_of(language, krate));
        lines.push(format!("cargo::rerun-if-changed={}", file.display()));
    }
    match translate(&root, krate, i18n) {
        Ok((code, missing)) => {
            let level = if strict { "cargo::error" } else { "cargo::warning" };
            lines.extend(missing.iter().map(|problem| format!("{level}={problem}")));
            if let Err(error) = std::fs::write(Path::new(&out).join("words.rs"), code) {
                lines.push(format!("cargo::error=cannot write words.rs: {error}"));
            }
        }
        Err(problems) => lines.extend(problems.iter().map(|problem| format!("cargo::error={problem}"))),
    }
    let mut text = lines.join("\n");
    text.push('\n');
    // A build script that cannot speak to cargo has nobody to tell.
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// The code of one crate, and what French or Arabic lack; `Err` when no code can be made.
///
/// # Errors
/// The problems which stop the generator: syntax it does not know, an argument English does not have, no English file.
pub fn translate(root: &Path, krate: &str, i18n: &str) -> Result<(String, Vec<Problem>), Vec<Problem>> {
    let mut all = BTreeMap::new();
    let mut problems = Vec::new();
    for language in LANGUAGES {
        let file = path_of(language, krate);
        match std::fs::read_to_string(root.join(&file)) {
            Ok(source) => match Catalogue::parse(language, &file, &source) {
                Ok(catalogue) => {
                    all.insert(language, catalogue);
                }
                Err(found) => problems.extend(found),
            },
            Err(error) if language == LANGUAGES[0] => {
                problems.push(Problem {
                    file,
                    line: 0,
                    what: format!("cannot be read: {error}"),
                });
            }
            Err(_) => {}
        }
    }
    if problems.is_empty() {
        problems = audit::unspeakable(&all);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let missing = audit::missing(&all, krate);
    Ok((generate::code(&all, i18n), missing))
}

fn path_of(language: &str, krate: &str) -> String {
    format!("words/{language}/{krate}.ftl")
}
