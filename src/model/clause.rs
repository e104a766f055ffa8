//! What a level says: the clauses it asks, the sentences beside them, and the terms that both rely on.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Dimension, Id, Level, List, Model};
use crate::lang::Text;

/// One thing that must be true for a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// What must be true.
    pub text: Text,
    /// The ids of the terms that the text relies on, in the order the author lists them.
    pub terms: List<Id>,
    /// What another framework calls it, unlike everything else in the model.
    pub reference: Option<Cow<'static, str>>,
    /// How much it counts in means beside other clauses of its level; 1 or more.
    pub weight: u32,
    /// The last level it is asked for, its own or a higher one; `None` if a higher level asks it too, until one replaces it.
    pub up_to: Option<Level>,
}

impl Clause {
    /// Whether a level at or above the clause's own still asks it, as far as its text goes: whether a stating level between
    /// them replaces it, the dimension tells.
    #[must_use]
    pub fn lasts_to(&self, level: Level) -> bool {
        self.up_to.is_none_or(|last| level <= last)
    }
}

impl From<Text> for Clause {
    /// A clause that is nothing but its text.
    fn from(text: Text) -> Self {
        Self { text, terms: List::default(), reference: None, weight: 1, up_to: None }
    }
}

/// A text that asks nothing of anybody, a question or a limit, and the terms that it relies on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// What it says.
    pub text: Text,
    /// The ids of the terms that the text relies on, in the order the author lists them.
    pub terms: List<Id>,
}

impl From<Text> for Sentence {
    /// A sentence that relies on no term.
    fn from(text: Text) -> Self {
        Self { text, terms: List::default() }
    }
}

/// What texts of the model mean by a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The id by which texts name it.
    pub id: Id,
    /// The word itself.
    pub name: Text,
    /// What is meant by it.
    pub means: Text,
}

impl Model {
    /// The terms with these ids, each once and in the model's order: what to explain beside the texts that rely on them.
    #[must_use]
    pub fn terms_named<'i>(&self, ids: impl IntoIterator<Item = &'i Id>) -> Vec<&Term> {
        let ids: BTreeSet<_> = ids.into_iter().collect();
        if ids.is_empty() {
            return Vec::new();
        }
        self.terms.iter().filter(|term| ids.contains(&term.id)).collect()
    }
}

impl Dimension {
    /// The ids of the terms that its texts rely on, the question first, as often as they are named.
    pub fn terms(&self) -> impl Iterator<Item = &Id> {
        let cells = self.cells.iter().flat_map(|cell| {
            let clauses = cell.clauses.iter().flat_map(|clause| clause.terms.iter());
            clauses.chain(cell.limits.iter().flat_map(|limit| limit.terms.iter()))
        });
        self.question.terms.iter().chain(cells)
    }
}
