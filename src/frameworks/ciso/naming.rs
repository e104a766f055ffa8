//! What nodes are called in the model: languages, terms, and the `ref` of each.

use std::collections::{BTreeMap, BTreeSet};

use super::library::Library;
use super::nodes::Requirement;
use super::texts::{LibraryLanguages, LibraryText};
use crate::model::source::{FILE_LIMIT, LONGEST_REF, MOST_TERMS};
use crate::model::{Id, Term};

/// The most bytes of all terms, which stand in one file: three quarters of what it may have.
const MOST_BYTES: usize = FILE_LIMIT / 4 * 3;

/// What is given away once in a model.
pub(super) struct Naming<'l> {
    nodes: &'l [Requirement],
    pub(super) languages: &'l LibraryLanguages,
    pub(super) terms: Vec<Term>,
    /// The `ref_id`s that stand for one node alone.
    unique: BTreeSet<&'l str>,
    /// The nodes whose `ref` is given away already.
    referred: BTreeSet<usize>,
    /// The ids of the terms, and how many bytes these are in all languages.
    named: BTreeSet<Id>,
    size: usize,
    /// The nodes for which there was no room for a term, as often as there was none.
    pub(super) beyond: Vec<usize>,
}

impl<'l> Naming<'l> {
    pub(super) fn of(library: &'l Library) -> Self {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for id in library.nodes.iter().filter_map(|node| node.ref_id.as_deref()) {
            *seen.entry(id).or_default() += 1;
        }
        let unique = seen.into_iter().filter(|(_, count)| *count == 1).map(|(id, _)| id).collect();
        let (nodes, languages) = (&library.nodes[..], &library.languages);
        Self {
            nodes,
            languages,
            terms: Vec::new(),
            unique,
            referred: BTreeSet::new(),
            named: BTreeSet::new(),
            size: 0,
            beyond: Vec::new(),
        }
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

    /// The term with this id, made for a node where it is not there; `None` if the model can hold no more, which is noted.
    pub(super) fn term(&mut self, id: &str, name: &LibraryText, means: &LibraryText, node: usize) -> Option<Id> {
        let id = Id(id.to_owned().into());
        if self.named.contains(&id) {
            return Some(id);
        }
        let size = self.size + self.languages.size(name) + self.languages.size(means);
        if self.terms.len() >= MOST_TERMS || size > MOST_BYTES {
            self.beyond.push(node);
            return None;
        }
        self.size = size;
        self.named.insert(id.clone());
        let (name, means) = (self.languages.text(name), self.languages.text(means));
        self.terms.push(Term { id: id.clone(), name, means });
        Some(id)
    }

    /// The term with what helps to score a node, if anything does and the model can hold it.
    pub(super) fn help(&mut self, node: usize) -> Option<Id> {
        let requirement = &self.nodes[node];
        let id = format!("help-{}", self.terms.len() + 1);
        self.term(&id, &requirement.label(), requirement.help.as_ref()?, node)
    }
}
