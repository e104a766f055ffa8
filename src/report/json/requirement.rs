//! A clause that is still needed.

use schemars::JsonSchema;
use serde::Serialize;

use super::words::Words;
use crate::scoring::Requirement;

/// A clause that is still needed.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Needed {
    /// The dimension that asks it.
    id: String,
    /// Its place in the dimension, as `3.1`.
    clause: String,
    text: Words,
    /// Clauses that it is needed instead of: its level is begun, and replaces them.
    replaces: Vec<String>,
}

pub(super) fn needed(requirement: &Requirement<'_>) -> Needed {
    Needed {
        id: requirement.dimension.id.to_string(),
        clause: requirement.clause.to_string(),
        text: requirement.text.into(),
        replaces: requirement.replaces.iter().map(ToString::to_string).collect(),
    }
}
