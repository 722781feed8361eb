//! An organization says that a person has signed out there: a signed statement, sent by its program to ours.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::claims::{LEEWAY, is_name, one_or_many};
use crate::jws::Statement;
use crate::provider::Provider;
use crate::trouble::Trouble;

/// The event it must speak of.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// It is sent at once; older ones may be somebody's copy.
const FRESH: i64 = 300;

/// Whose session has ended there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    pub issuer: String,
    /// One of the two is said at least.
    pub subject: Option<String>,
    pub sid: Option<String>,
    /// The name of this statement: each counts once.
    pub jti: String,
}

#[derive(Deserialize)]
struct LogoutToken {
    iss: String,
    #[serde(deserialize_with = "one_or_many")]
    aud: Vec<String>,
    iat: i64,
    exp: Option<i64>,
    jti: String,
    sub: Option<String>,
    sid: Option<String>,
    events: serde_json::Map<String, Value>,
    nonce: Option<Value>,
}

impl Provider {
    /// Reads such a statement, if it holds.
    pub async fn ended(&self, text: &str, now: Timestamp) -> Result<Ended, Trouble> {
        let must = |holds: bool, what: &str| if holds { Ok(()) } else { Err(Trouble::wrong(what)) };
        let statement = Statement::read(text)?;
        let kind = |typ: &str| {
            let typ = typ.to_ascii_lowercase();
            typ == "logout+jwt" || typ == "application/logout+jwt"
        };
        must(
            statement.typ.as_deref().is_some_and(kind),
            "it is a statement of another kind",
        )?;
        self.believe(&statement, now).await?;
        let said: LogoutToken = serde_json::from_slice(&statement.payload)
            .map_err(|e| Trouble::wrong(format!("a claim: {e}")))?;
        let (setting, now) = (self.setting(), now.as_second());
        must(said.iss == setting.issuer, "iss is another")?;
        must(said.aud.contains(&setting.client_id), "aud is another")?;
        must(said.iat <= now + LEEWAY, "iat is to come")?;
        must(said.iat > now - FRESH - LEEWAY, "iat is long ago")?;
        must(said.exp.is_none_or(|exp| exp > now - LEEWAY), "exp is over")?;
        must(
            said.events.get(EVENT).is_some_and(Value::is_object),
            "it speaks of something else",
        )?;
        must(said.nonce.is_none(), "it has a nonce")?;
        must(is_name(&said.jti), "jti is none")?;
        must(
            said.sub.is_some() || said.sid.is_some(),
            "neither sub nor sid is said",
        )?;
        Ok(Ended {
            issuer: said.iss,
            subject: said.sub,
            sid: said.sid,
            jti: said.jti,
        })
    }
}
