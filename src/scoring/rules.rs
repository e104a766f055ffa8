//! The rules, each a function of one dimension or of numbers alone.

use super::exact::Exact;
use super::{Asked, Requirement, Score, Scored, Share};
use crate::answers::{Answer, Claim, Grade};
use crate::model::{Clause, ClauseId, Dimension, Level, Model, Node};

/// The level that an answer gives; `None` when it claims none.
///
/// It is the highest level from the claimed one on for which nothing is needed. What a later stating cell replaces is
/// not asked any more, and cells without clauses are passed. No level above the claim is reached by exceptions alone:
/// above the highest level of which a clause is met, none that has an excepted clause is passed.
#[must_use]
pub fn level_of(dimension: &Dimension, answer: &Answer) -> Option<Level> {
    let claimed = answer.claim.as_ref()?.level()?;
    Some(
        passed(dimension, answer, claimed)
            .filter(|(_, is_earned)| *is_earned)
            .last()
            .map_or(claimed, |(level, _)| level),
    )
}

/// The same as if the model did not have the clauses that are excepted, for a comparison without them.
#[must_use]
pub fn level_without_excepted(dimension: &Dimension, answer: &Answer) -> Option<Level> {
    let claimed = answer.claim.as_ref()?.level()?;
    Some(passed(dimension, answer, claimed).last().map_or(claimed, |(level, _)| level))
}

/// The levels above the claimed one for which nothing is needed, each with whether more than exceptions leads to it.
fn passed(dimension: &Dimension, answer: &Answer, claimed: Level) -> impl Iterator<Item = (Level, bool)> {
    let mut lacks_something = false;
    let mut rests_on_exceptions = false;
    claimed.next().up_to(dimension.top()).filter_map(move |above| {
        let (named, asked) = (count_named(dimension, answer, above), answer.count_asked(dimension, above));
        lacks_something &= !states(dimension, answer, above);
        lacks_something |= named < asked;
        rests_on_exceptions = named == 0 && (rests_on_exceptions || asked < dimension.clauses(above).len());
        (!lacks_something).then_some((above, !rests_on_exceptions))
    })
}

/// The level of a dimension at worst: without an answer as if it claimed the floor. `None` when not applicable.
#[must_use]
pub fn worst_of(dimension: &Dimension, answer: Option<&Answer>) -> Option<Level> {
    match answer.filter(|answer| answer.claim.is_some()) {
        Some(answer) => level_of(dimension, answer),
        None => level_of(dimension, &Answer::of(Claim::at(dimension.floor))),
    }
}

/// The grade that an answer gives; `None` when it claims none.
#[must_use]
pub fn grade_of(dimension: &Dimension, answer: &Answer) -> Option<Grade> {
    let level = level_of(dimension, answer)?;
    Some(grade(level, partly_met(dimension, answer, level)))
}

/// Whether an answer claims at least one clause of a level: by name, with the level, or by a bare grade.
#[must_use]
pub fn claims_part_of(dimension: &Dimension, answer: &Answer, level: Level) -> bool {
    level_of(dimension, answer).is_some_and(|reached| partly_met(dimension, answer, reached).contains(level))
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

/// The levels of which at least one clause is met, or claimed by a bare grade; `reached` is the level of the answer.
pub(super) fn partly_met(dimension: &Dimension, answer: &Answer, reached: Level) -> Levels {
    let is_met = |level: &Level| match &answer.claim {
        Some(Claim::PartOf(part)) => level <= part,
        _ => *level <= reached || count_named(dimension, answer, *level) > 0,
    };
    let asking = dimension.floor.up_to(dimension.top()).filter(|level| answer.count_asked(dimension, *level) > 0);
    asking.filter(is_met).map(Levels::only).fold(Levels::default(), Levels::union)
}

/// The level, or the one above as a part when some of that is met.
pub(super) fn grade(level: Level, met: Levels) -> Grade {
    let above = level.next();
    if met.contains(above) { Grade::PartOf(above) } else { Grade::Full(level) }
}

/// The share met of every level above the floor; `reached` is the level of the sub-domain.
///
/// It is the mean, over the answered dimensions that ask something there, of clauses met to clauses asked.
pub(super) fn shares(model: &Model, dimensions: &[Scored<'_>], reached: Level) -> Vec<Share> {
    let mut below = Score(Exact::whole(1));
    let share_of = |level| {
        let shares = dimensions.iter().filter_map(|dimension| share(dimension, level));
        let (met, asked) = match mean(shares) {
            Some(mean) => (Score(mean), Asked::Some),
            None if dimensions.iter().any(|dimension| has_clauses(dimension, level)) => {
                (Score(Exact::whole(u128::from(level <= reached))), Asked::Excepted)
            }
            None => (below.clone(), Asked::Nothing),
        };
        below.clone_from(&met);
        Share { level, met, asked }
    };
    model.levels_above_floor().map(share_of).collect()
}

/// Whether a dimension has a level, and clauses at `level`, asked or excepted.
fn has_clauses(at: &Scored<'_>, level: Level) -> bool {
    matches!(at.node, Node::Dimension(dimension) if at.level.is_some() && !dimension.clauses(level).is_empty())
}

/// The floor, and what every level above it adds.
pub(super) fn sum_of(floor: Level, shares: &[Share]) -> Score {
    let floor = Exact::whole(u128::from(floor.0));
    Score(shares.iter().fold(floor, |sum, share| sum.plus(&share.met.0)))
}

/// The share of a level's clauses that a dimension meets; `None` where it has no level or asks nothing there.
fn share(at: &Scored<'_>, level: Level) -> Option<Exact> {
    let Node::Dimension(dimension) = at.node else { return None };
    let (own, answer) = at.level.zip(at.answer)?;
    let count = answer.count_asked(dimension, level);
    let met = if own >= level { count } else { count_named(dimension, answer, level) };
    (count > 0).then(|| Exact::new(met, count))
}

pub(super) fn mean(values: impl Iterator<Item = Exact>) -> Option<Exact> {
    let (sum, count) = values.fold((Exact::whole(0), 0_u128), |(sum, count), value| (sum.plus(&value), count + 1));
    (count > 0).then(|| sum.divided_by(count))
}

/// The clauses to meet for a level, as advice; empty for what has that level already or does not apply.
///
/// They are those needed for `target`; but where the next level above at which anything is asked states, and the
/// answer names a clause of it, those needed for that one: nobody is asked for what they have begun to leave behind.
/// Likewise where only exceptions lead to `target`, which no level is reached by.
#[must_use]
pub fn still_needed<'m>(dimension: &'m Dimension, answer: &Answer, target: Level) -> Vec<Requirement<'m>> {
    let Some(level) = level_of(dimension, answer).filter(|level| *level < target) else { return Vec::new() };
    let has_begun = |level: &Level| states(dimension, answer, *level) && count_named(dimension, answer, *level) > 0;
    let is_blocked = ends_in_exceptions(dimension, answer, target);
    let target =
        next_asking(dimension, answer, target).filter(|level| is_blocked || has_begun(level)).unwrap_or(target);
    let first = last_stating(dimension, answer, target);
    let overtaken: Vec<_> = match first.0.checked_sub(1) {
        Some(below) if first > level && has_begun(&first) => needed(dimension, answer, Level(below)).collect(),
        _ => Vec::new(),
    };
    let replaced_by = |clause: ClauseId| {
        let replaced = overtaken.iter().filter(|_| clause.level == first);
        replaced.map(|(id, _)| *id).collect()
    };
    let clauses = needed(dimension, answer, target);
    clauses.map(|(clause, asks)| Requirement { dimension, clause, asks, replaces: replaced_by(clause) }).collect()
}

/// Whether meeting clauses can give a level: not where all that is asked above what is asked below it is excepted.
#[must_use]
pub fn can_reach(dimension: &Dimension, answer: &Answer, target: Level) -> bool {
    level_of(dimension, answer) >= Some(target)
        || !ends_in_exceptions(dimension, answer, target)
        || next_asking(dimension, answer, target).is_some()
}

/// Whether the way from the highest level up to `target` that asks something, or is claimed, leads over exceptions.
fn ends_in_exceptions(dimension: &Dimension, answer: &Answer, target: Level) -> bool {
    let Some(claimed) = answer.claim.as_ref().and_then(Claim::level) else { return false };
    let above = claimed.next().up_to(target).rev();
    let mut empty = above.take_while(|level| answer.count_asked(dimension, *level) == 0);
    empty.any(|level| !dimension.clauses(level).is_empty())
}

/// The next level above at which anything is asked.
fn next_asking(dimension: &Dimension, answer: &Answer, level: Level) -> Option<Level> {
    level.next().up_to(dimension.top()).find(|level| answer.count_asked(dimension, *level) > 0)
}

/// The clauses needed for a level, as a rule: from the last stating cell up to it, those neither met nor excepted.
///
/// Never a clause that a higher cell has replaced, never a limit.
pub fn needed<'m>(
    dimension: &'m Dimension,
    answer: &Answer,
    target: Level,
) -> impl Iterator<Item = (ClauseId, &'m Clause)> {
    let first = last_stating(dimension, answer, target);
    let asked = dimension.all_clauses().filter(move |(id, _)| (first..=target).contains(&id.level));
    asked.filter(|(id, _)| !answer.meets(*id) && !answer.except.contains_key(id))
}

/// The clauses that an answer meets: those in force at the level it gives, and those it names above.
///
/// Never a clause that a higher cell has overtaken, nor one that is excepted. Empty for what does not apply.
#[must_use]
pub fn met_clauses<'m>(dimension: &'m Dimension, answer: &Answer) -> Vec<(ClauseId, &'m Clause)> {
    let Some(level) = level_of(dimension, answer) else { return Vec::new() };
    let first = last_stating(dimension, answer, level);
    let is_in_force = |id: ClauseId| id.level <= level && !answer.except.contains_key(&id);
    let is_met = |id: &ClauseId| id.level >= first && (is_in_force(*id) || answer.meets(*id));
    dimension.all_clauses().filter(|(id, _)| is_met(id)).collect()
}

/// The clauses above the claimed level that are not met and not asked any more: the level reached replaces them.
#[must_use]
pub fn overtaken(dimension: &Dimension, answer: &Answer) -> Vec<ClauseId> {
    let Some(level) = level_of(dimension, answer) else { return Vec::new() };
    let first = last_stating(dimension, answer, level);
    let clauses = dimension.all_clauses().map(|(id, _)| id).filter(|id| id.level < first);
    clauses.filter(|id| !answer.meets(*id) && !answer.except.contains_key(id)).collect()
}

/// The highest level up to `level` whose cell replaces what lower ones ask; the floor where none does.
#[must_use]
pub fn last_stating(dimension: &Dimension, answer: &Answer, level: Level) -> Level {
    dimension.floor.up_to(level).rev().find(|level| states(dimension, answer, *level)).unwrap_or(dimension.floor)
}

/// Whether a level replaces what lower ones ask: not where all of its clauses are excepted.
fn states(dimension: &Dimension, answer: &Answer, level: Level) -> bool {
    dimension.states(level) && answer.count_asked(dimension, level) > 0
}

/// How many asked clauses of a level are named.
fn count_named(dimension: &Dimension, answer: &Answer, level: Level) -> usize {
    let Some(Claim::Level { met, .. }) = &answer.claim else { return 0 };
    let is_asked = |id: &ClauseId| dimension.clause(*id).is_some() && !answer.except.contains_key(id);
    met.iter().filter(|id| id.level == level && is_asked(id)).count()
}
