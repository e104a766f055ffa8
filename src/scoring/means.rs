//! Shares and means: what a score is made of. `docs/design.md`, "Arithmetic", has the rules in a page.

pub(super) use super::exact::Exact;
use super::rules::{Levels, asked_levels, clauses_of, is_overtaken, last_stating, level_of};
use super::{Asked, Scored};
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
    /// The levels at which it asks anything of the team.
    pub(super) asks: Levels,
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
        let asks = asked_levels(dimension, answer);
        Some(Self { dimension, answer, level: level_of(dimension, answer)?, asks })
    }

    /// What is met of the clauses of a level.
    ///
    /// What lies within the claim, or is overtaken by the level that is reached, counts in full; so does all of a level
    /// that is reached, but for clauses that are met in part.
    fn tally(self, level: Level, tally: &mut Tally) {
        let Self { dimension, answer, level: reached, .. } = self;
        let is_whole = level <= reached && answer.degrees.is_empty();
        let first = if is_whole { level } else { last_stating(dimension, answer, reached) };
        for (id, clause) in clauses_of(dimension, level).filter(|(id, _)| !answer.excepts(*id)) {
            let is_over = is_whole || is_overtaken(id, clause, first, reached);
            tally.add(if is_over { Fraction::ONE } else { answer.value_of(id) }, clause.weight);
        }
    }

    /// The part that is met of a level that is not met in full; `None` where it asks nothing, or nothing is met.
    fn part(self, level: Level) -> Option<Exact> {
        if !self.answer.names_any() {
            return None;
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
            ScoreRule::Levels => sum_of_levels(model, &[self], self.level),
            ScoreRule::Share => self.whole_tally().share().unwrap_or(Exact::ZERO),
            ScoreRule::Value => Exact::whole(self.level.0.into()),
        }
    }
}

/// The share met of every level above the floor, lowest first; `reached` is the level of the sub-domain.
///
/// It is the mean, over the dimensions that ask something there, of what is met of what is asked.
pub(super) fn shares(
    model: &Model,
    dimensions: &[Counted<'_>],
    reached: Level,
) -> impl Iterator<Item = (Level, Exact, Asked)> {
    let mut below = Exact::ONE;
    model.levels_above_floor().map(move |level| {
        let (met, asked) = match mean_of_level(dimensions, level) {
            Some(mean) => (mean, Asked::Some),
            None if dimensions.iter().any(|it| !it.dimension.clauses(level).is_empty()) => {
                (Exact::whole(u128::from(level <= reached)), Asked::Excepted)
            }
            None => (below.clone(), Asked::Nothing),
        };
        below.clone_from(&met);
        (level, met, asked)
    })
}

/// The mean of what the dimensions that ask something at a level meet of it; `None` if there are none.
fn mean_of_level(dimensions: &[Counted<'_>], level: Level) -> Option<Exact> {
    let (mut all, mut asked) = (0_u64, 0_u64);
    let mut parts = None::<Exact>;
    for it in dimensions.iter().filter(|it| it.asks.contains(level)) {
        let weight = u64::from(it.dimension.weight);
        asked += weight;
        if level <= it.level && it.answer.degrees.is_empty() {
            all += weight;
        } else if let Some(part) = it.part(level) {
            let part = part.times(weight.into());
            parts = Some(parts.map_or(part.clone(), |parts| parts.plus(&part)));
        }
    }
    match (asked, parts) {
        (0, _) => None,
        (_, None) if all == asked => Some(Exact::ONE),
        (_, None) if all == 0 => Some(Exact::ZERO),
        (_, None) => Some(Exact::new(all.into(), asked.into())),
        (_, Some(parts)) => Some(parts.plus(&Exact::whole(all.into())).divided_by(asked.into())),
    }
}

/// The floor, and what every level above it adds.
fn sum_of_levels(model: &Model, dimensions: &[Counted<'_>], reached: Level) -> Exact {
    let floor = Exact::whole(u128::from(model.floor.0));
    shares(model, dimensions, reached).fold(floor, |sum, (_, met, _)| sum.plus(&met))
}

/// The part that is met of all clauses of some dimensions together, each clause by its own weight and that of its
/// dimension.
fn pooled(dimensions: &[Counted<'_>]) -> Option<Exact> {
    let (mut met, mut asked) = (Exact::ZERO, 0);
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
        _ => Some(sum_of_levels(model, dimensions, reached)),
    }
}

/// The score of a node above the dimensions, by those that count right below it; `None` if nothing below has one.
pub(super) fn score_of(node: &Scored<'_>, dimensions: &[Counted<'_>]) -> Option<Exact> {
    let Scoring { score, mean: over, .. } = &node.model.scoring;
    let weighed = |at: &Scored<'_>| Some((at.score.as_ref()?.exact.clone(), at.node.weight()));
    match (over, score, node.node.sub_domain().is_some()) {
        (_, _, true) if dimensions.is_empty() => None,
        (Mean::Children, ScoreRule::Levels, true) => Some(sum_of_levels(node.model, dimensions, node.reached?)),
        (Mean::Children, ScoreRule::Share, true) => pooled(dimensions),
        (Mean::Children, ..) => mean(node.children.iter().filter_map(weighed)),
        (Mean::Leaves, ..) => {
            let leaves = node.children.iter().flat_map(Scored::walk).filter(|at| matches!(at.node, Node::Dimension(_)));
            mean(leaves.filter_map(weighed))
        }
    }
}

/// The mean of values, each with its weight.
pub(super) fn mean(values: impl Iterator<Item = (Exact, u32)>) -> Option<Exact> {
    let (sum, weights) = values.fold((Exact::ZERO, 0_u128), |(sum, weights), (value, weight)| {
        let value = if weight == 1 { value } else { value.times(weight.into()) };
        (sum.plus(&value), weights + u128::from(weight))
    });
    (weights > 0).then(|| sum.divided_by(weights))
}

/// An answer that nothing is met.
pub(super) fn lowest(model: &Model) -> Answer {
    Answer::of(Claim::at(model.floor))
}
