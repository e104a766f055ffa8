//! Which part of the model is looked at, how far down, and what it is held to.

use crate::answers::Answers;
use crate::model::{Id, Level, Model, Node};
use crate::policy::Targets;

/// What of the model a rollup shows.
#[derive(Clone, Debug)]
pub struct View<'m> {
    /// The model.
    pub model: &'m Model,
    /// The node at the top: the model itself, or the part that is looked at alone.
    pub top: Node<'m>,
    /// The levels to hold; `None` if nobody asked for them.
    pub targets: Option<Targets>,
    /// The nodes that are shown, parents first; `top` is the first.
    nodes: Vec<Node<'m>>,
    /// The last storey that is shown.
    depth: usize,
}

impl<'m> View<'m> {
    /// The part of the model from `top` down to the storey `depth`.
    #[must_use]
    pub fn new(model: &'m Model, top: Node<'m>, depth: usize, targets: Option<Targets>) -> Self {
        let view = Self { model, top, targets, nodes: Vec::new(), depth };
        let nodes = model.nodes().filter(|node| view.shows(node.id())).collect();
        Self { nodes, ..view }
    }

    /// The nodes that are shown, parents first; every line has its standings in this order.
    #[must_use]
    pub fn nodes(&self) -> &[Node<'m>] {
        &self.nodes
    }

    /// Whether a node is among those that are shown.
    #[must_use]
    pub fn shows(&self, id: &Id) -> bool {
        id == self.top.id() || id.storey() <= self.depth && self.covers(id)
    }

    /// Whether nodes below this one may be shown.
    #[must_use]
    pub fn shows_below(&self, node: Node<'_>) -> bool {
        !matches!(self.top, Node::Model(_)) || matches!(node, Node::Model(_)) || node.id().storey() < self.depth
    }

    /// Whether a node is `top` or stands below it, shown or not.
    #[must_use]
    pub fn covers(&self, id: &Id) -> bool {
        matches!(self.top, Node::Model(_)) || id.is_within(self.top.id())
    }

    /// The area in which the part stands that is looked at alone; `None` for the whole model.
    #[must_use]
    pub fn area(&self) -> Option<&'m Id> {
        self.model.areas.iter().map(|area| &area.id).find(|area| self.top.id().is_within(area))
    }

    /// The areas that answers assess, in the model's order.
    #[must_use]
    pub fn scope(&self, answers: &Answers) -> Vec<&'m Id> {
        self.model.areas.iter().filter(|area| answers.covers(area)).map(|area| &area.id).collect()
    }

    /// The levels that are counted; none in a model without levels.
    #[must_use]
    pub fn levels(&self) -> Vec<Level> {
        if self.model.scoring.has_levels() { self.model.all_levels().collect() } else { Vec::new() }
    }

    /// The place of a node among those that are shown.
    #[must_use]
    pub fn place(&self, id: &Id) -> Option<usize> {
        self.nodes.iter().position(|node| node.id() == id)
    }

    /// The places of what stands right below `top`: the areas, or the parts of what is looked at alone.
    #[must_use]
    pub fn parts(&self) -> Vec<usize> {
        let below = self.top.children();
        below.iter().filter_map(|node| self.place(node.id())).collect()
    }
}
