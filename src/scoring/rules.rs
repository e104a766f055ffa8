//! The rules, each a function of one dimension or of numbers alone.

use num_rational::Ratio;

use super::{Requirement, Score, Scored, Share};
use crate::answers::{Answer, Claim, Grade};
use crate::lang::Text;
use crate::model::{ClauseId, Dimension, Level, Model, Node};

/// The level that a claim gives; `None` when not applicable.
///
/// It is the highest level from the claimed one on for which nothing is needed. What a later stating cell replaces is
/// not asked any more, and cells without clauses are passed.
#[must_use]
pub fn level_of(dimension: &Dimension, claim: &Claim) -> Option<Level> {
    let claimed = claim.level()?;
    let mut level = claimed;
    let mut lacks_something = false;
    for above in claimed.next().up_to(dimension.top()) {
        lacks_something &= !states(dimension, above);
        lacks_something |= count_named(dimension, claim, above) < dimension.clauses(above).len();
        if !lacks_something {
            level = above;
        }
    }
    Some(level)
}

/// The level of a dimension at worst: without an answer as if it claimed the floor. `None` when not applicable.
#[must_use]
pub fn worst_of(dimension: &Dimension, claim: Option<&Claim>) -> Option<Level> {
    level_of(dimension, claim.unwrap_or(&Claim::at(dimension.floor)))
}

/// The grade that a claim gives; `None` when not applicable.
#[must_use]
pub fn grade_of(dimension: &Dimension, claim: &Claim) -> Option<Grade> {
    let level = level_of(dimension, claim)?;
    Some(grade(level, partly_met(dimension, claim, level)))
}

/// Whether an answer claims at least one clause of a level: by name, with the level, or by a bare grade.
#[must_use]
pub fn claims_part_of(dimension: &Dimension, answer: &Answer, level: Level) -> bool {
    let claim = answer.claim.as_ref();
    let met = claim.and_then(|claim| Some(partly_met(dimension, claim, level_of(dimension, claim)?)));
    met.is_some_and(|met| met.contains(level))
}

/// A set of levels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Levels(u16);

impl Levels {
    fn contains(self, level: Level) -> bool {
        self.0 & Self::only(level).0 != 0
    }

    fn only(level: Level) -> Self {
        Self(1_u16.checked_shl(level.0.into()).unwrap_or_default())
    }

    pub(super) fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The levels of which at least one clause is met, or claimed by a bare grade; `reached` is the level of the claim.
pub(super) fn partly_met(dimension: &Dimension, claim: &Claim, reached: Level) -> Levels {
    let is_met = |level: &Level| match claim {
        Claim::PartOf(part) => level <= part,
        _ => *level <= reached || count_named(dimension, claim, *level) > 0,
    };
    let asking = dimension.floor.up_to(dimension.top()).filter(|level| !dimension.clauses(*level).is_empty());
    asking.filter(is_met).map(Levels::only).fold(Levels::default(), Levels::union)
}

/// The level, or the one above as a part when some of that is met.
pub(super) fn grade(level: Level, met: Levels) -> Grade {
    let above = level.next();
    if met.contains(above) { Grade::PartOf(above) } else { Grade::Full(level) }
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

/// The share of a level's clauses that a dimension meets; `None` where it has no level or no clauses there.
fn share(at: &Scored<'_>, level: Level) -> Option<Ratio<u128>> {
    let Node::Dimension(dimension) = at.node else { return None };
    let count = dimension.clauses(level).len();
    let own = at.level.filter(|_| count > 0)?;
    let met = match at.claim() {
        _ if own >= level => count,
        Some(claim) => count_named(dimension, claim, level),
        None => 0,
    };
    Some(Ratio::new(met as u128, count as u128))
}

pub(super) fn mean(values: impl Iterator<Item = Ratio<u128>>) -> Option<Ratio<u128>> {
    let (sum, count) = values.fold((Ratio::from_integer(0), 0_u128), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / Ratio::from_integer(count))
}

/// The clauses to meet for a level, as advice; empty for what has that level already or does not apply.
///
/// They are those needed for `target`; but where the next level above at which anything is asked states, and the
/// answer names a clause of it, those needed for that one: nobody is asked for what they have begun to leave behind.
#[must_use]
pub fn still_needed<'m>(dimension: &'m Dimension, claim: &Claim, target: Level) -> Vec<Requirement<'m>> {
    let Some(level) = level_of(dimension, claim).filter(|level| *level < target) else { return Vec::new() };
    let has_begun = |level: &Level| states(dimension, *level) && count_named(dimension, claim, *level) > 0;
    let mut asking = target.next().up_to(dimension.top()).filter(|level| !dimension.clauses(*level).is_empty());
    let target = asking.next().filter(has_begun).unwrap_or(target);
    let first = last_stating(dimension, target);
    let overtaken: Vec<_> = match first.0.checked_sub(1) {
        Some(below) if first > level && has_begun(&first) => needed(dimension, claim, Level(below)).collect(),
        _ => Vec::new(),
    };
    let replaced_by = |clause: ClauseId| {
        let replaced = overtaken.iter().filter(|_| clause.level == first);
        replaced.map(|(id, _)| *id).collect()
    };
    let clauses = needed(dimension, claim, target);
    clauses.map(|(clause, text)| Requirement { dimension, clause, text, replaces: replaced_by(clause) }).collect()
}

/// The clauses needed for a level, as a rule: from the last stating cell up to it, those neither claimed nor named.
///
/// Never a clause that a higher cell has replaced, never a limit.
pub fn needed<'m>(
    dimension: &'m Dimension,
    claim: &Claim,
    target: Level,
) -> impl Iterator<Item = (ClauseId, &'m Text)> {
    let first = last_stating(dimension, target);
    let asked = dimension.all_clauses().filter(move |(id, _)| (first..=target).contains(&id.level));
    asked.filter(|(id, _)| !claim.covers(*id))
}

/// The clauses that an answer meets: those in force at the level it gives, and those it names above.
///
/// Never a clause that a higher cell has overtaken. Empty for what does not apply.
#[must_use]
pub fn met_clauses<'m>(dimension: &'m Dimension, claim: &Claim) -> Vec<(ClauseId, &'m Text)> {
    let Some(level) = level_of(dimension, claim) else { return Vec::new() };
    let first = last_stating(dimension, level);
    let is_met = |id: &ClauseId| id.level >= first && (id.level <= level || claim.covers(*id));
    dimension.all_clauses().filter(|(id, _)| is_met(id)).collect()
}

/// The clauses above the claimed level that are not met and not asked any more: the level reached replaces them.
#[must_use]
pub fn overtaken(dimension: &Dimension, claim: &Claim) -> Vec<ClauseId> {
    let Some(level) = level_of(dimension, claim) else { return Vec::new() };
    let first = last_stating(dimension, level);
    let clauses = dimension.all_clauses().map(|(id, _)| id);
    clauses.filter(|id| id.level < first && !claim.covers(*id)).collect()
}

/// The highest level up to `level` whose cell replaces what lower ones ask; the floor where none does.
#[must_use]
pub fn last_stating(dimension: &Dimension, level: Level) -> Level {
    dimension.last_stating(level)
}

/// Whether a level replaces what lower ones ask.
fn states(dimension: &Dimension, level: Level) -> bool {
    dimension.states(level)
}

/// How many clauses of a level are named.
fn count_named(dimension: &Dimension, claim: &Claim, level: Level) -> usize {
    let Claim::Level { met, .. } = claim else { return 0 };
    met.iter().filter(|id| id.level == level && dimension.clause(**id).is_some()).count()
}
