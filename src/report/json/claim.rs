//! The answer to a dimension: the level claimed, or why it does not apply.

use schemars::JsonSchema;
use serde::Serialize;

use crate::answers::{Claim, Date, Grade};
use crate::model::ClauseId;

/// A claimed level.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Claimed {
    /// As it is written: `2`, or `3-` for level 2 and an unnamed part of level 3.
    grade: Grade,
    /// The clauses above it that are met.
    met: Vec<ClauseId>,
}

/// Why a dimension does not apply.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct NotApplicable {
    reason: String,
    /// The last day on which that is accepted.
    until: Option<Date>,
}

pub(super) fn claimed(claim: &Claim) -> Option<Claimed> {
    let met = match claim {
        Claim::Level { met, .. } => met.iter().copied().collect(),
        _ => Vec::new(),
    };
    Some(Claimed { grade: claim.grade()?, met })
}

pub(super) fn not_applicable(claim: &Claim) -> Option<NotApplicable> {
    match claim {
        Claim::NotApplicable { reason, until } => Some(NotApplicable { reason: reason.clone(), until: *until }),
        _ => None,
    }
}
