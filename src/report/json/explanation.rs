//! The texts of a node and, with answers, what follows for it, as `assess explain --format json` prints them.

use serde::Serialize;

use super::clause::{TermData, term};
use super::harmless::write;
use super::header::{ModelName, Tool};
use super::model::{ModelNode, model_node};
use super::result::{self, ResultNode};
use crate::model::{Id, Model, Node};
use crate::scoring::Scored;

/// A node's texts and, with answers, what follows for it.
#[derive(Debug, Serialize)]
struct Explanation {
    schema: SchemaId,
    tool: Tool,
    model: ModelName,
    node: ModelNode,
    /// What the texts above rely on.
    terms: Vec<TermData>,
    result: Option<ResultNode>,
}

#[derive(Debug, Serialize)]
enum SchemaId {
    #[serde(rename = "assess.explanation/v1")]
    V1,
}

/// The explanation of one node.
#[must_use]
pub fn explanation(model: &Model, node: Node<'_>, result: Option<&Scored<'_>>) -> String {
    write(&Explanation {
        schema: SchemaId::V1,
        tool: Tool::this(),
        model: model.into(),
        node: model_node(model, node),
        terms: model.terms_named(terms_below(node)).into_iter().map(term).collect(),
        result: result.map(|scored| result::node(model, scored)),
    })
}

/// The ids of the terms that a node or a dimension below it relies on.
fn terms_below(node: Node<'_>) -> Vec<&Id> {
    match node {
        Node::Dimension(dimension) => dimension.terms().collect(),
        _ => node.children().into_iter().flat_map(terms_below).collect(),
    }
}
