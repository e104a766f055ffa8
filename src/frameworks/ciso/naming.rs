//! What nodes are called in the model: languages, terms, and the `ref` of each.

use std::collections::{BTreeMap, BTreeSet};

use super::library::Library;
use super::nodes::Requirement;
use super::said::{Said, Tongues};
use crate::model::source::{LONGEST_REF, MOST_TERMS};
use crate::model::{Id, Term};

/// What is given away once in a model.
pub(super) struct Naming<'l> {
    nodes: &'l [Requirement],
    pub(super) tongues: &'l Tongues,
    pub(super) terms: Vec<Term>,
    /// The `ref_id`s that stand for one node alone.
    unique: BTreeSet<&'l str>,
    /// The nodes whose `ref` is given away already.
    referred: BTreeSet<usize>,
}

impl<'l> Naming<'l> {
    pub(super) fn of(library: &'l Library) -> Self {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for id in library.nodes.iter().filter_map(|node| node.ref_id.as_deref()) {
            *seen.entry(id).or_default() += 1;
        }
        let unique = seen.into_iter().filter(|(_, count)| *count == 1).map(|(id, _)| id).collect();
        let (nodes, tongues) = (&library.nodes[..], &library.tongues);
        Self { nodes, tongues, terms: Vec::new(), unique, referred: BTreeSet::new() }
    }

    /// What stands for a node beside its id: its `ref_id`, or where others have the same its `urn`; once alone.
    pub(super) fn reference(&mut self, node: usize) -> Option<String> {
        if !self.referred.insert(node) {
            return None;
        }
        let Requirement { urn, ref_id, .. } = &self.nodes[node];
        let reference = ref_id.as_ref().filter(|id| self.unique.contains(id.as_str())).unwrap_or(urn);
        let is_fit = reference.chars().count() <= LONGEST_REF && !reference.chars().any(char::is_control);
        is_fit.then(|| reference.clone())
    }

    /// The term with this id, made where it is not there; `None` if the model can hold no more.
    pub(super) fn term(&mut self, id: &str, name: &Said, means: &Said) -> Option<Id> {
        let id = Id(id.to_owned().into());
        if self.terms.iter().any(|term| term.id == id) {
            return Some(id);
        }
        if self.terms.len() >= MOST_TERMS {
            return None;
        }
        let (name, means) = (self.tongues.text(name), self.tongues.text(means));
        self.terms.push(Term { id: id.clone(), name, means });
        Some(id)
    }
}
