//! Secrets a person is handed: the token in the link, the code to type, the number on the screen, the cookies.
//! Only their SHA-256 (of the code a keyed hash) is ever stored.

use base::Random;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

const ALPHANUMERIC: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// No vowels, nothing that is easily mistaken for something else.
const CODE_LETTERS: &[u8; 28] = b"23456789BCDFGHJKMNPQRSTVWXYZ";

/// Characters in the token of a link.
pub const TOKEN_LEN: usize = 32;
/// Characters in the code of a letter.
pub const CODE_LEN: usize = 8;

/// SHA-256 of a secret: what the database keeps.
pub fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// The token of a link: 32 letters and digits, 190 bits.
pub fn link_token(random: &Random) -> String {
    random.text(TOKEN_LEN, ALPHANUMERIC)
}

/// The code in the letter: eight of 28 characters.
pub fn code(random: &Random) -> String {
    random.text(CODE_LEN, CODE_LETTERS)
}

/// Letters of a recovery code after its figure.
const RECOVERY_LEN: usize = 10;

/// A recovery code: the figure that tells the ten apart, then ten of 28 characters, 48 bits.
pub fn recovery_code(random: &Random, place: i64) -> String {
    format!("{place}{}", random.text(RECOVERY_LEN, CODE_LETTERS))
}

/// A recovery code as shown: `3-68MFS-MXZPD`.
pub fn show_recovery_code(code: &str) -> String {
    let (place, rest) = code.split_at(1);
    let (left, right) = rest.split_at(rest.len() / 2);
    format!("{place}-{left}-{right}")
}

/// The value of a cookie: 43 letters and digits, 256 bits.
pub fn cookie(random: &Random) -> String {
    random.text(43, ALPHANUMERIC)
}

/// The number on the waiting page, 100 to 999.
pub fn match_number(random: &Random) -> i64 {
    i64::from(100 + random.below(900))
}

/// Whether this can be the token of a link at all; if not, the link was cut on its way.
pub fn looks_like_token(text: &str) -> bool {
    text.len() == TOKEN_LEN && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// A figure of an Arabic or Persian keyboard as the one it stands for; anything else as it is.
pub fn latin_figure(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return c,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

/// A code as typed, without spaces and dashes, in capitals.
pub fn tidy_code(typed: &str) -> String {
    typed
        .chars()
        .map(latin_figure)
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .take(64)
        .collect()
}

/// A code as shown: `68MF-SMXZ`.
pub fn show_code(code: &str) -> String {
    let (left, right) = code.split_at(code.len() / 2);
    format!("{left}-{right}")
}

/// What is stored of a code: a hash with the server's key over the sign-in it belongs to and the code.
pub fn code_mac(key: &[u8], flow: uuid::Uuid, code: &str) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length serves");
    mac.update(flow.as_bytes());
    mac.update(code.as_bytes());
    mac.finalize().into_bytes().into()
}

/// Compares in constant time.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}
