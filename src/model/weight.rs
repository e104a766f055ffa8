//! Whether a model has weights, and how much a clause weighs in the score of its sub-domain before anything is answered.
//!
//! Whole numbers that a machine word holds: what weights and counts a model may have bound them. `docs/design.md`,
//! "Arithmetic", has the rules.

use std::cmp::Ordering;

use super::counting::{Mean, ScoreRule, Scoring};
use super::{Clause, ClauseId, Dimension, Level, Model};

impl Model {
    /// Whether a node or a clause says how much it counts: whether any weight is other than 1.
    #[must_use]
    pub fn has_weights(&self) -> bool {
        let weighs = |dimension: &Dimension| dimension.all_clauses().any(|(_, clause)| clause.weight != 1);
        self.nodes().any(|node| node.weight() != 1 || node.dimension().is_some_and(weighs))
    }
}

/// What meeting one clause adds to the score of its sub-domain, where all of its dimensions are answered and nothing is
/// excepted: `parts` of `whole`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClauseWeight<'m> {
    /// The dimension that asks it.
    pub dimension: &'m Dimension,
    /// Its place in that.
    pub clause: ClauseId,
    /// The numerator; 1 or more.
    pub parts: u128,
    /// The denominator; 1 or more.
    pub whole: u128,
}

impl ClauseWeight<'_> {
    /// Which of two weighs more.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Ordering {
        (self.parts * other.whole).cmp(&(other.parts * self.whole))
    }

    /// How many tenths of `other` it weighs, rounded down.
    #[must_use]
    pub fn tenths_of(&self, other: &Self) -> u128 {
        10 * self.parts * other.whole / (self.whole * other.parts)
    }
}

/// The weight of every clause of the dimensions of one sub-domain, in the model's order; empty where a score is the number
/// of the level, to which no clause adds anything by itself.
#[must_use]
pub fn clause_weights<'m>(scoring: &Scoring, dimensions: &'m [Dimension]) -> Vec<ClauseWeight<'m>> {
    let all = total(dimensions, |it| it.weight.into());
    let clauses = dimensions.iter().flat_map(|it| it.all_clauses().map(move |(id, clause)| (it, id, clause)));
    let weigh = |(dimension, id, clause): (&'m Dimension, ClauseId, &Clause)| {
        let (parts, whole) = match scoring.mean {
            Mean::Children => part(scoring.score, dimensions, dimension, (id, clause))?,
            // Each dimension has a score of its own, of which the mean is taken.
            Mean::Leaves => {
                let own = part(scoring.score, std::slice::from_ref(dimension), dimension, (id, clause))?;
                (own.0 * u128::from(dimension.weight), own.1 * all)
            }
        };
        let divisor = greatest_divisor(parts, whole);
        Some(ClauseWeight { dimension, clause: id, parts: parts / divisor, whole: whole / divisor })
    };
    clauses.filter_map(weigh).collect()
}

/// What a clause of `dimension` adds where some dimensions are summed together: a number of parts, and of how many.
fn part(
    rule: ScoreRule,
    together: &[Dimension],
    dimension: &Dimension,
    (id, clause): (ClauseId, &Clause),
) -> Option<(u128, u128)> {
    let weight = u128::from(clause.weight) * u128::from(dimension.weight);
    match rule {
        ScoreRule::Levels => {
            let asks = |it: &Dimension| u128::from(!it.clauses(id.level).is_empty()) * u128::from(it.weight);
            let beside: u128 = dimension.clauses(id.level).iter().map(|clause| u128::from(clause.weight)).sum();
            Some((weight * levels_counted(together, id.level), beside * total(together, asks)))
        }
        ScoreRule::Share => Some((weight, total(together, |it| asked(it) * u128::from(it.weight)))),
        ScoreRule::Value => None,
    }
}

/// How many levels count as the share of `level` does: itself, and those right above it for which nothing is asked.
fn levels_counted(dimensions: &[Dimension], level: Level) -> u128 {
    let top = dimensions.iter().map(Dimension::top).max().unwrap_or(level);
    let is_unasked = |level: &Level| dimensions.iter().all(|it| it.clauses(*level).is_empty());
    level.next().up_to(top).take_while(is_unasked).fold(1, |levels, _| levels + 1)
}

fn total(dimensions: &[Dimension], of: impl Fn(&Dimension) -> u128) -> u128 {
    dimensions.iter().map(of).sum()
}

fn asked(dimension: &Dimension) -> u128 {
    dimension.all_clauses().map(|(_, clause)| u128::from(clause.weight)).sum()
}

fn greatest_divisor(one: u128, other: u128) -> u128 {
    if other == 0 { one } else { greatest_divisor(other, one % other) }
}
