//! The tree of a library, as its nodes name their parents.

use std::collections::{BTreeMap, BTreeSet};

use super::nodes::Requirement;
use crate::frameworks::reading::Reading;
use crate::model::source::MOST_STOREYS;

/// The deepest tree that is followed.
const DEEPEST: usize = 50;

/// A part of the tree. Nodes are told by their number.
#[derive(Clone, Debug)]
pub(super) enum Tree {
    /// A requirement that is scored.
    Leaf(usize),
    /// What stands above requirements.
    Group { node: usize, below: Vec<Tree> },
}

impl Tree {
    /// How many storeys it has, itself counted.
    pub(super) fn storeys(&self) -> usize {
        match self {
            Self::Leaf(_) => 1,
            Self::Group { below, .. } => 1 + below.iter().map(Self::storeys).max().unwrap_or_default(),
        }
    }

    /// Every requirement below, or itself.
    pub(super) fn leaves(&self) -> Vec<usize> {
        match self {
            Self::Leaf(node) => vec![*node],
            Self::Group { below, .. } => below.iter().flat_map(Self::leaves).collect(),
        }
    }
}

/// The trees of a library as its parents have it, without what nothing assessable stands below.
///
/// Where a node that is assessable has others below it, `inner` says what becomes of them.
pub(super) fn trees(reading: &mut Reading<'_>, nodes: &[Requirement], inner: Inner) -> Vec<Tree> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, node) in nodes.iter().enumerate() {
        if let Some(first) = numbers.insert(&node.urn, number) {
            let line = reading.line(&nodes[first].place);
            let urn = &node.urn;
            let help = text!("the first is in line {line}", "第一个位于第 {line} 行");
            reading.problem(&node.place, text!("a second node `{urn}`", "有第二个节点 `{urn}`"), Some(help));
        }
    }
    let mut children: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut roots = Vec::new();
    for (number, node) in nodes.iter().enumerate() {
        match node.parent.as_deref().map(|parent| numbers.get(parent)) {
            None => roots.push(number),
            // As CISO Assistant does: what has lost its parent is a root.
            Some(None) => {
                reading.lose("requirement.parent_urn that is not there", &node.place);
                roots.push(number);
            }
            Some(Some(parent)) => children.entry(*parent).or_default().push(number),
        }
    }
    let mut walk = Walk { nodes, children, reached: BTreeSet::new(), inner };
    let trees: Vec<_> = roots.iter().filter_map(|root| walk.tree(reading, *root, 1)).collect();
    if let Some(lost) = (0..nodes.len()).find(|number| !walk.reached.contains(number) && reading.is_sound()) {
        let urn = &nodes[lost].urn;
        let message = text!("the parents of `{urn}` lead round in a circle", "`{urn}` 的上级节点循环引用");
        let help = text!("give one of them another `parent_urn`, or none", "请修改其中一个的 `parent_urn`，或将其删除");
        reading.problem(&nodes[lost].place, message, Some(help));
    }
    trees
}

/// What becomes of a node that is assessable and has others below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inner {
    /// It stands beside those below it.
    Beside,
    /// It counts in their place, and they are lost.
    InTheirPlace,
}

struct Walk<'n> {
    nodes: &'n [Requirement],
    children: BTreeMap<usize, Vec<usize>>,
    reached: BTreeSet<usize>,
    inner: Inner,
}

impl Walk<'_> {
    /// What stands at and below a node; `None` if nothing of it is assessable.
    fn tree(&mut self, reading: &mut Reading<'_>, number: usize, depth: usize) -> Option<Tree> {
        self.reached.insert(number);
        let node = &self.nodes[number];
        if depth > DEEPEST {
            let message = text!("more than {DEEPEST} nodes below each other", "节点嵌套超过 {DEEPEST} 层");
            reading.problem(&node.place, message, None);
            return None;
        }
        let children = self.children.remove(&number).unwrap_or_default();
        let below: Vec<_> = children.into_iter().filter_map(|child| self.tree(reading, child, depth + 1)).collect();
        let node = &self.nodes[number];
        let group = |below| Some(Tree::Group { node: number, below });
        match (node.is_assessable, below.is_empty()) {
            (false, true) => {
                reading.lose("node that nothing assessable stands below", &node.place);
                None
            }
            (true, true) => Some(Tree::Leaf(number)),
            (false, false) => group(below),
            (true, false) if self.inner == Inner::Beside => {
                group(std::iter::once(Tree::Leaf(number)).chain(below).collect())
            }
            (true, false) => {
                for lost in below.iter().flat_map(Tree::leaves) {
                    reading.lose("requirement below one that counts in its place", &self.nodes[lost].place);
                }
                Some(Tree::Leaf(number))
            }
        }
    }
}

/// Has no group stand deeper than a model has storeys: what is below is put together.
pub(super) fn flatten(reading: &mut Reading<'_>, nodes: &[Requirement], trees: Vec<Tree>, storey: usize) -> Vec<Tree> {
    let mut flat = Vec::new();
    for tree in trees {
        match tree {
            Tree::Group { node, below } if storey >= MOST_STOREYS => {
                reading.lose("node deeper than a model has storeys", &nodes[node].place);
                flat.extend(flatten(reading, nodes, below, storey + 1));
            }
            Tree::Group { node, below } => {
                let below = flatten(reading, nodes, below, storey + 1);
                flat.push(Tree::Group { node, below });
            }
            leaf @ Tree::Leaf(_) => flat.push(leaf),
        }
    }
    flat
}
