//! The levels that follow from a team's answers, as `assess score --format json` prints them.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

use super::claim::{Claimed, NotApplicable, claimed, not_applicable};
use super::harmless::write;
use super::header::{AssessmentData, ModelName, Tool};
use super::requirement::{Needed, needed};
use super::verdict::VerdictData;
use super::words::Words;
use crate::answers::Answer;
use crate::model::{Model, Node, NodeKind};
use crate::scoring::{self, Outcome, Score, Scored, State};

/// The levels that follow from a team's answers.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ResultDocument {
    /// Always `assess.result/v1`; later versions only add keys.
    schema: &'static str,
    tool: Tool,
    model: ModelName,
    assessment: AssessmentData,
    /// The whole assessment.
    overall: ResultNode,
    /// The areas in scope, in the model's order.
    areas: Vec<ResultNode>,
    /// What `check` adds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) verdict: Option<VerdictData>,
}

/// One node of the model and what follows for it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Node")]
#[expect(clippy::option_option, reason = "a key that other kinds of node lack is not the same as a null")]
pub(super) struct ResultNode {
    /// The dotted id; the model's own for the whole.
    id: String,
    kind: NodeKind,
    name: Words,
    state: State,
    /// The lowest level over what is answered.
    level: Option<u8>,
    /// Whether the level is the same whatever the open answers will be.
    certain: bool,
    /// The level, or the next one with a minus when a part of it is met; null while open answers decide it.
    grade: Option<String>,
    /// The mean score, two decimals; not on dimensions.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<Option<f64>>,
    /// The level if every unanswered dimension claimed the lowest.
    worst: Option<u8>,
    answered: usize,
    not_applicable: usize,
    total: usize,
    /// Ids of the dimensions whose level is the node's.
    limiting: Vec<String>,
    /// Levels at which nothing is asked of the answered dimensions; on sub-domains.
    #[serde(skip_serializing_if = "Option::is_none")]
    unasked: Option<Vec<u8>>,
    /// What the next level asks; on sub-domains.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<Option<Next>>,
    /// What is claimed; on dimensions.
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Claimed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    na: Option<NotApplicable>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domains: Option<Vec<ResultNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sub_domains: Option<Vec<ResultNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dimensions: Option<Vec<ResultNode>>,
}

/// A level and what is still needed for it.
#[derive(Debug, Serialize, JsonSchema)]
struct Next {
    level: u8,
    requirements: Vec<Needed>,
}

/// The whole result.
#[must_use]
pub fn result(outcome: &Outcome<'_>) -> String {
    write(&document(outcome))
}

/// The JSON Schema (draft-07) of [`result`].
#[must_use]
pub fn result_schema() -> Value {
    let mut generator = SchemaSettings::draft07().into_generator();
    generator.root_schema_for::<ResultDocument>().into()
}

pub(super) fn document(outcome: &Outcome<'_>) -> ResultDocument {
    ResultDocument {
        schema: "assess.result/v1",
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
    match scored.node {
        Node::Model(_) | Node::Dimension(_) => own,
        Node::Area(_) => ResultNode { domains: children(), ..own },
        Node::Domain(_) => ResultNode { sub_domains: children(), ..own },
        Node::SubDomain(_) => ResultNode { dimensions: children(), ..own },
    }
}

/// A node without what is below it.
fn alone(model: &Model, scored: &Scored<'_>) -> ResultNode {
    let (is_dimension, is_sub_domain) =
        (matches!(scored.node, Node::Dimension(_)), matches!(scored.node, Node::SubDomain(_)));
    let said = |answer: &Answer| (answer.note.clone(), Some(answer.evidence.clone()).filter(|list| !list.is_empty()));
    let (note, evidence) = scored.answer.map(said).unwrap_or_default();
    let claim = scored.answer.and_then(|answer| answer.claim.as_ref());
    ResultNode {
        id: scored.node.id().to_string(),
        kind: scored.node.kind(),
        name: scored.node.name().into(),
        state: scored.state,
        level: scored.level.map(|level| level.0),
        certain: scored.is_certain(),
        grade: scored.grade.map(|grade| grade.to_string()),
        score: (!is_dimension).then(|| scored.score.map(Score::rounded)),
        worst: scored.worst.map(|level| level.0),
        answered: scored.answered,
        not_applicable: scored.not_applicable,
        total: scored.total,
        limiting: scored.limiting.iter().map(|dimension| dimension.id.to_string()).collect(),
        unasked: is_sub_domain.then(|| scored.unasked().map(|level| level.0).collect()),
        next: is_sub_domain.then(|| next(model, scored)),
        answer: claim.and_then(claimed),
        note,
        evidence,
        na: claim.and_then(not_applicable),
        domains: None,
        sub_domains: None,
        dimensions: None,
    }
}

fn next(model: &Model, scored: &Scored<'_>) -> Option<Next> {
    let level = scoring::next_level(model, scored)?;
    let requirements = scoring::requirements(scored, level).iter().map(needed).collect();
    Some(Next { level: level.0, requirements })
}
