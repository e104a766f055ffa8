//! A whole model, as `assess model show` prints it.

use serde::Serialize;

use super::harmless::write;
use super::words::Words;
use crate::lang::Text;
use crate::model::{Dimension, Kind, List, Model, Node, Provenance};

/// A whole model.
#[derive(Debug, Serialize)]
struct ModelDocument {
    schema: &'static str,
    id: String,
    version: String,
    floor: u8,
    name: Words,
    source: Words,
    levels: Vec<NamedLevel>,
    areas: Vec<ModelNode>,
}

#[derive(Debug, Serialize)]
struct NamedLevel {
    number: u8,
    name: Words,
}

#[derive(Debug, Serialize)]
#[expect(clippy::option_option, reason = "a key that other kinds of node lack is not the same as a null")]
pub(super) struct ModelNode {
    id: String,
    name: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<Words>,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<Words>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    levels: Option<Vec<ModelCell>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domains: Option<Vec<ModelNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sub_domains: Option<Vec<ModelNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dimensions: Option<Vec<ModelNode>>,
}

#[derive(Debug, Serialize)]
struct ModelCell {
    level: u8,
    kind: Kind,
    provenance: Provenance,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<Words>,
    clauses: Vec<Words>,
    limits: Vec<Words>,
}

/// Every text of a model.
#[must_use]
pub fn model(model: &Model) -> String {
    let levels = model.all_levels().zip(model.levels.iter());
    write(&ModelDocument {
        schema: "assess.model/v1",
        id: model.id.to_string(),
        version: model.version.to_string(),
        floor: model.floor.0,
        name: (&model.name).into(),
        source: (&model.source).into(),
        levels: levels.map(|(level, name)| NamedLevel { number: level.0, name: name.into() }).collect(),
        areas: Node::Model(model).children().into_iter().map(model_node).collect(),
    })
}

pub(super) fn model_node(node: Node<'_>) -> ModelNode {
    let children = || Some(node.children().into_iter().map(model_node).collect());
    let bare = ModelNode {
        id: node.id().to_string(),
        name: node.name().into(),
        about: None,
        question: None,
        source: None,
        levels: None,
        domains: None,
        sub_domains: None,
        dimensions: None,
    };
    let about = Some(node.about().into());
    match node {
        Node::Model(_) => bare,
        Node::Area(_) => ModelNode { about, domains: children(), ..bare },
        Node::Domain(_) => ModelNode { about, sub_domains: children(), ..bare },
        Node::SubDomain(_) => ModelNode { about, dimensions: children(), ..bare },
        Node::Dimension(dimension) => ModelNode {
            question: about,
            source: Some(dimension.source.as_ref().map(ToString::to_string)),
            levels: Some(model_cells(dimension)),
            ..bare
        },
    }
}

fn model_cells(dimension: &Dimension) -> Vec<ModelCell> {
    let words = |texts: &List<Text>| texts.iter().map(Words::from).collect();
    let cells = dimension.cells.iter().zip(dimension.floor.0..);
    cells
        .map(|(cell, level)| ModelCell {
            level,
            kind: cell.kind,
            provenance: cell.provenance,
            basis: cell.basis.as_ref().map(Words::from),
            clauses: words(&cell.clauses),
            limits: words(&cell.limits),
        })
        .collect()
}
