//! What holds a part of the model at its level.

use crate::model::Group;
use crate::scoring::Scored;

/// The sub-domains of a part that have its level, in the model's order: none but they hold it there.
pub fn holding<'a, 'm>(at: &'a Scored<'m>) -> impl Iterator<Item = (&'m Group, &'a Scored<'m>)> {
    at.sub_domains().filter(move |(_, scored)| has_level_of(scored, at))
}

/// Whether a node is answered and has the level of the part.
pub(super) fn has_level_of(scored: &Scored<'_>, at: &Scored<'_>) -> bool {
    scored.level.is_some() && scored.level == at.level
}
