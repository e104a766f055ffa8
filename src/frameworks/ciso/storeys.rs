//! Brings every requirement of a library onto the last storey of the model.

use super::tree::Tree;

/// A group on one of the storeys above the last.
pub(super) struct Branch {
    /// The node of the library it is made of; `None`: the whole framework.
    pub(super) node: Option<usize>,
    /// Whether it only fills a storey, and stands below or above the node itself.
    pub(super) fills: bool,
    pub(super) below: BranchChildren,
}

/// What stands right below a branch.
pub(super) enum BranchChildren {
    Branches(Vec<Branch>),
    /// Requirements, on the last storey.
    Leaves(Vec<usize>),
}

/// How requirements that stand too high are brought down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// All siblings together: where only requirements are counted.
    Together,
    /// Each by itself: where every group counts.
    Each,
}

/// Fills the trees up to so many storeys, two at least, of which the last has the requirements.
///
/// No tree has more storeys than that.
pub(super) fn fill_storeys(trees: Vec<Tree>, storeys: usize, fill: Fill) -> Vec<Branch> {
    branches(None, trees, storeys, fill)
}

fn branches(parent: Option<usize>, trees: Vec<Tree>, storeys: usize, fill: Fill) -> Vec<Branch> {
    let (mut leaves, mut groups) = (Vec::new(), Vec::new());
    for tree in trees {
        match tree {
            Tree::Leaf(leaf) => leaves.push(leaf),
            Tree::Group { node, below } => {
                let below = below_branch(Some(node), below, storeys - 1, fill);
                groups.push(Branch { node: Some(node), fills: false, below });
            }
        }
    }
    let filled = |node: Option<usize>, leaves: Vec<usize>| {
        let leaves = leaves.into_iter().map(Tree::Leaf).collect();
        Branch { node, fills: true, below: below_branch(node, leaves, storeys - 1, fill) }
    };
    let filled: Vec<_> = match fill {
        Fill::Together if leaves.is_empty() => Vec::new(),
        Fill::Together => vec![filled(parent, leaves)],
        Fill::Each => leaves.into_iter().map(|leaf| filled(Some(leaf), vec![leaf])).collect(),
    };
    filled.into_iter().chain(groups).collect()
}

fn below_branch(node: Option<usize>, trees: Vec<Tree>, storeys: usize, fill: Fill) -> BranchChildren {
    if storeys <= 1 {
        return BranchChildren::Leaves(trees.iter().flat_map(Tree::leaves).collect());
    }
    BranchChildren::Branches(branches(node, trees, storeys, fill))
}
