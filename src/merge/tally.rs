//! How many questions are agreed, near and open, node by node.

use super::topic::{Agreement, Topic};
use crate::model::{Model, Node};

/// How many questions there are, and how far people agree on them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many questions there are.
    pub questions: usize,
    /// How many are agreed.
    pub agreed: usize,
    /// How many have the same level from all, with other clauses met.
    pub near: usize,
    /// How many have different answers.
    pub differ: usize,
    /// How many one alone answered.
    pub alone: usize,
    /// How many nobody answered.
    pub nobody: usize,
}

impl Counts {
    /// How many questions have this agreement.
    #[must_use]
    pub fn of(&self, agreement: Agreement) -> usize {
        match agreement {
            Agreement::Agreed => self.agreed,
            Agreement::Near => self.near,
            Agreement::Differ => self.differ,
            Agreement::Alone => self.alone,
            Agreement::Nobody => self.nobody,
        }
    }

    fn add(&mut self, agreement: Agreement) {
        self.questions += 1;
        *match agreement {
            Agreement::Agreed => &mut self.agreed,
            Agreement::Near => &mut self.near,
            Agreement::Differ => &mut self.differ,
            Agreement::Alone => &mut self.alone,
            Agreement::Nobody => &mut self.nobody,
        } += 1;
    }
}

/// How far people agree on the questions of one node.
#[derive(Clone, Copy, Debug)]
pub struct Tally<'m> {
    /// The node: the model, or a node above the dimensions.
    pub node: Node<'m>,
    /// How many questions are agreed, near, open.
    pub counts: Counts,
}

/// Of the whole and of every node above the dimensions that has questions in scope, parents first.
pub(super) fn tallies<'m>(model: &'m Model, topics: &[Topic<'m>]) -> Vec<Tally<'m>> {
    let groups = model.nodes().filter(|node| node.dimension().is_none());
    let tallies = groups.map(|node| {
        let is_below = |topic: &&Topic<'_>| matches!(node, Node::Model(_)) || topic.dimension.id.is_within(node.id());
        let mut counts = Counts::default();
        topics.iter().filter(|topic| topic.is_in_scope).filter(is_below).for_each(|it| counts.add(it.agreement));
        Tally { node, counts }
    });
    tallies.filter(|tally| tally.counts.questions > 0 || matches!(tally.node, Node::Model(_))).collect()
}
