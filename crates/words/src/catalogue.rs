//! One file of sentences, read: which sentences it has, and which names and choices stand in each.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::Problem;

/// The plural categories of CLDR.
pub const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// All sentences of one crate in one language, in the order of the file.
#[derive(Debug)]
pub struct Catalogue {
    pub language: &'static str,
    pub file: String,
    pub messages: Vec<Message>,
}

/// One sentence: its key, the line it begins on, and its parts.
#[derive(Debug)]
pub struct Message {
    pub key: String,
    pub line: usize,
    pub parts: Vec<Part>,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words as they stand.
    Text(String),
    /// The value of an argument.
    Show(String),
    /// One of several wordings.
    Choose(Choice),
}

/// Wordings among which an argument chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub argument: String,
    pub cases: Vec<(Case, Vec<Part>)>,
    pub default_case: Case,
    pub default: Vec<Part>,
}

/// When a wording is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// This very number.
    Exact(i64),
    /// Numbers of this plural category.
    Plural(String),
    /// This very text.
    Text(String),
}

/// Whether an argument is a number or anything that can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Number,
    Shown,
}

impl Catalogue {
    /// Reads a file; `Err` has every place it does not understand.
    pub fn parse(language: &'static str, file: &str, source: &str) -> Result<Catalogue, Vec<Problem>> {
        let problem = |line, what| Problem {
            file: file.to_owned(),
            line,
            what,
        };
        let resource = fluent_syntax::parser::parse(source).map_err(|(_, errors)| {
            let at = |pos: usize| {
                source
                    .get(..pos)
                    .map_or(0, |before| before.matches('\n').count() + 1)
            };
            errors
                .iter()
                .map(|e| problem(at(e.pos.start), e.kind.to_string()))
                .collect::<Vec<_>>()
        })?;
        let mut messages: Vec<Message> = Vec::new();
        let mut problems = Vec::new();
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let key = message.id.name.to_owned();
                    let line = line_of(source, &key);
                    if messages.iter().any(|other| other.key == key) {
                        problems.push(problem(line, format!("`{key}` stands twice in this file")));
                    }
                    match read_message(&key, message.value.as_ref(), message.attributes.len()) {
                        Ok(parts) => messages.push(Message {
                            key,
                            line,
                            parts: typeset(language, parts),
                        }),
                        Err(what) => problems.push(problem(line, format!("`{key}`: {what}"))),
                    }
                }
                Entry::Term(term) => problems.push(problem(
                    line_of(source, &format!("-{}", term.id.name)),
                    format!("`-{}`: terms are not supported", term.id.name),
                )),
                Entry::Comment(_)
                | Entry::GroupComment(_)
                | Entry::ResourceComment(_)
                | Entry::Junk { .. } => {}
            }
        }
        if problems.is_empty() {
            Ok(Catalogue {
                language,
                file: file.to_owned(),
                messages,
            })
        } else {
            Err(problems)
        }
    }

    pub fn get(&self, key: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.key == key)
    }
}

impl Message {
    /// The arguments in the order they first appear.
    pub fn arguments(&self) -> Vec<(String, Kind)> {
        let mut found = Vec::new();
        collect(&self.parts, &mut found);
        found
    }

    /// The words alone, to compare one language with another.
    pub fn bare(&self) -> String {
        let mut text = String::new();
        flatten(&self.parts, &mut text);
        text
    }
}

impl Choice {
    /// By number when every case is a number or a plural category.
    pub fn kind(&self) -> Kind {
        let mut cases = self
            .cases
            .iter()
            .map(|(case, _)| case)
            .chain([&self.default_case]);
        if cases.any(|case| matches!(case, Case::Text(_))) {
            Kind::Shown
        } else {
            Kind::Number
        }
    }
}

/// Visits every choice, also those inside others.
pub fn choices<'a>(parts: &'a [Part], visit: &mut impl FnMut(&'a Choice)) {
    for part in parts {
        if let Part::Choose(choice) = part {
            visit(choice);
            for inner in choice
                .cases
                .iter()
                .map(|(_, inner)| inner)
                .chain([&choice.default])
            {
                choices(inner, visit);
            }
        }
    }
}

fn collect(parts: &[Part], found: &mut Vec<(String, Kind)>) {
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Show(name) => {
                let number = name == "count" || name == "n";
                note(found, name, if number { Kind::Number } else { Kind::Shown });
            }
            Part::Choose(choice) => {
                note(found, &choice.argument, choice.kind());
                for inner in choice
                    .cases
                    .iter()
                    .map(|(_, inner)| inner)
                    .chain([&choice.default])
                {
                    collect(inner, found);
                }
            }
        }
    }
}

fn note(found: &mut Vec<(String, Kind)>, name: &str, kind: Kind) {
    match found.iter_mut().find(|(known, _)| known == name) {
        Some((_, known)) if kind == Kind::Number => *known = Kind::Number,
        Some(_) => {}
        None => found.push((name.to_owned(), kind)),
    }
}

fn flatten(parts: &[Part], out: &mut String) {
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Show(_) => {}
            Part::Choose(choice) => {
                for inner in choice
                    .cases
                    .iter()
                    .map(|(_, inner)| inner)
                    .chain([&choice.default])
                {
                    flatten(inner, out);
                    out.push('|');
                }
            }
        }
    }
}

fn line_of(source: &str, key: &str) -> usize {
    let begins = |line: &str| {
        line.strip_prefix(key)
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    source.lines().position(begins).map_or(0, |index| index + 1)
}

fn read_message(key: &str, value: Option<&Pattern<&str>>, attributes: usize) -> Result<Vec<Part>, String> {
    if !key
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    {
        return Err("a key has small letters, digits and dashes only".to_owned());
    }
    if attributes > 0 {
        return Err("attributes are not supported".to_owned());
    }
    read_pattern(value.ok_or("has no text")?)
}

fn read_pattern(pattern: &Pattern<&str>) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => push(&mut parts, Part::Text((*value).to_owned())),
            PatternElement::Placeable { expression } => push(&mut parts, read_expression(expression)?),
        }
    }
    Ok(parts)
}

fn push(parts: &mut Vec<Part>, part: Part) {
    if let (Some(Part::Text(last)), Part::Text(more)) = (parts.last_mut(), &part) {
        last.push_str(more);
    } else {
        parts.push(part);
    }
}

fn read_expression(expression: &Expression<&str>) -> Result<Part, String> {
    match expression {
        Expression::Inline(inline) => read_inline(inline),
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id } = selector else {
                return Err("only an argument can choose a wording".to_owned());
            };
            Ok(Part::Choose(read_choice(argument(id.name)?, variants)?))
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>) -> Result<Part, String> {
    match inline {
        InlineExpression::StringLiteral { value } => {
            Ok(Part::Text(unescape_unicode_to_string(value).into_owned()))
        }
        InlineExpression::NumberLiteral { value } => Ok(Part::Text((*value).to_owned())),
        InlineExpression::VariableReference { id } => Ok(Part::Show(argument(id.name)?)),
        InlineExpression::Placeable { expression } => read_expression(expression),
        InlineExpression::FunctionReference { id, .. } => {
            Err(format!("the function {} is not supported", id.name))
        }
        InlineExpression::MessageReference { id, .. } => Err(format!(
            "{{ {} }}: a sentence cannot quote another; an argument begins with $",
            id.name
        )),
        InlineExpression::TermReference { id, .. } => Err(format!("the term -{} is not supported", id.name)),
    }
}

fn argument(name: &str) -> Result<String, String> {
    let snake = name.replace('-', "_");
    let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if snake.chars().all(known) {
        Ok(snake)
    } else {
        Err(format!(
            "${name}: an argument has small letters, digits and dashes only"
        ))
    }
}

fn read_choice(argument: String, variants: &[Variant<&str>]) -> Result<Choice, String> {
    let plural = variants.iter().all(|variant| match &variant.key {
        VariantKey::Identifier { name } => PLURALS.contains(name),
        VariantKey::NumberLiteral { .. } => true,
    });
    let mut cases = Vec::new();
    let mut default = None;
    for variant in variants {
        let case = match &variant.key {
            VariantKey::Identifier { name } if plural => Case::Plural((*name).to_owned()),
            VariantKey::Identifier { name } => Case::Text((*name).to_owned()),
            VariantKey::NumberLiteral { value } if plural => Case::Exact(
                value
                    .parse()
                    .map_err(|_| format!("[{value}] is not a whole number"))?,
            ),
            VariantKey::NumberLiteral { value } => Case::Text((*value).to_owned()),
        };
        if cases.iter().any(|(known, _)| *known == case) {
            return Err(format!("${argument} has the same case twice"));
        }
        let wording = read_pattern(&variant.value)?;
        if variant.default {
            default = Some((case, wording));
        } else {
            cases.push((case, wording));
        }
    }
    let (default_case, default) = default.ok_or("has no default wording (*)")?;
    if plural && !matches!(&default_case, Case::Plural(name) if name == "other") {
        return Err(format!("the default wording of ${argument} must be *[other]"));
    }
    Ok(Choice {
        argument,
        cases,
        default_case,
        default,
    })
}

/// French signs of two parts keep to their word at the end of a line, and an elision has a curved apostrophe: the
/// translator types a plain space and a straight one.
fn typeset(language: &str, parts: Vec<Part>) -> Vec<Part> {
    if language != "fr" {
        return parts;
    }
    let set = |part| match part {
        Part::Text(text) => Part::Text(french(&text)),
        Part::Show(name) => Part::Show(name),
        Part::Choose(choice) => Part::Choose(Choice {
            cases: choice
                .cases
                .into_iter()
                .map(|(case, inner)| (case, typeset(language, inner)))
                .collect(),
            default: typeset(language, choice.default),
            ..choice
        }),
    };
    parts.into_iter().map(set).collect()
}

fn french(text: &str) -> String {
    const SIGNS: [(&str, &str); 7] = [
        (" :", "\u{a0}:"),
        (" ;", "\u{202f};"),
        (" ?", "\u{202f}?"),
        (" !", "\u{202f}!"),
        (" %", "\u{202f}%"),
        (" »", "\u{a0}»"),
        ("« ", "«\u{a0}"),
    ];
    let text = SIGNS
        .iter()
        .fold(text.to_owned(), |text, (plain, kept)| text.replace(plain, kept));
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let elides = c == '\'' && out.ends_with(char::is_alphabetic);
        out.push(if elides { '’' } else { c });
    }
    out
}
