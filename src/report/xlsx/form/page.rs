//! What the sheets of a questionnaire are made of.

use crate::answers::Answers;
use crate::lang::Lang;
use crate::model::{Cell, Dimension, Group, Level, Model};
use crate::report::form::FormPart;

/// A questionnaire in one language.
pub(super) struct FormSheets<'a> {
    pub model: &'a Model,
    pub answers: &'a Answers,
    pub lang: Lang,
    pub asked: Vec<FormPart<'a>>,
}

impl FormSheets<'_> {
    /// The model and its version, as a questionnaire names them.
    pub fn version(&self) -> String {
        format!("{} {}", self.model.id, self.model.answers_version())
    }

    /// The questions with their sub-domains, in the model's order.
    pub fn questions(&self) -> impl Iterator<Item = (&Group, &Dimension)> {
        self.asked.iter().flat_map(|asked| asked.questions.iter().map(|question| (asked.sub_domain, *question)))
    }

    /// The levels of which any question says something.
    pub fn levels(&self) -> Vec<Level> {
        let says = |cell: &Cell| !cell.clauses.is_empty() || !cell.limits.is_empty();
        let any_says = |level: &Level| self.questions().any(|(_, dimension)| dimension.cell(*level).is_some_and(says));
        self.model.all_levels().filter(any_says).collect()
    }

    /// The storeys whose names stand before a question: the first, and the one right above the questions.
    pub fn storeys(&self) -> Vec<usize> {
        let last = self.model.sub_domain_storey();
        if last > 1 { vec![1, last] } else { vec![1] }
    }
}
