//! The last letters that were handed over, kept in memory for the demonstration and for tests.
use jiff::Timestamp;
use serde::Serialize;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

const KEPT: usize = 200;

/// A letter as it was handed over.
#[derive(Debug, Clone, Serialize)]
pub struct Recorded {
    pub id: String,
    pub to: String,
    pub subject: String,
    pub kind: String,
    pub lang: String,
    pub text: String,
    pub html: String,
    pub raw: String,
    pub at: Timestamp,
}

/// Keeps the last 200 letters. Turned on only in the demonstration and in tests: letters hold secrets.
#[derive(Debug, Clone, Default)]
pub struct Recorder(Arc<Mutex<VecDeque<Recorded>>>);

impl Recorder {
    pub(crate) fn note(&self, letter: Recorded) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_front(letter);
        kept.truncate(KEPT);
    }

    /// Newest first.
    pub fn all(&self) -> Vec<Recorded> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .cloned()
            .collect()
    }

    pub fn by_id(&self, id: &str) -> Option<Recorded> {
        self.all().into_iter().find(|letter| letter.id == id)
    }
}
