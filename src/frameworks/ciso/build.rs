//! The model of a library: requirements with scores as levels, or with groups as levels.

use std::collections::{BTreeMap, BTreeSet};

use super::counting::{Counting, counting};
use super::groups::ladder;
use super::library::Library;
use super::naming::Naming;
use super::nodes::Requirement;
use super::options::{Ciso, Method};
use super::storeys::{Branch, BranchChildren, Fill, fill_storeys};
use super::texts::LibraryText;
use super::tree::{Inner, Tree, flatten, trees};
use crate::frameworks::account::{Account, Counted, Part, Renamed};
use crate::frameworks::draft::Draft;
use crate::frameworks::keys::{Keys, key_of};
use crate::frameworks::reading::Reading;
use crate::frameworks::wording;
use crate::lang::Text;
use crate::model::source::MOST_STOREYS;
use crate::model::{Cells, Dimension, Group, Id, List, Model, NodeKind, Sentence, Texts};

pub(super) fn build(reading: &mut Reading<'_>, library: &Library, options: &Ciso) -> Option<Draft> {
    let key = Some(key_of(&library.ref_id)).filter(|key| !key.is_empty()).unwrap_or_else(|| "framework".to_owned());
    let mut builder = Builder::new(library);
    let (below, counting) = match options.ladder {
        Some(wanted) => {
            let all = trees(reading, &library.nodes, Inner::Beside);
            ladder(reading, library, options, wanted, all)?
        }
        None => scored(reading, library, options, &mut builder)?,
    };
    let storeys = below.iter().map(Tree::storeys).max().unwrap_or_default().max(2);
    let fill = if options.method == Method::Average && options.ladder.is_none() { Fill::Together } else { Fill::Each };
    let branches = fill_storeys(below, storeys, fill);
    if branches.is_empty() && reading.is_sound() {
        let message = text!("nothing in this framework is assessable", "此框架中没有可评估的条目");
        reading.problem(&library.place, message, None);
    }
    if !reading.is_sound() {
        return None;
    }
    builder.weighs_groups = options.method == Method::AverageOfAverages && options.ladder.is_none();
    let mut keys = Keys::of_areas(&key);
    let areas: Vec<_> = branches.iter().map(|branch| builder.group(branch, None, &mut keys, &counting)).collect();
    let parts = builder.counted();
    let Builder { naming, renamed, .. } = builder;
    for node in naming.beyond {
        reading.lose("explanation beyond the terms of a model", &library.nodes[node].place);
    }
    let (languages, terms) = (&library.languages, naming.terms);
    let name = &library.name;
    let version = library.version.to_string();
    let license = library.license.clone();
    let source = wording::source(&format!("{} {version}", name.base()), license.as_ref());
    let model = Model {
        id: Id(key.into()),
        version: version.into(),
        languages: languages.0.iter().map(|tag| tag.clone().into()).collect(),
        texts: Texts::Quoted,
        // They are none of the framework's questions.
        asks_outcomes: false,
        name: languages.text(name),
        source: languages.text(&LibraryText::same(source)),
        floor: counting.floor,
        levels: counting.levels.into(),
        scoring: counting.scoring,
        terms: terms.into(),
        tree: storey_names(library, storeys).into(),
        areas: areas.into(),
        changes: List::default(),
    };
    let license = license.map(|license| license.line);
    Some(Draft { model, account: Account { license, parts, lost: Vec::new(), renamed } })
}

/// The trees of requirements that are scored each, and how.
fn scored(
    reading: &mut Reading<'_>,
    library: &Library,
    options: &Ciso,
    builder: &mut Builder<'_>,
) -> Option<(Vec<Tree>, Counting)> {
    let is_average = options.method == Method::Average;
    let inner = if is_average { Inner::Beside } else { Inner::InTheirPlace };
    let all = trees(reading, &library.nodes, inner);
    let leaves: Vec<_> = all.iter().flat_map(Tree::leaves).collect();
    let counting = counting(reading, library, options, &leaves)?;
    if is_average {
        return Some((flatten(reading, &library.nodes, all, 1), counting));
    }
    let below = categories(all, builder);
    let storeys = below.iter().map(Tree::storeys).max().unwrap_or_default();
    if storeys > MOST_STOREYS {
        let message = text!(
            "a mean over {storeys} storeys: a model has {MOST_STOREYS} at most",
            "逐层平均需要 {storeys} 层，而模型最多 {MOST_STOREYS} 层"
        );
        let help = text!(
            "`--method average` counts requirements alone, and needs no more storeys",
            "`--method average` 只按条目平均，不受层数限制"
        );
        reading.problem(&library.place, message, Some(help));
        return None;
    }
    Some((below, counting))
}

/// What the whole is the mean of, as CISO Assistant takes it: a root with requirements right below it, or what stands below
/// another.
fn categories(roots: Vec<Tree>, builder: &mut Builder<'_>) -> Vec<Tree> {
    let mut categories = Vec::new();
    for root in roots {
        match root {
            Tree::Group { node, below } if !below.iter().any(|it| matches!(it, Tree::Leaf(_))) => {
                for category in &below {
                    if let Tree::Group { node: below, .. } = category {
                        builder.above.insert(*below, node);
                    }
                }
                categories.extend(below);
            }
            root => categories.push(root),
        }
    }
    categories
}

/// What the storeys are called.
fn storey_names(library: &Library, storeys: usize) -> Vec<Text> {
    let word = |en: &str, zh: &str, fr: &str| library.languages.word(en, zh, fr);
    let all = [
        word("Part", "部分", "Partie"),
        word("Chapter", "章", "Chapitre"),
        word("Section", "节", "Section"),
        word("Sub-section", "小节", "Sous-section"),
        word("Group", "组", "Groupe"),
    ];
    let last = word("Requirement", "条目", "Exigence");
    all.into_iter().take(storeys - 1).chain([last]).collect()
}

struct Builder<'l> {
    library: &'l Library,
    naming: Naming<'l>,
    renamed: Vec<Renamed>,
    /// What stands above a category, of which nothing else is kept.
    above: BTreeMap<usize, usize>,
    weighs_groups: bool,
    /// The requirements that are asked, and the headings above them that are kept.
    written: BTreeSet<usize>,
    headings: BTreeSet<usize>,
}

impl<'l> Builder<'l> {
    fn new(library: &'l Library) -> Self {
        Self {
            library,
            naming: Naming::of(library),
            renamed: Vec::new(),
            above: BTreeMap::new(),
            weighs_groups: false,
            written: BTreeSet::new(),
            headings: BTreeSet::new(),
        }
    }

    fn node(&self, number: usize) -> &'l Requirement {
        &self.library.nodes[number]
    }

    fn group(
        &mut self,
        branch: &Branch,
        parent: Option<(&Id, Option<usize>)>,
        keys: &mut Keys,
        counting: &Counting,
    ) -> Group {
        let Branch { node, fills, below } = branch;
        let id = self.id(*node, parent, keys);
        let (name, about) = match node {
            Some(node) => {
                let Requirement { name, says, .. } = self.node(*node);
                let above = self.above.get(node).map(|above| &self.node(*above).name);
                (above.map_or_else(|| name.clone(), |above| above.with(": ", name)), says.clone())
            }
            None => (self.library.name.clone(), self.library.name.clone()),
        };
        // That of a requirement stands beside the requirement itself, wherever it is asked.
        let heading = node.filter(|node| !fills && !self.node(*node).is_assessable);
        self.headings.extend(heading);
        let reference = heading.and_then(|node| self.naming.reference(node));
        let is_weighed = self.weighs_groups && parent.is_some();
        let weight = node.filter(|_| is_weighed).map_or(1, |node| self.node(node).weight);
        let group = Group::new(
            id.clone(),
            NodeKind::Group,
            self.naming.languages.text(&name),
            self.naming.languages.text(&about),
        );
        let mut keys = Keys::default();
        let group = Group { weight, reference: reference.map(Into::into), ..group };
        match below {
            BranchChildren::Leaves(leaves) => {
                let dimensions = leaves.iter().map(|leaf| {
                    let id = self.id(Some(*leaf), Some((&id, *node)), &mut keys);
                    self.dimension(*leaf, id, counting)
                });
                Group { dimensions: dimensions.collect(), ..group }
            }
            BranchChildren::Branches(branches) => {
                let groups = branches.iter().map(|branch| self.group(branch, Some((&id, *node)), &mut keys, counting));
                Group { groups: groups.collect(), ..group }
            }
        }
    }

    /// An id made of what the framework calls a node, without what its parent is called.
    fn id(&mut self, node: Option<usize>, parent: Option<(&Id, Option<usize>)>, keys: &mut Keys) -> Id {
        let Some(node) = node else { return keys.take(None, &["all"], &mut self.renamed) };
        let Requirement { urn, ref_id, name, .. } = self.node(node);
        let tail = urn.rsplit(':').next().unwrap_or(urn);
        let own = key_of(ref_id.as_deref().unwrap_or(name.base()));
        let above = parent.and_then(|(_, node)| self.node(node?).ref_id.as_deref()).map(key_of).unwrap_or_default();
        let short = own.strip_prefix(&above).and_then(|rest| rest.strip_prefix('-')).filter(|_| !above.is_empty());
        keys.take(parent.map(|(id, _)| id), &[short.unwrap_or_default(), &own, tail], &mut self.renamed)
    }

    fn dimension(&mut self, node: usize, id: Id, counting: &Counting) -> Dimension {
        let requirement = self.node(node);
        let Requirement { name, says, is_assessable, .. } = requirement;
        let cells = counting.cells(self.library, &mut self.naming, node);
        let asked = counting.asked(node);
        let is_asked = asked.contains(&node) == *is_assessable;
        let reference = if is_asked { self.naming.reference(node) } else { None };
        let help = counting.help(&mut self.naming, node);
        let source = format!("{} {}", self.library.ref_id, self.library.version);
        self.written.extend(asked);
        Dimension {
            id,
            name: self.naming.languages.text(name),
            question: Sentence { text: self.naming.languages.text(says), terms: help.into_iter().collect() },
            source: Some(self.naming.languages.text(&LibraryText::same(source))),
            weight: counting.weight(requirement),
            reference: reference.map(Into::into),
            telling: false,
            place: 0,
            cells: Cells::new(counting.floor, cells.into()),
        }
    }

    fn counted(&self) -> Vec<Counted> {
        let nodes = &self.library.nodes;
        let of = |is_assessable: bool| nodes.iter().filter(|node| node.is_assessable == is_assessable).count();
        vec![
            Counted { kind: Part::Requirement, found: of(true), written: self.written.len() },
            Counted { kind: Part::Heading, found: of(false), written: self.headings.len() },
            Counted {
                kind: Part::Language,
                found: self.library.languages.0.len(),
                written: self.library.languages.0.len(),
            },
        ]
    }
}
