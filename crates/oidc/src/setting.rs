//! How one organization is set in the configuration.

use base::{Fault, Result, Secret};

use crate::fetch;

/// One organization.
#[derive(Clone, Debug)]
pub struct Setting {
    /// In addresses: small letters, figures and hyphens.
    pub id: String,
    /// As people know it.
    pub name: String,
    /// What its provider calls itself, to the letter.
    pub issuer: String,
    pub client_id: String,
    /// None for a client that has none.
    pub client_secret: Option<Secret<String>>,
    pub scopes: Vec<String>,
    /// Ways of authentication (`amr`) that count as both steps.
    pub accept_amr: Vec<String>,
    /// Levels of authentication (`acr`) that do.
    pub accept_acr: Vec<String>,
}

impl Setting {
    /// Says what is wrong with it. `taken`: another one has its id or its issuer.
    pub(crate) fn check(&self, taken: bool) -> Result<()> {
        let wrong = |name: &str, expected: &str| {
            let id = &self.id;
            Err(Fault::new(format!(
                "reading the setting {name} of the organization {id:?}: it must be {expected}"
            )))
        };
        let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if self.id.is_empty() || self.id.len() > 40 || !self.id.chars().all(word) {
            return wrong("id", "small letters, figures and hyphens");
        }
        if taken {
            return wrong("id and issuer", "different from those of every other one");
        }
        if self.name.trim().is_empty() || self.name.chars().count() > 80 {
            return wrong("name", "a name of at most 80 characters");
        }
        if !fetch::may_be_asked(&self.issuer) || self.issuer.contains(['?', '#']) {
            return wrong("issuer", "an address that begins with https://");
        }
        if self.client_id.is_empty() {
            return wrong("client_id", "the name this site has there");
        }
        if !self.scopes.iter().any(|scope| scope == "openid") {
            return wrong("scopes", "a list with openid in it");
        }
        Ok(())
    }
}
