//! What an answer comes to, however it is written: the level that counts, the clauses that are met and those excepted.

use std::collections::{BTreeMap, BTreeSet};

use crate::answers::{Answer, Claim};
use crate::model::counting::Fraction;
use crate::model::{ClauseId, Dimension, Level};
use crate::scoring::{is_overtaken, last_stating, level_of};

/// The effect of an answer, however it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Position {
    /// A level.
    Level {
        /// The level that counts.
        level: Level,
        /// The level above of which an unnamed part is claimed.
        part: Option<Level>,
        /// How far each clause is met that is asked at the level or above it; those not met at all are left out.
        met: BTreeMap<ClauseId, Fraction>,
        /// The clauses that are not asked.
        except: BTreeSet<ClauseId>,
    },
    /// The dimension does not apply.
    NotApplicable,
}

impl Position {
    /// What an answer comes to; `None` if it claims nothing.
    pub(super) fn of(dimension: &Dimension, answer: &Answer) -> Option<Self> {
        let claim = answer.claim.as_ref()?;
        let Some(level) = level_of(dimension, answer) else { return Some(Self::NotApplicable) };
        let part = match claim {
            Claim::PartOf(part) => Some(*part),
            _ => None,
        };
        let first = last_stating(dimension, answer, level);
        let asked = dimension.all_clauses().filter(|(id, clause)| !is_overtaken(*id, clause, first, level));
        let met = asked.map(|(id, _)| (id, answer.value_of(id))).filter(|(_, value)| *value > Fraction::ZERO);
        Some(Self::Level { level, part, met: met.collect(), except: answer.except.keys().copied().collect() })
    }

    /// The level that counts; `None` if the dimension does not apply.
    pub(super) fn level(&self) -> Option<Level> {
        match self {
            Self::Level { level, .. } => Some(*level),
            Self::NotApplicable => None,
        }
    }

    /// Whether another one has the same level and the same exceptions.
    pub(super) fn is_near(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Level { level, except, .. }, Self::Level { level: other, except: others, .. }) => {
                (level, except) == (other, others)
            }
            _ => false,
        }
    }

    /// Whether a clause is excepted, and else how far it is met.
    pub(super) fn of_clause(&self, clause: ClauseId) -> Option<Fraction> {
        match self {
            Self::Level { except, .. } if except.contains(&clause) => None,
            Self::Level { met, .. } => Some(met.get(&clause).copied().unwrap_or(Fraction::ZERO)),
            Self::NotApplicable => None,
        }
    }
}
