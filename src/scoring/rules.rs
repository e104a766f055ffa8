//! The rules, each a function of one dimension or of numbers alone.

use super::Requirement;
use super::standing::{Standing, by_clauses, standing};
use crate::answers::{Answer, Claim, Grade};
use crate::model::{Clause, ClauseId, Dimension, Level, LevelSet};

/// The level that an answer gives; `None` when it claims none.
///
/// It is the highest level from the claimed one on for which nothing is needed. What a later stating cell replaces is
/// not asked any more, and cells without clauses are passed. No level above the claim is reached by exceptions alone:
/// above the highest level of which a clause is met, none that has an excepted clause is passed.
#[must_use]
pub fn level_of(dimension: &Dimension, answer: &Answer) -> Option<Level> {
    standing_of(dimension, answer)?.level
}

/// The same as if the model did not have the clauses that are excepted, for a comparison without them.
#[must_use]
pub fn level_without_excepted(dimension: &Dimension, answer: &Answer) -> Option<Level> {
    let claimed = answer.claim.as_ref()?.level()?;
    Some(by_clauses(dimension, answer, claimed).1)
}

fn standing_of(dimension: &Dimension, answer: &Answer) -> Option<Standing> {
    let claimed = answer.claim.as_ref()?.level()?;
    Some(standing(dimension, answer, claimed))
}

/// The level of a dimension at worst: without an answer as if it claimed the floor. `None` when not applicable.
#[must_use]
pub fn worst_of(dimension: &Dimension, answer: Option<&Answer>) -> Option<Level> {
    match answer.filter(|answer| answer.claim.is_some()) {
        Some(answer) => level_of(dimension, answer),
        None => Some(dimension.cells.reached_from(dimension.floor())),
    }
}

/// The grade that an answer gives; `None` when it claims none.
#[must_use]
pub fn grade_of(dimension: &Dimension, answer: &Answer) -> Option<Grade> {
    let Standing { level, met, .. } = standing_of(dimension, answer)?;
    Some(grade(level?, met))
}

/// Whether an answer claims at least one clause of a level: by name, with the level, or by a bare grade.
#[must_use]
pub fn claims_part_of(dimension: &Dimension, answer: &Answer, level: Level) -> bool {
    standing_of(dimension, answer).is_some_and(|standing| standing.met.contains(level))
}

/// The level, or the one above as a part when some of that is met.
pub(super) fn grade(level: Level, met: LevelSet) -> Grade {
    let above = level.next();
    if met.contains(above) { Grade::PartOf(above) } else { Grade::Full(level) }
}

/// The clauses to meet for a level, as advice; empty for what has that level already or does not apply.
///
/// They are those needed for `target`; but where the next level above at which anything is asked states, and the
/// answer names a clause of it, those needed for that one: nobody is asked for what they have begun to leave behind.
/// Likewise where only exceptions lead to `target`, which no level is reached by.
#[must_use]
pub fn still_needed<'m>(dimension: &'m Dimension, answer: &Answer, target: Level) -> Vec<Requirement<'m>> {
    if level_of(dimension, answer).is_none_or(|level| level >= target) {
        return Vec::new();
    }
    let has_begun = |level: &Level| states(dimension, answer, *level) && names_any(dimension, answer, *level);
    let is_blocked = ends_in_exceptions(dimension, answer, target);
    let target =
        next_asking(dimension, answer, target).filter(|level| is_blocked || has_begun(level)).unwrap_or(target);
    let first = last_stating(dimension, answer, target);
    let overtaken: Vec<_> = match first.0.checked_sub(1) {
        Some(below) if has_begun(&first) => needed(dimension, answer, Level(below)).collect(),
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
    !ends_in_exceptions(dimension, answer, target) || next_asking(dimension, answer, target).is_some()
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
    in_force(dimension, first, target).filter(|(id, _)| !answer.meets(*id) && !answer.excepts(*id))
}

/// The clauses asked for a level, from the one that replaces what is below it on.
fn in_force(dimension: &Dimension, first: Level, target: Level) -> impl Iterator<Item = (ClauseId, &Clause)> {
    let asked = dimension.all_clauses().filter(move |(id, _)| (first..=target).contains(&id.level));
    asked.filter(move |(_, clause)| clause.lasts_to(target))
}

/// Whether a dimension asks anything of a team for a level, excepted clauses aside.
pub(super) fn asks_for(dimension: &Dimension, answer: &Answer, target: Level) -> bool {
    let first = last_stating(dimension, answer, target);
    in_force(dimension, first, target).any(|(id, _)| !answer.excepts(id))
}

/// The clauses that an answer meets: those in force at the level it gives, and those it names above.
///
/// Never a clause that a higher cell has overtaken, nor one that is excepted. Empty for what does not apply.
#[must_use]
pub fn met_clauses<'m>(dimension: &'m Dimension, answer: &Answer) -> Vec<(ClauseId, &'m Clause)> {
    let Some(level) = level_of(dimension, answer) else { return Vec::new() };
    let first = last_stating(dimension, answer, level);
    let is_asked = |id: ClauseId, clause: &Clause| id.level >= first && (id.level > level || clause.lasts_to(level));
    let is_met = |id: ClauseId| id.level <= level && !answer.excepts(id) || answer.meets(id);
    dimension.all_clauses().filter(|(id, clause)| is_asked(*id, clause) && is_met(*id)).collect()
}

/// The clauses above the claimed level that are not met and not asked any more: the level reached replaces them, or
/// they end below it.
#[must_use]
pub fn overtaken(dimension: &Dimension, answer: &Answer) -> Vec<ClauseId> {
    let Some(level) = level_of(dimension, answer) else { return Vec::new() };
    let first = last_stating(dimension, answer, level);
    let is_over = |id: ClauseId, clause: &Clause| is_overtaken(id, clause, first, level);
    let clauses = dimension.all_clauses().filter(|(id, clause)| is_over(*id, clause)).map(|(id, _)| id);
    clauses.filter(|id| !answer.meets(*id) && !answer.excepts(*id)).collect()
}

/// Whether a clause is not asked any more at `level`, where `first` is the last level up to it that states.
#[must_use]
pub fn is_overtaken(id: ClauseId, clause: &Clause, first: Level, level: Level) -> bool {
    id.level < first || id.level <= level && !clause.lasts_to(level)
}

/// The highest level up to `level` whose cell replaces what lower ones ask; the floor where none does.
#[must_use]
pub fn last_stating(dimension: &Dimension, answer: &Answer, level: Level) -> Level {
    dimension.floor().up_to(level).rev().find(|level| states(dimension, answer, *level)).unwrap_or(dimension.floor())
}

/// Whether a level replaces what lower ones ask: not where all of its clauses are excepted.
fn states(dimension: &Dimension, answer: &Answer, level: Level) -> bool {
    dimension.states(level) && answer.count_asked(dimension, level) > 0
}

/// Whether any clause of a level that is asked is named.
fn names_any(dimension: &Dimension, answer: &Answer, level: Level) -> bool {
    clauses_of(dimension, level).any(|(id, _)| answer.names(id))
}

/// The clauses of a level, each with its place.
pub(super) fn clauses_of(dimension: &Dimension, level: Level) -> impl Iterator<Item = (ClauseId, &Clause)> {
    let numbers = 1..=u8::MAX;
    numbers.zip(dimension.clauses(level)).map(move |(number, clause)| (ClauseId { level, number }, clause))
}
