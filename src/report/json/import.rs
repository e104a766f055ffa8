//! What an import found, wrote and lost, for programs.

use serde::Serialize;

use super::harmless::write;
use crate::frameworks::{Account, Framework};
use crate::model::Model;

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    framework: Framework,
    model: Header<'a>,
    #[serde(flatten)]
    account: &'a Account,
}

#[derive(Serialize)]
struct Header<'a> {
    id: &'a str,
    version: &'a str,
}

/// The document.
#[must_use]
pub fn import(framework: Framework, model: &Model, account: &Account) -> String {
    let header = Header { id: model.id.as_str(), version: &model.version };
    write(&Document { schema: "assess.import/v1", framework, model: header, account })
}
