//! A text in both languages.

use schemars::JsonSchema;
use serde::Serialize;

use crate::lang::Text;

/// A text in both languages.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Text")]
pub(super) struct Words {
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
