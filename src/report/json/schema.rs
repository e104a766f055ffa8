//! The JSON Schema of results, and of what the model's own types are in it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::keyword;
use crate::model::NodeKind;

// By hand: the build reads the model too, and is not to wait for schemars.
impl JsonSchema for NodeKind {
    fn schema_name() -> Cow<'static, str> {
        "Kind".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": keyword::words::<Self>() })
    }
}
