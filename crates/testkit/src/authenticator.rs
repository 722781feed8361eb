//! A device that keeps passkeys, as a browser shows it to a page: it signs with P-256, checks its owner, and counts. It can
//! be told to do each of these badly.
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The device, with all it keeps.
pub struct Authenticator {
    kept: Vec<Kept>,
    /// The fingerprint fits. Otherwise it says only that somebody is there.
    pub verifies: bool,
    /// It copies its passkeys to other devices of their owner.
    pub synchronizes: bool,
    /// How often it has signed. `None`: it does not count.
    pub count: Option<u32>,
}

struct Kept {
    id: Vec<u8>,
    user: Vec<u8>,
    pair: EcdsaKeyPair,
}

/// What a P-256 key begins with when a browser gives it.
const BEFORE_KEY: &[u8] =
    b"\x30\x59\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07\x03\x42\x00";

impl Default for Authenticator {
    fn default() -> Authenticator {
        Authenticator {
            kept: Vec::new(),
            verifies: true,
            synchronizes: false,
            count: Some(0),
        }
    }
}

impl Authenticator {
    /// Makes a passkey for a page of this origin; answers what the page's script puts in its form.
    pub fn make(&mut self, options: &Value, origin: &str) -> Value {
        let random = SystemRandom::new();
        let key =
            EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).expect("a key is made");
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, key.as_ref(), &random);
        let pair = pair.expect("it is one");
        let id = Sha256::digest(pair.public_key()).to_vec();
        let mut data = self.says(text(&options["rp"]["id"]), 64);
        data.extend([0; 16]);
        data.extend([0, 32]);
        data.extend(&id);
        data.extend(b"the key as CBOR, which nobody reads");
        let client = client("webauthn.create", options, origin);
        let sent = json!({
            "id": encode(&id), "client": encode(client.as_bytes()), "data": encode(&data), "signature": "", "user": "",
            "key": encode(&[BEFORE_KEY, pair.public_key().as_ref()].concat()), "algorithm": -7,
        });
        let user = decode(text(&options["user"]["id"]));
        self.kept.push(Kept { id, user, pair });
        sent
    }

    /// Shows the newest passkey that is asked for, or the newest of all, to a page of this origin.
    pub fn show(&mut self, options: &Value, origin: &str) -> Value {
        if let Some(count) = &mut self.count {
            *count += 1;
        }
        let data = self.says(text(&options["rpId"]), 0);
        let allowed = options["allowCredentials"].as_array().expect("a list");
        let allowed: Vec<Vec<u8>> = allowed.iter().map(|one| decode(text(&one["id"]))).collect();
        let mut newest = self.kept.iter().rev();
        let kept = newest.find(|kept| allowed.is_empty() || allowed.contains(&kept.id));
        let kept = kept.expect("the device has such a passkey");
        let client = client("webauthn.get", options, origin);
        let signed = [&data[..], &Sha256::digest(client.as_bytes())].concat();
        let signature = kept.pair.sign(&SystemRandom::new(), &signed).expect("it signs");
        json!({
            "id": encode(&kept.id), "client": encode(client.as_bytes()), "data": encode(&data),
            "signature": encode(signature.as_ref()), "user": encode(&kept.user), "key": "",
        })
    }

    fn says(&self, site: &str, more: u8) -> Vec<u8> {
        let verified = if self.verifies { 4 } else { 0 };
        let synchronized = if self.synchronizes { 8 | 16 } else { 0 };
        let mut data = Sha256::digest(site).to_vec();
        data.push(1 | verified | synchronized | more);
        data.extend(self.count.unwrap_or(0).to_be_bytes());
        data
    }
}

fn client(kind: &str, options: &Value, origin: &str) -> String {
    let challenge = text(&options["challenge"]).replace('+', "-").replace('/', "_");
    json!({"type": kind, "challenge": challenge, "origin": origin, "crossOrigin": false}).to_string()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn encode(bytes: &[u8]) -> String {
    let bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    let six = bits.as_bytes().chunks(6).map(|six| {
        let six = format!("{:0<6}", String::from_utf8_lossy(six));
        usize::from_str_radix(&six, 2).expect("ones and noughts")
    });
    six.map(|place| char::from(LETTERS.as_bytes()[place])).collect()
}

fn decode(text: &str) -> Vec<u8> {
    let places = text.chars().filter_map(|letter| LETTERS.find(letter));
    let bits: String = places.map(|place| format!("{place:06b}")).collect();
    let eight = bits
        .as_bytes()
        .chunks_exact(8)
        .map(|eight| u8::from_str_radix(&String::from_utf8_lossy(eight), 2).expect("ones and noughts"));
    eight.collect()
}
