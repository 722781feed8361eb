//! What is wrong with a form of this room: a sentence for each field, in the order of the page.

/// The sentences.
#[derive(Default)]
pub struct Problems(Vec<(&'static str, String)>);

impl Problems {
    pub fn add(&mut self, field: &'static str, sentence: impl Into<String>) {
        self.0.push((field, sentence.into()));
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// For the summary.
    pub fn list(&self) -> &[(&'static str, String)] {
        &self.0
    }

    /// For the field itself.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(name, _)| *name == field)
            .map(|(_, sentence)| sentence.as_str())
    }
}
