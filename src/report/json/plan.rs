//! What is still needed, as `assess next --format json` prints it.

use serde::Serialize;

use super::harmless::write;
use super::header::{AssessmentData, ModelName, Tool};
use super::node_name::NodeName;
use super::requirement::{Needed, needed};
use crate::lang::Text;
use crate::model::{Id, Level, Model};
use crate::plan::{Lift, Plan, Step};
use crate::scoring::{Outcome, Raise};

/// What the next level, or another one, still asks of each sub-domain.
#[derive(Debug, Serialize)]
struct PlanDocument {
    schema: SchemaId,
    tool: Tool,
    model: ModelName,
    assessment: AssessmentData,
    goals: Vec<Goal>,
    /// The sub-domains whose level is that of the whole.
    blocking: Vec<Id>,
    /// What to do, in order.
    steps: Vec<StepData>,
    /// In a model without levels, the clauses that raise the score, those that raise it most first.
    #[serde(skip_serializing_if = "Option::is_none")]
    raises: Option<Vec<RaiseData>>,
}

#[derive(Debug, Serialize)]
struct RaiseData {
    from: f64,
    to: f64,
    #[serde(flatten)]
    requirement: Needed,
}

#[derive(Debug, Serialize)]
enum SchemaId {
    #[serde(rename = "assess.plan/v1")]
    V1,
}

#[derive(Debug, Serialize)]
struct StepData {
    clauses: usize,
    lifts: Vec<LiftData>,
}

#[derive(Debug, Serialize)]
struct LiftData {
    #[serde(flatten)]
    node: NodeName,
    from: Level,
    to: Level,
    requirements: Vec<Needed>,
    /// Always empty: who meets all that a level asks has it. Kept because keys never go.
    to_claim: [Id; 0],
    /// Ids of what rises with it.
    lifts_too: Vec<Id>,
    /// Questions in it without an answer.
    open: usize,
}

#[derive(Debug, Serialize)]
struct Goal {
    id: Id,
    name: Text,
    level: Option<Level>,
    target: Option<Level>,
    unanswered: Vec<Id>,
    requirements: Vec<Needed>,
}

/// A plan: the sub-domains below their target with what they lack.
#[must_use]
pub fn plan(outcome: &Outcome<'_>, plan: &Plan<'_>) -> String {
    let goals = plan.goals.iter().map(|goal| Goal {
        id: goal.sub_domain.id.clone(),
        name: goal.sub_domain.name.clone(),
        level: goal.level,
        target: goal.target,
        unanswered: goal.unanswered.iter().map(|dimension| dimension.id.clone()).collect(),
        requirements: goal.requirements.iter().map(needed).collect(),
    });
    write(&PlanDocument {
        schema: SchemaId::V1,
        tool: Tool::this(),
        model: outcome.model.into(),
        assessment: outcome.answers.into(),
        goals: goals.collect(),
        blocking: plan.blocking.iter().map(|sub_domain| sub_domain.id.clone()).collect(),
        steps: plan.steps.iter().map(|step| self::step(outcome.model, step)).collect(),
        raises: (!outcome.model.scoring.has_levels()).then(|| plan.raises.iter().map(raise).collect()),
    })
}

fn raise(raise: &Raise<'_>) -> RaiseData {
    RaiseData { from: raise.from.rounded(), to: raise.to.rounded(), requirement: needed(&raise.requirement) }
}

fn step(model: &Model, step: &Step<'_>) -> StepData {
    StepData { clauses: step.clauses, lifts: step.lifts.iter().map(|lift| self::lift(model, lift)).collect() }
}

fn lift(model: &Model, lift: &Lift<'_>) -> LiftData {
    LiftData {
        node: NodeName::of(model, lift.node),
        from: lift.from,
        to: lift.to,
        requirements: lift.requirements.iter().map(needed).collect(),
        to_claim: [],
        lifts_too: lift.lifts_too.iter().map(|node| node.id().clone()).collect(),
        open: lift.open,
    }
}
