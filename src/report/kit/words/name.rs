//! What nodes are called.

use crate::lang::Lang;
use crate::model::{Dimension, Group, Id, Level, Model, Node};
use crate::report::kit::signs::Signs;
use crate::text::one_line;

/// `2 Repeatable`.
pub(in crate::report) fn named_level(model: &Model, level: Level, lang: Lang) -> String {
    let name = model.level_name(level).map(|name| one_line(name.get(lang))).unwrap_or_default();
    format!("{level} {name}").trim_end().to_owned()
}

/// `Continuous delivery › Configuration management › Version control`: a node's name after those above it.
pub(in crate::report) fn path(model: &Model, node: Node<'_>, lang: Lang, signs: &Signs) -> String {
    names(model.path(node.id()).into_iter(), lang, signs)
}

/// The path of a node below its area; of an area, its name.
pub(in crate::report) fn path_in_area(model: &Model, node: Node<'_>, lang: Lang, signs: &Signs) -> String {
    names(model.path(node.id()).into_iter().skip(usize::from(node.storey() > 1)), lang, signs)
}

/// The names of nodes in a row, each below the one before it.
pub(in crate::report) fn names<'m>(nodes: impl Iterator<Item = Node<'m>>, lang: Lang, signs: &Signs) -> String {
    let mut names = String::new();
    for node in nodes {
        if !names.is_empty() {
            names.push_str(signs.path);
        }
        names.push_str(&one_line(node.name().get(lang)));
    }
    names
}

/// The names of dimensions; those that share a name after the name of their sub-domain.
pub(in crate::report) fn told_apart(
    model: &Model,
    dimensions: &[&Dimension],
    lang: Lang,
    signs: &Signs,
) -> Vec<String> {
    let name = |dimension: &Dimension| one_line(dimension.name.get(lang)).into_owned();
    let is_same = |one: &Dimension, other: &Dimension| one.id != other.id && name(one) == name(other);
    let called = dimensions.iter().map(|one| {
        let parent = model.path(&one.id).into_iter().rev().nth(1);
        match parent.filter(|_| dimensions.iter().any(|other| is_same(one, other))) {
            Some(parent) => names([parent, Node::Dimension(one)].into_iter(), lang, signs),
            None => name(one),
        }
    });
    called.collect()
}

/// The area that a node stands in.
pub(in crate::report) fn area<'m>(model: &'m Model, id: &Id) -> Option<&'m Group> {
    model.areas.iter().find(|area| id.is_within(&area.id))
}

/// The id of a node, and what another framework calls it: `govern.roles [GV.RR]`.
pub(in crate::report) fn called(node: Node<'_>) -> String {
    match node.reference() {
        Some(reference) => format!("{} [{}]", node.id(), one_line(reference)),
        None => node.id().to_string(),
    }
}
