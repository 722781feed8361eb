//! What an organization says about a person who has signed in there, and whether it was said to this site, now, and on what
//! was asked.

use jiff::Timestamp;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::setting::Setting;
use crate::trouble::Trouble;

/// Clocks differ by so many seconds.
pub(crate) const LEEWAY: i64 = 60;
/// An answer is made while the browser waits for it.
const FRESH: i64 = 600;

/// A person as her organization knows her.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who says so; together with the subject, who it is.
    pub issuer: String,
    pub subject: String,
    /// Her session there, if it has a name.
    pub sid: Option<String>,
    pub email: Option<String>,
    /// Whether the organization vouches for the address.
    pub email_verified: bool,
    pub name: Option<String>,
    /// Whether she was asked there for enough to skip the second step here.
    pub strong: bool,
    /// When she was asked, if that is said: it may have been this morning.
    pub asked_at: Option<Timestamp>,
}

#[derive(Deserialize)]
pub(crate) struct IdToken {
    iss: String,
    sub: String,
    #[serde(deserialize_with = "one_or_many")]
    aud: Vec<String>,
    azp: Option<String>,
    exp: i64,
    iat: i64,
    nbf: Option<i64>,
    nonce: Option<String>,
    auth_time: Option<i64>,
    acr: Option<String>,
    #[serde(default, deserialize_with = "one_or_many")]
    amr: Vec<String>,
    sid: Option<String>,
    #[serde(flatten)]
    about: About,
}

/// What may stand in the token or behind an address of its own.
#[derive(Deserialize)]
pub(crate) struct About {
    pub email: Option<String>,
    pub email_verified: Option<Value>,
    pub name: Option<String>,
}

/// What a token must answer.
pub(crate) struct Expected<'a> {
    pub nonce: &'a str,
    /// She must have signed in there since.
    pub since: Option<Timestamp>,
    pub now: Timestamp,
}

pub(crate) fn one_or_many<'d, D: Deserializer<'d>>(from: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        One(String),
        Many(Vec<String>),
    }
    Ok(match Either::deserialize(from)? {
        Either::One(one) => vec![one],
        Either::Many(many) => many,
    })
}

impl IdToken {
    /// Whom it speaks of, if it holds.
    pub fn person(self, setting: &Setting, expected: &Expected<'_>) -> Result<Person, Trouble> {
        let must = |holds: bool, what: &str| if holds { Ok(()) } else { Err(Trouble::wrong(what)) };
        let now = expected.now.as_second();
        must(self.iss == setting.issuer, "iss is another")?;
        must(self.aud.contains(&setting.client_id), "aud is another")?;
        must(
            self.aud.len() == 1 || self.azp.is_some(),
            "several aud and no azp",
        )?;
        must(
            self.azp.as_ref().is_none_or(|azp| *azp == setting.client_id),
            "azp is another",
        )?;
        must(self.exp > now - LEEWAY, "exp is over")?;
        must(self.iat <= now + LEEWAY, "iat is to come")?;
        must(self.iat > now - FRESH - LEEWAY, "iat is long ago")?;
        must(self.nbf.is_none_or(|nbf| nbf <= now + LEEWAY), "nbf is to come")?;
        must(self.nonce.as_deref() == Some(expected.nonce), "nonce is another")?;
        must(is_name(&self.sub), "sub is none")?;
        must(self.sid.as_deref().is_none_or(is_name), "sid is none")?;
        if let Some(since) = expected.since {
            let at = self
                .auth_time
                .ok_or_else(|| Trouble::wrong("auth_time is not said"))?;
            must(
                at >= since.as_second() - LEEWAY,
                "auth_time is before it was asked",
            )?;
            must(at <= now + LEEWAY, "auth_time is to come")?;
        }
        let strong = self.amr.iter().any(|amr| setting.accept_amr.contains(amr))
            || self.acr.is_some_and(|acr| setting.accept_acr.contains(&acr));
        let (verified, about) = (self.about.verified(), self.about);
        Ok(Person {
            issuer: self.iss,
            subject: self.sub,
            sid: self.sid,
            email: about.email,
            email_verified: verified,
            name: about.name,
            strong,
            asked_at: self.auth_time.and_then(|at| Timestamp::from_second(at).ok()),
        })
    }
}

impl About {
    /// Some say it as a text.
    pub fn verified(&self) -> bool {
        match &self.email_verified {
            Some(Value::Bool(verified)) => *verified,
            Some(Value::String(text)) => text == "true",
            _ => false,
        }
    }
}

/// A name of a person or session there: not empty, and not longer than the standard allows.
pub(crate) fn is_name(text: &str) -> bool {
    !text.is_empty() && text.len() <= 255 && !text.chars().any(char::is_control)
}
