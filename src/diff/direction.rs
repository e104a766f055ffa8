//! Which way something moved: decided here alone, like for like, on what both sides answer.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::side::{Side, Standing};
use crate::answers::{self, Answer, Answers, Claim, Grade};
use crate::model::{Dimension, Id};
use crate::scoring::{Outcome, Scored, score};

/// Which way something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// A higher level, or more at the same one.
    Up,
    /// A lower level, or less at the same one.
    Down,
    /// Neither: it was answered, removed, said not to apply, or put in or out of scope; or a note, evidence, a reason.
    Changed,
}

impl fmt::Display for Direction {
    /// The word for it in JSON.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(out)
    }
}

impl Direction {
    fn between<T: Ord>(old: &T, new: &T) -> Self {
        match new.cmp(old) {
            std::cmp::Ordering::Greater => Self::Up,
            std::cmp::Ordering::Less => Self::Down,
            std::cmp::Ordering::Equal => Self::Changed,
        }
    }
}

/// A dimension that both sides answer: by its level, then by its clauses. A clause that is no longer met outweighs any
/// that is met now.
pub(super) fn of_dimension(old: Side<'_>, new: Side<'_>, has_gained: bool, has_lost: bool) -> Direction {
    let (Standing::At(was), Standing::At(is)) = (old.standing, new.standing) else { return Direction::Changed };
    match (old.grade, new.grade) {
        _ if is != was => Direction::between(&was, &is),
        // The part of a bare grade has no name; where none of the level above is left, it is lost.
        (Some(Grade::PartOf(_)), Some(Grade::Full(_))) => Direction::Down,
        _ if has_lost => Direction::Down,
        _ if has_gained => Direction::Up,
        (Some(Grade::Full(_)), Some(Grade::PartOf(_))) => Direction::Up,
        _ => Direction::Changed,
    }
}

/// Every node by its level, then its score, then its grade, over the dimensions that both sides answer.
///
/// Both are scored again without the others, as if these did not apply: an answer that is gone takes its level with it
/// on both sides, and so lifts nothing.
pub(super) fn of_nodes(old: &Outcome<'_>, new: &Outcome<'_>) -> BTreeMap<Id, Direction> {
    let (was, is) = (shared(old, new), shared(new, old));
    let (was, is) = (score(new.model, &was), score(new.model, &is));
    let standing = |at: &Scored<'_>| (at.level, at.score, at.grade.map(|grade| matches!(grade, Grade::PartOf(_))));
    let direction = |(was, is): (&Scored<'_>, &Scored<'_>)| {
        (is.node.id().clone(), Direction::between(&standing(was), &standing(is)))
    };
    was.overall.walk().into_iter().zip(is.overall.walk()).map(direction).collect()
}

/// The answers of one side that the other answers too; every other dimension does not apply.
fn shared(own: &Outcome<'_>, other: &Outcome<'_>) -> Answers {
    let model = own.model;
    let claims = |outcome: &Outcome<'_>, dimension: &Dimension| {
        let is_in_scope =
            model.areas.iter().any(|area| dimension.id.is_within(&area.id) && outcome.answers.covers(area));
        let claim = outcome.answers.given.get(&dimension.id).filter(|_| is_in_scope)?.claim.clone();
        claim.filter(|claim| claim.level().is_some())
    };
    let claim = |dimension: &Dimension| {
        claims(other, dimension)
            .and(claims(own, dimension))
            .unwrap_or(Claim::NotApplicable { reason: String::new(), until: None })
    };
    let mut answers = answers::empty(model);
    answers.assessment.scope = Some(model.areas.iter().map(|area| area.id.clone()).collect());
    answers.given = model
        .dimensions()
        .map(|dimension| (dimension.id.clone(), Answer { claim: Some(claim(dimension)), ..Answer::default() }))
        .collect();
    answers
}
