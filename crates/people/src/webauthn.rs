//! What a browser says when a passkey was made or used, and whether it is true: made for this site, asked for by this site,
//! by a person that the device has checked, and signed by the key we know (WebAuthn level 3, sections 7.1 and 7.2, without
//! attestation: which device it is does not matter here).

use ring::signature::{self, UnparsedPublicKey, VerificationAlgorithm};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::party::Party;
use crate::secrets;

/// Why it is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is not what browsers send.
    Malformed,
    /// A page of another site asked.
    Origin,
    /// It belongs to another site.
    Party,
    /// The device did not check who holds it.
    Unverified,
    /// The device says of itself what it cannot have become.
    Changed,
    /// Nobody knows it, or its owner may not sign in.
    Unknown,
    Signature,
    /// Not a challenge of ours for this browser and this purpose, or one that was answered before.
    Challenge,
    /// It took more than five minutes.
    Late,
}

impl Wrong {
    /// For the log.
    pub fn code(self) -> &'static str {
        match self {
            Wrong::Malformed => "malformed",
            Wrong::Origin => "origin",
            Wrong::Party => "party",
            Wrong::Unverified => "unverified",
            Wrong::Changed => "changed",
            Wrong::Unknown => "unknown",
            Wrong::Signature => "signature",
            Wrong::Challenge => "challenge",
            Wrong::Late => "late",
        }
    }
}

/// As the form carries it, bytes in base64.
#[derive(Deserialize)]
struct Form {
    id: String,
    client: String,
    data: String,
    #[serde(default)]
    signature: String,
    #[serde(default)]
    user: String,
    #[serde(default)]
    key: String,
    #[serde(default)]
    algorithm: i64,
}

/// What a browser sent.
#[derive(Clone, Debug)]
pub struct Sent {
    pub id: Vec<u8>,
    client: Vec<u8>,
    data: Vec<u8>,
    signature: Vec<u8>,
    user: Vec<u8>,
    key: Vec<u8>,
    algorithm: i64,
}

impl Sent {
    pub fn parse(text: &str) -> Result<Sent, Wrong> {
        let form: Form = serde_json::from_str(text).map_err(|_| Wrong::Malformed)?;
        let bytes = |text: &str| decode(text).ok_or(Wrong::Malformed);
        Ok(Sent {
            id: bytes(&form.id)?,
            client: bytes(&form.client)?,
            data: bytes(&form.data)?,
            signature: bytes(&form.signature)?,
            user: bytes(&form.user)?,
            key: bytes(&form.key)?,
            algorithm: form.algorithm,
        })
    }
}

/// What a passkey is to be checked with.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    pub user_handle: &'a [u8],
    pub algorithm: i64,
    pub public_key: &'a [u8],
    pub backup_eligible: bool,
}

/// A new passkey.
#[derive(Clone, Debug)]
pub struct Made {
    pub credential_id: Vec<u8>,
    pub algorithm: i64,
    pub public_key: Vec<u8>,
    pub state: State,
}

/// What the device says of itself and of the passkey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    pub sign_count: u32,
    pub backup_eligible: bool,
    pub backed_up: bool,
}

/// What the browser signs beside it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Client {
    r#type: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
}

/// The challenge that was answered, after the browser's own word was found right. Whether it is ours, the caller sees.
fn challenge(sent: &Sent, kind: &str, party: &Party) -> Result<Vec<u8>, Wrong> {
    let client: Client = serde_json::from_slice(&sent.client).map_err(|_| Wrong::Malformed)?;
    if client.r#type != kind {
        return Err(Wrong::Malformed);
    }
    if client.cross_origin || !client.origin.eq_ignore_ascii_case(&party.origin) {
        return Err(Wrong::Origin);
    }
    decode(&client.challenge).ok_or(Wrong::Malformed)
}

/// A new one: what it is, and the challenge it answers.
pub fn made(sent: &Sent, party: &Party) -> Result<(Made, Vec<u8>), Wrong> {
    let challenge = challenge(sent, "webauthn.create", party)?;
    let (state, flags, rest) = state(&sent.data, party)?;
    let is_named = flags & NAMED != 0;
    // 16 bytes for the make of the device, which does not matter, and the length of the name
    let rest = rest.get(16..).filter(|_| is_named).ok_or(Wrong::Malformed)?;
    let (length, rest) = rest.split_first_chunk::<2>().ok_or(Wrong::Malformed)?;
    let id = rest.get(..usize::from(u16::from_be_bytes(*length)));
    let id = id.filter(|id| (1..=1023).contains(&id.len()) && *id == sent.id);
    let key = public_key(sent.algorithm, &sent.key).ok_or(Wrong::Malformed)?;
    let made = Made {
        credential_id: id.ok_or(Wrong::Malformed)?.to_vec(),
        algorithm: sent.algorithm,
        public_key: key.to_vec(),
        state,
    };
    Ok((made, challenge))
}

/// One that was used: what its device says now, and the challenge it answers.
pub fn used(sent: &Sent, known: Known<'_>, party: &Party) -> Result<(State, Vec<u8>), Wrong> {
    let challenge = challenge(sent, "webauthn.get", party)?;
    let (state, _, _) = state(&sent.data, party)?;
    if !sent.user.is_empty() && !secrets::same(&sent.user, known.user_handle) {
        return Err(Wrong::Unknown);
    }
    let signed = [&sent.data[..], &Sha256::digest(&sent.client)].concat();
    let (algorithm, _) = kind(known.algorithm).ok_or(Wrong::Signature)?;
    UnparsedPublicKey::new(algorithm, known.public_key)
        .verify(&signed, &sent.signature)
        .map_err(|_| Wrong::Signature)?;
    if state.backup_eligible != known.backup_eligible {
        return Err(Wrong::Changed);
    }
    Ok((state, challenge))
}

const PRESENT: u8 = 1;
const VERIFIED: u8 = 4;
const ELIGIBLE: u8 = 8;
const BACKED_UP: u8 = 16;
const NAMED: u8 = 64;

/// The beginning of what a device says: the site, what it checked, how often it was used.
fn state<'a>(data: &'a [u8], party: &Party) -> Result<(State, u8, &'a [u8]), Wrong> {
    let (site, rest) = data.split_first_chunk::<32>().ok_or(Wrong::Malformed)?;
    let (&flags, rest) = rest.split_first().ok_or(Wrong::Malformed)?;
    let (count, rest) = rest.split_first_chunk::<4>().ok_or(Wrong::Malformed)?;
    if site[..] != Sha256::digest(&party.id)[..] {
        return Err(Wrong::Party);
    }
    if flags & PRESENT == 0 || flags & VERIFIED == 0 {
        return Err(Wrong::Unverified);
    }
    let state = State {
        sign_count: u32::from_be_bytes(*count),
        backup_eligible: flags & ELIGIBLE != 0,
        backed_up: flags & BACKED_UP != 0,
    };
    if state.backed_up && !state.backup_eligible {
        return Err(Wrong::Malformed);
    }
    Ok((state, flags, rest))
}

/// The kinds of signature we take, the preferred first: COSE's numbers.
pub const ALGORITHMS: [i64; 3] = [ES256, ED_DSA, RS256];
const ES256: i64 = -7;
const ED_DSA: i64 = -8;
/// Some computers with Windows have no other.
const RS256: i64 = -257;

/// How each is verified, and what stands before its key where the browser gives it (SubjectPublicKeyInfo of RFC 5280).
fn kind(algorithm: i64) -> Option<(&'static dyn VerificationAlgorithm, &'static [u8])> {
    match algorithm {
        ES256 => Some((
            &signature::ECDSA_P256_SHA256_ASN1,
            b"\x30\x59\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07\x03\x42\x00",
        )),
        ED_DSA => Some((
            &signature::ED25519,
            b"\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00",
        )),
        RS256 => Some((
            &signature::RSA_PKCS1_2048_8192_SHA256,
            b"\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00\x03\x82",
        )),
        _ => None,
    }
}

/// The key itself, as it is verified with.
fn public_key(algorithm: i64, given: &[u8]) -> Option<&[u8]> {
    let (_, before) = kind(algorithm)?;
    match algorithm {
        // Keys differ in length, so two lengths stand around what is always the same: of all, and of the key.
        RS256 => {
            let key = given.get(4..)?.strip_prefix(before)?.get(3..)?;
            (key.len() >= 256).then_some(key)
        }
        ED_DSA => given.strip_prefix(before).filter(|key| key.len() == 32),
        _ => given
            .strip_prefix(before)
            .filter(|key| key.len() == 65 && key[0] == 4),
    }
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 without padding, as a browser's `atob` reads it.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = three
            .iter()
            .fold(0_u32, |bits, &byte| bits << 8 | u32::from(byte))
            << (8 * (3 - three.len()));
        let letters = (0..=three.len()).map(|n| LETTERS[(bits >> (18 - 6 * n) & 63) as usize]);
        text.extend(letters.map(char::from));
    }
    text
}

/// Base64 of either alphabet, with or without padding.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=').as_bytes();
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    for four in text.chunks(4) {
        let mut bits = 0_u32;
        for &letter in four {
            let letter = match letter {
                b'-' => b'+',
                b'_' => b'/',
                other => other,
            };
            let value = LETTERS.iter().position(|&known| known == letter)?;
            bits = bits << 6 | u32::try_from(value).ok()?;
        }
        let whole = bits << (6 * (4 - four.len()));
        if four.len() == 1 {
            return None;
        }
        bytes.extend(&whole.to_be_bytes()[1..four.len()]);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_there_and_back_in_both_alphabets() {
        for length in 0..70_u8 {
            let bytes: Vec<u8> = (0..length).map(|n| n.wrapping_mul(73)).collect();
            let text = encode(&bytes);
            assert_eq!(decode(&text), Some(bytes.clone()));
            let other = text.replace('+', "-").replace('/', "_");
            assert_eq!(decode(&format!("{other}==")), Some(bytes));
        }
        assert_eq!(encode(b"any carnal pleas"), "YW55IGNhcm5hbCBwbGVhcw");
        assert_eq!(decode("A"), None);
        assert_eq!(decode("AB!D"), None);
    }

    #[test]
    fn r10_a_key_is_taken_in_the_shape_of_its_kind_only() {
        let of = |algorithm, length| {
            let (_, before) = kind(algorithm).expect("a kind of ours");
            let mut given = before.to_vec();
            given.push(4);
            given.resize(before.len() + length, 7);
            given
        };
        for (algorithm, length) in [(ES256, 65), (ED_DSA, 32)] {
            let given = of(algorithm, length);
            assert_eq!(public_key(algorithm, &given).map(<[u8]>::len), Some(length));
            assert_eq!(public_key(algorithm, &given[..given.len() - 1]), None);
            assert_eq!(public_key(RS256, &given), None);
            assert_eq!(public_key(-37, &given), None);
        }
        assert_eq!(public_key(ES256, &of(ED_DSA, 32)), None);
        let (_, before) = kind(RS256).expect("a kind of ours");
        let rsa = [b"\x30\x82\x01\x22", before, b"\x01\x0f\x00", &[7; 270]].concat();
        assert_eq!(public_key(RS256, &rsa).map(<[u8]>::len), Some(270));
    }
}
