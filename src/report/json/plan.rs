//! What is still needed, as `assess next --format json` prints it.

use serde::Serialize;

use super::harmless::write;
use super::header::{AssessmentData, ModelName, Tool};
use super::requirement::{Needed, needed};
use super::words::Words;
use crate::model::NodeKind;
use crate::plan::{Lift, Plan, Step};
use crate::scoring::Outcome;

/// What the next level, or another one, still asks of each sub-domain.
#[derive(Debug, Serialize)]
struct PlanDocument {
    schema: &'static str,
    tool: Tool,
    model: ModelName,
    assessment: AssessmentData,
    goals: Vec<Goal>,
    /// The sub-domains whose level is that of the whole.
    blocking: Vec<String>,
    /// What to do, nearest first.
    steps: Vec<StepData>,
}

#[derive(Debug, Serialize)]
struct StepData {
    clauses: usize,
    lifts: Vec<LiftData>,
}

#[derive(Debug, Serialize)]
struct LiftData {
    id: String,
    kind: NodeKind,
    name: Words,
    from: u8,
    to: u8,
    requirements: Vec<Needed>,
    /// Always empty: who meets all that a level asks has it. Kept because keys never go.
    to_claim: [String; 0],
    /// Ids of what rises with it.
    lifts_too: Vec<String>,
    /// Questions in it without an answer.
    open: usize,
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
        blocking: plan.blocking.iter().map(|sub_domain| sub_domain.id.to_string()).collect(),
        steps: plan.steps.iter().map(step).collect(),
    })
}

fn step(step: &Step<'_>) -> StepData {
    StepData { clauses: step.clauses, lifts: step.lifts.iter().map(lift).collect() }
}

fn lift(lift: &Lift<'_>) -> LiftData {
    LiftData {
        id: lift.node.id().to_string(),
        kind: lift.node.kind(),
        name: lift.node.name().into(),
        from: lift.from.0,
        to: lift.to.0,
        requirements: lift.requirements.iter().map(needed).collect(),
        to_claim: [],
        lifts_too: lift.lifts_too.iter().map(|node| node.id().to_string()).collect(),
        open: lift.open,
    }
}
