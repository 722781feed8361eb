//! An organization whose accounts sign in: a provider on this machine that follows the standard, and lies when a test tells it to,
//! in one thing at a time.
mod answers;

use base::{Clock, Secret};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::hmac;
use ring::rand::SystemRandom;
use ring::signature::{self, EcdsaKeyPair, Ed25519KeyPair, RsaKeyPair};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use url::Url;

/// A key of 2048 bits that protects nothing: made for these tests.
const RSA: &str = include_str!("organization_key.txt");
const CLIENT: &str = "sala at work";
const SECRET: &str = "a secret: of % both";

/// A running one. It stops with this value.
pub struct Organization {
    issuer: String,
    inside: Arc<Inside>,
    running: JoinHandle<()>,
}

struct Inside {
    issuer: String,
    clock: Clock,
    rsa: RsaKeyPair,
    point: EcdsaKeyPair,
    edwards: Ed25519KeyPair,
    told: Mutex<Told>,
}

/// Changes the head and the claims of a statement before it is signed.
type Lie = Arc<dyn Fn(&mut Value, &mut Value) + Send + Sync>;

struct Told {
    who: Person,
    way: Way,
    lie: Lie,
    about: Value,
    codes: HashMap<String, Code>,
    kid: String,
    key_reads: usize,
    delay: Duration,
    names_itself: bool,
    tokens: usize,
}

/// Who signs in there.
#[derive(Clone, Debug)]
pub struct Person {
    pub subject: String,
    pub email: Option<String>,
    pub vouched: bool,
    pub name: String,
    pub amr: Vec<String>,
    pub acr: Option<String>,
    pub sid: Option<String>,
}

/// How statements are signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Rs256,
    Ps256,
    Es256,
    EdDsa,
    /// Not at all, and said so.
    Unsigned,
    /// With the public key as if it were a shared secret.
    PublicKeyAsSecret,
    /// With a key of somebody else under the name of its own.
    Forged,
}

struct Code {
    nonce: String,
    challenge: String,
    redirect: String,
}

impl Organization {
    /// Starts it; Mele is signed in there with two factors.
    pub async fn start(clock: Clock) -> Organization {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let issuer = format!("http://{}", listener.local_addr().expect("it has an address"));
        let random = SystemRandom::new();
        let der: String = RSA.split_whitespace().collect();
        let der = STANDARD.decode(der).expect("the key is well written");
        let point = EcdsaKeyPair::generate_pkcs8(&signature::ECDSA_P256_SHA256_FIXED_SIGNING, &random)
            .expect("a key can be made");
        let edwards = Ed25519KeyPair::generate_pkcs8(&random).expect("a key can be made");
        let inside = Arc::new(Inside {
            issuer: issuer.clone(),
            clock,
            rsa: RsaKeyPair::from_der(&der).expect("it is a key"),
            point: EcdsaKeyPair::from_pkcs8(
                &signature::ECDSA_P256_SHA256_FIXED_SIGNING,
                point.as_ref(),
                &random,
            )
            .expect("it is a key"),
            edwards: Ed25519KeyPair::from_pkcs8(edwards.as_ref()).expect("it is a key"),
            told: Mutex::new(Told {
                who: Person {
                    subject: "staff-7".to_owned(),
                    email: Some("mele@foreign.example".to_owned()),
                    vouched: true,
                    name: "Mele Taufa".to_owned(),
                    amr: vec!["pwd".to_owned(), "mfa".to_owned()],
                    acr: None,
                    sid: Some("session-1".to_owned()),
                },
                way: Way::Rs256,
                lie: Arc::new(|_, _| {}),
                about: json!({}),
                codes: HashMap::new(),
                kid: "key-1".to_owned(),
                key_reads: 0,
                delay: Duration::ZERO,
                names_itself: true,
                tokens: 0,
            }),
        });
        let router = answers::router(inside.clone());
        let running = tokio::spawn(async move {
            let _ = axum::serve(listener, router).await;
        });
        Organization {
            issuer,
            inside,
            running,
        }
    }

    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// How a site is set that knows it; two factors there are enough here.
    pub fn setting(&self, id: &str, name: &str) -> oidc::Setting {
        oidc::Setting {
            id: id.to_owned(),
            name: name.to_owned(),
            issuer: self.issuer.clone(),
            client_id: CLIENT.to_owned(),
            client_secret: Some(Secret::new(SECRET.to_owned())),
            scopes: ["openid", "profile", "email"].map(str::to_owned).to_vec(),
            accept_amr: vec!["mfa".to_owned()],
            accept_acr: vec!["urn:two".to_owned()],
        }
    }

    /// Another person, or the same known otherwise.
    pub fn who(&self, change: impl FnOnce(&mut Person)) {
        change(&mut self.inside.told().who);
    }

    pub fn signs(&self, way: Way) {
        self.inside.told().way = way;
    }

    /// From now on head and claims are changed like this before they are signed.
    pub fn lies(&self, lie: impl Fn(&mut Value, &mut Value) + Send + Sync + 'static) {
        self.inside.told().lie = Arc::new(lie);
    }

    pub fn is_honest(&self) {
        self.inside.told().lie = Arc::new(|_, _| {});
    }

    /// Adds to what it says of itself, or changes it.
    pub fn says(&self, about: Value) {
        self.inside.told().about = about;
    }

    /// Whether its answers say from whom they are.
    pub fn names_itself(&self, names: bool) {
        self.inside.told().names_itself = names;
    }

    /// Its keys get another name, as after a change of keys.
    pub fn changes_key(&self, kid: &str) {
        kid.clone_into(&mut self.inside.told().kid);
    }

    /// How often its keys were read.
    pub fn key_reads(&self) -> usize {
        self.inside.told().key_reads
    }

    /// Exchanged codes.
    pub fn tokens(&self) -> usize {
        self.inside.told().tokens
    }

    /// Answers so much later.
    pub fn is_slow(&self, delay: Duration) {
        self.inside.told().delay = delay;
    }

    /// It is gone.
    pub async fn stops(&mut self) {
        self.running.abort();
        let _ = (&mut self.running).await;
    }

    /// What a browser does there, that was sent with this address: the query it comes back with.
    pub fn signs_in(&self, address: &str) -> String {
        let sent = Url::parse(address).expect("the browser is sent to an address");
        let pairs: HashMap<String, String> = sent.query_pairs().into_owned().collect();
        let said = |name: &str| pairs.get(name).cloned().unwrap_or_default();
        assert_eq!(said("response_type"), "code");
        assert_eq!(said("client_id"), CLIENT);
        assert_eq!(said("code_challenge_method"), "S256");
        assert_eq!(said("scope"), "openid profile email");
        assert_eq!(said("acr_values"), "urn:two");
        let mut told = self.inside.told();
        let code = format!("code/{}+", told.codes.len());
        let kept = Code {
            nonce: said("nonce"),
            challenge: said("code_challenge"),
            redirect: said("redirect_uri"),
        };
        told.codes.insert(code.clone(), kept);
        let mut back = url::form_urlencoded::Serializer::new(String::new());
        back.append_pair("state", &said("state"))
            .append_pair("code", &code);
        if told.names_itself {
            back.append_pair("iss", &self.issuer);
        }
        back.finish()
    }

    /// A statement that somebody has signed out there.
    pub fn logout_token(&self, jti: &str, lie: impl Fn(&mut Value, &mut Value)) -> String {
        let now = self.inside.clock.now().as_second();
        let (who, way) = {
            let told = self.inside.told();
            (told.who.clone(), told.way)
        };
        let mut head = json!({"typ": "logout+jwt"});
        let mut claims = json!({
            "iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 120, "jti": jti, "sub": who.subject,
            "events": {"http://schemas.openid.net/event/backchannel-logout": {}},
        });
        if let Some(sid) = &who.sid {
            claims["sid"] = json!(sid);
        }
        lie(&mut head, &mut claims);
        self.inside.sign(way, head, &claims)
    }
}

impl Drop for Organization {
    fn drop(&mut self) {
        self.running.abort();
    }
}

impl Inside {
    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn wait(&self) {
        let delay = self.told().delay;
        tokio::time::sleep(delay).await;
    }

    fn id_token(&self, nonce: &str) -> String {
        let (who, way, lie) = {
            let told = self.told();
            (told.who.clone(), told.way, told.lie.clone())
        };
        let now = self.clock.now().as_second();
        let mut head = json!({"typ": "JWT"});
        let mut claims = json!({
            "iss": self.issuer, "aud": CLIENT, "sub": who.subject, "nonce": nonce, "iat": now, "exp": now + 300,
            "auth_time": now, "amr": who.amr, "name": who.name,
        });
        if let Some(email) = &who.email {
            claims["email"] = json!(email);
            claims["email_verified"] = json!(who.vouched);
        }
        if let Some(acr) = &who.acr {
            claims["acr"] = json!(acr);
        }
        if let Some(sid) = &who.sid {
            claims["sid"] = json!(sid);
        }
        lie(&mut head, &mut claims);
        self.sign(way, head, &claims)
    }

    fn sign(&self, way: Way, mut head: Value, claims: &Value) -> String {
        let kid = self.told().kid.clone();
        let (alg, name) = match way {
            Way::Rs256 | Way::Forged => ("RS256", "rsa"),
            Way::Ps256 => ("PS256", "rsa"),
            Way::Es256 => ("ES256", "point"),
            Way::EdDsa => ("EdDSA", "edwards"),
            Way::Unsigned => ("none", "rsa"),
            Way::PublicKeyAsSecret => ("HS256", "rsa"),
        };
        for (field, value) in [("alg", alg.to_owned()), ("kid", format!("{kid}-{name}"))] {
            if head.get(field).is_none() {
                head[field] = json!(value);
            }
        }
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let message = format!("{}.{}", part(&head), part(claims));
        let signed = self.signature(way, message.as_bytes());
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signed))
    }

    fn signature(&self, way: Way, message: &[u8]) -> Vec<u8> {
        let random = SystemRandom::new();
        let rsa = |padding: &'static dyn signature::RsaEncoding| {
            let mut signed = vec![0; self.rsa.public().modulus_len()];
            self.rsa
                .sign(padding, &random, message, &mut signed)
                .expect("it signs");
            signed
        };
        match way {
            Way::Rs256 => rsa(&signature::RSA_PKCS1_SHA256),
            Way::Ps256 => rsa(&signature::RSA_PSS_SHA256),
            Way::Es256 => self
                .point
                .sign(&random, message)
                .expect("it signs")
                .as_ref()
                .to_vec(),
            Way::EdDsa => self.edwards.sign(message).as_ref().to_vec(),
            Way::Unsigned => Vec::new(),
            Way::PublicKeyAsSecret => {
                let key = hmac::Key::new(hmac::HMAC_SHA256, self.rsa.public().as_ref());
                hmac::sign(&key, message).as_ref().to_vec()
            }
            Way::Forged => {
                let mut signed = rsa(&signature::RSA_PKCS1_SHA256);
                signed[7] ^= 1;
                signed
            }
        }
    }
}
