//! What the types of the model and the answers are in JSON.
//!
//! By hand: those of the model are compiled for the build too, which is not to wait for schemars, and the others are
//! texts of a form that no type tells.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::answers::{Date, Grade};
use crate::keyword;
use crate::lang::Text;
use crate::model::{ClauseId, Id, Level, NodeKind};

/// Implements [`JsonSchema`] with a schema written out wherever the type stands.
macro_rules! in_json {
    ($type:ty, $schema:expr) => {
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

in_json!(Id, json_schema!({ "type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$" }));
in_json!(Level, json_schema!({ "type": "integer", "minimum": 0, "maximum": 9 }));
in_json!(NodeKind, json_schema!({ "type": "string", "enum": keyword::words::<NodeKind>() }));
in_json!(
    ClauseId,
    json_schema!({ "description": "a level and a number in it", "type": "string", "pattern": r"^[0-9]\.[1-9][0-9]*$" })
);
in_json!(
    Grade,
    json_schema!({
        "description": "a level; with a minus the level below and a part of this one",
        "type": "string",
        "pattern": "^[0-9]-?$",
    })
);
in_json!(
    Date,
    json_schema!({
        "type": "string",
        "pattern": Date::PATTERN,
    })
);

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "a text in English and Chinese; one of a model that has other languages in those, by their tags (BCP 47)",
            "anyOf": [
                {
                    "type": "object",
                    "properties": {
                        "en": { "description": "English", "type": "string" },
                        "zh": { "description": "Chinese", "type": "string" },
                    },
                    "required": ["en", "zh"],
                    "additionalProperties": false,
                },
                {
                    "type": "object",
                    "patternProperties": { "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$": { "type": "string" } },
                    "minProperties": 1,
                    "additionalProperties": false,
                },
            ],
        })
    }
}
