//! How far clauses are met, in a model that knows more than yes and no.

use super::Answer;
use crate::model::counting::{Degree, Fraction};
use crate::model::{ClauseId, Id};

/// The degree to which a clause is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DegreeMet {
    /// The id of the degree.
    pub id: Id,
    /// What it counts in a score.
    pub value: Fraction,
    /// Whether it is enough for a level.
    pub is_enough: bool,
}

impl From<&Degree> for DegreeMet {
    fn from(degree: &Degree) -> Self {
        Self { id: degree.id.clone(), value: degree.value, is_enough: degree.is_enough }
    }
}

impl Answer {
    /// Whether a clause is named as met, or to a degree that is enough for a level. One within the claimed level is not
    /// named, and neither is one that is excepted.
    #[must_use]
    pub fn names(&self, clause: ClauseId) -> bool {
        let is_named = self.claim.as_ref().is_some_and(|claim| claim.names(clause));
        (is_named || self.degrees.get(&clause).is_some_and(|degree| degree.is_enough)) && !self.excepts(clause)
    }

    /// How far a clause is met, from 0 to 1; 0 for one that is excepted.
    #[must_use]
    pub fn value_of(&self, clause: ClauseId) -> Fraction {
        let is_met = self.claim.as_ref().is_some_and(|claim| claim.covers(clause));
        match self.degrees.get(&clause) {
            _ if self.excepts(clause) => Fraction::ZERO,
            _ if is_met => Fraction::ONE,
            Some(degree) => degree.value,
            None => Fraction::ZERO,
        }
    }
}
