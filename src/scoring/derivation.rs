//! How the level of a node came about and what is next for it: finished results, which documents only word.

use super::{
    Requirement, Scored, counts_as, last_stating, level_of, met_clauses, needed, next_level, overtaken, requirements,
    still_needed,
};
use crate::answers::Answer;
use crate::lang::Text;
use crate::model::{Clause, ClauseId, Dimension, Level, Model, Node};

/// How the level of a dimension came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derivation {
    /// The level that is claimed.
    pub claimed: Level,
    /// The level that follows.
    pub level: Level,
    /// The level that replaced what lower ones ask, with the clauses that are not met and not asked any more; `None` if
    /// there are none.
    pub replaced: Option<(Level, Vec<ClauseId>)>,
    /// The levels above the claim, or from the replacing one on, that are passed, lowest first.
    pub passed: Vec<(Level, Passage)>,
    /// Why it goes no higher; `None` at the highest level.
    pub stop: Option<Stop>,
}

/// Why a level above the claim is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passage {
    /// It asks nothing more.
    AsksNothing,
    /// All of its clauses are excepted, and a higher one is met.
    Excepted,
    /// All that it asks is met.
    Met,
}

/// The first level that is not reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The level.
    pub level: Level,
    /// The clauses needed for it; empty where only exceptions lead to it.
    pub missing: Vec<ClauseId>,
    /// The level that replaces it and is begun, with what is needed for that instead; `None` if there is none.
    pub instead: Option<(Level, Vec<ClauseId>)>,
}

/// The level after a node's own, and what its answered dimensions need for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next<'m> {
    /// The level.
    pub level: Level,
    /// The clauses needed, in the model's order.
    pub requirements: Vec<Requirement<'m>>,
}

impl<'m> Scored<'m> {
    /// How the level of a dimension came about; `None` for any other node, and without a claim of a level.
    #[must_use]
    pub fn derivation(&self) -> Option<Derivation> {
        let (dimension, answer) = self.claimed()?;
        derivation(dimension, answer)
    }

    /// For a dimension: the sentence for a claim that counts as another level; `None` if it counts as that.
    #[must_use]
    pub fn counts_as(&self) -> Option<Text> {
        let (dimension, answer) = self.claimed()?;
        counts_as(dimension, answer)
    }

    /// For a dimension: the clauses that its answer meets.
    #[must_use]
    pub fn met_clauses(&self) -> Vec<(ClauseId, &'m Clause)> {
        self.claimed().map(|(dimension, answer)| met_clauses(dimension, answer)).unwrap_or_default()
    }

    /// The level after its own and what that needs; `None` at the highest level and without one.
    #[must_use]
    pub fn next(&self, model: &Model) -> Option<Next<'m>> {
        let level = next_level(model, self)?;
        Some(Next { level, requirements: requirements(self, level) })
    }

    fn claimed(&self) -> Option<(&'m Dimension, &'m Answer)> {
        match self.node {
            Node::Dimension(dimension) => Some((dimension, self.answer.filter(|answer| answer.claim.is_some())?)),
            _ => None,
        }
    }
}

fn derivation(dimension: &Dimension, answer: &Answer) -> Option<Derivation> {
    let (claimed, level) = (answer.claim.as_ref()?.level()?, level_of(dimension, answer)?);
    let overtaken = overtaken(dimension, answer);
    let replaced = (!overtaken.is_empty()).then(|| (last_stating(dimension, answer, level), overtaken));
    let from = replaced.as_ref().map_or(claimed.next(), |(stating, _)| *stating);
    let passage = |level: Level| match dimension.clauses(level) {
        [] => (level, Passage::AsksNothing),
        _ if answer.count_asked(dimension, level) == 0 => (level, Passage::Excepted),
        _ => (level, Passage::Met),
    };
    let passed = from.up_to(level).map(passage).collect();
    Some(Derivation { claimed, level, replaced, passed, stop: stop(dimension, answer, level.next()) })
}

fn stop(dimension: &Dimension, answer: &Answer, next: Level) -> Option<Stop> {
    if next > dimension.top() {
        return None;
    }
    let missing: Vec<_> = needed(dimension, answer, next).map(|(id, _)| id).collect();
    let instead: Vec<_> = still_needed(dimension, answer, next).into_iter().map(|needed| needed.clause).collect();
    let begun = instead.iter().map(|clause| clause.level).find(|level| *level > next);
    Some(Stop { level: next, missing, instead: begun.map(|begun| (begun, instead)) })
}
