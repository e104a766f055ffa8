//! Where one dimension stands in one of the two assessments.

use crate::answers::{Answer, Claim, Grade};
use crate::model::{ClauseId, Dimension, Level};
use crate::scoring::last_stating;

/// One dimension in one assessment.
#[derive(Clone, Copy, Debug)]
pub struct Side<'m> {
    /// Where it stands.
    pub standing: Standing,
    /// Its grade; nothing without a level.
    pub grade: Option<Grade>,
    /// What is said about it.
    pub answer: Option<&'m Answer>,
}

impl<'m> Side<'m> {
    pub(super) fn claim(&self) -> Option<&'m Claim> {
        self.answer?.claim.as_ref()
    }

    /// Whether a clause is not asked any more, because the level reached replaces it.
    pub(super) fn has_overtaken(&self, dimension: &Dimension, clause: ClauseId) -> bool {
        self.standing.level().is_some_and(|level| clause.level < last_stating(dimension, level))
    }
}

/// Where a dimension stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its area is not assessed.
    OutOfScope,
    /// Nobody has said.
    Unanswered,
    /// It is said not to apply.
    NotApplicable,
    /// It has a level.
    At(Level),
}

impl Standing {
    /// The level, where there is one.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        match self {
            Self::At(level) => Some(level),
            _ => None,
        }
    }

    /// Whether both have a level, both do not apply, or both are open.
    pub(super) fn is_covered_like(self, other: Self) -> bool {
        let is_open = |standing| matches!(standing, Self::Unanswered | Self::OutOfScope);
        std::mem::discriminant(&self) == std::mem::discriminant(&other) || is_open(self) && is_open(other)
    }
}
