//! What changing an answer does to the rest of what is said about its dimension.

use super::{Answer, ByClause, Claim, Clauses, DegreeMet, Exception, Grade};
use crate::lang::Text;
use crate::model::{ClauseId, Dimension, Level};

/// A change to one answer; what is not named stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The new value.
    pub value: Option<Value>,
    /// Replaces the clauses met above the level.
    pub met: Option<Clauses>,
    /// Replaces how far clauses are met; none removes that.
    pub degrees: Option<ByClause<DegreeMet>>,
    /// Replaces the clauses that are not asked; none removes them.
    pub except: Option<ByClause<Exception>>,
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
    pub dropped: Clauses,
}

impl Change {
    /// The change that has an answer say all that another one says: its claim whole, with the clauses it names; note and
    /// evidence where it has them.
    #[must_use]
    pub fn bringing(answer: &Answer) -> Self {
        let is_claim = answer.claim.is_some();
        let met = match &answer.claim {
            Some(Claim::Level { met, .. }) => Some(met.clone()),
            _ => None,
        };
        Self {
            value: answer.claim.clone().map(Value::Claim),
            met,
            degrees: is_claim.then(|| answer.degrees.clone()),
            except: is_claim.then(|| answer.except.clone()),
            note: answer.note.clone(),
            evidence: Some(answer.evidence.clone()).filter(|evidence| !evidence.is_empty()),
        }
    }

    /// Changes an answer. `level_of` is the level that an answer gives; see [`crate::scoring::level_of`].
    ///
    /// A new level keeps note, evidence and exceptions, and the clauses named above it; but these are dropped where they
    /// would make the answer count higher than the new level does alone, and always by a grade, which names none.
    /// Not applicable keeps note and evidence.
    #[must_use]
    pub fn apply(&self, old: Option<&Answer>, level_of: impl Fn(&Answer) -> Option<Level>) -> Changed {
        let mut answer = old.cloned().unwrap_or_default();
        if let Some(except) = &self.except {
            answer.except.clone_from(except);
        }
        let dropped = match &self.value {
            Some(Value::Removed) => return Changed::default(),
            Some(Value::Claim(new)) => self.claim_again(new, &mut answer, level_of),
            None => Clauses::new(),
        };
        if let Some(Claim::Level { met, .. }) = &mut answer.claim {
            if let Some(named) = &self.met {
                met.clone_from(named);
                answer.degrees.retain(|id, _| !named.contains(id));
            }
            if let Some(degrees) = &self.degrees {
                answer.degrees.clone_from(degrees);
                if self.met.is_none() {
                    met.retain(|id| !degrees.contains_key(id));
                }
            }
        }
        if let Some(note) = &self.note {
            answer.note = Some(note.clone()).filter(|note| !note.is_empty());
        }
        if let Some(evidence) = &self.evidence {
            answer.evidence.clone_from(evidence);
        }
        Changed { answer: answer.says_something().then_some(answer), dropped }
    }

    /// Gives an answer a new claim with the old names it keeps; returns those it drops.
    fn claim_again(&self, new: &Claim, answer: &mut Answer, level_of: impl Fn(&Answer) -> Option<Level>) -> Clauses {
        let old = answer.claim.replace(new.clone());
        let mut degrees = std::mem::take(&mut answer.degrees);
        let Some(level) = new.level() else {
            answer.except.clear();
            return Clauses::new();
        };
        let names_clauses = self.met.is_some() || matches!(new, Claim::Level { met, .. } if !met.is_empty());
        let mut named = match old {
            Some(Claim::Level { met, .. }) if !names_clauses => met,
            _ => Clauses::new(),
        };
        named.retain(|clause| clause.level > level);
        degrees.retain(|clause, _| clause.level > level && self.degrees.is_none() && !new.names(*clause));
        let met = if names_clauses { new.clone() } else { Claim::Level { level, met: named.clone() } };
        let with_names = Answer { claim: Some(met), degrees, ..answer.clone() };
        if matches!(new, Claim::Level { .. }) && level_of(&with_names) <= level_of(answer) {
            *answer = with_names;
            return Clauses::new();
        }
        named.into_iter().chain(with_names.degrees.keys().copied()).collect()
    }
}

impl Claim {
    /// A level, and no clause above it.
    #[must_use]
    pub fn at(level: Level) -> Self {
        Self::Level { level, met: Clauses::new() }
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

    /// Whether a clause is named above the claimed level.
    #[must_use]
    pub fn names(&self, clause: ClauseId) -> bool {
        matches!(self, Self::Level { met, .. } if met.contains(&clause))
    }

    /// Whether a clause is claimed: it lies within the level claimed in full, or is named above it.
    #[must_use]
    pub fn covers(&self, clause: ClauseId) -> bool {
        self.names(clause) || self.level().is_some_and(|level| clause.level <= level)
    }

    /// The clauses of a dimension that are claimed, in the model's order.
    pub fn covered(&self, dimension: &Dimension) -> impl Iterator<Item = ClauseId> {
        dimension.all_clauses().map(|(id, _)| id).filter(|id| self.covers(*id))
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
pub fn no_longer_named(dropped: &Clauses) -> Text {
    let ids: Vec<_> = dropped.iter().map(ToString::to_string).collect();
    let Text { en, zh, .. } = Text::list(&ids);
    text!("no longer named: {en}", "不再列明：{zh}")
}
