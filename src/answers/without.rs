//! Answers to pass on: without what is not meant for others.

use super::Answers;

/// What may be left out of answers before they are passed on. Levels and scores do not depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Private {
    /// The notes.
    Notes,
    /// Paths and links.
    Evidence,
    /// The team, the system, its owner, and who assessed.
    Names,
}

impl Answers {
    /// The same without some parts.
    #[must_use]
    pub fn without(mut self, parts: &[Private]) -> Self {
        for part in parts {
            match part {
                Private::Notes => self.given.values_mut().for_each(|answer| answer.note = None),
                Private::Evidence => self.given.values_mut().for_each(|answer| answer.evidence.clear()),
                Private::Names => {
                    let about = &mut self.assessment;
                    (about.team, about.system, about.owner) = (None, None, None);
                    about.assessors.clear();
                }
            }
        }
        self
    }
}
