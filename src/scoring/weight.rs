//! What each clause adds to a score: the weights of the model, as scores are shown.

use super::Score;
use super::exact::Exact;
use crate::model::{ClauseId, ClauseWeight, Dimension, Model, Node, clause_weights};

/// What meeting one clause alone adds to the score of its sub-domain, where all of that is answered and nothing excepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// The clause.
    pub clause: ClauseId,
    /// What it adds.
    pub score: Score,
    /// The same as a fraction in lowest terms: 1 and 12 for a twelfth.
    pub fraction: (u128, u128),
}

/// What the clauses of a dimension add to the score of its sub-domain, in the model's order; empty where a score is the
/// number of the level.
#[must_use]
pub fn additions(model: &Model, dimension: &Dimension) -> Vec<Addition> {
    let sub_domain = model.path(&dimension.id).into_iter().rev().find_map(Node::sub_domain);
    let weights = sub_domain.map(|it| clause_weights(&model.scoring, &it.dimensions)).unwrap_or_default();
    let own = weights.into_iter().filter(|weight| weight.dimension.id == dimension.id);
    let addition = |ClauseWeight { clause, parts, whole, .. }| Addition {
        clause,
        score: Score::new(Exact::new(parts, whole), model.scoring.shown),
        fraction: (parts, whole),
    };
    own.map(addition).collect()
}
