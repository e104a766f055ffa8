//! What a way to begin asks, and how long that takes.

use super::{Setup, Start};
use crate::interview::state::Interview;
use crate::interview::wish::Wish;
use crate::lang::Lang;
use crate::model::{Group, Id};

/// How much is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The sub-domains.
    pub sub_domains: usize,
    /// The questions.
    pub questions: usize,
    /// Minutes that these take, as people count them.
    pub minutes: u64,
}

impl Extent {
    fn at_least(self, other: Self) -> Self {
        Self {
            sub_domains: self.sub_domains.min(other.sub_domains),
            questions: self.questions.min(other.questions),
            minutes: self.minutes.min(other.minutes),
        }
    }

    fn at_most(self, other: Self) -> Self {
        Self {
            sub_domains: self.sub_domains.max(other.sub_domains),
            questions: self.questions.max(other.questions),
            minutes: self.minutes.max(other.minutes),
        }
    }
}

impl Setup<'_> {
    /// What a way to begin asks: the least and the most, which differ where an area is still to be chosen.
    #[must_use]
    pub fn extent(&self, start: Start, lang: Lang) -> (Extent, Extent) {
        if start != Start::OneArea {
            let whole = self.extent_within(start, &self.ticked(), lang);
            return (whole, whole);
        }
        let usual = self.choices.iter().filter(|choice| !choice.area.optional);
        let each = usual.map(|choice| self.extent_within(start, core::slice::from_ref(&choice.area.id), lang));
        // The area with the fewest questions need not be the shortest.
        let both = |one: (Extent, Extent), next: (Extent, Extent)| (one.0.at_least(next.0), one.1.at_most(next.1));
        let whole = self.extent_within(start, &self.ticked(), lang);
        each.map(|one| (one, one)).reduce(both).unwrap_or((whole, whole))
    }

    /// What is asked of one area, by the way that was chosen.
    #[must_use]
    pub fn extent_of(&self, area: &Group, lang: Lang) -> Extent {
        self.extent_within(self.start, core::slice::from_ref(&area.id), lang)
    }

    /// What is asked of the areas that are ticked, by the way that was chosen.
    #[must_use]
    pub fn ticked_extent(&self, lang: Lang) -> Extent {
        self.extent_within(self.start, &self.ticked(), lang)
    }

    fn ticked(&self) -> Vec<Id> {
        let ticked = self.choices.iter().filter(|choice| choice.is_ticked);
        ticked.map(|choice| choice.area.id.clone()).collect()
    }

    /// What an interview that begins so would ask, by that interview itself.
    fn extent_within(&self, start: Start, areas: &[Id], lang: Lang) -> Extent {
        let mut answers = self.answers.clone();
        answers.assessment.scope = Some(areas.to_vec());
        let pass = start.pass().unwrap_or(self.wish.pass);
        let interview = Interview::new(self.model, answers, Wish { pass, ..self.wish.clone() });
        Extent {
            sub_domains: interview.sub_domain_position().1,
            questions: interview.question_count(),
            minutes: interview.minutes_left(lang).unwrap_or_default(),
        }
    }
}
