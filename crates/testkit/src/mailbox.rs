//! The mailboxes of all test persons.
use mail::{Recorded, Recorder};
use std::collections::HashSet;
use std::sync::Mutex;

/// Letters that were handed over and have not been read yet.
pub struct Mailbox {
    recorder: Recorder,
    read: Mutex<HashSet<String>>,
}

/// A letter as its reader sees it.
#[derive(Debug, Clone)]
pub struct Received(pub Recorded);

impl Mailbox {
    pub fn new(recorder: Recorder) -> Mailbox {
        Mailbox {
            recorder,
            read: Mutex::default(),
        }
    }

    /// Takes the oldest unread letter to this address; fails when there is none.
    pub fn take_letter_to(&self, email: &str) -> Received {
        let unread = self.letters_to(email);
        let Some(letter) = unread.first() else {
            let others: Vec<String> = self
                .recorder
                .all()
                .iter()
                .map(|one| format!("{} to {}", one.subject, one.to))
                .collect();
            panic!("no unread letter to {email}; all letters: {others:?}")
        };
        self.read
            .lock()
            .expect("nobody panics while reading")
            .insert(letter.0.id.clone());
        letter.clone()
    }

    /// All unread letters to this address, oldest first; they stay unread.
    pub fn letters_to(&self, email: &str) -> Vec<Received> {
        let read = self.read.lock().expect("nobody panics while reading");
        let all = self.recorder.all().into_iter().rev();
        all.filter(|one| one.to.contains(email) && !read.contains(&one.id))
            .map(Received)
            .collect()
    }
}

impl Received {
    pub fn subject(&self) -> &str {
        &self.0.subject
    }

    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Fails unless the text part says `words`.
    pub fn see(&self, words: &str) -> &Received {
        assert!(
            self.0.text.contains(words),
            "the letter does not say {words:?}:\n{}",
            self.0.text
        );
        self
    }

    /// The first link in the text part whose path begins so: `link("/l/")`. It must be in the HTML part too.
    pub fn link(&self, path: &str) -> String {
        let addresses = self
            .0
            .text
            .split(|c: char| c.is_whitespace() || "<>()".contains(c));
        let start = format!("{}{path}", crate::ORIGIN);
        let found = addresses.into_iter().find(|address| address.starts_with(&start));
        let link = found.unwrap_or_else(|| panic!("no link to {path} in:\n{}", self.0.text));
        assert!(
            self.0.html.replace("&amp;", "&").contains(link),
            "{link} is not in the HTML part:\n{}",
            self.0.html
        );
        link.to_owned()
    }
}
