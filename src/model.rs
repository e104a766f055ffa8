//! The maturity model: areas, domains, sub-domains and dimensions, and what each level of a dimension asks.
//!
//! A model is plain data. The embedded one is compiled in, another is loaded from a folder; both are this one type.

mod cells;
mod clause;
pub mod counting;
mod dimension;
mod group;
mod id;
mod level_set;
pub mod lint;
mod node;
mod reference;
mod same_words;
pub mod source;
mod storeys;
mod texts;
mod versions;
mod weight;

use std::borrow::Cow;

use crate::lang::Text;

pub use cells::Cells;
pub use clause::{Clause, Sentence, Term};
use counting::Scoring;
pub use dimension::{Cell, Dimension, Kind, Provenance};
pub use group::Group;
pub use id::{ClauseId, Id, Level};
pub use level_set::LevelSet;
pub use node::{Node, NodeKind};
pub use reference::Referenced;
pub use same_words::{SameWords, same_words_among};
pub use texts::Texts;
pub use versions::{Became, Fate, History, Origin, Place, Version, VersionChange};
pub use weight::{ClauseWeight, clause_weights};

/// A list that is either compiled in or loaded.
pub type List<T> = Cow<'static, [T]>;

/// A whole maturity model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// The model's id, which answers files name.
    pub id: Id,
    /// Its version, `major.minor.patch`. `changes` tells what a minor version moved or took away; another major version may
    /// have any other ids.
    pub version: Cow<'static, str>,
    /// The tags (BCP 47) of the languages of its texts, the first of which is the default.
    pub languages: List<Cow<'static, str>>,
    /// Whose words its texts are.
    pub texts: Texts,
    /// Whether the figures of a team's delivery are asked beside it; they are read and shown all the same.
    pub asks_outcomes: bool,
    /// What people call it.
    pub name: Text,
    /// Where it comes from.
    pub source: Text,
    /// The lowest level, for which nothing must be fulfilled.
    pub floor: Level,
    /// Names of the levels, from the floor up; two to nine.
    pub levels: List<Text>,
    /// How answers to it become results.
    pub scoring: Scoring,
    /// What its texts rely on, for those that name it, in the model's order.
    pub terms: List<Term>,
    /// What the kinds of its nodes are called, from the areas down to the dimensions; empty where they have the names of
    /// four: area, domain, sub-domain, dimension.
    pub tree: List<Text>,
    /// The areas, in the model's order.
    pub areas: List<Group>,
    /// What its minor versions changed.
    pub changes: List<VersionChange>,
}

impl Model {
    /// The highest level.
    #[must_use]
    pub fn top(&self) -> Level {
        let above = u8::try_from(self.levels.len().saturating_sub(1)).unwrap_or(u8::MAX);
        Level(self.floor.0.saturating_add(above))
    }

    /// A level to explain by how answers are written, and the one below it: the third, as far as there is one.
    #[must_use]
    pub fn example_levels(&self) -> (Level, Level) {
        let level = self.top().min(Level(3));
        (level, Level(level.0.saturating_sub(1)))
    }

    /// All levels, from the floor up.
    #[must_use]
    pub fn all_levels(&self) -> impl DoubleEndedIterator<Item = Level> {
        self.floor.up_to(self.top())
    }

    /// The levels for which something may have to be fulfilled, lowest first.
    #[must_use]
    pub fn levels_above_floor(&self) -> impl DoubleEndedIterator<Item = Level> {
        self.floor.next().up_to(self.top())
    }

    /// What a level is called.
    #[must_use]
    pub fn level_name(&self, level: Level) -> Option<&Text> {
        self.levels.get(usize::from(level.0.checked_sub(self.floor.0)?))
    }

    /// The first number of the version.
    #[must_use]
    pub fn major(&self) -> &str {
        self.version.split('.').next().unwrap_or(&self.version)
    }

    /// All sub-domains, in the model's order.
    pub fn sub_domains(&self) -> impl Iterator<Item = &Group> {
        self.areas.iter().flat_map(Group::sub_domains)
    }

    /// All dimensions, in the model's order.
    pub fn dimensions(&self) -> impl Iterator<Item = &Dimension> {
        self.sub_domains().flat_map(|sub_domain| sub_domain.dimensions.iter())
    }

    /// How many places [`Model::number_dimensions`] has given; at most 1 in a model whose dimensions are not numbered.
    #[must_use]
    pub fn places(&self) -> usize {
        let mut groups = &self.areas;
        while let Some(last) = groups.last() {
            if let Some(dimension) = last.dimensions.last() {
                return dimension.place + 1;
            }
            groups = &last.groups;
        }
        0
    }

    /// Numbers the dimensions in the model's order. Answers to a model whose dimensions are not numbered so are found all
    /// the same, but not as fast.
    pub fn number_dimensions(&mut self) {
        fn number(group: &mut Group, next: &mut usize) {
            group.groups.to_mut().iter_mut().for_each(|group| number(group, next));
            for dimension in group.dimensions.to_mut() {
                dimension.place = *next;
                *next += 1;
            }
        }
        let mut next = 0;
        self.areas.to_mut().iter_mut().for_each(|area| number(area, &mut next));
    }

    /// The nodes that people call so, in a language of the interface and in whatever case, in the model's order.
    pub fn nodes_named(&self, name: &str) -> impl Iterator<Item = Node<'_>> {
        let name = name.to_lowercase();
        self.nodes().filter(move |node| node.is_called(&name))
    }

    /// The node with this id; the model's own id gives the model itself.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Node<'_>> {
        if self.id.as_str() == id {
            return Some(Node::Model(self));
        }
        self.path(&Id(id.to_owned().into())).pop().filter(|node| node.id().as_str() == id)
    }

    /// The nodes on the way to an id, from its area down to the node itself, as far as the model has them.
    #[must_use]
    pub fn path(&self, id: &Id) -> Vec<Node<'_>> {
        let mut path = Vec::new();
        let mut children = Node::Model(self).children();
        while let Some(node) = children.into_iter().find(|node| id.is_within(node.id())) {
            path.push(node);
            children = node.children();
        }
        path
    }

    /// Every node, parents before their children, in the model's order.
    pub fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        fn below(node: Node<'_>) -> Box<dyn Iterator<Item = Node<'_>> + '_> {
            Box::new(std::iter::once(node).chain(node.children().into_iter().flat_map(below)))
        }
        below(Node::Model(self))
    }
}
