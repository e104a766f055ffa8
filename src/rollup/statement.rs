//! The statements of a model: clauses in the same words are one, wherever they stand.

use std::collections::HashMap;

use crate::lang::Text;
use crate::model::{ClauseId, Dimension, Model};

/// Every statement of a model, numbered in the model's order.
#[derive(Clone, Debug)]
pub struct Statements<'m> {
    all: Vec<Statement<'m>>,
    numbers: HashMap<(&'m str, ClauseId), Number>,
}

/// One statement and the clauses that make it, in the model's order.
#[derive(Clone, Debug)]
struct Statement<'m> {
    text: &'m Text,
    clauses: Vec<(&'m Dimension, ClauseId)>,
}

/// A clause, by the number of its statement and its place among the clauses of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub statement: usize,
    pub place: usize,
}

impl<'m> Statements<'m> {
    /// The statements of a model.
    #[must_use]
    pub fn of(model: &'m Model) -> Self {
        let mut all: Vec<Statement<'m>> = Vec::new();
        let (mut by_words, mut numbers) = (HashMap::<(&str, &str), usize>::new(), HashMap::new());
        for dimension in model.dimensions() {
            for (clause, asks) in dimension.all_clauses() {
                let text = &asks.text;
                let statement = *by_words.entry((&text.en, &text.zh)).or_insert(all.len());
                if statement == all.len() {
                    all.push(Statement { text, clauses: Vec::new() });
                }
                let clauses = &mut all[statement].clauses;
                numbers.insert((dimension.id.as_str(), clause), Number { statement, place: clauses.len() });
                clauses.push((dimension, clause));
            }
        }
        Self { all, numbers }
    }

    /// The number of a clause; `None` if the model does not have it.
    pub(super) fn number(&self, dimension: &Dimension, clause: ClauseId) -> Option<Number> {
        self.numbers.get(&(dimension.id.as_str(), clause)).copied()
    }

    /// The clauses of a statement, in the model's order.
    pub(super) fn clauses(&self, statement: usize) -> &[(&'m Dimension, ClauseId)] {
        &self.all[statement].clauses
    }

    /// The words of a statement.
    pub(super) fn text(&self, statement: usize) -> &'m Text {
        self.all[statement].text
    }
}
