//! Organizations whose accounts sign in, as they are written in the configuration: a table `[[sign_in_with]]` each.
use base::{Fault, Result, Secret};
use oidc::{Providers, Setting};
use serde::Deserialize;
use std::path::PathBuf;

/// One table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    id: String,
    name: String,
    issuer: String,
    client_id: String,
    /// A file with the secret in it. Before it, the environment is asked; a client may have none.
    client_secret_file: Option<PathBuf>,
    scopes: Option<Vec<String>>,
    #[serde(default)]
    accept_amr: Vec<String>,
    #[serde(default)]
    accept_acr: Vec<String>,
}

/// All of them, checked.
pub fn read(written: Vec<Written>, env: &dyn Fn(&str) -> Option<String>) -> Result<Providers> {
    let settings = written.into_iter().map(|one| setting(one, env));
    Providers::new(settings.collect::<Result<_>>()?)
}

fn setting(written: Written, env: &dyn Fn(&str) -> Option<String>) -> Result<Setting> {
    let usual = || ["openid", "profile", "email"].map(str::to_owned).to_vec();
    Ok(Setting {
        client_secret: secret(&written, env)?,
        id: written.id,
        name: written.name,
        issuer: written.issuer,
        client_id: written.client_id,
        scopes: written.scopes.unwrap_or_else(usual),
        accept_amr: written.accept_amr,
        accept_acr: written.accept_acr,
    })
}

/// The name in the environment of the secret of `wipo-staff` is `SALA_SECRET_OF_WIPO_STAFF`.
fn secret(written: &Written, env: &dyn Fn(&str) -> Option<String>) -> Result<Option<Secret<String>>> {
    let name = written.id.to_uppercase().replace('-', "_");
    if let Some(secret) = env(&format!("SALA_SECRET_OF_{name}")) {
        return Ok(Some(Secret::new(secret)));
    }
    let Some(path) = &written.client_secret_file else {
        return Ok(None);
    };
    let text = std::fs::read_to_string(path).map_err(|e| {
        let path = path.display();
        Fault::new(format!(
            "reading the secret of the organization {}, {path}",
            written.id
        ))
        .because(e)
    })?;
    Ok(Some(Secret::new(text.trim().to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct File {
        sign_in_with: Vec<Written>,
    }

    fn taken(more: &str, secret: Option<&str>) -> Result<Providers> {
        let file = format!(
            "[[sign_in_with]]\nid = \"staff-1\"\nname = \"Staff\"\nissuer = \"https://login.example.org\"\n\
             client_id = \"sala\"\n{more}"
        );
        let file: File = toml::from_str(&file).map_err(|e| Fault::new("the file").because(e))?;
        read(file.sign_in_with, &|name| {
            secret
                .filter(|_| name == "SALA_SECRET_OF_STAFF_1")
                .map(str::to_owned)
        })
    }

    #[test]
    fn an_organization_is_read_with_its_secret_from_a_file_or_the_environment() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("secret");
        std::fs::write(&file, "from a file\n").unwrap();
        let line = format!("client_secret_file = {file:?}");
        for (more, env, expected) in [
            ("", None, None),
            (line.as_str(), None, Some("from a file")),
            (
                line.as_str(),
                Some("from the environment"),
                Some("from the environment"),
            ),
        ] {
            let all = taken(more, env).unwrap();
            let secret = all.find("staff-1").unwrap().setting().client_secret.clone();
            assert_eq!(secret.as_ref().map(|secret| secret.expose().as_str()), expected);
        }
        let scopes = &taken("", None).unwrap().all()[0].setting().scopes.clone();
        assert_eq!(scopes, &["openid", "profile", "email"]);
    }

    #[test]
    fn what_cannot_be_used_is_said_with_the_name_of_the_organization() {
        for (more, named) in [
            ("scopes = [\"email\"]", "scopes"),
            ("client_secret_file = \"/nowhere/at/all\"", "/nowhere/at/all"),
            (
                "[[sign_in_with]]\nid = \"staff-1\"\nname = \"B\"\nissuer = \"https://b.example\"\nclient_id = \"b\"",
                "id",
            ),
            (
                "[[sign_in_with]]\nid = \"B\"\nname = \"B\"\nissuer = \"https://b.example\"\nclient_id = \"b\"",
                "id",
            ),
            (
                "[[sign_in_with]]\nid = \"b\"\nname = \"B\"\nissuer = \"http://b.example\"\nclient_id = \"b\"",
                "issuer",
            ),
            ("colour = \"blue\"", "colour"),
        ] {
            let fault = taken(more, None).err().unwrap().to_string();
            assert!(fault.contains(named), "{more}: {fault}");
        }
    }
}
