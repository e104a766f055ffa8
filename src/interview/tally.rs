//! How much of an assessment is answered, in words: counted as scores count it, in which what does not apply is no answer.

use crate::lang::Text;

/// How much is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The questions with a level, or with clauses that are met.
    pub answered: usize,
    /// Those said not to apply.
    pub not_applicable: usize,
    /// Those with an answer that ask more than when it was given.
    pub asked_anew: usize,
    /// All questions.
    pub total: usize,
}

impl Tally {
    /// `12 answered, 2 n/a`.
    #[must_use]
    pub fn so_far(self) -> Text {
        let answered = self.answered;
        self.with_the_rest(text!("{answered} answered", "已回答 {answered}"))
    }

    /// `12 of 52 answered, 2 n/a`.
    #[must_use]
    pub fn of_all(self) -> Text {
        let Self { answered, asked_anew, total, .. } = self;
        let all = self.with_the_rest(text!("{answered} of {total} answered", "{total} 题中已回答 {answered} 题"));
        if asked_anew == 0 {
            return all;
        }
        let Text { en, zh, .. } = all;
        text!("{en}, {asked_anew} asked anew", "{zh}，{asked_anew} 题需重新询问")
    }

    fn with_the_rest(self, answered: Text) -> Text {
        let not_applicable = self.not_applicable;
        if not_applicable == 0 {
            return answered;
        }
        let Text { en, zh, .. } = answered;
        text!("{en}, {not_applicable} n/a", "{zh}，{not_applicable} 项不适用")
    }
}
