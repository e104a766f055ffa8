//! The rules, each a function of one dimension or of numbers alone.

use super::Requirement;
use crate::answers::{Answer, Claim, Grade};
use crate::model::{Clause, ClauseId, Dimension, Kind, Level};

/// The level that an answer gives; `None` when it claims none.
///
/// It is the highest level from the claimed one on for which nothing is needed. What a later stating cell replaces is
/// not asked any more, and cells without clauses are passed. No level above the claim is reached by exceptions alone:
/// above the highest level of which a clause is met, none that has an excepted clause is passed.
#[must_use]
pub fn level_of(dimension: &Dimension, answer: &Answer) -> Option<Level> {
    let claimed = answer.claim.as_ref()?.level()?;
    if answer.is_plain() {
        return Some(passed_without_names(dimension, claimed));
    }
    Some(
        passed(dimension, answer, claimed)
            .filter(|(_, is_earned)| *is_earned)
            .last()
            .map_or(claimed, |(level, _)| level),
    )
}

/// The same for an answer that names no clause, as most do: what [`passed`] ends with where nothing is named or excepted.
fn passed_without_names(dimension: &Dimension, claimed: Level) -> Level {
    let (top, mut level, mut lacks_up_to) = (dimension.top(), claimed, None);
    let first = usize::from(claimed.next().0.saturating_sub(dimension.floor.0));
    for (above, cell) in claimed.next().up_to(top).zip(dimension.cells.iter().skip(first)) {
        if !cell.clauses.is_empty() {
            let earlier = if cell.kind == Kind::States { None } else { lacks_up_to };
            lacks_up_to = earlier.max(last_asked(&cell.clauses, top));
        }
        if lacks_up_to < Some(above) {
            level = above;
        }
    }
    level
}

/// The highest level for which any of these clauses is asked, at most the `top`; `None` of no clauses.
fn last_asked(clauses: &[Clause], top: Level) -> Option<Level> {
    // Hardly any clause ends before the top: mostly the first one tells.
    if clauses.iter().any(|clause| clause.up_to.is_none()) {
        return Some(top);
    }
    clauses.iter().filter_map(|clause| clause.up_to).max()
}

/// The same as if the model did not have the clauses that are excepted, for a comparison without them.
#[must_use]
pub fn level_without_excepted(dimension: &Dimension, answer: &Answer) -> Option<Level> {
    let claimed = answer.claim.as_ref()?.level()?;
    Some(passed(dimension, answer, claimed).last().map_or(claimed, |(level, _)| level))
}

/// The levels above the claimed one for which nothing is needed, each with whether more than exceptions leads to it.
fn passed(dimension: &Dimension, answer: &Answer, claimed: Level) -> impl Iterator<Item = (Level, bool)> {
    // The highest level up to which a clause is asked that is not met.
    let mut lacks_up_to = None;
    let mut rests_on_exceptions = false;
    claimed.next().up_to(dimension.top()).filter_map(move |above| {
        if states(dimension, answer, above) {
            lacks_up_to = None;
        }
        let lacking = clauses_of(dimension, above).filter(|(id, _)| !answer.names(*id) && !answer.excepts(*id));
        lacks_up_to = lacks_up_to.max(lacking.map(|(_, clause)| clause.up_to.unwrap_or(dimension.top())).max());
        if !answer.except.is_empty() {
            let excepts_some = answer.count_asked(dimension, above) < dimension.clauses(above).len();
            rests_on_exceptions = !names_any(dimension, answer, above) && (rests_on_exceptions || excepts_some);
        }
        (lacks_up_to < Some(above)).then_some((above, !rests_on_exceptions))
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
    pub(super) fn contains(self, level: Level) -> bool {
        self.0 & Self::only(level).0 != 0
    }

    fn only(level: Level) -> Self {
        Self(1_u16.checked_shl(level.0.into()).unwrap_or_default())
    }

    pub(super) fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those of them up to a level.
    fn up_to(self, level: Level) -> Self {
        Self(self.0 & Self::only(level.next()).0.wrapping_sub(1))
    }
}

/// The levels at which a dimension asks anything of a team: a clause that is not excepted.
pub(super) fn asked_levels(dimension: &Dimension, answer: &Answer) -> Levels {
    let mut levels = Levels::default();
    for (above, cell) in (0..).zip(dimension.cells.iter()) {
        let level = Level(dimension.floor.0.saturating_add(above));
        if !cell.clauses.is_empty() && (answer.except.is_empty() || answer.count_asked(dimension, level) > 0) {
            levels = levels.union(Levels::only(level));
        }
    }
    levels
}

/// The levels of which at least one clause is met, or claimed by a bare grade; `reached` is the level of the answer.
pub(super) fn partly_met(dimension: &Dimension, answer: &Answer, reached: Level) -> Levels {
    partly_met_of(asked_levels(dimension, answer), dimension, answer, reached)
}

/// The same, by the levels at which anything is asked.
pub(super) fn partly_met_of(asked: Levels, dimension: &Dimension, answer: &Answer, reached: Level) -> Levels {
    if let Some(Claim::PartOf(part)) = &answer.claim {
        return asked.up_to(*part);
    }
    let met = asked.up_to(reached);
    if !answer.names_any() {
        return met;
    }
    let above = reached.next().up_to(dimension.top()).filter(|level| asked.contains(*level));
    above.filter(|level| names_any(dimension, answer, *level)).map(Levels::only).fold(met, Levels::union)
}

/// The level, or the one above as a part when some of that is met.
pub(super) fn grade(level: Level, met: Levels) -> Grade {
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
    let Some(level) = level_of(dimension, answer).filter(|level| *level < target) else { return Vec::new() };
    let has_begun = |level: &Level| states(dimension, answer, *level) && names_any(dimension, answer, *level);
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
    dimension.floor.up_to(level).rev().find(|level| states(dimension, answer, *level)).unwrap_or(dimension.floor)
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
