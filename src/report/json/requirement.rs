//! A clause that is still needed.

use std::borrow::Cow;

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
    /// What another framework calls it; left out where the model names none.
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    reference: Option<Cow<'static, str>>,
    text: Text,
    /// Clauses that it is needed instead of: its level is begun, and replaces them.
    replaces: Vec<ClauseId>,
}

pub(super) fn needed(requirement: &Requirement<'_>) -> Needed {
    Needed {
        id: requirement.dimension.id.clone(),
        clause: requirement.clause,
        reference: requirement.asks.reference.clone(),
        text: requirement.asks.text.clone(),
        replaces: requirement.replaces.clone(),
    }
}
