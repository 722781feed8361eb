//! An organization's provider: what it says of itself and its keys, asked for when they are needed and kept for an hour.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use tokio::sync::{Mutex, Semaphore, SemaphorePermit};

use crate::fetch::{Answer, Door, may_be_asked};
use crate::jws::Statement;
use crate::keys::{self, Key};
use crate::setting::Setting;
use crate::trouble::{Trouble, quoted};

/// What it said is good for so long.
const GOOD_FOR: SignedDuration = SignedDuration::from_hours(1);
/// After it did not answer, it is left alone for so long.
const REST: SignedDuration = SignedDuration::from_secs(10);
/// An unknown key makes its keys be read again, at most so often.
const KEYS_EVERY: SignedDuration = SignedDuration::from_secs(60);
/// So many codes are exchanged at once.
const AT_ONCE: usize = 16;

/// One of them.
pub struct Provider {
    setting: Setting,
    pub(crate) door: Arc<Door>,
    known: Mutex<Known>,
    places: Semaphore,
}

#[derive(Default)]
struct Known {
    told: Option<(Timestamp, Arc<Told>)>,
    keys_read: Option<Timestamp>,
    failed: Option<Timestamp>,
}

/// What it says of itself.
#[derive(Clone)]
pub(crate) struct Told {
    pub about: Arc<About>,
    keys: Arc<[Key]>,
}

#[derive(Deserialize)]
pub(crate) struct About {
    issuer: String,
    pub authorization_endpoint: String,
    pub token_endpoint: String,
    jwks_uri: String,
    pub userinfo_endpoint: Option<String>,
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
    pub token_endpoint_auth_methods_supported: Option<Vec<String>>,
}

impl Provider {
    pub(crate) fn new(setting: Setting, door: Arc<Door>) -> Provider {
        Provider {
            setting,
            door,
            known: Mutex::default(),
            places: Semaphore::new(AT_ONCE),
        }
    }

    pub fn setting(&self) -> &Setting {
        &self.setting
    }

    /// Asks it now, whatever is known: for `sala check`. Answers how many keys it has that can be used.
    pub async fn check(&self) -> Result<usize, Trouble> {
        let told = self.ask().await?;
        if told.keys.is_empty() {
            return Err(Trouble::wrong("none of its keys is of a kind that is taken"));
        }
        Ok(told.keys.len())
    }

    /// What it says, as it was said within the hour.
    pub(crate) async fn told(&self, now: Timestamp) -> Result<Arc<Told>, Trouble> {
        let mut known = self.known.lock().await;
        if let Some((at, told)) = &known.told
            && now.duration_since(*at) < GOOD_FOR
        {
            return Ok(told.clone());
        }
        if known.failed.is_some_and(|at| now.duration_since(at) < REST) {
            return Err(Trouble::down("it did not answer a moment ago"));
        }
        match self.ask().await {
            Ok(told) => {
                let told = Arc::new(told);
                *known = Known {
                    told: Some((now, told.clone())),
                    keys_read: Some(now),
                    failed: None,
                };
                Ok(told)
            }
            Err(trouble) => {
                known.failed = Some(now);
                Err(trouble)
            }
        }
    }

    /// Believes a statement if one of its keys signed it. A key that is not known may be new: they are read again.
    pub(crate) async fn believe(&self, statement: &Statement<'_>, now: Timestamp) -> Result<(), Trouble> {
        let told = self.told(now).await?;
        let is_signed = |key: &Key| {
            let message = statement.message.as_bytes();
            key.signed(statement.alg, message, &statement.signature)
        };
        let signed = if let Some(key) = choose(&told.keys, statement) {
            is_signed(key)
        } else {
            let told = self.keys_again(now).await?;
            let key = choose(&told.keys, statement).ok_or_else(|| {
                let kid = statement.kid.as_deref().unwrap_or_default();
                Trouble::wrong(format!(
                    "it is signed with a key it does not show: {}",
                    quoted(kid)
                ))
            })?;
            is_signed(key)
        };
        if signed {
            Ok(())
        } else {
            Err(Trouble::wrong("the signature is not of its key"))
        }
    }

    async fn keys_again(&self, now: Timestamp) -> Result<Arc<Told>, Trouble> {
        let told = self.told(now).await?;
        let mut known = self.known.lock().await;
        if known
            .keys_read
            .is_some_and(|at| now.duration_since(at) < KEYS_EVERY)
        {
            return Ok(known.told.as_ref().map_or(told, |(_, told)| told.clone()));
        }
        known.keys_read = Some(now);
        let keys = self.keys(&told.about).await?;
        let anew = Arc::new(Told {
            about: told.about.clone(),
            keys,
        });
        if let Some((_, told)) = &mut known.told {
            *told = anew.clone();
        }
        Ok(anew)
    }

    async fn ask(&self) -> Result<Told, Trouble> {
        let issuer = &self.setting.issuer;
        let url = format!(
            "{}/.well-known/openid-configuration",
            issuer.trim_end_matches('/')
        );
        let about: About = self.read(&url).await?;
        if about.issuer != *issuer {
            return Err(Trouble::wrong(format!(
                "it calls itself {}",
                quoted(&about.issuer)
            )));
        }
        let asked = [
            &about.authorization_endpoint,
            &about.token_endpoint,
            &about.jwks_uri,
        ];
        if !asked
            .into_iter()
            .chain(&about.userinfo_endpoint)
            .all(|url| may_be_asked(url))
        {
            return Err(Trouble::wrong("one of its addresses is not asked over https"));
        }
        let keys = self.keys(&about).await?;
        Ok(Told {
            about: Arc::new(about),
            keys,
        })
    }

    async fn keys(&self, about: &About) -> Result<Arc<[Key]>, Trouble> {
        let answer = whole(self.door.get(&about.jwks_uri, None).await?)?;
        let keys = keys::read(&answer.body).ok_or_else(|| Trouble::wrong("its keys are no set of keys"))?;
        Ok(keys.into())
    }

    async fn read<T: for<'a> Deserialize<'a>>(&self, url: &str) -> Result<T, Trouble> {
        let answer = whole(self.door.get(url, None).await?)?;
        serde_json::from_slice(&answer.body).map_err(|_| Trouble::wrong("its description can not be read"))
    }

    /// A place to ask it something for one person.
    pub(crate) fn place(&self) -> Result<SemaphorePermit<'_>, Trouble> {
        let place = self.places.try_acquire();
        place.map_err(|_| Trouble::down("too many are waiting for it"))
    }
}

/// An answer with something in it.
pub(crate) fn whole(answer: Answer) -> Result<Answer, Trouble> {
    let status = answer.status;
    if status.is_success() {
        Ok(answer)
    } else if status.is_server_error() || status.as_u16() == 429 {
        Err(Trouble::down(status))
    } else {
        Err(Trouble::Refused(status.to_string()))
    }
}

/// The key a statement names; without a name, the only one that fits.
fn choose<'k>(keys: &'k [Key], statement: &Statement<'_>) -> Option<&'k Key> {
    let mut fit = keys.iter().filter(|key| key.fits(statement.alg));
    if statement.kid.is_some() {
        return fit.find(|key| key.kid == statement.kid);
    }
    let only = fit.next()?;
    fit.next().is_none().then_some(only)
}
