//! How long what is left will take: by this team's own pace or, before it has shown one, by what there is to read aloud.

use core::time::Duration;

use super::setup::extent::Extent;
use super::state::Interview;
use super::time::{sitting_time, whole_minutes};
use crate::lang::Lang;
use crate::model::Dimension;

/// So many answers show a pace.
const ENOUGH: usize = 5;
/// The minutes that a team sits together at most, as a rule.
const SITTING: u64 = 120;
/// So many questions are asked at once, whatever they are about: a first picture of them would spare nobody anything.
const FEW: usize = 12;
/// Only the last answers count: people become faster.
const LAST: usize = 15;

impl Extent {
    /// Whether a team takes more than one sitting for it.
    #[must_use]
    pub fn takes_several_sittings(self) -> bool {
        self.minutes > SITTING
    }

    /// Whether there is too little to choose from.
    pub(super) fn is_asked_at_once(self) -> bool {
        self.questions <= FEW
    }
}

impl Interview<'_> {
    /// Tells how long an answer took. The interview itself reads no clock.
    pub fn record_pace(&mut self, took: Duration) {
        self.paces.push(took);
    }

    /// Minutes that the questions left in this pass take, rounded up; above ten minutes to five. `None` if none is left.
    #[must_use]
    pub fn minutes_left(&self, lang: Lang) -> Option<u64> {
        let left = self.questions.iter().copied().filter(|dimension| self.is_to_ask(dimension));
        self.minutes_for(left.collect(), lang)
    }

    /// Minutes that all open questions take, asked in this pass or not, rounded likewise. `None` if none is open.
    #[must_use]
    pub fn minutes_for_open(&self, lang: Lang) -> Option<u64> {
        let open = self.all.iter().copied().filter(|dimension| self.is_open(dimension));
        self.minutes_for(open.collect(), lang)
    }

    fn minutes_for(&self, questions: Vec<&Dimension>, lang: Lang) -> Option<u64> {
        let count = u32::try_from(questions.len()).unwrap_or(u32::MAX);
        let up_to = self.wish.target.unwrap_or(self.model.top());
        let time = match self.pace() {
            Some(pace) => pace.saturating_mul(count),
            None => sitting_time(self.model, questions, up_to, lang),
        };
        (count > 0).then(|| whole_minutes(time))
    }

    /// The median of the last answers: a break for lunch is no pace. `None` until there are enough.
    fn pace(&self) -> Option<Duration> {
        let mut last: Vec<_> = self.paces.iter().rev().take(LAST).collect();
        last.sort();
        (last.len() >= ENOUGH).then(|| *last[last.len() / 2])
    }
}
