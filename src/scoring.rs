//! Levels, grades and scores: arithmetic on plain data, total for every model and every set of answers.

mod bounds;
mod counts;
mod derivation;
mod exact;
mod means;
mod rules;
mod score;
mod scored;
mod scorer;
mod standing;
mod weight;

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::answers::Answers;
use crate::model::{Clause, ClauseId, Dimension, Level, Model, Node};

pub use bounds::{Bounds, Raise, bounds, raises};
pub use counts::counts_as;
pub use derivation::{Derivation, Next, Passage, Stop};
pub use rules::{
    can_reach, claims_part_of, grade_of, is_overtaken, last_stating, level_of, level_without_excepted, met_clauses,
    needed, overtaken, still_needed, worst_of,
};
pub use score::Score;
pub use scored::Scored;
use scorer::Scorer;
pub use weight::{Addition, additions};

/// How far a node is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Every dimension is answered or not applicable.
    Complete,
    /// Something is unanswered, and something is not.
    Incomplete,
    /// Nothing is answered, nothing is said not to apply.
    Unanswered,
    /// No dimension applies.
    NotApplicable,
}

impl fmt::Display for State {
    /// The word for it in JSON and CSV.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(out)
    }
}

/// What one level adds to the score of a sub-domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The level.
    pub level: Level,
    /// The share of it that is met, from 0 to 1.
    pub met: Score,
    /// Whether it asks anything of the answered dimensions.
    pub asked: Asked,
}

/// Whether a level asks anything of the answered dimensions of a sub-domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It asks at least one clause.
    Some,
    /// It asks nothing, and takes the share of the level below.
    Nothing,
    /// All of its clauses are excepted: it counts in full where the sub-domain reaches it, else not at all.
    Excepted,
}

/// A model, a team's answers to it, and what follows.
#[derive(Clone, Debug)]
pub struct Outcome<'m> {
    /// The model.
    pub model: &'m Model,
    /// The answers.
    pub answers: &'m Answers,
    /// The whole, with every node in scope below it.
    pub overall: Scored<'m>,
}

impl<'m> Outcome<'m> {
    /// The answered dimensions in scope that ask more than when they were answered, in the model's order.
    #[must_use]
    pub fn asked_anew(&self) -> Vec<&Scored<'m>> {
        let list = &self.answers.assessment.ask_again;
        let dimensions = self.overall.dimensions().filter(|(dimension, _)| list.contains(&dimension.id));
        dimensions.map(|(_, scored)| scored).filter(|scored| scored.claim().is_some()).collect()
    }
}

/// Works out everything that follows from the answers.
#[must_use]
pub fn score<'m>(model: &'m Model, answers: &'m Answers) -> Outcome<'m> {
    Outcome { model, answers, overall: Scorer::new(model, answers).group(Node::Model(model)) }
}

/// A clause that is still needed, and the dimension that asks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement<'m> {
    /// The dimension.
    pub dimension: &'m Dimension,
    /// The place of the clause in it.
    pub clause: ClauseId,
    /// The clause.
    pub asks: &'m Clause,
    /// The clauses below it that would be needed, had its level not been begun, which replaces them.
    pub replaces: Vec<ClauseId>,
}

/// What the answered dimensions at and below a node still need for a level, in the model's order.
#[must_use]
pub fn requirements<'m>(scored: &Scored<'m>, target: Level) -> Vec<Requirement<'m>> {
    let needs = |(dimension, at): (&'m Dimension, &Scored<'m>)| match at.answer {
        Some(answer) if at.standing.level < Some(target) => still_needed(dimension, answer, target),
        _ => Vec::new(),
    };
    scored.dimensions().flat_map(needs).collect()
}

/// The level after a node's own, when there is one to reach.
#[must_use]
pub fn next_level(model: &Model, scored: &Scored<'_>) -> Option<Level> {
    let end = scored.ends_at.unwrap_or(model.top());
    scored.level.map(Level::next).filter(|next| *next <= end)
}
