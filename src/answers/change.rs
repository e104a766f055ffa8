//! What changing an answer does to the rest of what is said about its dimension.

use std::collections::BTreeSet;

use super::{Answer, Claim, Grade};
use crate::lang::Text;
use crate::model::{ClauseId, Level};

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

/// What a change leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// The answer after the change; `None` when it is removed.
    pub answer: Option<Answer>,
    /// Clauses above the new level that were named before and are not any more, though nobody said so.
    pub dropped: BTreeSet<ClauseId>,
}

impl Change {
    /// Changes an answer. `level_of` is the level that a claim gives; see [`crate::scoring::level_of`].
    ///
    /// A new level keeps note and evidence, and the clauses named above it; but these are dropped where they would make
    /// the answer count higher than the new level does alone, and always by a grade, which names none.
    /// Not applicable keeps note and evidence.
    #[must_use]
    pub fn apply(&self, old: Option<&Answer>, level_of: impl Fn(&Claim) -> Option<Level>) -> Changed {
        let old = old.cloned().unwrap_or_default();
        let (claim, dropped) = match &self.value {
            Some(Value::Removed) => return Changed::default(),
            Some(Value::Claim(new)) => claim_again(new, old.claim.as_ref(), self.met.as_ref(), level_of),
            None => (old.claim, BTreeSet::new()),
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
        Changed { answer: says_something.then_some(answer), dropped }
    }
}

/// The new claim with the old names it keeps, and those it drops.
fn claim_again(
    new: &Claim,
    old: Option<&Claim>,
    named_now: Option<&BTreeSet<ClauseId>>,
    level_of: impl Fn(&Claim) -> Option<Level>,
) -> (Option<Claim>, BTreeSet<ClauseId>) {
    let names_clauses = named_now.is_some() || matches!(new, Claim::Level { met, .. } if !met.is_empty());
    let (Some(Claim::Level { met, .. }), Some(level), false) = (old, new.level(), names_clauses) else {
        return (Some(new.clone()), BTreeSet::new());
    };
    let named: BTreeSet<_> = met.iter().copied().filter(|clause| clause.level > level).collect();
    let with_names = Claim::Level { level, met: named.clone() };
    let is_kept = matches!(new, Claim::Level { .. }) && level_of(&with_names) <= level_of(new);
    if is_kept { (Some(with_names), BTreeSet::new()) } else { (Some(new.clone()), named) }
}

impl Claim {
    /// A level, and no clause above it.
    #[must_use]
    pub fn at(level: Level) -> Self {
        Self::Level { level, met: BTreeSet::new() }
    }

    /// The level claimed in full: for `3-` the one below; `None` when not applicable.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        match self {
            Self::Level { level, .. } => Some(*level),
            Self::PartOf(level) => Some(Level(level.0.saturating_sub(1))),
            Self::NotApplicable { .. } => None,
        }
    }

    /// Whether a clause is claimed: it lies within the level claimed in full, or is named above it.
    #[must_use]
    pub fn covers(&self, clause: ClauseId) -> bool {
        let is_named = matches!(self, Self::Level { met, .. } if met.contains(&clause));
        is_named || self.level().is_some_and(|level| clause.level <= level)
    }

    /// The level or grade written in the file; `None` when not applicable.
    #[must_use]
    pub fn grade(&self) -> Option<Grade> {
        match self {
            Self::Level { level, .. } => Some(Grade::Full(*level)),
            Self::PartOf(level) => Some(Grade::PartOf(*level)),
            Self::NotApplicable { .. } => None,
        }
    }
}

/// `no longer named: 3.1, 3.2`: the clauses that a lower level dropped.
#[must_use]
pub fn no_longer_named(dropped: &BTreeSet<ClauseId>) -> Text {
    let ids: Vec<_> = dropped.iter().map(ToString::to_string).collect();
    let (en, zh) = (ids.join(", "), ids.join("、"));
    text!("no longer named: {en}", "不再列明：{zh}")
}
