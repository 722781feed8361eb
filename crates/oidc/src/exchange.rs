//! The two halves of a sign-in with an organization: where the browser is sent, and what its code is exchanged for.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jiff::Timestamp;
use ring::digest;
use serde::Deserialize;

use crate::claims::{About, Expected, IdToken, Person};
use crate::jws::Statement;
use crate::provider::{Provider, Told, whole};
use crate::trouble::{Trouble, quoted};

/// What one browser asks for. All three secrets belong to this one question.
#[derive(Clone, Debug)]
pub struct Asked {
    pub state: String,
    pub nonce: String,
    pub verifier: String,
    /// Where the browser comes back to.
    pub redirect: String,
    /// She must sign in there anew.
    pub anew: bool,
}

#[derive(Deserialize)]
struct Tokens {
    id_token: Option<String>,
    access_token: Option<String>,
}

#[derive(Deserialize)]
struct Userinfo {
    sub: String,
    #[serde(flatten)]
    about: About,
}

#[derive(Deserialize)]
struct Refusal {
    error: String,
}

impl Provider {
    /// Where the browser is sent.
    pub async fn address(&self, asked: &Asked, now: Timestamp) -> Result<String, Trouble> {
        let told = self.told(now).await?;
        let setting = self.setting();
        let challenge = digest::digest(&digest::SHA256, asked.verifier.as_bytes());
        let challenge = URL_SAFE_NO_PAD.encode(challenge);
        let scopes = setting.scopes.join(" ");
        let mut pairs = vec![
            ("response_type", "code"),
            ("client_id", &setting.client_id),
            ("redirect_uri", &asked.redirect),
            ("scope", &scopes),
            ("state", &asked.state),
            ("nonce", &asked.nonce),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ];
        let levels = setting.accept_acr.join(" ");
        if !levels.is_empty() {
            pairs.push(("acr_values", &levels));
        }
        if asked.anew {
            pairs.extend([("prompt", "login"), ("max_age", "0")]);
        }
        let to = &told.about.authorization_endpoint;
        let joint = if to.contains('?') { '&' } else { '?' };
        Ok(format!("{to}{joint}{}", form(&pairs)))
    }

    /// Whether an answer names the organization that was asked. One that promises to name itself must (RFC 9207).
    pub async fn is_from(&self, iss: Option<&str>, now: Timestamp) -> Result<bool, Trouble> {
        let told = self.told(now).await?;
        Ok(match iss {
            Some(iss) => iss == self.setting().issuer,
            None => !told.about.authorization_response_iss_parameter_supported,
        })
    }

    /// Exchanges a code. `since`: she must have signed in there since.
    pub async fn person(
        &self,
        code: &str,
        asked: &Asked,
        since: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<Person, Trouble> {
        let _place = self.place()?;
        let told = self.told(now).await?;
        let tokens = self.tokens(&told, code, asked).await?;
        let token = tokens
            .id_token
            .ok_or_else(|| Trouble::wrong("it says nothing about a person"))?;
        let statement = Statement::read(&token)?;
        let plain = |typ: &str| typ.eq_ignore_ascii_case("jwt");
        if !statement.typ.as_deref().is_none_or(plain) {
            return Err(Trouble::wrong("it is a statement of another kind"));
        }
        self.believe(&statement, now).await?;
        let said: IdToken = serde_json::from_slice(&statement.payload)
            .map_err(|e| Trouble::wrong(format!("a claim: {e}")))?;
        let expected = Expected {
            nonce: &asked.nonce,
            since,
            now,
        };
        let mut person = said.person(self.setting(), &expected)?;
        if let (None, Some(token)) = (&person.email, tokens.access_token) {
            self.ask_about(&told, &mut person, &token).await;
        }
        Ok(person)
    }

    async fn tokens(&self, told: &Told, code: &str, asked: &Asked) -> Result<Tokens, Trouble> {
        let setting = self.setting();
        let mut pairs = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &asked.redirect),
            ("code_verifier", &asked.verifier),
        ];
        let secret = setting
            .client_secret
            .as_ref()
            .map(|secret| secret.expose().as_str());
        let methods = told.about.token_endpoint_auth_methods_supported.as_deref();
        // What a provider takes that names nothing, and what is tried first.
        let has = |name: &str| methods.is_some_and(|all| all.iter().any(|method| method == name));
        let in_form = secret.is_some() && !has("client_secret_basic") && has("client_secret_post");
        let mut basic = None;
        match secret {
            Some(secret) if in_form => pairs.extend([
                ("client_id", setting.client_id.as_str()),
                ("client_secret", secret),
            ]),
            Some(secret) => {
                let both = format!("{}:{}", encode(&setting.client_id), encode(secret));
                basic = Some(format!("Basic {}", STANDARD.encode(both)));
            }
            None => pairs.push(("client_id", &setting.client_id)),
        }
        let answer = self
            .door
            .post(&told.about.token_endpoint, form(&pairs), basic)
            .await?;
        if answer.status.is_client_error()
            && let Ok(refusal) = serde_json::from_slice::<Refusal>(&answer.body)
        {
            return Err(Trouble::Refused(quoted(&refusal.error)));
        }
        let answer = whole(answer)?;
        serde_json::from_slice(&answer.body).map_err(|_| Trouble::wrong("its tokens can not be read"))
    }

    /// Some tell name and address only when asked for them. Without an answer the sign-in goes on without them.
    async fn ask_about(&self, told: &Told, person: &mut Person, token: &str) {
        let Some(url) = &told.about.userinfo_endpoint else {
            return;
        };
        let asked = self.door.get(url, Some(token)).await.and_then(whole);
        let said = asked
            .ok()
            .and_then(|answer| serde_json::from_slice::<Userinfo>(&answer.body).ok());
        if let Some(said) = said.filter(|said| said.sub == person.subject) {
            person.email_verified = said.about.verified();
            person.email = said.about.email;
            person.name = person.name.take().or(said.about.name);
        }
    }
}

/// A form, or the query of an address.
fn form(pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    pairs.join("&")
}

fn encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
