//! The JSON Schema (draft-07) of results: exact for what this version writes, and nothing that strict validators refuse.

mod nodes;
mod types;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use super::merge::MergeDocument;
use super::result::ResultDocument;
use super::rollup::RollupDocument;
use super::trend::TrendDocument;
use super::unjudged::UnjudgedDocument;
use crate::report::rows::{Row, TrendRow};

/// What a program finds in a document: a result, or why there is none.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, clippy::large_enum_variant, reason = "only its schema is wanted")]
enum AnyDocument {
    Judged(ResultDocument),
    Unjudged(UnjudgedDocument),
}

/// The JSON Schema (draft-07) of [`super::result()`], [`super::check()`] and [`super::unjudged()`].
#[must_use]
pub fn result_schema() -> Value {
    let settings = SchemaSettings::draft07().for_serialize().with_transform(RecursiveTransform(exact));
    let mut schema: Value = settings.into_generator().root_schema_for::<AnyDocument>().into();
    nodes::split(&mut schema);
    schema
}

/// What a program finds in what `rollup` and `trend` write: a row of either, all teams together, or one team over time.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is wanted")]
enum AnyRollup {
    Row(Row<'static>),
    Point(TrendRow<'static>),
    Teams(RollupDocument),
    Course(TrendDocument),
}

/// The JSON Schema (draft-07) of [`super::rollup()`], of [`super::trend()`] and of their rows; the columns of CSV are its
/// keys.
#[must_use]
pub fn rollup_schema() -> Value {
    let settings = SchemaSettings::draft07().for_serialize().with_transform(RecursiveTransform(exact));
    settings.into_generator().root_schema_for::<AnyRollup>().into()
}

/// The JSON Schema (draft-07) of [`super::merge()`].
#[must_use]
pub fn merge_schema() -> Value {
    let settings = SchemaSettings::draft07().for_serialize().with_transform(RecursiveTransform(exact));
    settings.into_generator().root_schema_for::<MergeDocument>().into()
}

/// Closes objects, gathers the words of an enum, and leaves out the formats of numbers, which are Rust's own.
fn exact(schema: &mut Schema) {
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".to_owned(), false.into());
    }
    schema.remove("format");
    gather_words(schema);
    if let Some([word]) = schema.get("enum").and_then(Value::as_array).map(Vec::as_slice) {
        let word = word.clone();
        schema.remove("enum");
        schema.insert("const".to_owned(), word);
    }
}

/// Turns alternatives that are one word each into an `enum`; what is said of them joins the description.
fn gather_words(schema: &mut Schema) {
    let Some(alternatives) = schema.get("oneOf").and_then(Value::as_array) else { return };
    let word = |alternative: &Value| alternative.get("const").filter(|word| word.is_string()).cloned();
    let Some(words) = alternatives.iter().map(word).collect::<Option<Vec<_>>>() else { return };
    let told = alternatives.iter().zip(&words).filter_map(|(alternative, word)| {
        Some(format!("{}: {}", word.as_str()?, alternative.get("description")?.as_str()?))
    });
    let of_all = schema.get("description").and_then(Value::as_str).map(str::to_owned);
    let description = of_all.into_iter().chain(told).collect::<Vec<_>>().join("\n");
    schema.remove("oneOf");
    schema.insert("type".to_owned(), json!("string"));
    schema.insert("enum".to_owned(), words.into());
    schema.insert("description".to_owned(), description.into());
}
