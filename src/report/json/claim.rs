//! The answer to a dimension: the level claimed, or why it does not apply.

use schemars::JsonSchema;
use serde::Serialize;

use crate::answers::{Answer, Claim, Date, Grade};
use crate::model::{ClauseId, Id, Model};

/// A claimed level.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Claimed {
    /// As it is written: `2`, or `3-` for level 2 and an unnamed part of level 3; null in a model without levels.
    grade: Option<Grade>,
    /// The clauses above it that are met.
    met: Vec<ClauseId>,
    /// How far other clauses are met, in a model with degrees.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<DegreeData>", length(min = 1))]
    degrees: Option<Vec<DegreeData>>,
}

/// How far a clause is met.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Degree")]
pub(super) struct DegreeData {
    clause: ClauseId,
    /// The id of the degree.
    degree: Id,
}

/// Why a dimension does not apply.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct NotApplicable {
    reason: String,
    /// The last day on which that is accepted.
    until: Option<Date>,
}

/// A clause that is not asked of the team.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Exception {
    clause: ClauseId,
    reason: String,
    /// The last day on which that is accepted.
    until: Option<Date>,
}

/// The exceptions of an answer; `None` if there are none.
pub(super) fn exceptions(answer: &Answer) -> Option<Vec<Exception>> {
    let except = answer.except.iter();
    let all = except.map(|(id, it)| Exception { clause: *id, reason: it.reason.clone(), until: it.until });
    Some(all.collect()).filter(|all: &Vec<_>| !all.is_empty())
}

pub(super) fn claimed(model: &Model, answer: &Answer) -> Option<Claimed> {
    let claim = answer.claim.as_ref()?;
    let met = match claim {
        Claim::Level { met, .. } => met.iter().copied().collect(),
        _ => Vec::new(),
    };
    let degrees = answer.degrees.iter().map(|(id, degree)| DegreeData { clause: *id, degree: degree.id.clone() });
    let degrees = Some(degrees.collect()).filter(|degrees: &Vec<_>| !degrees.is_empty());
    let grade = claim.grade()?;
    Some(Claimed { grade: model.scoring.has_levels().then_some(grade), met, degrees })
}

pub(super) fn not_applicable(claim: &Claim) -> Option<NotApplicable> {
    match claim {
        Claim::NotApplicable { reason, until } => Some(NotApplicable { reason: reason.clone(), until: *until }),
        _ => None,
    }
}
