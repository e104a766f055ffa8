//! The schemas of results and of the files people write: as strict as the program, and nothing strict validators refuse.

mod files;
mod results;
mod strict;

use serde_json::Value;

/// A TOML file as the JSON value that a schema judges, in which days are texts.
pub fn as_json(text: &str) -> Value {
    fn plain(value: toml_edit::Value) -> Value {
        match value {
            toml_edit::Value::String(text) => text.into_value().into(),
            toml_edit::Value::Integer(number) => number.into_value().into(),
            toml_edit::Value::Float(number) => number.into_value().into(),
            toml_edit::Value::Boolean(truth) => truth.into_value().into(),
            toml_edit::Value::Datetime(moment) => moment.into_value().to_string().into(),
            toml_edit::Value::Array(values) => values.into_iter().map(plain).collect(),
            toml_edit::Value::InlineTable(table) => {
                table.into_iter().map(|(key, value)| (key.clone(), plain(value))).collect()
            }
        }
    }
    let document: toml_edit::DocumentMut = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
    plain(toml_edit::Value::InlineTable(document.into_table().into_inline_table()))
}

fn validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::draft7::new(schema).expect("the schema is a schema")
}

fn findings(validator: &jsonschema::Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}
