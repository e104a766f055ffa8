//! Shares and means: what a score is made of. `docs/design.md`, "Arithmetic", has the rules in a page.

pub(super) use super::exact::Exact;
use super::rules::{clauses_of, is_overtaken, last_stating, level_of};
use super::{Asked, Score, Scored, Share};
use crate::answers::{Answer, Claim};
use crate::model::counting::{Fraction, Mean, ScoreRule, Scoring};
use crate::model::{Dimension, Level, Model, Node};

/// A dimension that counts: one that applies and is answered, or counts as if it were.
#[derive(Clone, Copy)]
pub(super) struct Counted<'a> {
    pub(super) dimension: &'a Dimension,
    /// The answer that counts.
    pub(super) answer: &'a Answer,
    /// The level that it gives.
    pub(super) level: Level,
}

/// How much of some clauses is met, and how much is asked, by their weights.
#[derive(Default)]
struct Tally {
    met: u128,
    /// What clauses count that are met in part.
    parts: Option<Exact>,
    asked: u128,
}

impl Tally {
    fn add(&mut self, value: Fraction, weight: u32) {
        let weight = u128::from(weight);
        self.asked += weight;
        match value {
            Fraction::ZERO => {}
            Fraction::ONE => self.met += weight,
            Fraction { parts, whole } => {
                let part = Exact::new(u128::from(parts) * weight, whole.into());
                self.parts = Some(self.parts.take().map_or(part.clone(), |sum| sum.plus(&part)));
            }
        }
    }

    fn met(&self) -> Exact {
        let whole = Exact::whole(self.met);
        self.parts.as_ref().map_or(whole.clone(), |parts| parts.plus(&whole))
    }

    /// The part that is met; `None` where nothing is asked.
    fn share(&self) -> Option<Exact> {
        match (self.asked, &self.parts) {
            (0, _) => None,
            (asked, None) => Some(Exact::new(self.met, asked)),
            (asked, Some(_)) => Some(self.met().divided_by(asked)),
        }
    }
}

impl<'a> Counted<'a> {
    /// A dimension with an answer; `None` if that claims no level.
    pub(super) fn of(dimension: &'a Dimension, answer: &'a Answer) -> Option<Self> {
        Some(Self { dimension, answer, level: level_of(dimension, answer)? })
    }

    /// What is met of the clauses of a level.
    ///
    /// What lies within the claim, or is overtaken by the level that is reached, counts in full; so does all of a level
    /// that is reached, but for clauses that are met in part.
    fn tally(self, level: Level, tally: &mut Tally) {
        let Self { dimension, answer, level: reached } = self;
        let is_whole = level <= reached && answer.degrees.is_empty();
        let first = if is_whole { level } else { last_stating(dimension, answer, reached) };
        for (id, clause) in clauses_of(dimension, level).filter(|(id, _)| !answer.excepts(*id)) {
            let is_over = is_whole || is_overtaken(id, clause, first, reached);
            tally.add(if is_over { Fraction::ONE } else { answer.value_of(id) }, clause.weight);
        }
    }

    fn share(self, level: Level) -> Option<Exact> {
        if level <= self.level && self.answer.degrees.is_empty() {
            // All of it is met: there is nothing to add up.
            let mut asked = clauses_of(self.dimension, level).filter(|(id, _)| !self.answer.excepts(*id));
            return asked.next().map(|_| Exact::whole(1));
        }
        let mut tally = Tally::default();
        self.tally(level, &mut tally);
        tally.share()
    }

    /// Of all levels.
    fn whole_tally(self) -> Tally {
        let mut tally = Tally::default();
        let levels = self.dimension.floor.next().up_to(self.dimension.top());
        levels.for_each(|level| self.tally(level, &mut tally));
        tally
    }

    /// The score of the dimension by itself.
    pub(super) fn score(self, model: &Model) -> Exact {
        match model.scoring.score {
            ScoreRule::Levels => sum_of(model, &shares(model, &[self], self.level)),
            ScoreRule::Share => self.whole_tally().share().unwrap_or_else(|| Exact::whole(0)),
            ScoreRule::Value => Exact::whole(self.level.0.into()),
        }
    }
}

/// The share met of every level above the floor; `reached` is the level of the sub-domain.
///
/// It is the mean, over the dimensions that ask something there, of what is met of what is asked.
pub(super) fn shares(model: &Model, dimensions: &[Counted<'_>], reached: Level) -> Vec<Share> {
    let mut below = Score::new(Exact::whole(1), model.scoring.shown);
    let share_of = |level| {
        let shares = dimensions.iter().filter_map(|it| Some((it.share(level)?, it.dimension.weight)));
        let (met, asked) = match mean(shares) {
            Some(mean) => (Score::new(mean, model.scoring.shown), Asked::Some),
            None if dimensions.iter().any(|it| !it.dimension.clauses(level).is_empty()) => {
                let share = Exact::whole(u128::from(level <= reached));
                (Score::new(share, model.scoring.shown), Asked::Excepted)
            }
            None => (below.clone(), Asked::Nothing),
        };
        below.clone_from(&met);
        Share { level, met, asked }
    };
    model.levels_above_floor().map(share_of).collect()
}

/// The floor, and what every level above it adds.
fn sum_of(model: &Model, shares: &[Share]) -> Exact {
    let floor = Exact::whole(u128::from(model.floor.0));
    shares.iter().fold(floor, |sum, share| sum.plus(&share.met.exact))
}

/// The part that is met of all clauses of some dimensions together, each clause by its own weight and that of its
/// dimension.
fn pooled(dimensions: &[Counted<'_>]) -> Option<Exact> {
    let (mut met, mut asked) = (Exact::whole(0), 0);
    for counted in dimensions {
        let (tally, weight) = (counted.whole_tally(), u128::from(counted.dimension.weight));
        met = met.plus(&tally.met().times(weight));
        asked += tally.asked * weight;
    }
    (asked > 0).then(|| met.divided_by(asked))
}

/// The score of a sub-domain of these dimensions by itself, in a model without levels; `None` if there are none.
pub(super) fn of_sub_domain(model: &Model, dimensions: &[Counted<'_>]) -> Option<Exact> {
    let reached = dimensions.iter().map(|counted| counted.level).min()?;
    match model.scoring.score {
        ScoreRule::Share => pooled(dimensions),
        _ => Some(sum_of(model, &shares(model, dimensions, reached))),
    }
}

/// The score of a node above the dimensions; `None` if nothing below has one.
pub(super) fn score_of(
    model: &Model,
    node: Node<'_>,
    children: &[Scored<'_>],
    dimensions: &[Counted<'_>],
    shares: &[Share],
) -> Option<Exact> {
    let Scoring { score, mean: over, .. } = &model.scoring;
    let weighed = |at: &Scored<'_>| Some((at.score.as_ref()?.exact.clone(), at.node.weight()));
    match (over, score, node.sub_domain().is_some()) {
        (_, _, true) if dimensions.is_empty() => None,
        (Mean::Children, ScoreRule::Levels, true) => Some(sum_of(model, shares)),
        (Mean::Children, ScoreRule::Share, true) => pooled(dimensions),
        (Mean::Children, ..) => mean(children.iter().filter_map(weighed)),
        (Mean::Leaves, ..) => {
            let leaves = children.iter().flat_map(Scored::walk).filter(|at| matches!(at.node, Node::Dimension(_)));
            mean(leaves.filter_map(weighed))
        }
    }
}

/// The mean of values, each with its weight.
pub(super) fn mean(values: impl Iterator<Item = (Exact, u32)>) -> Option<Exact> {
    let (sum, weights) = values.fold((Exact::whole(0), 0_u128), |(sum, weights), (value, weight)| {
        let value = if weight == 1 { value } else { value.times(weight.into()) };
        (sum.plus(&value), weights + u128::from(weight))
    });
    (weights > 0).then(|| sum.divided_by(weights))
}

/// An answer that nothing is met.
pub(super) fn lowest(model: &Model) -> Answer {
    Answer::of(Claim::at(model.floor))
}
