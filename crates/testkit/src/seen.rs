//! What a browser shows: the words of the page, its title, state and headers.
use crate::Browser;
use crate::document::{Document, squeeze};

impl Browser {
    /// Fails unless the page says `words`.
    pub fn see(&self, words: &str) -> &Browser {
        assert!(
            self.says(words),
            "{} ({}) does not say {words:?}:\n{}",
            self.path,
            self.status,
            self.page.text
        );
        self
    }

    /// Fails when the page says `words`.
    pub fn see_not(&self, words: &str) -> &Browser {
        assert!(
            !self.says(words),
            "{} says {words:?}:\n{}",
            self.path,
            self.page.text
        );
        self
    }

    pub fn says(&self, words: &str) -> bool {
        squeeze(&self.page.text).contains(&squeeze(words))
    }

    /// The words of the page, a line for each block.
    pub fn text(&self) -> &str {
        &self.page.text
    }

    pub fn title(&self) -> &str {
        &self.page.title
    }

    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The path of the page shown, with its query.
    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn page(&self) -> &Document {
        &self.page
    }

    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn bytes(&self) -> &[u8] {
        &self.body
    }

    /// A header of the answer, empty when it is not there.
    pub fn header(&self, name: &str) -> String {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned()
    }
}
