//! What every document begins with: the program, the model, and what the assessment is of.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::answers::{Answers, Date, Metric, Outcomes, Review, Unit};
use crate::model::{Id, Model};

/// The format of the results that `score` and `check` print.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(inline)]
pub(super) enum SchemaId {
    #[serde(rename = "assess.result/v1")]
    V1,
}

/// The program that made the document.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Tool {
    name: ToolName,
    /// Its version, `major.minor.patch`.
    version: &'static str,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
enum ToolName {
    Assess,
}

/// The model that was answered.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ModelName {
    id: Id,
    /// Its version, `major.minor.patch`.
    version: Cow<'static, str>,
}

impl Tool {
    /// This program.
    pub(super) fn this() -> Self {
        Self { name: ToolName::Assess, version: env!("CARGO_PKG_VERSION") }
    }
}

impl From<&Model> for ModelName {
    fn from(model: &Model) -> Self {
        Self { id: model.id.clone(), version: model.version.clone() }
    }
}

/// What the assessment is of, as the answers file says.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Assessment")]
pub(super) struct AssessmentData {
    team: Option<String>,
    system: Option<String>,
    owner: Option<String>,
    /// The day the whole was last confirmed.
    date: Option<Date>,
    assessors: Vec<String>,
    /// The areas assessed; null means all that are not optional.
    scope: Option<Vec<Id>>,
    /// The dimensions that ask more than when they were answered.
    ask_again: Vec<Id>,
    /// How far a review is that was interrupted; null if none was.
    review: Option<ReviewData>,
    /// What the team measures of its delivery, never scored; null if it says nothing of it.
    outcomes: Option<OutcomesData>,
}

/// What a team measures of its delivery; null where it does not say.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Outcomes")]
pub(super) struct OutcomesData {
    deployment_frequency: Option<MeasurementData>,
    lead_time: Option<MeasurementData>,
    change_failure_rate: Option<MeasurementData>,
    recovery_time: Option<MeasurementData>,
    rework_rate: Option<MeasurementData>,
}

/// A number and what it counts.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Measurement")]
struct MeasurementData {
    /// As it is written: `3/week`.
    text: String,
    #[schemars(range(min = 0))]
    amount: f64,
    unit: Unit,
}

impl OutcomesData {
    /// `None` if nothing is measured.
    pub(super) fn of(outcomes: &Outcomes) -> Option<Self> {
        let of = |metric| {
            let measured = outcomes.get(&metric)?;
            Some(MeasurementData { text: measured.to_string(), amount: measured.amount(), unit: measured.unit })
        };
        (!outcomes.is_empty()).then(|| Self {
            deployment_frequency: of(Metric::DeploymentFrequency),
            lead_time: of(Metric::LeadTime),
            change_failure_rate: of(Metric::ChangeFailureRate),
            recovery_time: of(Metric::RecoveryTime),
            rework_rate: of(Metric::ReworkRate),
        })
    }
}

/// A review of all answers that has not reached its end.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Review")]
struct ReviewData {
    /// The day it began.
    since: Date,
    /// The dimension up to which every answer was confirmed, in the model's order.
    until: Id,
}

impl From<&Answers> for AssessmentData {
    fn from(answers: &Answers) -> Self {
        let about = &answers.assessment;
        Self {
            team: about.team.clone(),
            system: about.system.clone(),
            owner: about.owner.clone(),
            date: about.date,
            assessors: about.assessors.clone(),
            scope: about.scope.clone(),
            ask_again: about.ask_again.clone(),
            review: about.review.clone().map(|Review { since, until }| ReviewData { since, until }),
            outcomes: OutcomesData::of(&answers.outcomes),
        }
    }
}
