//! Which question comes next.

use super::below::Below;
use super::mode::Mode;
use super::state::Interview;
use super::wish::Pass;
use crate::answers::Claim;
use crate::model::Dimension;

impl Interview<'_> {
    /// Shows a question, with the answer to one in the same words highlighted.
    pub(super) fn arrive(&mut self, place: usize) {
        self.place = place;
        self.mode = Mode::Asking;
        // What is asked anew may be confirmed as it is.
        self.revisited = self.is_asked_again();
        self.is_suggested = false;
        self.highlight = None;
        self.scroll = 0;
        self.below = Below::Nothing;
        let Some(question) = self.question() else { return };
        let said = self.said_before().and_then(|answer| answer.claim.as_ref());
        if !self.is_answered(question)
            && let Some(level) = said.or_else(|| self.suggestion(question)).and_then(Claim::level)
        {
            let (offered, _) = self.statements();
            self.highlight = offered.iter().position(|statement| statement.stands_for(level));
            self.is_suggested = self.highlight.is_some();
        }
    }

    /// Shows a question that was named: its answer can be confirmed with Enter.
    pub(super) fn revisit(&mut self, place: usize) {
        self.arrive(place);
        self.revisited = true;
    }

    /// Goes on with the first open question after the last answered one; where there is none, or where all that is answered
    /// are questions of a first picture, with the first open one.
    pub(super) fn resume(&mut self) {
        if self.is_begun_picture() {
            return self.go_on_from(0);
        }
        let open_from = |from: usize| {
            let ahead = self.questions[from..].iter().position(|dimension| self.is_open(dimension));
            ahead.map(|ahead| from + ahead)
        };
        let last = self.questions.iter().rposition(|dimension| !self.is_open(dimension));
        match open_from(last.map_or(0, |last| last + 1)).or_else(|| open_from(0)) {
            Some(place) => self.arrive(place),
            None => self.mode = Mode::Done,
        }
    }

    /// The next question to ask from `place` on.
    pub(super) fn go_on_from(&mut self, place: usize) {
        let rest = self.questions.get(place..).unwrap_or_default();
        match rest.iter().position(|dimension| self.is_to_ask(dimension)) {
            Some(ahead) => self.arrive(place + ahead),
            None => self.mode = Mode::Done,
        }
    }

    /// Whether a question is to be asked in this pass: in a review until it is confirmed, else while it is open.
    pub(super) fn is_to_ask(&self, dimension: &Dimension) -> bool {
        match self.wish.pass {
            Pass::Review => !self.confirmed.contains(&dimension.id),
            Pass::Open | Pass::Quick => self.is_open(dimension),
        }
    }
}
