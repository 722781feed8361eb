//! Licences, sources, banned and doubled crates, after `deny.toml`. The file is in the words of `cargo deny`, which can
//! be run on it as well; this reads the part that needs no network, so that a clean machine needs no minutes of building
//! that tool. Advisories do need a network: `cargo deny check advisories`.
use crate::metadata::{Metadata, Package};
use crate::{Outcome, root};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;

#[derive(Deserialize)]
struct Rules {
    licenses: Licenses,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Named>,
    skip: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    #[serde(rename = "crate")]
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

pub fn run() -> Outcome {
    let text =
        fs::read_to_string(root().join("deny.toml")).map_err(|error| vec![format!("deny.toml: {error}")])?;
    let rules: Rules = toml::from_str(&text).map_err(|error| vec![format!("deny.toml: {error}")])?;
    let metadata = Metadata::read()?;
    let mut problems = Vec::new();
    for package in metadata.others() {
        problems.extend(judge(package, &rules));
    }
    problems.extend(doubled(&metadata, &rules.bans.skip));
    for package in metadata.ours() {
        let loose = package
            .dependencies
            .iter()
            .filter(|dependency| dependency.req == "*" && dependency.path.is_none());
        problems.extend(loose.map(|one| format!("{} takes any version of {}", package.name, one.name)));
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

fn judge(package: &Package, rules: &Rules) -> Vec<String> {
    let mut problems = Vec::new();
    let name = format!("{} {}", package.name, package.version);
    let license = package.license.as_deref().unwrap_or("none");
    if !allowed(license, &rules.licenses.allow) {
        problems.push(format!("{name}: licence {license}"));
    }
    if rules.bans.deny.iter().any(|banned| banned.name == package.name) {
        problems.push(format!("{name}: banned in deny.toml"));
    }
    let source = package.source.as_deref().unwrap_or_default();
    let known = |registry: &String| source.strip_prefix("registry+") == Some(registry);
    if !rules.sources.allow_registry.iter().any(known) {
        problems.push(format!("{name}: comes from {source}"));
    }
    problems
}

/// A crate in two versions is built twice; those that cannot be helped are listed with the reason.
fn doubled(metadata: &Metadata, skip: &[Named]) -> Vec<String> {
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in metadata.others() {
        versions.entry(&package.name).or_default().push(&package.version);
    }
    let twice = versions
        .iter()
        .filter(|(name, all)| all.len() > 1 && !skip.iter().any(|one| one.name == **name));
    let stale = skip
        .iter()
        .filter(|one| versions.get(one.name.as_str()).is_none_or(|all| all.len() < 2));
    let mut problems: Vec<String> = twice
        .map(|(name, all)| format!("{name} in versions {}", all.join(", ")))
        .collect();
    problems.extend(stale.map(|one| format!("deny.toml skips {}, which is there once", one.name)));
    problems
}

/// Whether an SPDX expression can be met with the licences we take.
fn allowed(expression: &str, allow: &[String]) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    either(&words, &mut at, allow) && at == words.len()
}

fn either(words: &[&str], at: &mut usize, allow: &[String]) -> bool {
    let mut met = both(words, at, allow);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= both(words, at, allow);
    }
    met
}

fn both(words: &[&str], at: &mut usize, allow: &[String]) -> bool {
    let mut met = one(words, at, allow);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= one(words, at, allow);
    }
    met
}

fn one(words: &[&str], at: &mut usize, allow: &[String]) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let met = either(words, at, allow);
        *at += 1;
        return met;
    }
    let mut name = (*word).to_owned();
    if words.get(*at) == Some(&"WITH") {
        name = format!("{name} WITH {}", words.get(*at + 1).unwrap_or(&""));
        *at += 2;
    }
    allow.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_expression_is_met_by_the_licences_we_take() {
        let allow = ["MIT".to_owned(), "ISC".to_owned()];
        for met in [
            "MIT",
            "GPL-3.0 OR MIT",
            "Zlib/MIT",
            "(MIT OR GPL-3.0) AND ISC",
            "MIT AND (ISC OR X)",
        ] {
            assert!(allowed(met, &allow), "{met}");
        }
        for unmet in [
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "MIT WITH exception",
            "(MIT",
            "none",
            "",
        ] {
            assert!(!allowed(unmet, &allow), "{unmet}");
        }
    }
}
