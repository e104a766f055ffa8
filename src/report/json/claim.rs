//! What a team says about a dimension.

use schemars::JsonSchema;
use serde::Serialize;

use crate::answers::Claim;

/// A claimed level.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Claimed {
    /// As it is written: `2`, or `3-` for level 2 and an unnamed part of level 3.
    grade: String,
    /// The clauses above it that are met, as `3.1`.
    met: Vec<String>,
}

/// Why a dimension does not apply.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct NotApplicable {
    reason: String,
    /// The last day on which that is accepted.
    until: Option<String>,
}

pub(super) fn claimed(claim: &Claim) -> Option<Claimed> {
    let met = match claim {
        Claim::Level { met, .. } => met.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    Some(Claimed { grade: claim.grade()?.to_string(), met })
}

pub(super) fn not_applicable(claim: &Claim) -> Option<NotApplicable> {
    match claim {
        Claim::NotApplicable { reason, until } => {
            Some(NotApplicable { reason: reason.clone(), until: until.map(|date| date.to_string()) })
        }
        _ => None,
    }
}
