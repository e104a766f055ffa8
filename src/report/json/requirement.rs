//! A clause that is still needed.

use schemars::JsonSchema;
use serde::Serialize;

use crate::lang::Text;
use crate::model::{ClauseId, Id};
use crate::scoring::Requirement;

/// A clause that is still needed.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Needed {
    /// The dimension that asks it.
    id: Id,
    /// Its place in the dimension.
    clause: ClauseId,
    text: Text,
    /// Clauses that it is needed instead of: its level is begun, and replaces them.
    replaces: Vec<ClauseId>,
}

pub(super) fn needed(requirement: &Requirement<'_>) -> Needed {
    Needed {
        id: requirement.dimension.id.clone(),
        clause: requirement.clause,
        text: requirement.asks.text.clone(),
        replaces: requirement.replaces.clone(),
    }
}
