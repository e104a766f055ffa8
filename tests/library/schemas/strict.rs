//! What strict validators refuse, in every schema that `assess schema` prints: Ajv's rules, without Ajv.

use assess::answers;
use assess::lang::Lang;
use assess::model::source::SCHEMA;
use assess::policy;
use assess::report::json::{merge_schema, result_schema};
use serde_json::Value;

use crate::support::tiny;

/// The keywords of draft-07 that the schemas use; a validator may know no other.
const KNOWN: [&str; 27] = [
    "$ref",
    "$schema",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "definitions",
    "dependencies",
    "description",
    "enum",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "not",
    "oneOf",
    "pattern",
    "patternProperties",
    "properties",
    "required",
    "title",
    "type",
];

fn all() -> [(&'static str, Value); 5] {
    let model = tiny();
    [
        ("answers", answers::schema(&model, Lang::En)),
        ("policy", policy::schema(&model, Lang::Zh)),
        ("model", serde_json::from_str(SCHEMA).expect("it is JSON")),
        ("result", result_schema()),
        ("merge", merge_schema()),
    ]
}

#[test]
fn every_schema_is_draft_07_in_keywords_that_all_validators_know() {
    for (name, schema) in all() {
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#", "{name}");
        let known = |keyword: &str| KNOWN.contains(&keyword) || keyword == "uniqueItems";
        each(&schema, name, &mut |place, schema| {
            let strange: Vec<_> = schema.keys().filter(|keyword| !known(keyword)).collect();
            assert!(strange.is_empty(), "{place}: {strange:?}");
        });
    }
}

#[test]
fn every_object_is_closed() {
    for (name, schema) in all() {
        each(&schema, name, &mut |place, schema| {
            // A choice between objects says nothing of other keys: what refers to it does.
            if schema.get("type").is_some_and(|kind| kind == "object") && !schema.contains_key("anyOf") {
                assert_eq!(schema.get("additionalProperties"), Some(&Value::Bool(false)), "{place}");
            }
        });
    }
}

#[test]
fn every_required_key_is_described() {
    for (name, schema) in all() {
        each(&schema, name, &mut |place, schema| {
            let none = serde_json::Map::new();
            let described = schema.get("properties").and_then(Value::as_object).unwrap_or(&none);
            let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
            let missing: Vec<_> =
                required.filter(|key| !described.contains_key(key.as_str().unwrap_or_default())).collect();
            assert!(missing.is_empty(), "{place}: {missing:?}");
        });
    }
}

/// Has `look` see a schema and every schema within, each with its place.
fn each(schema: &Value, place: &str, look: &mut impl FnMut(&str, &serde_json::Map<String, Value>)) {
    let Some(keywords) = schema.as_object() else { return };
    look(place, keywords);
    for (keyword, value) in keywords {
        let place = format!("{place}/{keyword}");
        match keyword.as_str() {
            "properties" | "patternProperties" | "definitions" | "dependencies" => {
                for (key, schema) in value.as_object().into_iter().flatten() {
                    each(schema, &format!("{place}/{key}"), look);
                }
            }
            "allOf" | "anyOf" | "oneOf" => {
                // A branch without a type of its own is a condition on an object that is described elsewhere.
                let is_described = |schema: &&Value| schema.get("type").or(schema.get("$ref")).is_some();
                let branches = value.as_array().into_iter().flatten().enumerate();
                for (number, schema) in branches.filter(|(_, schema)| is_described(schema)) {
                    each(schema, &format!("{place}/{number}"), look);
                }
            }
            "items" | "not" => each(value, &place, look),
            _ => {}
        }
    }
}
