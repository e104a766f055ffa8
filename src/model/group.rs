//! Nodes that have nodes below them.

use std::borrow::Cow;
use std::slice;

use super::{Dimension, Id, List, NodeKind};
use crate::lang::Text;

/// A node with nodes below it: an area, a domain, a sub-domain.
///
/// Either has `groups` or `dimensions`, never both. The one right above the dimensions is the sub-domain, whatever its
/// kind: what a level is reported for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id: that of the group above, a dot and its own key.
    pub id: Id,
    /// What it is.
    pub kind: NodeKind,
    /// What people call it.
    pub name: Text,
    /// What it is and why it matters.
    pub about: Text,
    /// Whether it is assessed only where the scope of the answers names it; of areas alone.
    pub optional: bool,
    /// How much it counts in means; 1 or more.
    pub weight: u32,
    /// What another framework calls it, unlike everything else in the model.
    pub reference: Option<Cow<'static, str>>,
    /// The groups right below, in the model's order; empty for a sub-domain.
    pub groups: List<Group>,
    /// The dimensions right below, in the model's order; empty for every group but a sub-domain.
    pub dimensions: List<Dimension>,
}

impl Group {
    /// A group that counts once in a mean and has nothing below it yet.
    #[must_use]
    pub fn new(id: Id, kind: NodeKind, name: Text, about: Text) -> Self {
        let (groups, dimensions) = (List::default(), List::default());
        Self { id, kind, name, about, optional: false, weight: 1, reference: None, groups, dimensions }
    }

    /// Whether its dimensions are right below it.
    #[must_use]
    pub fn is_sub_domain(&self) -> bool {
        self.groups.is_empty()
    }

    /// The sub-domains from here down, in the model's order; for a sub-domain itself.
    pub fn sub_domains(&self) -> impl Iterator<Item = &Self> {
        SubDomains { open: vec![slice::from_ref(self).iter()] }
    }

    /// The dimension of a sub-domain whose answer tells most about the others; `None` if it has no dimensions.
    #[must_use]
    pub fn telling(&self) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.telling)
    }
}

/// Goes through groups depth first, keeping what is left to visit on every storey.
struct SubDomains<'m> {
    open: Vec<slice::Iter<'m, Group>>,
}

impl<'m> Iterator for SubDomains<'m> {
    type Item = &'m Group;

    fn next(&mut self) -> Option<&'m Group> {
        loop {
            match self.open.last_mut()?.next() {
                None => drop(self.open.pop()),
                Some(group) if group.is_sub_domain() => return Some(group),
                Some(group) => self.open.push(group.groups.iter()),
            }
        }
    }
}
