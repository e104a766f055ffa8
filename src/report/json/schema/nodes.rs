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
    /// The key of the nodes below, and what each of them is one of; empty where nothing stands below.
    below: (&'static str, &'static [&'static str]),
}

/// What an answered dimension may have.
const ANSWER: &[&str] = &["score", "answer", "note", "evidence", "na"];

/// The kinds of a model with areas, domains, sub-domains and dimensions; then those of one that names its own.
const SHAPES: [Shape; 10] = [
    Shape { name: "Overall", kind: NodeKind::Model, always: &["score"], sometimes: &[], below: ("", &[]) },
    Shape { name: "Area", kind: NodeKind::Area, always: &["score"], sometimes: &[], below: ("domains", &["Domain"]) },
    Shape {
        name: "Domain",
        kind: NodeKind::Domain,
        always: &["score"],
        sometimes: &[],
        below: ("sub_domains", &["SubDomain"]),
    },
    Shape {
        name: "SubDomain",
        kind: NodeKind::SubDomain,
        always: &["score", "unasked", "next"],
        sometimes: &[],
        below: ("dimensions", &["Dimension"]),
    },
    Shape { name: "Dimension", kind: NodeKind::Dimension, always: &[], sometimes: ANSWER, below: ("", &[]) },
    Shape {
        name: "OwnArea",
        kind: NodeKind::Area,
        always: &["kind_name", "score"],
        sometimes: &[],
        below: ("children", &["OwnGroup", "OwnSubDomain"]),
    },
    // Right above the dimensions.
    Shape {
        name: "OwnSummedArea",
        kind: NodeKind::Area,
        always: &["kind_name", "score", "unasked", "next"],
        sometimes: &[],
        below: ("children", &["OwnDimension"]),
    },
    Shape {
        name: "OwnGroup",
        kind: NodeKind::Group,
        always: &["kind_name", "score"],
        sometimes: &[],
        below: ("children", &["OwnGroup", "OwnSubDomain"]),
    },
    Shape {
        name: "OwnSubDomain",
        kind: NodeKind::SubDomain,
        always: &["kind_name", "score", "unasked", "next"],
        sometimes: &[],
        below: ("children", &["OwnDimension"]),
    },
    Shape {
        name: "OwnDimension",
        kind: NodeKind::Dimension,
        always: &["kind_name"],
        sometimes: ANSWER,
        below: ("", &[]),
    },
];

/// Replaces the definition of a node by one for each kind, which refer to each other.
pub(super) fn split(schema: &mut Value) {
    let Some(definitions) = schema.get_mut("definitions").and_then(Value::as_object_mut) else { return };
    let Some(node) = definitions.remove(NODE) else { return };
    definitions.extend(SHAPES.iter().map(|shape| (shape.name.to_owned(), shape.of(&node))));
    let Some(result) = definitions.get_mut("Result") else { return };
    result["properties"]["overall"] = refer("Overall");
    result["properties"]["areas"]["items"] = one_of(&["Area", "OwnArea", "OwnSummedArea"]);
}

impl Shape {
    /// The definition of a node, with the keys of this kind alone.
    fn of(&self, node: &Value) -> Value {
        let mut definition = node.clone();
        let is_of_others = |key: &str| !self.has(key) && SHAPES.iter().any(|shape| shape.has(key));
        if let Some(properties) = definition["properties"].as_object_mut() {
            *properties =
                std::mem::take(properties).into_iter().filter(|(key, _)| !is_of_others(key)).collect::<Map<_, _>>();
        }
        definition["properties"]["kind"] = json!({ "type": "string", "const": self.kind });
        let (below, kinds) = self.below;
        if !kinds.is_empty() {
            definition["properties"][below] = json!({ "type": "array", "items": one_of(kinds) });
        }
        if let Some(required) = definition["required"].as_array_mut() {
            let below = Some(below).filter(|_| !kinds.is_empty());
            required.extend(self.always.iter().copied().chain(below).map(Value::from));
        }
        definition
    }

    fn has(&self, key: &str) -> bool {
        self.always.contains(&key) || self.sometimes.contains(&key) || self.below.0 == key
    }
}

fn one_of(names: &[&str]) -> Value {
    match names {
        [name] => refer(name),
        _ => json!({ "anyOf": names.iter().map(|name| refer(name)).collect::<Vec<_>>() }),
    }
}

fn refer(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}
