//! A review that goes on over several sessions: what was confirmed, and how the file keeps that.

use super::state::Interview;
use super::wish::Pass;
use crate::answers::{Date, Review};
use crate::model::Id;

impl Interview<'_> {
    /// Whether this is a review that the file keeps: one of a part alone confirms nothing as a whole.
    pub(super) fn keeps_review(&self) -> bool {
        self.wish.pass == Pass::Review && !self.is_restricted()
    }

    /// Takes what was confirmed in earlier sessions, and goes on after it.
    pub(super) fn resume_review(&mut self) {
        if let Some(Review { until, .. }) = self.answers.assessment.review.clone().filter(|_| self.keeps_review()) {
            let confirmed = self.questions_up_to(&until);
            self.confirmed.extend(confirmed);
        }
        self.go_on_from(0);
    }

    /// The questions up to a dimension whose answers still hold: what was removed or asks more since is gone over again.
    fn questions_up_to(&self, until: &Id) -> Vec<Id> {
        let is_end = |id: &&Id| *id == until;
        let ids: Vec<_> = self.model.dimensions().map(|dimension| &dimension.id).collect();
        let end = ids.iter().position(is_end).map_or(0, |end| end + 1);
        let questions = self.questions.iter().filter(|dimension| !self.is_open(dimension));
        questions.map(|dimension| dimension.id.clone()).filter(|id| ids[..end].contains(&id)).collect()
    }

    /// How far the review is: up to the last of the questions confirmed without a gap. `None` before the first of them,
    /// and once all are.
    pub(super) fn review(&self, today: Option<Date>) -> Option<Review> {
        let confirmed = self.questions.iter().take_while(|dimension| !self.is_to_ask(dimension));
        let until = confirmed.last().filter(|_| !self.is_whole())?.id.clone();
        let since = self.answers.assessment.review.as_ref().map(|review| review.since);
        Some(Review { since: since.or(today)?, until })
    }
}
