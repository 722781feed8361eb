//! One root key for a site; every purpose has a key of its own, derived from it and never stored.
use crate::Secret;
use hkdf::Hkdf;
use sha2::Sha256;

/// The site's keys.
#[derive(Clone, Debug)]
pub struct Keys(Secret<[u8; 32]>);

impl Keys {
    pub fn new(root: [u8; 32]) -> Keys {
        Keys(Secret::new(root))
    }

    /// The key for one purpose (`"people.code"`): HKDF-SHA-256.
    pub fn derive(&self, purpose: &str) -> [u8; 32] {
        let mut key = [0; 32];
        Hkdf::<Sha256>::new(None, self.0.expose())
            .expand(purpose.as_bytes(), &mut key)
            .expect("32 bytes are not too many for HKDF-SHA-256");
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_purpose_has_its_own_key() {
        let keys = Keys::new([7; 32]);
        assert_eq!(keys.derive("a"), keys.derive("a"));
        assert_ne!(keys.derive("a"), keys.derive("b"));
        assert_ne!(keys.derive("a"), Keys::new([8; 32]).derive("a"));
    }
}
