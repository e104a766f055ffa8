//! A rollup in one language: what every section needs of it.

use crate::lang::{Lang, Text};
use crate::model::{Level, Model, Node};
use crate::report::html::palette;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{scores, teams, words};
use crate::rollup::{Distribution, Rollup, Standing};
use crate::scoring::State;

/// A rollup in one language.
pub(super) struct RollupPage<'a, 'm> {
    pub rollup: &'a Rollup<'m>,
    /// Where the report of each line is.
    pub links: &'a [Option<String>],
    pub lang: Lang,
}

impl<'m> RollupPage<'_, 'm> {
    pub(super) fn model(&self) -> &'m Model {
        self.rollup.view.model
    }

    /// A text in the language of the page.
    pub(super) fn say(&self, text: Text) -> String {
        text.into_string(self.lang)
    }

    /// What the model calls a node; the whole by its place.
    pub(super) fn name(&self, node: Node<'_>) -> String {
        scores::name(node, self.lang)
    }

    /// What a distribution is of.
    pub(super) fn name_of(&self, it: &Distribution<'_>) -> String {
        teams::name(self.rollup, it, self.lang)
    }

    /// `2 Repeatable`.
    pub(super) fn named_level(&self, level: Level) -> String {
        words::named_level(self.model(), level, self.lang)
    }

    /// An id that is unique in a file of both languages.
    pub(super) fn id(&self, part: &str) -> String {
        format!("{}-{part}", self.lang.tag())
    }

    /// A link to the same.
    pub(super) fn link(&self, part: &str) -> String {
        format!("#{}", self.id(part))
    }

    /// What stands in a cell: the level, or the score where there are none.
    pub(super) fn short(&self, standing: Option<&Standing>) -> String {
        if self.model().scoring.has_levels() {
            return short_level(standing);
        }
        standing.map(|_| teams::standing(self.model(), standing, &DRAWN)).unwrap_or_default()
    }

    /// The class that colors a standing: its level only where that is certain.
    pub(super) fn fill(&self, standing: Option<&Standing>) -> &'static str {
        match standing {
            None => "",
            Some(it) => match (it.level(), it.best, it.state) {
                (Some(level), ..) => palette::class(self.model(), level),
                (None, Some(_), _) => "open",
                (None, None, State::NotApplicable) => "excused",
                (None, None, _) => "blank",
            },
        }
    }
}

/// The level of a standing, where a range has no room the best that is possible: `≤3`. Empty for what is out of scope.
fn short_level(standing: Option<&Standing>) -> String {
    match standing {
        Some(Standing { best: Some(best), worst, .. }) if *worst != Some(*best) => format!("≤{best}"),
        standing => standing.map(|it| words::range(it.worst, it.best, &DRAWN)).unwrap_or_default(),
    }
}
