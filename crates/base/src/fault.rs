//! What went wrong that nobody expected: logged once with its whole chain where it stops, never shown to a visitor.
use std::error::Error;
use std::fmt;

/// `Result` whose error is a [`Fault`].
pub type Result<T, E = Fault> = std::result::Result<T, E>;

/// What the outside can do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// Something is wrong with the program or its data.
    Broken,
    /// The database (or another service) does not answer now; the same request may succeed in a moment.
    Unavailable,
    /// Too much at once; try again in a moment.
    Busy,
    /// A constraint of the named table refused the row.
    Conflict { table: String },
    /// Two transactions met; the database asks to run this one again.
    Retry,
}

/// An unexpected failure, with what was being done when it came.
pub struct Fault(Box<Inner>);

struct Inner {
    kind: FaultKind,
    /// Innermost first.
    doing: Vec<String>,
    cause: Option<Box<dyn Error + Send + Sync>>,
}

impl Fault {
    /// `doing` completes the sentence "it failed while …".
    pub fn new(doing: impl Into<String>) -> Fault {
        Fault::of(FaultKind::Broken, doing)
    }

    pub fn of(kind: FaultKind, doing: impl Into<String>) -> Fault {
        Fault(Box::new(Inner {
            kind,
            doing: vec![doing.into()],
            cause: None,
        }))
    }

    #[must_use]
    pub fn because(mut self, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Fault {
        self.0.cause = Some(cause.into());
        self
    }

    /// Adds what an outer step was doing.
    #[must_use]
    pub fn while_(mut self, doing: impl Into<String>) -> Fault {
        self.0.doing.push(doing.into());
        self
    }

    pub fn kind(&self) -> &FaultKind {
        &self.0.kind
    }

    pub fn is_conflict_on(&self, table: &str) -> bool {
        matches!(&self.0.kind, FaultKind::Conflict { table: found } if found == table)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, doing) in self.0.doing.iter().rev().enumerate() {
            if place > 0 {
                f.write_str(": ")?;
            }
            f.write_str(doing)?;
        }
        let mut cause = self.0.cause.as_deref().map(|c| c as &(dyn Error + 'static));
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {self}", self.0.kind)
    }
}

impl Error for Fault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_chain_is_told_outermost_first() {
        let fault = Fault::new("reading the file")
            .because("no such file")
            .while_("showing the page");
        assert_eq!(
            fault.to_string(),
            "showing the page: reading the file: no such file"
        );
    }
}
