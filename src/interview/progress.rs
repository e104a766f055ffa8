//! How far an interview is, and what that gives.

use super::state::Interview;
use super::tally::Tally;
use super::wish::Pass;
use crate::answers::{Answer, Claim};
use crate::lang::Text;
use crate::model::{Dimension, Group, Level};
use crate::scoring::{Outcome, Score, counts_as, level_of, score, worst_of};

impl Interview<'_> {
    /// Where the question stands among all that are asked, from 1, and how many those are. A first picture counts sub-domains: in
    /// each it asks one question, and another only where that does not apply.
    #[must_use]
    pub fn position(&self) -> (usize, usize) {
        match self.wish.pass {
            Pass::Quick => self.sub_domain_position(),
            Pass::Open | Pass::Review => (self.place + 1, self.questions.len()),
        }
    }

    /// How many of what [`Interview::position`] counts are done with: confirmed in a review, else answered.
    #[must_use]
    pub fn done_count(&self) -> usize {
        let is_answered = |questions: &&[&Dimension]| questions.iter().all(|dimension| self.is_answered(dimension));
        match self.wish.pass {
            Pass::Quick => self.by_sub_domain().filter(is_answered).count(),
            Pass::Review => self.confirmed.len(),
            Pass::Open => self.answered_count(),
        }
    }

    /// Where the sub-domain of the question stands among those that are asked, from 1, and how many those are.
    #[must_use]
    pub fn sub_domain_position(&self) -> (usize, usize) {
        let (count, mut sub_domains) = (self.by_sub_domain().count(), self.by_sub_domain());
        let mut seen = 0;
        let own = sub_domains.position(|questions| {
            seen += questions.len();
            self.place < seen
        });
        (own.unwrap_or_default() + 1, count)
    }

    /// The questions that are asked, those of each sub-domain together.
    fn by_sub_domain(&self) -> impl Iterator<Item = &[&Dimension]> {
        self.questions.chunk_by(|one, next| one.id.parent() == next.id.parent())
    }

    /// How many questions are asked in all.
    #[must_use]
    pub fn question_count(&self) -> usize {
        self.questions.len()
    }

    /// How many of the questions have an answer, not applicable included.
    #[must_use]
    pub fn answered_count(&self) -> usize {
        self.questions.iter().filter(|dimension| self.is_answered(dimension)).count()
    }

    /// How much of all that can be asked is answered.
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.tally_among(&self.all)
    }

    /// How much of a sub-domain is answered, asked in this interview or not.
    #[must_use]
    pub fn tally_of(&self, sub_domain: &Group) -> Tally {
        self.tally_among(&sub_domain.dimensions.iter().collect::<Vec<_>>())
    }

    fn tally_among(&self, questions: &[&Dimension]) -> Tally {
        let count = |is_so: &dyn Fn(&Dimension) -> bool| questions.iter().filter(|dimension| is_so(dimension)).count();
        let is_na = |dimension: &Dimension| matches!(self.claim_of(dimension), Some(Claim::NotApplicable { .. }));
        Tally {
            answered: count(&|dimension| self.is_answered(dimension) && !is_na(dimension)),
            not_applicable: count(&is_na),
            asked_anew: count(&|dimension| self.is_answered(dimension) && self.is_open(dimension)),
            total: questions.len(),
        }
    }

    /// How many answers a review has confirmed or changed; `None` outside a review.
    #[must_use]
    pub fn confirmed_count(&self) -> Option<usize> {
        (self.wish.pass == Pass::Review).then_some(self.confirmed.len())
    }

    /// How many questions this pass still has to ask: in a review those not confirmed, else the open ones.
    #[must_use]
    pub fn left_count(&self) -> usize {
        self.questions.iter().filter(|dimension| self.is_to_ask(dimension)).count()
    }

    /// Whether every question in scope has an answer, and in a review each was confirmed: the whole is confirmed then.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let is_settled = |dimension: &&Dimension| !self.is_open(dimension) && !self.is_to_ask(dimension);
        !self.all.is_empty() && !self.is_restricted() && self.all.iter().all(is_settled)
    }

    /// Whether only a part is asked.
    pub(super) fn is_restricted(&self) -> bool {
        self.wish.only.is_some() || self.wish.target.is_some()
    }

    /// What follows from the answers so far.
    #[must_use]
    pub fn outcome(&self) -> Outcome<'_> {
        score(self.model, &self.answers)
    }

    /// The sentence for a level of the question that counts as another one; `None` where it counts as itself.
    #[must_use]
    pub fn counts_as(&self, level: Level) -> Option<Text> {
        let except = self.answer().map(|answer| answer.except.clone()).unwrap_or_default();
        counts_as(self.question()?, &Answer { except, ..Answer::of(Claim::at(level)) })
    }

    /// The level of the question's sub-domain: at worst, and over what is answered. `None` before the first answer.
    #[must_use]
    pub fn level_now(&self) -> Option<(Level, Level)> {
        self.level_of_sub_domain(self.sub_domain()?)
    }

    /// The score of a sub-domain by the answers so far, in a model without levels; `None` while it has none.
    #[must_use]
    pub fn score_of_sub_domain(&self, sub_domain: &Group) -> Option<Score> {
        if self.model.scoring.has_levels() {
            return None;
        }
        self.outcome().overall.find(sub_domain.id.as_str())?.score.clone()
    }

    /// The levels of a sub-domain at worst and at best, by the answers so far; `None` while it has none.
    #[must_use]
    pub fn level_of_sub_domain(&self, sub_domain: &Group) -> Option<(Level, Level)> {
        if !self.model.scoring.has_levels() {
            return None;
        }
        let dimensions = sub_domain.dimensions.iter();
        let answers = dimensions.map(|dimension| (dimension, self.answers.given.of(dimension)));
        let best = answers.clone().filter_map(|(dimension, answer)| level_of(dimension, answer?)).min()?;
        let worst = answers.filter_map(|(dimension, answer)| worst_of(dimension, answer)).min()?;
        Some((worst, best))
    }
}
