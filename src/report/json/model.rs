//! A whole model, as `assess model show` prints it.

use std::borrow::Cow;

use serde::Serialize;

use super::clause::{ClauseData, SentenceData, TermData, clause, sentence, term};
use super::harmless::write;
use crate::lang::Text;
use crate::model::{Dimension, Id, Kind, Level, List, Model, Node, NodeKind, Provenance};

/// A whole model.
#[derive(Debug, Serialize)]
struct ModelDocument {
    schema: SchemaId,
    id: Id,
    version: Cow<'static, str>,
    languages: List<Cow<'static, str>>,
    floor: Level,
    name: Text,
    source: Text,
    levels: Vec<NamedLevel>,
    #[serde(skip_serializing_if = "<[Text]>::is_empty")]
    tree: List<Text>,
    terms: Vec<TermData>,
    areas: Vec<ModelNode>,
}

#[derive(Debug, Serialize)]
enum SchemaId {
    #[serde(rename = "assess.model/v1")]
    V1,
}

#[derive(Debug, Serialize)]
struct NamedLevel {
    number: Level,
    name: Text,
}

#[derive(Debug, Serialize)]
#[expect(clippy::option_option, reason = "a key that other kinds of node lack is not the same as a null")]
pub(super) struct ModelNode {
    id: Id,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<NodeKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind_name: Option<Text>,
    name: Text,
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    reference: Option<Cow<'static, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    optional: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<SentenceData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Option<Cow<'static, str>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    telling: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    levels: Option<Vec<ModelCell>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domains: Option<Vec<ModelNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sub_domains: Option<Vec<ModelNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dimensions: Option<Vec<ModelNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    children: Option<Vec<ModelNode>>,
}

#[derive(Debug, Serialize)]
struct ModelCell {
    level: Level,
    kind: Kind,
    provenance: Provenance,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<Text>,
    clauses: Vec<ClauseData>,
    limits: Vec<SentenceData>,
}

/// Every text of a model.
#[must_use]
pub fn model(model: &Model) -> String {
    let levels = model.all_levels().zip(model.levels.iter());
    write(&ModelDocument {
        schema: SchemaId::V1,
        id: model.id.clone(),
        version: model.version.clone(),
        languages: model.languages.clone(),
        floor: model.floor,
        name: model.name.clone(),
        source: model.source.clone(),
        levels: levels.map(|(level, name)| NamedLevel { number: level, name: name.clone() }).collect(),
        tree: model.tree.clone(),
        terms: model.terms.iter().map(term).collect(),
        areas: Node::Model(model).children().into_iter().map(|area| model_node(model, area)).collect(),
    })
}

pub(super) fn model_node(model: &Model, node: Node<'_>) -> ModelNode {
    let children = || Some(node.children().into_iter().map(|child| model_node(model, child)).collect());
    let kind_name = model.own_kind_name(node).cloned();
    let bare = ModelNode {
        id: node.id().clone(),
        kind: kind_name.as_ref().map(|_| node.kind()),
        kind_name,
        name: node.name().clone(),
        reference: node.reference().cloned(),
        weight: Some(node.weight()).filter(|weight| *weight != 1),
        about: None,
        optional: None,
        question: None,
        source: None,
        telling: None,
        levels: None,
        domains: None,
        sub_domains: None,
        dimensions: None,
        children: None,
    };
    let about = Some(node.about().clone());
    match node {
        Node::Model(_) => bare,
        Node::Group(group) => {
            let optional = (group.kind == NodeKind::Area).then_some(group.optional);
            let own = ModelNode { about, optional, ..bare };
            match group.kind {
                _ if model.has_own_kinds() => ModelNode { children: children(), ..own },
                NodeKind::Area => ModelNode { domains: children(), ..own },
                NodeKind::Domain => ModelNode { sub_domains: children(), ..own },
                _ => ModelNode { dimensions: children(), ..own },
            }
        }
        Node::Dimension(dimension) => ModelNode {
            question: Some(sentence(&dimension.question)),
            source: Some(dimension.source.as_ref().map(|source| source.en.clone())),
            telling: Some(dimension.telling),
            levels: Some(model_cells(dimension)),
            ..bare
        },
    }
}

fn model_cells(dimension: &Dimension) -> Vec<ModelCell> {
    let cells = dimension.cells.iter().zip(dimension.floor().up_to(Level(u8::MAX)));
    cells
        .map(|(cell, level)| ModelCell {
            level,
            kind: cell.kind,
            provenance: cell.provenance,
            basis: cell.basis.clone(),
            clauses: cell.clauses.iter().map(clause).collect(),
            limits: cell.limits.iter().map(sentence).collect(),
        })
        .collect()
}
