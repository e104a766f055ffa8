//! The texts of a node and, with answers, what follows for it, as `assess explain --format json` prints them.

use serde::Serialize;

use super::clause::{TermData, term};
use super::harmless::write;
use super::header::{ModelName, Tool};
use super::model::{ModelNode, model_node};
use super::result::{self, ResultNode};
use crate::model::{ClauseId, Id, Model, Node};
use crate::scoring::{Addition, Scored};

/// A node's texts and, with answers, what follows for it.
#[derive(Debug, Serialize)]
struct Explanation {
    schema: SchemaId,
    tool: Tool,
    model: ModelName,
    node: ModelNode,
    /// What the texts above rely on.
    terms: Vec<TermData>,
    /// For a dimension: what each clause adds to the score of its sub-domain.
    #[serde(skip_serializing_if = "Option::is_none")]
    additions: Option<Vec<AdditionData>>,
    result: Option<ResultNode>,
}

/// What meeting a clause alone adds, if all of the sub-domain is answered and nothing excepted.
#[derive(Debug, Serialize)]
struct AdditionData {
    clause: ClauseId,
    /// In the unit and with the digits of the model.
    score: f64,
    /// The same exactly, as `1/12`.
    exact: String,
}

#[derive(Debug, Serialize)]
enum SchemaId {
    #[serde(rename = "assess.explanation/v1")]
    V1,
}

/// The explanation of one node; of a dimension with what its clauses add to the score of its sub-domain.
#[must_use]
pub fn explanation(model: &Model, node: Node<'_>, result: Option<&Scored<'_>>, additions: &[Addition]) -> String {
    write(&Explanation {
        schema: SchemaId::V1,
        tool: Tool::this(),
        model: model.into(),
        node: model_node(model, node),
        terms: model.terms_named(terms_below(node)).into_iter().map(term).collect(),
        additions: node.dimension().map(|_| additions.iter().map(addition).collect()),
        result: result.map(|scored| result::node(model, scored)),
    })
}

fn addition(addition: &Addition) -> AdditionData {
    let Addition { clause, score, fraction: (parts, whole) } = addition;
    AdditionData { clause: *clause, score: score.rounded(), exact: format!("{parts}/{whole}") }
}

/// The ids of the terms that a node or a dimension below it relies on.
fn terms_below(node: Node<'_>) -> Vec<&Id> {
    match node {
        Node::Dimension(dimension) => dimension.terms().collect(),
        _ => node.children().into_iter().flat_map(terms_below).collect(),
    }
}
