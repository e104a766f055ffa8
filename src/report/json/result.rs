//! The levels that follow from a team's answers, as `assess score --format json` prints them.

use schemars::JsonSchema;
use serde::Serialize;

use super::claim::{Claimed, Exception, NotApplicable, claimed, exceptions, not_applicable};
use super::harmless::write;
use super::header::{AssessmentData, ModelName, SchemaId, Tool};
use super::node_name::NodeName;
use super::requirement::{Needed, needed};
use super::verdict::VerdictData;
use crate::answers::{Answer, Grade};
use crate::model::{Id, Level, Model, NodeKind};
use crate::scoring::{Outcome, Score, Scored, State};

/// The levels that follow from a team's answers.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Result")]
pub(super) struct ResultDocument {
    /// Later versions of the program may add keys and words under the same one.
    schema: SchemaId,
    tool: Tool,
    model: ModelName,
    assessment: AssessmentData,
    /// The whole assessment.
    overall: ResultNode,
    /// The areas in scope, in the model's order.
    areas: Vec<ResultNode>,
    /// What `check` adds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "VerdictData")]
    pub(super) verdict: Option<VerdictData>,
}

/// One node of the model and what follows for it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Node")]
#[expect(clippy::option_option, reason = "a key that other kinds of node lack is not the same as a null")]
pub(super) struct ResultNode {
    #[serde(flatten)]
    node: NodeName,
    state: State,
    /// Lowest level of the answered, applicable dimensions; null if there are none.
    level: Option<Level>,
    /// Whether the level is the same whatever the open answers will be.
    certain: bool,
    /// The level, or the next one with a minus when a part of it is met; null while open answers decide it.
    grade: Option<Grade>,
    /// The score as it is shown; on dimensions only where it counts by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 100))]
    score: Option<Option<f64>>,
    /// The level if every unanswered dimension claimed the lowest; null if no dimension applies.
    worst: Option<Level>,
    answered: usize,
    not_applicable: usize,
    /// How many clauses are not asked of the team.
    excepted: usize,
    total: usize,
    /// Ids of the dimensions whose level is the node's.
    limiting: Vec<Id>,
    /// Levels at which nothing is asked of the answered dimensions; on sub-domains.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<Level>")]
    unasked: Option<Vec<Level>>,
    /// What the next level asks; on sub-domains.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<Option<NextLevel>>,
    /// What is claimed; on dimensions.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Claimed")]
    answer: Option<Claimed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<String>", length(min = 1))]
    evidence: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "NotApplicable")]
    na: Option<NotApplicable>,
    /// The clauses that are not asked of the team.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<Exception>", length(min = 1))]
    exceptions: Option<Vec<Exception>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domains: Option<Vec<ResultNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sub_domains: Option<Vec<ResultNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dimensions: Option<Vec<ResultNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    children: Option<Vec<ResultNode>>,
}

/// A level and what is still needed for it.
#[derive(Debug, Serialize, JsonSchema)]
struct NextLevel {
    level: Level,
    requirements: Vec<Needed>,
}

/// The whole result.
#[must_use]
pub fn result(outcome: &Outcome<'_>) -> String {
    write(&document(outcome))
}

pub(super) fn document(outcome: &Outcome<'_>) -> ResultDocument {
    ResultDocument {
        schema: SchemaId::V1,
        tool: Tool::this(),
        model: outcome.model.into(),
        assessment: outcome.answers.into(),
        overall: alone(outcome.model, &outcome.overall),
        areas: outcome.overall.children.iter().map(|area| node(outcome.model, area)).collect(),
        verdict: None,
    }
}

/// A node with the nodes below it.
pub(super) fn node(model: &Model, scored: &Scored<'_>) -> ResultNode {
    let children = || Some(scored.children.iter().map(|child| node(model, child)).collect());
    let own = alone(model, scored);
    match scored.node.kind() {
        NodeKind::Model | NodeKind::Dimension => own,
        _ if model.has_own_kinds() => ResultNode { children: children(), ..own },
        NodeKind::Area => ResultNode { domains: children(), ..own },
        NodeKind::Domain | NodeKind::Group => ResultNode { sub_domains: children(), ..own },
        NodeKind::SubDomain => ResultNode { dimensions: children(), ..own },
    }
}

/// A node without what is below it.
fn alone(model: &Model, scored: &Scored<'_>) -> ResultNode {
    let (is_dimension, is_sub_domain) = (scored.node.dimension().is_some(), scored.node.sub_domain().is_some());
    let said = |answer: &Answer| (answer.note.clone(), Some(answer.evidence.clone()).filter(|list| !list.is_empty()));
    let (note, evidence) = scored.answer.map(said).unwrap_or_default();
    let claim = scored.answer.and_then(|answer| answer.claim.as_ref());
    ResultNode {
        node: NodeName::of(model, scored.node),
        state: scored.state,
        level: scored.level,
        certain: scored.is_certain(),
        grade: scored.grade,
        score: (!is_dimension || scored.score.is_some()).then(|| scored.score.as_ref().map(Score::rounded)),
        worst: scored.worst,
        answered: scored.answered,
        not_applicable: scored.not_applicable,
        excepted: scored.excepted,
        total: scored.total,
        limiting: scored.limiting().iter().map(|dimension| dimension.id.clone()).collect(),
        unasked: is_sub_domain.then(|| scored.unasked().collect()),
        next: is_sub_domain.then(|| next(model, scored)),
        answer: scored.answer.and_then(|answer| claimed(model, answer)),
        note,
        evidence,
        na: claim.and_then(not_applicable),
        exceptions: scored.answer.and_then(exceptions),
        domains: None,
        sub_domains: None,
        dimensions: None,
        children: None,
    }
}

fn next(model: &Model, scored: &Scored<'_>) -> Option<NextLevel> {
    let next = scored.next(model)?;
    Some(NextLevel { level: next.level, requirements: next.requirements.iter().map(needed).collect() })
}
