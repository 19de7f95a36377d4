//! The one message that the page shows at a time.

use crate::domain::Text;

/// A message to the user, in both languages, until it is dismissed or replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// What it says.
    pub text: Text,
}

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Something could not be done; nothing was changed.
    Problem,
}

impl Notice {
    /// Something was done.
    pub fn done(text: Text) -> Self {
        Self { tone: Tone::Done, text }
    }

    /// Something could not be done.
    pub fn problem(text: Text) -> Self {
        Self { tone: Tone::Problem, text }
    }
}
