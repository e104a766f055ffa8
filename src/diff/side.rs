//! Where one dimension stands in one of the two assessments.

use crate::answers::{Answer, Grade};
use crate::model::{ClauseId, Dimension, Level};
use crate::scoring::last_stating;

/// One dimension in one assessment.
#[derive(Clone, Copy, Debug)]
pub struct Side<'m> {
    /// Where it stands.
    pub standing: Standing,
    /// Its grade; `None` without a level.
    pub grade: Option<Grade>,
    /// Its answer; `None` if it is unanswered or out of scope.
    pub answer: Option<&'m Answer>,
}

impl Side<'_> {
    /// Whether standing, grade and answer are equal.
    pub(super) fn is_same(self, other: Self) -> bool {
        self.standing == other.standing && self.grade == other.grade && self.answer == other.answer
    }

    /// Whether a clause is claimed or excepted.
    pub(super) fn says(&self, clause: ClauseId) -> bool {
        self.answer.is_some_and(|answer| answer.meets(clause)) || self.excepts(clause)
    }

    /// Whether a clause is not asked of the team.
    pub(super) fn excepts(&self, clause: ClauseId) -> bool {
        self.standing.is_answered() && self.answer.is_some_and(|answer| answer.except.contains_key(&clause))
    }

    /// Whether both have a level, both do not apply, or both are open; and, with a level, ask the same clauses.
    pub(super) fn is_asked_like(self, other: Self) -> bool {
        self.standing.is_covered_like(other.standing) && self.except().eq(other.except())
    }

    /// The clauses that are not asked; none without a level.
    pub(super) fn except(self) -> impl Iterator<Item = ClauseId> {
        let answer = self.answer.filter(|_| self.standing.is_answered());
        answer.into_iter().flat_map(|answer| answer.except.keys().copied())
    }

    /// Whether a clause is not asked any more, because the level reached replaces it.
    pub(super) fn has_overtaken(&self, dimension: &Dimension, clause: ClauseId) -> bool {
        let level = self.standing.level().zip(self.answer);
        level.is_some_and(|(level, answer)| clause.level < last_stating(dimension, answer, level))
    }
}

/// Where a dimension stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its area is not assessed.
    OutOfScope,
    /// It has no answer.
    Unanswered,
    /// It is answered as not applicable.
    NotApplicable,
    /// It has a level.
    At(Level),
    /// It is answered, in a model without levels.
    Answered,
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

    /// Whether it is answered.
    #[must_use]
    pub fn is_answered(self) -> bool {
        matches!(self, Self::At(_) | Self::Answered)
    }

    /// Whether both have a level, both do not apply, or both are open.
    pub(super) fn is_covered_like(self, other: Self) -> bool {
        let is_open = |standing| matches!(standing, Self::Unanswered | Self::OutOfScope);
        std::mem::discriminant(&self) == std::mem::discriminant(&other) || is_open(self) && is_open(other)
    }
}
