//! What is still needed, as `assess next --format json` prints it.

use serde::Serialize;

use super::result::{AssessmentData, Needed, needed};
use super::{ModelName, Tool, Words, write};
use crate::plan::Plan;
use crate::scoring::Outcome;

/// What the next level, or another one, still asks of each sub-domain.
#[derive(Debug, Serialize)]
struct PlanDocument {
    schema: &'static str,
    tool: Tool,
    model: ModelName,
    assessment: AssessmentData,
    goals: Vec<Goal>,
}

#[derive(Debug, Serialize)]
struct Goal {
    id: String,
    name: Words,
    level: Option<u8>,
    target: u8,
    unanswered: Vec<String>,
    requirements: Vec<Needed>,
}

/// A plan: the sub-domains below their target with what they lack.
#[must_use]
pub fn plan(outcome: &Outcome<'_>, plan: &Plan<'_>) -> String {
    let goals = plan.goals.iter().map(|goal| Goal {
        id: goal.sub_domain.id.to_string(),
        name: (&goal.sub_domain.name).into(),
        level: goal.level.map(|level| level.0),
        target: goal.target.0,
        unanswered: goal.unanswered.iter().map(|dimension| dimension.id.to_string()).collect(),
        requirements: goal.requirements.iter().map(needed).collect(),
    });
    write(&PlanDocument {
        schema: "assess.plan/v1",
        tool: Tool::this(),
        model: outcome.model.into(),
        assessment: outcome.answers.into(),
        goals: goals.collect(),
    })
}
