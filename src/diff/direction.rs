//! Which way something moved: decided here alone, like for like, on what both sides answer.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::side::{Side, Standing};
use crate::answers::{self, Answer, Answers, ByClause, Claim, Clauses, Grade};
use crate::model::{Dimension, Group, Id};
use crate::scoring::{Outcome, Scored, grade_of, level_of, level_without_excepted, score};

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

/// How the clauses that are met differ, of those that both sides ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClauseChange {
    /// Some are no longer met, whatever else is met now.
    Lost,
    /// Some are met now, and none is lost.
    Gained,
    Neither,
}

impl ClauseChange {
    fn direction(self) -> Direction {
        match self {
            Self::Lost => Direction::Down,
            Self::Gained => Direction::Up,
            Self::Neither => Direction::Changed,
        }
    }
}

/// A dimension that both sides answer: by its level, then by its clauses, of those that both ask. A clause that is no
/// longer met outweighs any that is met now.
pub(super) fn of_dimension(dimension: &Dimension, old: Side<'_>, new: Side<'_>, change: ClauseChange) -> Direction {
    let (was, is) = match (old.standing, new.standing) {
        (Standing::At(was), Standing::At(is)) => (was, is),
        (Standing::Answered, Standing::Answered) => return change.direction(),
        _ => return Direction::Changed,
    };
    if !old.is_asked_like(new) {
        let alike = old.answer.zip(new.answer).and_then(|(old, new)| asked_alike(dimension, old, new));
        let Some([old, new]) = alike else { return Direction::Changed };
        let side = |answer| Side {
            standing: level_of(dimension, answer).map_or(Standing::Unanswered, Standing::At),
            grade: grade_of(dimension, answer),
            answer: Some(answer),
        };
        return of_dimension(dimension, side(&old), side(&new), change);
    }
    match (old.grade, new.grade) {
        _ if is != was => Direction::between(&was, &is),
        // The part of a bare grade has no name; where none of the level above is left, it is lost.
        (Some(Grade::PartOf(_)), Some(Grade::Full(_))) => Direction::Down,
        _ if change != ClauseChange::Neither => change.direction(),
        (Some(Grade::Full(_)), Some(Grade::PartOf(_))) => Direction::Up,
        _ => Direction::Changed,
    }
}

/// Every node by its level, then its score, then its grade, over the dimensions that both sides answer.
///
/// Both are scored again without the others, as if these did not apply: an answer that is gone takes its level with it
/// on both sides, and so lifts nothing.
pub(super) fn of_nodes(old: &Outcome<'_>, new: &Outcome<'_>) -> BTreeMap<Id, Direction> {
    let [was, is] = shared(old, new);
    let (was, is) = (score(new.model, &was), score(new.model, &is));
    let standing =
        |at: &Scored<'_>| (at.level, at.score.clone(), at.grade.map(|grade| matches!(grade, Grade::PartOf(_))));
    let direction = |(was, is): (&Scored<'_>, &Scored<'_>)| {
        (is.node.id().clone(), Direction::between(&standing(was), &standing(is)))
    };
    was.overall.walk().zip(is.overall.walk()).map(direction).collect()
}

/// The answer to a dimension, where it claims a level.
fn claiming<'m>(outcome: &Outcome<'m>, dimension: &Dimension) -> Option<&'m Answer> {
    let answer = outcome.answers.given.of(dimension)?;
    answer.claim.as_ref()?.level().map(|_| answer)
}

/// What two answers of one dimension claim, with the exceptions of both; `None` where these leave nothing to ask.
fn asked_alike(dimension: &Dimension, one: &Answer, other: &Answer) -> Option<[Answer; 2]> {
    let except: ByClause<_> = one.except.iter().chain(&other.except).map(|(id, it)| (*id, it.clone())).collect();
    let leaves_some = except.len() < dimension.all_clauses().count();
    leaves_some.then(|| {
        [one, other].map(|answer| {
            let (claim, degrees) = (answer.claim.clone(), answer.degrees.clone());
            let mut alike = Answer { claim, degrees, except: except.clone(), ..Answer::default() };
            // Neither side is asked these clauses, so that none stands higher or lower for them.
            if let Some(level) = level_without_excepted(dimension, &alike)
                && Some(level) > level_of(dimension, &alike)
            {
                let met = match alike.claim {
                    Some(Claim::Level { met, .. }) => met.into_iter().filter(|id| id.level > level).collect(),
                    _ => Clauses::new(),
                };
                alike.claim = Some(Claim::Level { level, met });
            }
            alike
        })
    })
}

/// The answers of both sides to the dimensions that both answer, as far as both ask; every other one does not apply.
fn shared(old: &Outcome<'_>, new: &Outcome<'_>) -> [Answers; 2] {
    let model = new.model;
    let is_in_both = |area: &&Group| old.answers.covers(area) && new.answers.covers(area);
    let areas: Vec<_> = model.areas.iter().filter(is_in_both).collect();
    let alike = |dimension: &Dimension| {
        let is_covered = areas.iter().any(|area| dimension.id.is_within(&area.id));
        let (old, new) = claiming(old, dimension).zip(claiming(new, dimension)).filter(|_| is_covered)?;
        asked_alike(dimension, old, new)
    };
    let not_applicable = || Answer::of(Claim::NotApplicable { reason: String::new(), until: None });
    let answers = |dimension: &Dimension| {
        let [old, new] = alike(dimension).unwrap_or_else(|| [not_applicable(), not_applicable()]);
        ((dimension.id.clone(), old), (dimension.id.clone(), new))
    };
    let (was, is): (Vec<_>, Vec<_>) = model.dimensions().map(answers).unzip();
    [was, is].map(|given| {
        let mut answers = answers::empty(model);
        answers.assessment.scope = Some(model.areas.iter().map(|area| area.id.clone()).collect());
        answers.given = given.into_iter().collect();
        answers
    })
}
