//! Reads all languages side by side: what is missing, what was left in English, what no page ever says.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::catalogue::{Case, Catalogue, Kind, Message, PLURALS, choices};
use crate::generate::{method, signature};
use crate::{LANGUAGES, Problem, path_of};

/// More arguments than this and a sentence wants to be two.
const MOST_ARGUMENTS: usize = 6;

type Catalogues = BTreeMap<&'static str, Catalogue>;

/// Everything wrong with the sentences of the project at `root`: the files under `words/` and the crates that use them.
///
/// - every other language says every sentence, with the same arguments, and nothing that English does not say;
/// - no sentence equals the English one unless `words/same.txt` names it (`fr web.organization  why`);
/// - a number in Arabic has its six forms, in French and Spanish two, in Russian four;
/// - every sentence is used by its crate, or by a crate that names its words;
/// - syntax which the generator does not know is refused with file and line.
pub fn audit(root: &Path) -> Vec<Problem> {
    let mut problems = Vec::new();
    let same = Same::read(root);
    let crates = names(&root.join("words/en"), "ftl");
    for language in LANGUAGES.iter().skip(1) {
        for krate in names(&root.join("words").join(language), "ftl") {
            if !crates.contains(&krate) {
                let what = "English has no such file".to_owned();
                problems.push(Problem {
                    file: path_of(language, &krate),
                    line: 0,
                    what,
                });
            }
        }
    }
    let mut left_in_english = Vec::new();
    for krate in &crates {
        let mut all = Catalogues::new();
        for language in LANGUAGES {
            let file = path_of(language, krate);
            let Ok(source) = std::fs::read_to_string(root.join(&file)) else {
                continue;
            };
            match Catalogue::parse(language, &file, &source) {
                Ok(catalogue) => {
                    all.insert(language, catalogue);
                }
                Err(found) => problems.extend(found),
            }
        }
        problems.extend(unspeakable(&all));
        problems.extend(missing(&all, krate));
        problems.extend(forms(&all));
        problems.extend(unused(&all, root, krate, &crates));
        left_in_english.extend(untranslated(&all, krate));
    }
    problems.extend(same.judge(left_in_english));
    problems.sort();
    problems
}

/// What no code can be made of: an argument or a sentence that English does not have, or one kind here, another there.
pub fn unspeakable(all: &Catalogues) -> Vec<Problem> {
    let mut problems = Vec::new();
    let Some(english) = all.get(LANGUAGES[0]) else {
        return problems;
    };
    for catalogue in all.values() {
        for message in &catalogue.messages {
            let Some(original) = english.get(&message.key) else {
                problems.push(at(catalogue, message, "English has no such sentence"));
                continue;
            };
            let known = signature(original, &[(catalogue.language, message)]);
            for (name, _) in message.arguments() {
                if !known.iter().any(|(argument, _)| *argument == name) {
                    problems.push(at(
                        catalogue,
                        message,
                        &format!("English has no argument ${name}"),
                    ));
                }
            }
            let said = all
                .iter()
                .filter_map(|(language, other)| other.get(&message.key).map(|m| (*language, m)));
            let numbers = signature(original, &said.collect::<Vec<_>>());
            choices(&message.parts, &mut |choice| {
                let number = numbers
                    .iter()
                    .any(|(name, kind)| *name == choice.argument && *kind == Kind::Number);
                if number && choice.kind() == Kind::Shown {
                    let what = format!(
                        "${} is a number in one language and a text in another",
                        choice.argument
                    );
                    problems.push(at(catalogue, message, &what));
                }
            });
            if message.arguments().len() > MOST_ARGUMENTS {
                problems.push(at(
                    catalogue,
                    message,
                    &format!("has more than {MOST_ARGUMENTS} arguments"),
                ));
            }
        }
    }
    problems
}

/// What a language does not say, or says without one of its arguments.
pub fn missing(all: &Catalogues, krate: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let Some(english) = all.get(LANGUAGES[0]) else {
        return problems;
    };
    for language in &LANGUAGES[1..] {
        let Some(catalogue) = all.get(language) else {
            let what = format!("is missing ({} sentences)", english.messages.len());
            problems.push(Problem {
                file: path_of(language, krate),
                line: 0,
                what,
            });
            continue;
        };
        let lacks: Vec<String> = english
            .messages
            .iter()
            .filter(|message| catalogue.get(&message.key).is_none())
            .map(|message| format!("`{}`", message.key))
            .collect();
        if !lacks.is_empty() {
            let what = format!("does not say {}", lacks.join(", "));
            problems.push(Problem {
                file: catalogue.file.clone(),
                line: 0,
                what,
            });
        }
        for message in &catalogue.messages {
            let said = message.arguments();
            let wanted = english
                .get(&message.key)
                .map(Message::arguments)
                .unwrap_or_default();
            for (name, _) in wanted
                .iter()
                .filter(|(name, _)| !said.iter().any(|(known, _)| known == name))
            {
                problems.push(at(
                    catalogue,
                    message,
                    &format!("does not use its argument ${name}"),
                ));
            }
        }
    }
    problems
}

/// Numbers without all the forms of the language.
fn forms(all: &Catalogues) -> Vec<Problem> {
    let mut problems = Vec::new();
    for catalogue in all.values() {
        let wanted: &[&str] = match catalogue.language {
            "ar" => &PLURALS,
            "ru" => &["one", "few", "many", "other"],
            "zh" => &["other"],
            _ => &["one", "other"],
        };
        for message in &catalogue.messages {
            choices(&message.parts, &mut |choice| {
                let has = |form: &str| {
                    let is = |case: &Case| matches!(case, Case::Plural(name) if name == form);
                    form == "other" || choice.cases.iter().any(|(case, _)| is(case))
                };
                let by_plural = choice
                    .cases
                    .iter()
                    .any(|(case, _)| matches!(case, Case::Plural(_)));
                let lacks: Vec<&str> = wanted
                    .iter()
                    .copied()
                    .filter(|form| by_plural && !has(form))
                    .collect();
                if !lacks.is_empty() {
                    problems.push(at(
                        catalogue,
                        message,
                        &format!("lacks the forms {}", lacks.join(", ")),
                    ));
                }
            });
        }
    }
    problems
}

/// Sentences whose words are the English ones, as (language, `crate.key`, where).
fn untranslated(all: &Catalogues, krate: &str) -> Vec<(&'static str, String, Problem)> {
    let Some(english) = all.get(LANGUAGES[0]) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (language, catalogue) in all.iter().filter(|(language, _)| **language != LANGUAGES[0]) {
        for message in &catalogue.messages {
            let words = message.bare();
            let original = english.get(&message.key).map(Message::bare).unwrap_or_default();
            if plain(&words) == plain(&original) && words.chars().any(char::is_alphabetic) {
                let what = "is the English sentence: translate it, or name it in words/same.txt";
                found.push((
                    *language,
                    format!("{krate}.{}", message.key),
                    at(catalogue, message, what),
                ));
            }
        }
    }
    found
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The exceptions of `words/same.txt`: what may be said as in English.
struct Same(Vec<(String, String, usize, bool)>);

impl Same {
    fn read(root: &Path) -> Same {
        let text = std::fs::read_to_string(root.join("words/same.txt")).unwrap_or_default();
        let lines = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
        Same(
            lines
                .map(|(index, line)| {
                    let mut words = line.split_whitespace();
                    let first = words.next().unwrap_or_default().to_owned();
                    let second = words.next().unwrap_or_default().to_owned();
                    let (language, key) = if first.contains('.') {
                        (second, first)
                    } else {
                        (first, second)
                    };
                    (language, key, index + 1, words.next().is_some())
                })
                .collect(),
        )
    }

    fn judge(&self, found: Vec<(&'static str, String, Problem)>) -> Vec<Problem> {
        let file = "words/same.txt";
        let mut problems = Vec::new();
        for (language, key, line, has_reason) in &self.0 {
            let needed = found.iter().any(|(l, k, _)| l == language && k == key);
            let what = if !needed {
                format!("`{language} {key}` does not equal English, or is no sentence: take the line out")
            } else if !has_reason {
                format!("`{language} {key}` has no reason")
            } else {
                continue;
            };
            problems.push(Problem {
                file: file.to_owned(),
                line: *line,
                what,
            });
        }
        let excused = |language: &str, key: &str| self.0.iter().any(|(l, k, ..)| l == language && k == key);
        problems.extend(
            found
                .into_iter()
                .filter(|(l, k, _)| !excused(l, k))
                .map(|(_, _, problem)| problem),
        );
        problems
    }
}

/// Sentences that no source file of the crate, and of no crate that names its words, ever says.
fn unused(all: &Catalogues, root: &Path, krate: &str, crates: &[String]) -> Vec<Problem> {
    let Some(english) = all.get(LANGUAGES[0]) else {
        return Vec::new();
    };
    let folder = root.join("crates").join(krate).join("src");
    if !folder.exists() {
        let what = format!("there is no crate `{krate}`");
        return vec![Problem {
            file: english.file.clone(),
            line: 0,
            what,
        }];
    }
    let mut text = sources(&folder);
    let outside = format!("{krate}::words");
    for other in crates.iter().filter(|other| *other != krate) {
        let found = sources(&root.join("crates").join(other).join("src"));
        if found.contains(&outside) || found.contains(&format!("use {krate}::")) {
            text.push_str(&found);
        }
    }
    let silent = english
        .messages
        .iter()
        .filter(|message| !is_said(&text, &method(&message.key)));
    silent
        .map(|message| at(english, message, "is never said: no source uses it"))
        .collect()
}

/// Whether `.name` or `::name` stands in the text as a whole word.
fn is_said(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + name.len()..).and_then(|rest| rest.chars().next());
        let ends = after.is_none_or(|c| !c.is_alphanumeric() && c != '_');
        ends && (before.ends_with("::") || (before.ends_with('.') && after == Some('(')))
    })
}

fn sources(folder: &Path) -> String {
    let mut text = String::new();
    let Ok(entries) = std::fs::read_dir(folder) else {
        return text;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            text.push_str(&sources(&path));
        } else if path
            .extension()
            .is_some_and(|e| e == "rs" || e == "html" || e == "txt")
        {
            text.push_str(&std::fs::read_to_string(&path).unwrap_or_default());
            text.push('\n');
        }
    }
    text
}

/// The names of the files of a folder with that ending, sorted.
fn names(folder: &Path, ending: &str) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    let mut names: Vec<String> = paths
        .iter()
        .filter(|path| path.extension().is_some_and(|e| e == ending))
        .filter_map(|path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()))
        .collect();
    names.sort();
    names
}

fn at(catalogue: &Catalogue, message: &Message, what: &str) -> Problem {
    Problem {
        file: catalogue.file.clone(),
        line: message.line,
        what: format!("`{}` {what}", message.key),
    }
}
