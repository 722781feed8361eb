//! The one door through which chance comes in: the operating system's, or a seeded one for tests.
use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::sync::{Arc, Mutex, PoisonError};

/// A source of random bytes shared by everything in one program.
#[derive(Clone, Debug)]
pub struct Random(Option<Arc<Mutex<ChaCha12Rng>>>);

impl Random {
    /// The operating system's generator: the only one fit for secrets.
    pub fn os() -> Random {
        Random(None)
    }

    /// The same bytes for the same seed: for tests and for the demonstration's sample records.
    pub fn seeded(seed: u64) -> Random {
        Random(Some(Arc::new(Mutex::new(ChaCha12Rng::seed_from_u64(seed)))))
    }

    /// Fills `bytes`.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the door that the lint points to"
    )]
    pub fn fill(&self, bytes: &mut [u8]) {
        match &self.0 {
            Some(seeded) => seeded
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .fill_bytes(bytes),
            None => {
                getrandom::fill(bytes).expect("the operating system has random bytes after it has started");
            }
        }
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    /// A number from 0 to `below` − 1, each as likely as the other (no modulo bias). `below` 0 gives 0.
    pub fn below(&self, below: u32) -> u32 {
        if below == 0 {
            return 0;
        }
        let zone = u32::MAX - u32::MAX % below;
        loop {
            let number = u32::from_le_bytes(self.bytes());
            if number < zone {
                return number % below;
            }
        }
    }

    /// `length` characters drawn evenly from `alphabet`.
    pub fn text(&self, length: usize, alphabet: &[u8]) -> String {
        let size = u32::try_from(alphabet.len()).unwrap_or(0);
        (0..length)
            .filter_map(|_| alphabet.get(self.below(size) as usize))
            .map(|&b| char::from(b))
            .collect()
    }
}
