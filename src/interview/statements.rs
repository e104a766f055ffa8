//! What a question offers: its levels as statements, each answered by the digits of the levels it stands for.

use std::collections::BTreeMap;

use crate::lang::Text;
use crate::model::{Clause, ClauseId, Dimension, Level, Model, Sentence};

/// One statement of a question: a level, and those above it at which nothing new is asked.
#[derive(Clone, Debug)]
pub struct Statement<'m> {
    /// The level it claims: the lowest of those it stands for.
    pub first: Level,
    /// The highest level it stands for.
    pub last: Level,
    /// What must be true.
    pub clauses: Vec<(ClauseId, &'m Clause)>,
    /// What is typical and asked of nobody.
    pub limits: &'m [Sentence],
}

impl Statement<'_> {
    /// Whether a level is answered by this statement.
    #[must_use]
    pub fn stands_for(&self, level: Level) -> bool {
        (self.first..=self.last).contains(&level)
    }

    /// `3`, or `2–5` where several levels are one statement.
    #[must_use]
    pub fn digits(&self) -> String {
        if self.first == self.last { self.first.to_string() } else { format!("{}–{}", self.first, self.last) }
    }
}

/// The statements of a dimension, lowest first.
#[must_use]
pub fn statements<'m>(model: &Model, dimension: &'m Dimension) -> Vec<Statement<'m>> {
    let mut statements: Vec<Statement<'m>> = Vec::new();
    for level in model.all_levels() {
        let Some(cell) = dimension.cell(level) else { continue };
        match statements.last_mut() {
            Some(below) if cell.clauses.is_empty() => below.last = level,
            _ => {
                let clauses = dimension.all_clauses().filter(|(id, _)| id.level == level).collect();
                statements.push(Statement { first: level, last: level, clauses, limits: &cell.limits });
            }
        }
    }
    statements
}

/// Whether a dimension asks anything at the levels up to `target`.
#[must_use]
pub fn asks_up_to(dimension: &Dimension, target: Level) -> bool {
    dimension.all_clauses().any(|(id, _)| id.level <= target)
}

/// Whether two dimensions ask the same, in the same words, at every level.
#[must_use]
pub fn asks_the_same<'m>(one: &'m Dimension, other: &'m Dimension) -> bool {
    one.id != other.id && texts(one).eq(texts(other))
}

/// The questions among these that ask the same, each group in their order, named by their places there.
pub fn same_questions_among<'m>(questions: impl IntoIterator<Item = &'m Dimension>) -> Vec<Vec<usize>> {
    let mut places: BTreeMap<Vec<_>, Vec<usize>> = BTreeMap::new();
    for (place, question) in questions.into_iter().enumerate() {
        places.entry(texts(question).collect()).or_default().push(place);
    }
    let mut groups: Vec<_> = places.into_values().filter(|group| group.len() > 1).collect();
    groups.sort_unstable();
    groups
}

/// All that a dimension asks.
fn texts(dimension: &Dimension) -> impl Iterator<Item = (ClauseId, &Text)> {
    dimension.all_clauses().map(|(id, clause)| (id, &clause.text))
}
