//! What a node is called, in every document that lists nodes.

use schemars::JsonSchema;
use serde::Serialize;

use crate::lang::Text;
use crate::model::{Id, Model, Node, NodeKind};

/// The id, kind and name of a node.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct NodeName {
    /// The dotted id; the model's own for the whole.
    id: Id,
    kind: NodeKind,
    /// What the model calls nodes of this storey, if it names its storeys itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Text")]
    kind_name: Option<Text>,
    name: Text,
}

impl NodeName {
    pub(super) fn of(model: &Model, node: Node<'_>) -> Self {
        Self {
            id: node.id().clone(),
            kind: node.kind(),
            kind_name: model.own_kind_name(node).cloned(),
            name: node.name().clone(),
        }
    }
}
