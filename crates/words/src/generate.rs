//! Writes the Rust of a crate's sentences: one method a sentence, one arm a language.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::LANGUAGES;
use crate::catalogue::{Case, Catalogue, Choice, Kind, Message, PLURALS, Part, choices};

/// Words Rust keeps for itself; a method of that name gets a `_` at its end.
const KEPT: [&str; 40] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "match", "mod", "move", "mut", "override", "pub", "ref", "return", "static", "struct", "trait", "true",
    "try", "type", "use",
];
const KEPT_TOO: [&str; 10] = [
    "macro", "priv", "self", "super", "typeof", "unsafe", "unsized", "virtual", "where", "while",
];

/// The name of the method of a key.
pub fn method(key: &str) -> String {
    let name = key.replace('-', "_");
    if KEPT.contains(&name.as_str()) || KEPT_TOO.contains(&name.as_str()) || name == "yield" {
        format!("{name}_")
    } else {
        name
    }
}

/// The whole file.
pub fn code(all: &BTreeMap<&'static str, Catalogue>, i18n: &str) -> String {
    let mut out = String::from(
        "// Made from words/<language>/*.ftl when this crate is built; change those.\n\n\
         /// The sentences of this crate in one language.\n#[derive(Clone, Copy, Debug)]\n",
    );
    let _ = writeln!(out, "pub struct Words(pub {i18n}::Locale);\n\nimpl Words {{");
    let Some(english) = all.get(LANGUAGES[0]) else {
        return out;
    };
    for message in &english.messages {
        let said: Vec<(&str, &Message)> = all
            .iter()
            .filter_map(|(language, catalogue)| {
                catalogue.get(&message.key).map(|message| (*language, message))
            })
            .collect();
        out.push_str(&one(message, &said, i18n));
    }
    out.push_str("}\n");
    out
}

/// The arguments of a sentence, as English orders them and all languages use them.
pub fn signature(english: &Message, said: &[(&str, &Message)]) -> Vec<(String, Kind)> {
    let mut arguments = english.arguments();
    for (name, kind) in said.iter().flat_map(|(_, message)| message.arguments()) {
        if let Some((_, known)) = arguments.iter_mut().find(|(known, _)| *known == name)
            && kind == Kind::Number
        {
            *known = Kind::Number;
        }
    }
    arguments
}

fn one(english: &Message, said: &[(&str, &Message)], i18n: &str) -> String {
    let arguments = signature(english, said);
    let writer = Writer {
        arguments: &arguments,
        i18n,
    };
    let mut takes = String::from("self");
    for (name, kind) in &arguments {
        let name = method(name);
        let _ = match kind {
            Kind::Number => write!(takes, ", {name}: impl {i18n}::Count"),
            Kind::Shown => write!(takes, ", {name}: impl std::fmt::Display"),
        };
    }
    let gives = if arguments.is_empty() {
        "&'static str"
    } else {
        "String"
    };
    let mut out = format!("    /// {}\n", documentation(english));
    let _ = writeln!(out, "    pub fn {}({takes}) -> {gives} {{", method(&english.key));
    for line in writer.preparation(said) {
        let _ = writeln!(out, "        {line}");
    }
    let arms = writer.arms(said);
    if let [(_, body)] = arms.as_slice() {
        let _ = writeln!(out, "        {body}");
    } else {
        out.push_str("        match self.0 {\n");
        for (locales, body) in &arms {
            let _ = writeln!(out, "            {} => {body},", locales.join(" | "));
        }
        out.push_str("        }\n");
    }
    out.push_str("    }\n\n");
    out
}

struct Writer<'a> {
    arguments: &'a [(String, Kind)],
    i18n: &'a str,
}

impl Writer<'_> {
    fn kind(&self, argument: &str) -> Kind {
        self.arguments
            .iter()
            .find(|(name, _)| name == argument)
            .map_or(Kind::Shown, |(_, kind)| *kind)
    }

    /// Turns each argument into the number or key that chooses, and the text that is shown.
    fn preparation(&self, said: &[(&str, &Message)]) -> Vec<String> {
        let i18n = self.i18n;
        let mut lines = Vec::new();
        for (argument, kind) in self.arguments {
            let name = method(argument);
            let shown = said.iter().any(|(_, message)| shows(&message.parts, argument));
            let chooses = said.iter().any(|(_, message)| {
                let mut found = false;
                choices(&message.parts, &mut |choice| {
                    found |= choice.argument == *argument;
                });
                found
            });
            if *kind == Kind::Number {
                lines.push(format!("let {argument}_is = {i18n}::Count::value({name});"));
            } else if chooses {
                lines.push(format!("let {argument}_is = {name}.to_string();"));
            }
            match (shown, kind) {
                (true, Kind::Number) => {
                    lines.push(format!("let {name} = {i18n}::number(self.0, {argument}_is);"));
                }
                (true, Kind::Shown) => lines.push(format!("let {name} = {i18n}::shown(self.0, {name});")),
                (false, _) => {}
            }
        }
        lines
    }

    /// Languages with the same wording share an arm; languages without one are said in English.
    fn arms(&self, said: &[(&str, &Message)]) -> Vec<(Vec<String>, String)> {
        let mut arms: Vec<(Vec<String>, String)> = Vec::new();
        for language in LANGUAGES {
            let found = said.iter().find(|(known, _)| *known == language);
            let Some((spoken, message)) =
                found.or_else(|| said.iter().find(|(known, _)| *known == LANGUAGES[0]))
            else {
                continue;
            };
            let locale = self.locale(language);
            let body = if self.arguments.is_empty() {
                format!("\"{}\"", escape(&message.bare()))
            } else {
                self.expression(&message.parts, spoken)
            };
            match arms.iter_mut().find(|(_, known)| *known == body) {
                Some((locales, _)) => locales.push(locale),
                None => arms.push((vec![locale], body)),
            }
        }
        arms
    }

    fn locale(&self, language: &str) -> String {
        let mut name = language.to_owned();
        name[..1].make_ascii_uppercase();
        format!("{}::Locale::{name}", self.i18n)
    }

    /// An expression of type `String` for a wording.
    fn expression(&self, parts: &[Part], language: &str) -> String {
        match parts {
            [] => return "String::new()".to_owned(),
            [Part::Text(text)] => return format!("String::from(\"{}\")", escape(text)),
            [Part::Show(name)] => return format!("{}.clone()", method(name)),
            [Part::Choose(choice)] => return self.choice(choice, language),
            _ => {}
        }
        let mut before = String::new();
        let mut text = String::new();
        for (nth, part) in parts.iter().enumerate() {
            match part {
                Part::Text(words) => text.push_str(&escape(&words.replace('{', "{{").replace('}', "}}"))),
                Part::Show(name) => {
                    let _ = write!(text, "{{{}}}", method(name));
                }
                Part::Choose(choice) => {
                    let _ = write!(before, "let part{nth} = {}; ", self.choice(choice, language));
                    let _ = write!(text, "{{part{nth}}}");
                }
            }
        }
        if before.is_empty() {
            format!("format!(\"{text}\")")
        } else {
            format!("{{ {before}format!(\"{text}\") }}")
        }
    }

    fn choice(&self, choice: &Choice, language: &str) -> String {
        let otherwise = self.expression(&choice.default, language);
        let mut exact: Vec<(Vec<String>, String)> = Vec::new();
        let mut plural: Vec<(Vec<&str>, String)> = Vec::new();
        let number = self.kind(&choice.argument) == Kind::Number;
        for (case, wording) in &choice.cases {
            let body = self.expression(wording, language);
            match case {
                Case::Plural(_) if body == otherwise => {}
                Case::Plural(name) => join(&mut plural, name.as_str(), body),
                Case::Exact(value) => join(&mut exact, value.to_string(), body),
                Case::Text(value) => join(&mut exact, format!("\"{}\"", escape(value)), body),
            }
        }
        let value = if number { "" } else { ".as_str()" };
        let mut out = String::new();
        for (values, body) in &exact {
            let _ = write!(
                out,
                "if matches!({}_is{value}, {}) {{ {body} }} else ",
                choice.argument,
                values.join(" | ")
            );
        }
        let rest = self.plural(&choice.argument, &plural, &otherwise, language);
        if out.is_empty() {
            rest
        } else {
            format!("{out}{{ {rest} }}")
        }
    }

    fn plural(
        &self,
        argument: &str,
        cases: &[(Vec<&str>, String)],
        otherwise: &str,
        language: &str,
    ) -> String {
        if cases.is_empty() {
            return otherwise.to_owned();
        }
        let i18n = self.i18n;
        let name = |category: &str| {
            let mut name = category.to_owned();
            name[..1].make_ascii_uppercase();
            format!("{i18n}::Plural::{name}")
        };
        let mut out = format!(
            "match {i18n}::plural({}, {argument}_is) {{ ",
            self.locale(language)
        );
        for (categories, body) in cases {
            let names: Vec<String> = categories.iter().map(|category| name(category)).collect();
            let _ = write!(out, "{} => {body}, ", names.join(" | "));
        }
        let named = |category: &str| cases.iter().any(|(categories, _)| categories.contains(&category));
        let rest: Vec<String> = PLURALS
            .iter()
            .filter(|category| !named(category))
            .map(|c| name(c))
            .collect();
        let _ = write!(out, "{} => {otherwise} }}", rest.join(" | "));
        out
    }
}

/// Cases with the same wording share one arm.
fn join<T>(arms: &mut Vec<(Vec<T>, String)>, case: T, body: String) {
    match arms.iter_mut().find(|(_, known)| *known == body) {
        Some((cases, _)) => cases.push(case),
        None => arms.push((vec![case], body)),
    }
}

fn shows(parts: &[Part], argument: &str) -> bool {
    parts.iter().any(|part| match part {
        Part::Text(_) => false,
        Part::Show(name) => name == argument,
        Part::Choose(choice) => {
            choice.cases.iter().any(|(_, inner)| shows(inner, argument)) || shows(&choice.default, argument)
        }
    })
}

/// The English words, as the documentation of the method.
fn documentation(message: &Message) -> String {
    let mut text = String::new();
    describe(&message.parts, &mut text);
    let text: String = text
        .chars()
        .map(|c| {
            if "<>[]*_`\\#|".contains(c) || c.is_control() {
                ' '
            } else {
                c
            }
        })
        .collect();
    let text = text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("://", " ");
    format!("“{text}”")
}

fn describe(parts: &[Part], text: &mut String) {
    for part in parts {
        match part {
            Part::Text(words) => text.push_str(words),
            Part::Show(name) => {
                let _ = write!(text, "({name})");
            }
            Part::Choose(choice) => describe(&choice.default, text),
        }
    }
}

/// Inside a Rust string literal; signs that cannot be seen, or that turn the line round, by their number.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if unseen(c) => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out
}

fn unseen(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202f}' | '\u{2060}'..='\u{206f}')
}
