//! What changing an answer does to the rest of what is said about its dimension.

use super::{Answer, Claim, Grade};
use crate::model::ClauseId;
use crate::model::Level;

use std::collections::BTreeSet;

/// A change to one answer; what is not named stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The new value.
    pub value: Option<Value>,
    /// Replaces the clauses met above the level.
    pub met: Option<BTreeSet<ClauseId>>,
    /// Replaces the note; an empty one removes it.
    pub note: Option<String>,
    /// Replaces the evidence; none removes it.
    pub evidence: Option<Vec<String>>,
}

/// The value an answer is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A level, a grade, or not applicable.
    Claim(Claim),
    /// No answer any more: all that was said about the dimension is removed.
    Removed,
}

impl Change {
    /// The answer after the change; nothing when it is removed.
    ///
    /// A new level keeps note and evidence and the clauses met above it. A grade names no clauses.
    /// Not applicable keeps note and evidence.
    #[must_use]
    pub fn apply(&self, old: Option<&Answer>) -> Option<Answer> {
        let old = old.cloned().unwrap_or_default();
        let claim = match &self.value {
            Some(Value::Removed) => return None,
            Some(Value::Claim(Claim::Level { level, met })) => {
                let met = if met.is_empty() { met_above(old.claim.as_ref(), *level) } else { met.clone() };
                Some(Claim::Level { level: *level, met })
            }
            Some(Value::Claim(claim)) => Some(claim.clone()),
            None => old.claim,
        };
        let claim = match (claim, &self.met) {
            (Some(Claim::Level { level, .. }), Some(met)) => Some(Claim::Level { level, met: met.clone() }),
            (claim, _) => claim,
        };
        let note = match &self.note {
            Some(note) => Some(note.clone()).filter(|note| !note.is_empty()),
            None => old.note,
        };
        let evidence = self.evidence.clone().unwrap_or(old.evidence);
        let answer = Answer { claim, note, evidence, line: old.line };
        let says_something = answer.claim.is_some() || answer.note.is_some() || !answer.evidence.is_empty();
        says_something.then_some(answer)
    }
}

fn met_above(claim: Option<&Claim>, level: Level) -> BTreeSet<ClauseId> {
    match claim {
        Some(Claim::Level { met, .. }) => met.iter().copied().filter(|clause| clause.level > level).collect(),
        _ => BTreeSet::new(),
    }
}

impl Claim {
    /// The level or grade written in the file; nothing when not applicable.
    #[must_use]
    pub fn grade(&self) -> Option<Grade> {
        match self {
            Self::Level { level, .. } => Some(Grade::Full(*level)),
            Self::PartOf(level) => Some(Grade::PartOf(*level)),
            Self::NotApplicable { .. } => None,
        }
    }
}
