//! The rules, each a function of one dimension or of numbers alone.

use std::collections::BTreeSet;

use num_rational::Ratio;

use super::{Score, Scored, Share};
use crate::answers::{Answer, Claim, Grade};
use crate::lang::Text;
use crate::model::{ClauseId, Dimension, Kind, Level, Model, Node};

/// The level that a claim gives; nothing when not applicable.
#[must_use]
pub fn level_of(dimension: &Dimension, claim: &Claim) -> Option<Level> {
    match claim {
        Claim::Level { level, met } => Some(reached(dimension, *level, met)),
        Claim::PartOf(level) => Some(Level(level.0.saturating_sub(1))),
        Claim::NotApplicable { .. } => None,
    }
}

/// The grade that a claim gives; nothing when not applicable.
#[must_use]
pub fn grade_of(dimension: &Dimension, claim: &Claim) -> Option<Grade> {
    let answer = Answer { claim: Some(claim.clone()), ..Answer::default() };
    let level = level_of(dimension, claim)?;
    Some(grade(level, |wanted| some_met(dimension, Some(&answer), wanted)))
}

/// The highest level from `claimed` on such that every clause above it up to there is met; empty cells pass.
pub(super) fn reached(dimension: &Dimension, claimed: Level, met: &BTreeSet<ClauseId>) -> Level {
    let top = Level(
        dimension.floor.0.saturating_add(u8::try_from(dimension.cells.len()).unwrap_or(u8::MAX)).saturating_sub(1),
    );
    let passed = claimed
        .next()
        .up_to(top)
        .take_while(|level| count_met(dimension, *level, met) == dimension.clauses(*level).len());
    passed.last().unwrap_or(claimed)
}

fn count_met(dimension: &Dimension, level: Level, met: &BTreeSet<ClauseId>) -> usize {
    met.iter().filter(|id| id.level == level && dimension.clause(**id).is_some()).count()
}

/// Whether an answer claims at least one clause of a level: by name, with the level, or by a bare grade.
#[must_use]
pub fn claims_part_of(dimension: &Dimension, answer: &Answer, level: Level) -> bool {
    some_met(dimension, Some(answer), level)
}

/// Whether at least one clause of `wanted` is met, or claimed by a bare grade.
pub(super) fn some_met(dimension: &Dimension, answer: Option<&Answer>, wanted: Level) -> bool {
    let Some(claim) = answer.and_then(|answer| answer.claim.as_ref()) else { return false };
    let asks = !dimension.clauses(wanted).is_empty();
    match claim {
        Claim::Level { level, met } => asks && (*level >= wanted || count_met(dimension, wanted, met) > 0),
        Claim::PartOf(level) => asks && *level >= wanted,
        Claim::NotApplicable { .. } => false,
    }
}

/// The level, or the one above as a part when some of that is met.
pub(super) fn grade(level: Level, some_met_at: impl FnOnce(Level) -> bool) -> Grade {
    let above = level.next();
    if some_met_at(above) { Grade::PartOf(above) } else { Grade::Full(level) }
}

/// The share met of every level above the floor.
///
/// It is the mean, over the answered dimensions that have clauses there, of clauses met to clauses.
pub(super) fn shares(model: &Model, dimensions: &[Scored<'_>]) -> Vec<Share> {
    let mut below = Score(Ratio::from_integer(1));
    let share_of = |level| {
        let asked = mean(dimensions.iter().filter_map(|dimension| share(dimension, level)));
        below = asked.map_or(below, Score);
        Share { level, met: below, is_asked: asked.is_some() }
    };
    model.levels_above_floor().map(share_of).collect()
}

/// The floor, and what every level above it adds.
pub(super) fn sum_of(floor: Level, shares: &[Share]) -> Score {
    let floor = Ratio::from_integer(u128::from(floor.0));
    Score(shares.iter().fold(floor, |sum, share| sum + share.met.0))
}

/// The share of a level's clauses that a dimension meets; nothing where it has no level or no clauses there.
fn share(at: &Scored<'_>, level: Level) -> Option<Ratio<u128>> {
    let Node::Dimension(dimension) = at.node else { return None };
    let count = dimension.clauses(level).len();
    let own = at.level.filter(|_| count > 0)?;
    let met = match at.answer.and_then(|answer| answer.claim.as_ref()) {
        _ if own >= level => count,
        Some(Claim::Level { met, .. }) => count_met(dimension, level, met),
        _ => 0,
    };
    Some(Ratio::new(met as u128, count as u128))
}

pub(super) fn mean(values: impl Iterator<Item = Ratio<u128>>) -> Option<Ratio<u128>> {
    let (sum, count) = values.fold((Ratio::from_integer(0), 0_u128), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / Ratio::from_integer(count))
}

/// The clauses that an answer still lacks for a level: from the last stating cell up to it, those not met.
///
/// Never a clause that a higher cell has overtaken, never a limit. Nothing for what does not apply.
#[must_use]
pub fn still_needed<'m>(dimension: &'m Dimension, claim: &Claim, target: Level) -> Vec<(ClauseId, &'m Text)> {
    let none_named = BTreeSet::new();
    let (claimed, met) = match claim {
        Claim::Level { level, met } => (*level, met),
        Claim::PartOf(level) => (Level(level.0.saturating_sub(1)), &none_named),
        Claim::NotApplicable { .. } => return Vec::new(),
    };
    if reached(dimension, claimed, met) >= target {
        return Vec::new();
    }
    let first = last_stating(dimension, target);
    let asked = dimension.all_clauses().filter(|(id, _)| (first..=target).contains(&id.level));
    asked.filter(|(id, _)| id.level > claimed && !met.contains(id)).collect()
}

/// The clauses that an answer meets: those in force at the level it gives, and those it names above.
///
/// Never a clause that a higher cell has overtaken. Nothing for what does not apply.
#[must_use]
pub fn met_clauses<'m>(dimension: &'m Dimension, claim: &Claim) -> Vec<(ClauseId, &'m Text)> {
    let Some(level) = level_of(dimension, claim) else { return Vec::new() };
    let first = last_stating(dimension, level);
    let is_named = |id: &ClauseId| matches!(claim, Claim::Level { met, .. } if met.contains(id));
    let is_met = |id: &ClauseId| id.level >= first && (id.level <= level || is_named(id));
    dimension.all_clauses().filter(|(id, _)| is_met(id)).collect()
}

/// The highest level up to `level` whose cell replaces what lower ones ask; the floor where none does.
fn last_stating(dimension: &Dimension, level: Level) -> Level {
    let states = |level: &Level| dimension.cell(*level).is_some_and(|cell| cell.kind == Kind::States);
    dimension.floor.up_to(level).rev().find(states).unwrap_or(dimension.floor)
}
