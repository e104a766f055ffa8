//! What an import found, wrote and lost, for programs.

use serde::Serialize;

use super::harmless::write;
use super::header::ModelName;
use crate::frameworks::{Account, Framework};
use crate::model::Model;

#[derive(Serialize)]
struct Document<'a> {
    schema: SchemaId,
    framework: Framework,
    model: ModelName,
    #[serde(flatten)]
    account: &'a Account,
}

/// The format of what `model import` tells.
#[derive(Serialize)]
enum SchemaId {
    #[serde(rename = "assess.import/v1")]
    V1,
}

/// The document.
#[must_use]
pub fn import(framework: Framework, model: &Model, account: &Account) -> String {
    write(&Document { schema: SchemaId::V1, framework, model: model.into(), account })
}
