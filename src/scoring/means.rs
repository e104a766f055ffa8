//! Shares and means: what a score is made of. `docs/design.md`, "Arithmetic", has the rules in a page.

use std::borrow::Borrow;

use super::exact::Exact;
use super::rules::{clauses_of, is_overtaken, last_stating};
use super::standing::{NOTHING_SAID, Standing};
use super::{Asked, Scored};
use crate::answers::Answer;
use crate::model::counting::{Fraction, Mean, ScoreRule};
use crate::model::{Dimension, Level, Model, Node};

/// How much of some clauses is met, and how much is asked, by their weights.
#[derive(Default)]
struct Tally {
    met: u128,
    /// What clauses count that are met in part.
    parts: Exact,
    asked: u128,
}

impl Tally {
    fn add(&mut self, value: Fraction, weight: u32) {
        let weight = u128::from(weight);
        self.asked += weight;
        match value {
            Fraction::ZERO => {}
            Fraction::ONE => self.met += weight,
            Fraction { parts, whole } => self.parts.add(&Exact::new(parts.into(), whole.into()), weight),
        }
    }

    fn met(mut self) -> Exact {
        self.parts.add(&Exact::ONE, self.met);
        self.parts
    }

    /// The part that is met; `None` where nothing is asked.
    fn share(self) -> Option<Exact> {
        let asked = self.asked;
        (asked > 0).then(|| self.met().divided_by(asked))
    }
}

/// A dimension that counts: one that applies and is answered, or counts as if it were.
#[derive(Clone, Copy)]
pub(super) struct Counted<'a> {
    pub(super) dimension: &'a Dimension,
    pub(super) answer: &'a Answer,
    /// The level that the answer gives.
    pub(super) level: Level,
    /// What follows from the answer, level by level.
    pub(super) standing: Standing,
}

impl<'a> Counted<'a> {
    /// `None` for a dimension that does not count, and for other nodes.
    pub(super) fn of(scored: &'a Scored<'a>) -> Option<Self> {
        let answer = scored.answer.unwrap_or(&NOTHING_SAID);
        Self::new(scored.node.dimension()?, answer, scored.standing)
    }

    /// `None` for an answer that gives no level.
    pub(super) fn new(dimension: &'a Dimension, answer: &'a Answer, standing: Standing) -> Option<Self> {
        Some(Self { dimension, answer, level: standing.level?, standing })
    }

    /// The score of the dimension by itself.
    pub(super) fn score(self, model: &Model) -> Exact {
        match model.scoring.score {
            ScoreRule::Levels => sum_of_levels(model, &std::iter::once(self), self.standing),
            ScoreRule::Share => self.tally_of_all().share().unwrap_or_default(),
            ScoreRule::Value => Exact::whole(self.level.0.into()),
        }
    }

    /// What is met of the clauses of a level.
    ///
    /// What lies within the claim, or is overtaken by the level that is reached, counts in full; so does all of a level
    /// that is reached, but for clauses that are met in part.
    fn tally(self, level: Level, tally: &mut Tally) {
        let Self { dimension, answer, level: reached, .. } = self;
        let is_whole = !self.standing.open.contains(level);
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

    fn tally_of_all(self) -> Tally {
        let mut tally = Tally::default();
        let levels = self.dimension.floor().next().up_to(self.dimension.top());
        levels.for_each(|level| self.tally(level, &mut tally));
        tally
    }
}

/// Tells the share met of every level above the floor, lowest first; `standing` is that of the dimensions together.
///
/// It is the mean, over the dimensions that ask something there, of what is met of what is asked.
pub(super) fn shares<'a>(
    model: &Model,
    dimensions: &(impl Iterator<Item = Counted<'a>> + Clone),
    standing: Standing,
    mut share: impl FnMut(Level, &Exact, Asked),
) {
    // A degree that is not enough for a level counts all the same.
    let may_count = |level| standing.met.contains(level) || !model.scoring.degrees.is_empty();
    let mut met = Exact::ONE;
    for level in model.levels_above_floor() {
        let mut all = dimensions.clone();
        let has = if standing.asks.contains(level) {
            Asked::Some
        } else if all.any(|it| it.dimension.cells.asking().contains(level)) {
            Asked::Excepted
        } else {
            Asked::Nothing
        };
        match has {
            Asked::Some if !standing.open.contains(level) => met = Exact::ONE,
            Asked::Some if !may_count(level) => met = Exact::ZERO,
            Asked::Some => met = mean_of_level(all, level),
            Asked::Excepted => met = Exact::whole(u128::from(standing.level >= Some(level))),
            Asked::Nothing => {}
        }
        share(level, &met, has);
    }
}

/// The mean of what the dimensions that ask something at a level, of which there are some, meet of it.
fn mean_of_level<'a>(dimensions: impl Iterator<Item = Counted<'a>>, level: Level) -> Exact {
    let (mut whole, mut asked) = (0_u64, 0_u64);
    let mut parts = Exact::ZERO;
    for it in dimensions.filter(|it| it.standing.asks.contains(level)) {
        let weight = u64::from(it.dimension.weight);
        asked += weight;
        if !it.standing.open.contains(level) {
            whole += weight;
        } else if let Some(part) = it.part(level) {
            parts.add(&part, weight.into());
        }
    }
    parts.add(&Exact::ONE, whole.into());
    parts.divided_by(asked.into())
}

/// The floor, and what every level above it adds.
fn sum_of_levels<'a>(
    model: &Model,
    dimensions: &(impl Iterator<Item = Counted<'a>> + Clone),
    standing: Standing,
) -> Exact {
    let mut sum = Exact::whole(u128::from(model.floor.0));
    shares(model, dimensions, standing, |_, met, _| sum.add(met, 1));
    sum
}

/// The part that is met of all clauses of some dimensions together, each clause by its own weight and that of its
/// dimension; `None` where nothing is asked.
fn pooled<'a>(dimensions: impl Iterator<Item = Counted<'a>>) -> Option<Exact> {
    let (mut met, mut asked) = (Exact::ZERO, 0);
    for counted in dimensions {
        let (tally, weight) = (counted.tally_of_all(), u128::from(counted.dimension.weight));
        asked += tally.asked * weight;
        met.add(&tally.met(), weight);
    }
    (asked > 0).then(|| met.divided_by(asked))
}

/// The score of a sub-domain of these dimensions by itself, which stand so together; `None` where nothing is asked.
pub(super) fn of_sub_domain<'a>(
    model: &Model,
    dimensions: impl Iterator<Item = Counted<'a>> + Clone,
    standing: Standing,
) -> Option<Exact> {
    standing.level?;
    match model.scoring.score {
        ScoreRule::Levels => Some(sum_of_levels(model, &dimensions, standing)),
        ScoreRule::Share => pooled(dimensions),
        ScoreRule::Value => mean(dimensions.map(|it| (it.score(model), it.dimension.weight))),
    }
}

/// The score of a node above the dimensions, where those below stand so together; `None` if nothing below has one.
pub(super) fn score_of(model: &Model, node: Node<'_>, children: &[Scored<'_>], standing: Standing) -> Option<Exact> {
    match model.scoring.mean {
        Mean::Leaves => mean(children.iter().flat_map(Scored::dimensions).filter_map(|(_, at)| weighed(at))),
        Mean::Children if node.sub_domain().is_some() => {
            of_sub_domain(model, children.iter().filter_map(Counted::of), standing)
        }
        Mean::Children => mean(children.iter().filter_map(weighed)),
    }
}

/// A score with its weight, where there is one.
pub(super) fn weighed<'a>(at: &'a Scored<'_>) -> Option<(&'a Exact, u32)> {
    Some((&at.score.as_ref()?.exact, at.node.weight()))
}

/// The mean of values, each with its weight; `None` if there are none.
pub(super) fn mean<E: Borrow<Exact>>(values: impl Iterator<Item = (E, u32)>) -> Option<Exact> {
    let (mut sum, mut weights) = (Exact::ZERO, 0);
    for (value, weight) in values {
        sum.add(value.borrow(), weight.into());
        weights += u128::from(weight);
    }
    (weights > 0).then(|| sum.divided_by(weights))
}
