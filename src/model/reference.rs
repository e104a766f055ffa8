//! What other frameworks call the parts of a model.

use super::{ClauseId, Dimension, Model, Node};

/// What a `ref` stands for.
#[derive(Clone, Copy, Debug)]
pub enum Referenced<'m> {
    /// A node.
    Node(Node<'m>),
    /// A clause of a dimension.
    Clause(&'m Dimension, ClauseId),
}

impl Model {
    /// What has this `ref`, exactly as it is written; `None` if nothing has. Each stands for one thing.
    #[must_use]
    pub fn referenced(&self, reference: &str) -> Option<Referenced<'_>> {
        let mut nodes = self.nodes();
        let node = nodes.find(|node| node.reference().is_some_and(|own| own == reference)).map(Referenced::Node);
        node.or_else(|| {
            let found =
                |dimension| Some(Referenced::Clause(dimension, Dimension::clause_referenced(dimension, reference)?));
            self.dimensions().find_map(found)
        })
    }
}

impl Dimension {
    /// The clause that has this `ref`; `None` if none has.
    #[must_use]
    pub fn clause_referenced(&self, reference: &str) -> Option<ClauseId> {
        let mut clauses = self.all_clauses();
        let has_it = |clause: &super::Clause| clause.reference.as_ref().is_some_and(|own| own == reference);
        clauses.find(|(_, clause)| has_it(clause)).map(|(id, _)| id)
    }
}
