//! The public keys of an organization, and whether one of them signed something.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{self, RsaPublicKeyComponents, UnparsedPublicKey};
use serde::Deserialize;

/// The ways to sign that are taken. There is none that needs no key, and none whose key is a shared secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alg {
    Rs256,
    Ps256,
    Es256,
    EdDsa,
}

impl Alg {
    pub fn of(name: &str) -> Option<Alg> {
        match name {
            "RS256" => Some(Alg::Rs256),
            "PS256" => Some(Alg::Ps256),
            "ES256" => Some(Alg::Es256),
            "EdDSA" | "Ed25519" => Some(Alg::EdDsa),
            _ => None,
        }
    }
}

/// One key.
pub(crate) struct Key {
    pub kid: Option<String>,
    alg: Option<Alg>,
    kind: Kind,
}

enum Kind {
    Rsa {
        n: Vec<u8>,
        e: Vec<u8>,
    },
    /// An uncompressed point of P-256.
    Point(Vec<u8>),
    Ed25519(Vec<u8>),
}

#[derive(Deserialize)]
struct Set {
    keys: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Jwk {
    kty: String,
    #[serde(rename = "use")]
    serves: Option<String>,
    kid: Option<String>,
    alg: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

/// The keys of a set that can be used; those of other kinds and for other purposes are passed over. `None`: it is no set.
pub(crate) fn read(json: &[u8]) -> Option<Vec<Key>> {
    let set: Set = serde_json::from_slice(json).ok()?;
    let keys = set.keys.into_iter().take(64).filter_map(|one| {
        let jwk: Jwk = serde_json::from_value(one).ok()?;
        key(jwk)
    });
    Some(keys.collect())
}

fn key(jwk: Jwk) -> Option<Key> {
    if jwk.serves.is_some_and(|serves| serves != "sig") {
        return None;
    }
    let bytes = |text: Option<String>| URL_SAFE_NO_PAD.decode(text?).ok();
    let kind = match (jwk.kty.as_str(), jwk.crv.as_deref()) {
        ("RSA", _) => Kind::Rsa {
            n: bytes(jwk.n)?,
            e: bytes(jwk.e)?,
        },
        ("EC", Some("P-256")) => Kind::Point([vec![4], bytes(jwk.x)?, bytes(jwk.y)?].concat()),
        ("OKP", Some("Ed25519")) => Kind::Ed25519(bytes(jwk.x)?),
        _ => return None,
    };
    let alg = match jwk.alg {
        Some(name) => Some(Alg::of(&name)?),
        None => None,
    };
    Some(Key {
        kid: jwk.kid,
        alg,
        kind,
    })
}

impl Key {
    /// Whether it may sign in this way at all.
    pub fn fits(&self, alg: Alg) -> bool {
        let kind = matches!(
            (&self.kind, alg),
            (Kind::Rsa { .. }, Alg::Rs256 | Alg::Ps256)
                | (Kind::Point(_), Alg::Es256)
                | (Kind::Ed25519(_), Alg::EdDsa)
        );
        kind && self.alg.is_none_or(|own| own == alg)
    }

    /// Whether it signed this.
    pub fn signed(&self, alg: Alg, message: &[u8], signed: &[u8]) -> bool {
        if !self.fits(alg) {
            return false;
        }
        let verified = match &self.kind {
            Kind::Rsa { n, e } => {
                let way = if alg == Alg::Rs256 {
                    &signature::RSA_PKCS1_2048_8192_SHA256
                } else {
                    &signature::RSA_PSS_2048_8192_SHA256
                };
                RsaPublicKeyComponents { n, e }.verify(way, message, signed)
            }
            Kind::Point(point) => {
                UnparsedPublicKey::new(&signature::ECDSA_P256_SHA256_FIXED, point).verify(message, signed)
            }
            Kind::Ed25519(point) => {
                UnparsedPublicKey::new(&signature::ED25519, point).verify(message, signed)
            }
        };
        verified.is_ok()
    }
}
