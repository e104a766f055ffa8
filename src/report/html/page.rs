//! A report in one language: what every section needs of it.

use std::borrow::Borrow;

use super::words::Words;
use crate::diff::Shift;
use crate::lang::{Lang, Text};
use crate::model::{Level, Model, Node};
use crate::report::input::Report;
use crate::report::kit::words;
use crate::scoring::{Outcome, Scored};
use crate::text::one_line;

/// A report in one language.
pub(super) struct ReportPage<'a, 'm> {
    pub report: Report<'a, 'm>,
    pub lang: Lang,
}

impl<'a, 'm> ReportPage<'a, 'm> {
    pub(super) fn new(report: Report<'a, 'm>, lang: Lang) -> Self {
        Self { report, lang }
    }

    pub(super) fn outcome(&self) -> &'a Outcome<'m> {
        self.report.outcome
    }

    pub(super) fn model(&self) -> &'m Model {
        self.report.outcome.model
    }

    /// A text in the language of the page.
    pub(super) fn say(&self, text: Text) -> Words<'static> {
        Words(text.into_words(self.lang))
    }

    /// What the model calls a node.
    pub(super) fn name<'t>(&self, node: Node<'t>) -> Words<'t> {
        self.of_model(node.name())
    }

    /// A text of the model.
    pub(super) fn of_model<'t>(&self, text: &'t Text) -> Words<'t> {
        Words(one_line(text.get(self.lang)))
    }

    /// `2 Repeatable`.
    pub(super) fn named_level(&self, level: Level) -> String {
        words::named_level(self.model(), level, self.lang)
    }

    /// An id that is unique in a file of both languages.
    pub(super) fn id(&self, part: &str) -> String {
        [self.lang.tag(), "-", part].concat()
    }

    /// A link to the same.
    pub(super) fn link(&self, part: &str) -> Words<'static> {
        Words(["#", self.lang.tag(), "-", part].concat().into())
    }

    /// Words in a row, as the language separates them.
    pub(super) fn list(&self, names: &[impl Borrow<str>]) -> String {
        words::list(names, self.lang)
    }

    /// The same node in the earlier assessment, when there is one that has it.
    pub(super) fn earlier(&self, scored: &Scored<'_>) -> Option<&'a Scored<'m>> {
        let node = scored.node;
        let earlier = &self.report.earlier?.old.overall;
        match node {
            Node::Model(_) => Some(earlier),
            _ => earlier.find(node.id().as_str()),
        }
    }

    /// What moved at a node above the dimensions; `None` where nothing did.
    pub(super) fn shift(&self, scored: &Scored<'_>) -> Option<&'a Shift<'m>> {
        self.report.earlier?.diff.nodes.iter().find(|shift| shift.node.id() == scored.node.id())
    }

    /// The parts that a summary speaks of: the areas, or what is below it where there is one area alone.
    pub(super) fn parts(&self) -> &'a [Scored<'m>] {
        match &self.outcome().overall.children[..] {
            [area] if area.node.sub_domain().is_none() => &area.children,
            areas => areas,
        }
    }
}
