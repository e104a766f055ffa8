//! What was answered elsewhere in the very same words.

use std::collections::BTreeMap;

use super::mode::Part;
use super::state::Interview;
use super::statements::asks_the_same;
use crate::answers::Claim;
use crate::model::{ClauseId, Dimension, SameWords};

impl<'m> Interview<'m> {
    /// The answer given elsewhere to a question in the very same words.
    pub(super) fn suggestion(&self, question: &Dimension) -> Option<&Claim> {
        let same = self.model.dimensions().filter(|other| asks_the_same(question, other));
        let mut claims = same.filter_map(|other| self.claim_of(other));
        claims.find(|claim| !matches!(claim, Claim::NotApplicable { .. }))
    }

    /// The clauses of the question that are met in the very same words elsewhere, each with the first dimension where.
    pub(super) fn met_elsewhere(&self) -> BTreeMap<ClauseId, &'m Dimension> {
        let Some(question) = self.question() else { return BTreeMap::new() };
        let is_met =
            |same: &SameWords<'_>| self.answers.given.of(same.other).is_some_and(|answer| answer.meets(same.there));
        let mut met = BTreeMap::new();
        for same in self.model.same_words(question).into_iter().filter(is_met) {
            met.entry(same.clause).or_insert(same.other);
        }
        met
    }

    /// Where the boxes that are ticked before anybody did are met in the same words, in the model's order; empty where the
    /// question has an answer.
    #[must_use]
    pub fn ticked_by(&self, part: &Part) -> Vec<&'m Dimension> {
        if self.question().is_none_or(|question| self.is_answered(question)) {
            return Vec::new();
        }
        let mut places: Vec<&Dimension> = Vec::new();
        for (id, place) in self.met_elsewhere() {
            if id.level > part.base && !places.iter().any(|other| other.id == place.id) {
                places.push(place);
            }
        }
        places
    }
}
