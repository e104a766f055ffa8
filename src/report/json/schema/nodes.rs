//! Nodes by their kind: all are one type to the program, and each kind has keys that the others lack.

use serde_json::{Map, Value, json};

use crate::model::NodeKind;

/// The name that the one type has in the schema.
const NODE: &str = "Node";

/// One kind of node in the schema.
struct Shape {
    name: &'static str,
    kind: NodeKind,
    /// Keys of its own that it always has.
    always: &'static [&'static str],
    /// Keys of its own that it may have.
    sometimes: &'static [&'static str],
    /// The key of the nodes below, and what they are.
    below: Option<(&'static str, &'static str)>,
}

const SHAPES: [Shape; 5] = [
    Shape { name: "Overall", kind: NodeKind::Model, always: &["score"], sometimes: &[], below: None },
    Shape {
        name: "Area",
        kind: NodeKind::Area,
        always: &["score"],
        sometimes: &[],
        below: Some(("domains", "Domain")),
    },
    Shape {
        name: "Domain",
        kind: NodeKind::Domain,
        always: &["score"],
        sometimes: &[],
        below: Some(("sub_domains", "SubDomain")),
    },
    Shape {
        name: "SubDomain",
        kind: NodeKind::SubDomain,
        always: &["score", "unasked", "next"],
        sometimes: &[],
        below: Some(("dimensions", "Dimension")),
    },
    Shape {
        name: "Dimension",
        kind: NodeKind::Dimension,
        always: &[],
        sometimes: &["answer", "note", "evidence", "na"],
        below: None,
    },
];

/// Replaces the definition of a node by one for each kind, which refer to each other.
pub(super) fn split(schema: &mut Value) {
    let Some(definitions) = schema.get_mut("definitions").and_then(Value::as_object_mut) else { return };
    let Some(node) = definitions.remove(NODE) else { return };
    definitions.extend(SHAPES.iter().map(|shape| (shape.name.to_owned(), shape.of(&node))));
    let Some(result) = definitions.get_mut("Result") else { return };
    result["properties"]["overall"] = refer("Overall");
    result["properties"]["areas"]["items"] = refer("Area");
}

impl Shape {
    /// The definition of a node, with the keys of this kind alone.
    fn of(&self, node: &Value) -> Value {
        let mut definition = node.clone();
        let below = self.below.map(|(key, _)| key);
        let is_own = |key: &str| self.always.contains(&key) || self.sometimes.contains(&key) || below == Some(key);
        let is_of_others = |key: &str| !is_own(key) && SHAPES.iter().any(|shape| shape.has(key));
        if let Some(properties) = definition["properties"].as_object_mut() {
            *properties =
                std::mem::take(properties).into_iter().filter(|(key, _)| !is_of_others(key)).collect::<Map<_, _>>();
        }
        definition["properties"]["kind"] = json!({ "type": "string", "const": self.kind });
        if let Some((key, name)) = self.below {
            definition["properties"][key] = json!({ "type": "array", "items": refer(name) });
        }
        if let Some(required) = definition["required"].as_array_mut() {
            required.extend(self.always.iter().copied().chain(below).map(Value::from));
        }
        definition
    }

    fn has(&self, key: &str) -> bool {
        self.always.contains(&key) || self.sometimes.contains(&key) || self.below.is_some_and(|(below, _)| below == key)
    }
}

fn refer(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}
