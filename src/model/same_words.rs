//! Clauses that stand in more than one dimension.

use std::collections::BTreeMap;

use super::{ClauseId, Dimension, Model};
use crate::lang::Text;

/// A clause of a dimension and where another one has it, word for word.
#[derive(Clone, Copy, Debug)]
pub struct SameWords<'m> {
    /// The clause.
    pub clause: ClauseId,
    /// The other dimension.
    pub other: &'m Dimension,
    /// Its place there.
    pub there: ClauseId,
}

impl Model {
    /// The clauses of a dimension that other dimensions have in the very same words, in the model's order of these.
    #[must_use]
    pub fn same_words(&self, dimension: &Dimension) -> Vec<SameWords<'_>> {
        let own: BTreeMap<&Text, ClauseId> = dimension.all_clauses().map(|(id, clause)| (&clause.text, id)).collect();
        let others = self.dimensions().filter(|other| other.id != dimension.id);
        let clauses = others.flat_map(|other| other.all_clauses().map(move |(there, clause)| (other, there, clause)));
        let same = clauses.filter_map(|(other, there, clause)| {
            own.get(&clause.text).map(|clause| SameWords { clause: *clause, other, there })
        });
        same.collect()
    }
}

/// The clauses that several of these dimensions have in the very same words, each group in the order of the dimensions, which
/// are named by their places there.
pub fn same_words_among<'m>(dimensions: impl IntoIterator<Item = &'m Dimension>) -> Vec<Vec<(usize, ClauseId)>> {
    let mut places: BTreeMap<&Text, Vec<(usize, ClauseId)>> = BTreeMap::new();
    for (place, dimension) in dimensions.into_iter().enumerate() {
        for (id, clause) in dimension.all_clauses() {
            places.entry(&clause.text).or_default().push((place, id));
        }
    }
    let is_shared = |group: &Vec<(usize, ClauseId)>| group.iter().any(|(place, _)| *place != group[0].0);
    let mut groups: Vec<_> = places.into_values().filter(is_shared).collect();
    groups.sort_unstable();
    groups
}
