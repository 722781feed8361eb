//! What Cargo knows of the workspace and of everything it is built from.
use crate::root;
use serde::Deserialize;
use std::path::PathBuf;
use std::process::Command;

#[derive(Deserialize)]
pub struct Metadata {
    pub packages: Vec<Package>,
    pub workspace_members: Vec<String>,
}

#[derive(Deserialize)]
pub struct Package {
    pub id: String,
    pub name: String,
    pub version: String,
    pub license: Option<String>,
    /// Where it comes from; nothing for our own.
    pub source: Option<String>,
    pub manifest_path: PathBuf,
    pub dependencies: Vec<Dependency>,
    pub metadata: Option<serde_json::Value>,
}

#[derive(Deserialize)]
pub struct Dependency {
    pub name: String,
    pub rename: Option<String>,
    pub req: String,
    /// `dev`, `build`, or nothing for a normal one.
    pub kind: Option<String>,
    /// Only for our own.
    pub path: Option<PathBuf>,
}

impl Metadata {
    pub fn read() -> Result<Metadata, Vec<String>> {
        let told = |error: &dyn std::fmt::Display| vec![format!("cargo metadata: {error}")];
        let done = Command::new(env!("CARGO"))
            .args([
                "metadata",
                "--format-version",
                "1",
                "--filter-platform",
                "x86_64-unknown-linux-gnu",
            ])
            .current_dir(root())
            .output()
            .map_err(|error| told(&error))?;
        if !done.status.success() {
            return Err(told(&String::from_utf8_lossy(&done.stderr)));
        }
        serde_json::from_slice(&done.stdout).map_err(|error| told(&error))
    }

    /// The rooms of the house.
    pub fn ours(&self) -> impl Iterator<Item = &Package> {
        self.packages
            .iter()
            .filter(|package| self.workspace_members.contains(&package.id))
    }

    /// What others wrote.
    pub fn others(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| package.source.is_some())
    }
}
