//! Documents as JSON, version 1: both languages, fixed order of keys, foreign text exact and harmless.

mod check;
mod diff;
mod harmless;
mod model;
mod plan;
mod result;
mod schema;

use schemars::JsonSchema;
use serde::Serialize;

use crate::lang::Text;
use crate::model::{Model, Node};
use crate::scoring::Scored;

pub use check::check;
pub use diff::diff;
pub use harmless::write;
pub use model::model;
pub use plan::plan;
pub use result::{result, result_schema};

use model::{ModelNode, model_node};
use result::ResultNode;

/// A text in both languages.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Text")]
struct Words {
    /// English.
    en: String,
    /// Chinese.
    zh: String,
}

impl From<&Text> for Words {
    fn from(text: &Text) -> Self {
        Self { en: text.en.to_string(), zh: text.zh.to_string() }
    }
}

/// The program that made the document.
#[derive(Debug, Serialize, JsonSchema)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

/// The model that was answered.
#[derive(Debug, Serialize, JsonSchema)]
struct ModelName {
    id: String,
    version: String,
}

impl Tool {
    /// This program.
    fn this() -> Self {
        Self { name: "assess", version: env!("CARGO_PKG_VERSION") }
    }
}

impl From<&Model> for ModelName {
    fn from(model: &Model) -> Self {
        Self { id: model.id.to_string(), version: model.version.to_string() }
    }
}

/// A node's texts and, with answers, what follows for it.
#[derive(Debug, Serialize)]
struct Explanation {
    schema: &'static str,
    tool: Tool,
    model: ModelName,
    node: ModelNode,
    result: Option<ResultNode>,
}

/// The explanation of one node.
#[must_use]
pub fn explanation(model: &Model, node: Node<'_>, result: Option<&Scored<'_>>) -> String {
    write(&Explanation {
        schema: "assess.explanation/v1",
        tool: Tool::this(),
        model: model.into(),
        node: model_node(node),
        result: result.map(|scored| result::node(model, scored)),
    })
}
