//! Passwords: 8 to 128 characters, kept as argon2id; every writing of the same letters is the same password.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use base::{Fault, Random};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Fewest and most characters.
pub const SHORTEST: usize = 8;
pub const LONGEST: usize = 128;

/// Memory in KiB, passes, lanes.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
const SALT_LEN: usize = 16;
const HASH_LEN: usize = 32;

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    TooShort,
    TooLong,
}

/// A password somebody typed, ready to be hashed. It is never shown or logged.
pub struct Typed(Zeroizing<String>);

impl Typed {
    /// Unicode NFKC, then exactly as sent: no trimming, no folding, no cutting.
    pub fn new(sent: &str) -> Typed {
        // A composed form is at most a few times longer; more than this can be no password anyway.
        let bounded: &str = sent
            .char_indices()
            .nth(4 * LONGEST)
            .map_or(sent, |(end, _)| &sent[..end]);
        Typed(Zeroizing::new(bounded.nfkc().collect()))
    }

    /// The rule for a new password.
    pub fn fit(&self) -> Result<(), Unfit> {
        match self.0.chars().count() {
            0..SHORTEST => Err(Unfit::TooShort),
            SHORTEST..=LONGEST => Ok(()),
            _ => Err(Unfit::TooLong),
        }
    }
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed(..)")
    }
}

/// The buffer of one hash after another; empty until the first.
#[derive(Default)]
pub struct Buffer(Vec<Block>);

impl Buffer {
    /// Whether it holds memory.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn run(&mut self, params: &Params, typed: &Typed, salt: &[u8], out: &mut [u8]) -> Result<(), Fault> {
        let wanted = params.block_count();
        if self.0.len() < wanted {
            self.0.resize(wanted, Block::default());
        }
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone())
            .hash_password_into_with_memory(typed.0.as_bytes(), salt, out, &mut self.0[..wanted])
            .map_err(broken)
    }
}

/// Hashes a new password to a PHC string.
pub fn hash(buffer: &mut Buffer, random: &Random, typed: &Typed) -> Result<String, Fault> {
    let mut salt = [0; SALT_LEN];
    random.fill(&mut salt);
    let params = usual()?;
    let mut out = Zeroizing::new([0; HASH_LEN]);
    buffer.run(&params, typed, &salt, out.as_mut_slice())?;
    let phc = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params).map_err(broken)?,
        salt: Some(Salt::new(&salt).map_err(broken)?),
        hash: Some(Output::new(out.as_slice()).map_err(broken)?),
    };
    Ok(phc.to_string())
}

/// Whether this is the password of a PHC string. Without one (no such account) the same work is done and the answer
/// is no.
pub fn verify(buffer: &mut Buffer, phc: Option<&str>, typed: &Typed) -> Result<bool, Fault> {
    let Some(phc) = phc else {
        buffer.run(&usual()?, typed, &[7; SALT_LEN], &mut [0; HASH_LEN])?;
        return Ok(false);
    };
    let stored = PasswordHash::new(phc).map_err(broken)?;
    let (Some(salt), Some(hash)) = (&stored.salt, &stored.hash) else {
        return Err(Fault::new("reading a stored password"));
    };
    let mut out = Zeroizing::new(vec![0; hash.len()]);
    buffer.run(&Params::try_from(&stored).map_err(broken)?, typed, salt, &mut out)?;
    Ok(crate::secrets::same(&out, hash.as_bytes()))
}

fn usual() -> Result<Params, Fault> {
    Params::new(MEMORY_KIB, PASSES, LANES, Some(HASH_LEN)).map_err(broken)
}

fn broken(error: impl std::error::Error + Send + Sync + 'static) -> Fault {
    Fault::new("hashing a password").because(error)
}
