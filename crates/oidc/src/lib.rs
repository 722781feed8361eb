//! Organizations whose own accounts sign in here: how each is set, asked, and how what it says is checked.
//!
//! An organization runs an OpenID provider. The browser is led there and comes back with a code; the program exchanges the
//! code over a connection of its own and checks the signed answer. Nothing here knows a database or a page
//! (`docs/decisions/0017-organization-accounts.md`).

mod claims;
mod exchange;
mod fetch;
mod jws;
mod keys;
mod logout;
mod provider;
mod setting;
mod trouble;

use std::sync::Arc;

use base::Result;

pub use claims::Person;
pub use exchange::Asked;
pub use logout::Ended;
pub use provider::Provider;
pub use setting::Setting;
pub use trouble::Trouble;

/// All that are set, in the order of the configuration. Cheap to clone.
#[derive(Clone, Default)]
pub struct Providers(Arc<[Provider]>);

impl Providers {
    /// Checks the settings; nobody is asked yet.
    pub fn new(settings: Vec<Setting>) -> Result<Providers> {
        let door = Arc::new(fetch::Door::new()?);
        let mut all: Vec<Provider> = Vec::new();
        for setting in settings {
            let taken = all.iter().any(|known| {
                let known = known.setting();
                known.id == setting.id || known.issuer == setting.issuer
            });
            setting.check(taken)?;
            all.push(Provider::new(setting, door.clone()));
        }
        Ok(Providers(all.into()))
    }

    pub fn all(&self) -> &[Provider] {
        &self.0
    }

    /// The one with this id.
    pub fn find(&self, id: &str) -> Option<&Provider> {
        self.0.iter().find(|provider| provider.setting().id == id)
    }

    /// The one with this issuer.
    pub fn of_issuer(&self, issuer: &str) -> Option<&Provider> {
        self.0.iter().find(|provider| provider.setting().issuer == issuer)
    }
}
