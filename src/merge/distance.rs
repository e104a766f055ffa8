//! How far apart answers are.

use schemars::JsonSchema;
use serde::Serialize;

use super::position::Position;
use super::side::{Side, is_about_applying};
use crate::model::{Dimension, Model};

/// How far apart answers are: by levels first, then by the clauses about which they say different things.
///
/// That a question does not apply is as far from any level as can be: it decides whether the question counts at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[schemars(rename = "Apart")]
pub struct Distance {
    /// The levels between the lowest and the highest; 0 in a model without levels.
    pub levels: u8,
    /// The clauses that are met, met in part, not met or excepted by some and not by others.
    pub clauses: usize,
}

impl Distance {
    /// The distance of answers that say different things about one dimension.
    pub(super) fn of(model: &Model, dimension: &Dimension, sides: &[(Side, Position)]) -> Self {
        let positions = || sides.iter().map(|(_, position)| position);
        let levels = || positions().filter_map(Position::level);
        let is_about_applying = is_about_applying(sides.iter().map(|(side, _)| side));
        let span = match (levels().min(), levels().max()) {
            _ if !model.scoring.has_levels() => 0,
            _ if is_about_applying => dimension.top().0.saturating_sub(dimension.floor().0),
            (Some(lowest), Some(highest)) => highest.0 - lowest.0,
            _ => 0,
        };
        let clauses = dimension.all_clauses().map(|(id, _)| id);
        let is_disputed = |id: &crate::model::ClauseId| {
            let mut said = positions().map(|position| position.of_clause(*id));
            let first = said.next();
            said.any(|other| Some(other) != first)
        };
        let clauses = if is_about_applying { clauses.count() } else { clauses.filter(is_disputed).count() };
        Self { levels: span, clauses }
    }
}
