//! Those who say the same of a dimension, side by side.

use super::people::Person;
use super::position::Position;
use crate::answers::{Answer, Claim, Grade};
use crate::model::{ClauseId, Dimension, Level, Model};
use crate::scoring::grade_of;

/// Those who say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Their places among the people, in order.
    pub people: Vec<usize>,
    /// The answer of the first of them.
    pub answer: Answer,
    /// The level that counts; `None` where the dimension does not apply, and in a model without levels.
    pub level: Option<Level>,
    /// The level that counts, as people of the standard write it: `3-` where some of the next level is met.
    pub grade: Option<Grade>,
    /// The clauses above the level that are named as met; in a model without levels all that are.
    pub named: Vec<ClauseId>,
}

/// What somebody says, by their place among the people.
pub(super) type Placed<'a> = (usize, &'a Answer, Position);

/// Those who say the same together. What somebody says who says it in a merged file already is not said twice.
pub(super) fn sides(
    model: &Model,
    dimension: &Dimension,
    people: &[Person],
    positions: &[Placed<'_>],
) -> Vec<(Side, Position)> {
    let merged: Vec<_> = positions.iter().filter(|(at, ..)| people[*at].is_merged()).collect();
    let is_said_already = |(at, _, own): &&Placed<'_>| {
        merged.iter().any(|(other, _, position)| position == own && people[*at].is_within(&people[*other]))
    };
    let mut sides: Vec<(Side, Position)> = Vec::new();
    for (at, answer, position) in positions.iter().filter(|placed| !is_said_already(placed)) {
        if let Some((side, _)) = sides.iter_mut().find(|(_, other)| other == position) {
            side.people.push(*at);
            continue;
        }
        let has_levels = model.scoring.has_levels();
        let level = position.level().filter(|_| has_levels);
        let grade = grade_of(dimension, answer).filter(|_| has_levels);
        let named = dimension.all_clauses().map(|(id, _)| id).filter(|id| Some(id.level) > level && answer.names(*id));
        let (named, answer) = (named.collect(), (*answer).clone());
        sides.push((Side { people: vec![*at], answer, level, grade, named }, position.clone()));
    }
    // Stable: those of one level stay in the order of the people.
    sides.sort_by_key(|(side, _)| std::cmp::Reverse((side.level, matches!(side.grade, Some(Grade::PartOf(_))))));
    sides
}

/// Whether some say that a question applies, and others that it does not.
pub(super) fn is_about_applying<'s>(sides: impl Iterator<Item = &'s Side>) -> bool {
    let mut applies = sides.map(|side| !matches!(side.answer.claim, Some(Claim::NotApplicable { .. })));
    let first = applies.next();
    applies.any(|other| Some(other) != first)
}
