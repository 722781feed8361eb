//! Passwords: 8 to 128 characters, kept as argon2id with a key of the server; every writing of the same letters is the
//! same password.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, KeyId, Params, ParamsBuilder, Version};
use base::{Fault, Keys, Random};
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

/// A password somebody typed, ready to be hashed. It is never shown or logged.
#[derive(Clone)]
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

    pub(crate) fn text(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed(..)")
    }
}

/// The key of the server that goes into every hash, so that a stolen database alone opens nothing. Each hash carries the
/// id of its key.
pub struct Pepper {
    key: Zeroizing<[u8; 32]>,
    id: KeyId,
}

impl Pepper {
    /// The one of a site, derived from its root key.
    pub fn of(keys: &Keys) -> Result<Pepper, Fault> {
        let name = keys.derive("people.pepper.name");
        Ok(Pepper {
            key: Zeroizing::new(keys.derive("people.pepper")),
            id: KeyId::new(&name[..6]).map_err(broken)?,
        })
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

    fn run(
        &mut self,
        (params, secret): (&Params, &[u8]),
        typed: &Typed,
        salt: &[u8],
        out: &mut [u8],
    ) -> Result<(), Fault> {
        let wanted = params.block_count();
        if self.0.len() < wanted {
            self.0.resize(wanted, Block::default());
        }
        Argon2::new_with_secret(secret, Algorithm::Argon2id, Version::V0x13, params.clone())
            .map_err(broken)?
            .hash_password_into_with_memory(typed.0.as_bytes(), salt, out, &mut self.0[..wanted])
            .map_err(broken)
    }
}

/// Hashes a new password to a PHC string.
pub fn hash(buffer: &mut Buffer, pepper: &Pepper, random: &Random, typed: &Typed) -> Result<String, Fault> {
    let mut salt = [0; SALT_LEN];
    random.fill(&mut salt);
    let params = usual(pepper)?;
    let mut out = Zeroizing::new([0; HASH_LEN]);
    buffer.run((&params, &pepper.key[..]), typed, &salt, out.as_mut_slice())?;
    let phc = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params).map_err(broken)?,
        salt: Some(Salt::new(&salt).map_err(broken)?),
        hash: Some(Output::new(out.as_slice()).map_err(broken)?),
    };
    Ok(phc.to_string())
}

/// Whether this is the password of a PHC string. Without one (no such account), and with one made with a key that this
/// site does not have, the same work is done and the answer is no.
pub fn verify(buffer: &mut Buffer, pepper: &Pepper, phc: Option<&str>, typed: &Typed) -> Result<bool, Fault> {
    let Some(phc) = phc else {
        buffer.run(
            (&usual(pepper)?, &pepper.key[..]),
            typed,
            &[7; SALT_LEN],
            &mut [0; HASH_LEN],
        )?;
        return Ok(false);
    };
    let stored = PasswordHash::new(phc).map_err(broken)?;
    let (Some(salt), Some(hash)) = (&stored.salt, &stored.hash) else {
        return Err(Fault::new("reading a stored password"));
    };
    let params = Params::try_from(&stored).map_err(broken)?;
    // Hashes of releases before there was a key have none.
    let secret: &[u8] = if params.keyid().is_empty() {
        &[]
    } else {
        &pepper.key[..]
    };
    let mut out = Zeroizing::new(vec![0; hash.len()]);
    buffer.run((&params, secret), typed, salt, &mut out)?;
    Ok(crate::secrets::same(&out, hash.as_bytes()))
}

/// Whether a stored password is to be hashed anew when somebody next types it: weaker than now, or with another key.
pub fn is_stale(phc: &str, pepper: &Pepper) -> Result<bool, Fault> {
    let stored = PasswordHash::new(phc).map_err(broken)?;
    Ok(Params::try_from(&stored).map_err(broken)? != usual(pepper)?)
}

fn usual(pepper: &Pepper) -> Result<Params, Fault> {
    let mut params = ParamsBuilder::new();
    params
        .m_cost(MEMORY_KIB)
        .t_cost(PASSES)
        .p_cost(LANES)
        .output_len(HASH_LEN)
        .keyid(pepper.id);
    params.build().map_err(broken)
}

fn broken(error: impl std::error::Error + Send + Sync + 'static) -> Fault {
    Fault::new("hashing a password").because(error)
}
