//! What every document begins with: the program, the model, and what the assessment is of.

use schemars::JsonSchema;
use serde::Serialize;

use crate::answers::Answers;
use crate::model::Model;

/// The program that made the document.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Tool {
    name: &'static str,
    version: &'static str,
}

/// The model that was answered.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ModelName {
    id: String,
    version: String,
}

impl Tool {
    /// This program.
    pub(super) fn this() -> Self {
        Self { name: "assess", version: env!("CARGO_PKG_VERSION") }
    }
}

impl From<&Model> for ModelName {
    fn from(model: &Model) -> Self {
        Self { id: model.id.to_string(), version: model.version.to_string() }
    }
}

/// What the assessment is of, as the answers file says.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AssessmentData {
    team: Option<String>,
    system: Option<String>,
    owner: Option<String>,
    /// The day the whole was last confirmed, `2026-11-21`.
    date: Option<String>,
    assessors: Vec<String>,
    /// The areas assessed; null means all.
    scope: Option<Vec<String>>,
}

impl From<&Answers> for AssessmentData {
    fn from(answers: &Answers) -> Self {
        let about = &answers.assessment;
        Self {
            team: about.team.clone(),
            system: about.system.clone(),
            owner: about.owner.clone(),
            date: about.date.map(|date| date.to_string()),
            assessors: about.assessors.clone(),
            scope: about.scope.as_ref().map(|scope| scope.iter().map(ToString::to_string).collect()),
        }
    }
}
