//! What moved between two assessments, as `assess diff --format json` prints it.

use std::borrow::Cow;

use serde::Serialize;

use super::claim::{Claimed, Exception, NotApplicable, claimed, exceptions, not_applicable};
use super::harmless::write;
use super::header::{AssessmentData, ModelName, Tool};
use super::node_name::NodeName;
use crate::answers::Grade;
use crate::diff::{About, AboutKey, Direction, Move, Shift, Side, Standing};
use crate::lang::Text;
use crate::model::{ClauseId, Group, Id, Level, Model};
use crate::report::input::{Comparison, ModelChange};
use crate::scoring::{Score, Scored, State};

/// What moved.
#[derive(Debug, Serialize)]
struct DiffDocument {
    schema: SchemaId,
    tool: Tool,
    model: ModelName,
    model_change: Option<ModelChangeData>,
    old: AssessmentData,
    new: AssessmentData,
    areas_left: Vec<Id>,
    areas_joined: Vec<Id>,
    about: Vec<AboutChange>,
    nodes: Vec<NodeShift>,
    dimensions: Vec<DimensionMove>,
}

#[derive(Debug, Serialize)]
enum SchemaId {
    #[serde(rename = "assess.diff/v1")]
    V1,
}

#[derive(Debug, Serialize)]
struct AboutChange {
    key: AboutKey,
    old: Option<Cow<'static, str>>,
    new: Option<Cow<'static, str>>,
}

#[derive(Debug, Serialize)]
struct ModelChangeData {
    from: String,
    to: String,
    gone: Vec<String>,
}

#[derive(Debug, Serialize)]
struct NodeShift {
    #[serde(flatten)]
    node: NodeName,
    /// Over the dimensions that both sides answer.
    direction: Direction,
    old: NodeResult,
    new: NodeResult,
    /// How many dimensions below are answered, said not to apply or in scope on one side alone, or ask other clauses.
    changed: usize,
}

#[derive(Debug, Serialize)]
struct NodeResult {
    state: State,
    level: Option<Level>,
    certain: bool,
    grade: Option<Grade>,
    score: Option<f64>,
    worst: Option<Level>,
    answered: usize,
    not_applicable: usize,
    excepted: usize,
    total: usize,
}

#[derive(Debug, Serialize)]
struct DimensionMove {
    id: Id,
    name: Text,
    direction: Direction,
    old: DimensionResult,
    new: DimensionResult,
    gained: Vec<Clause>,
    lost: Vec<Clause>,
    /// Clauses asked before, and excepted now.
    excepted: Vec<Clause>,
    /// Clauses excepted before, and asked now.
    asked: Vec<Clause>,
}

#[derive(Debug, Serialize)]
struct DimensionResult {
    standing: StandingKind,
    level: Option<Level>,
    grade: Option<Grade>,
    answer: Option<Claimed>,
    na: Option<NotApplicable>,
    exceptions: Option<Vec<Exception>>,
    note: Option<String>,
    evidence: Vec<String>,
}

/// Where a dimension stands, without its level.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
enum StandingKind {
    Answered,
    Unanswered,
    NotApplicable,
    OutOfScope,
}

impl From<Standing> for StandingKind {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::At(_) | Standing::Answered => Self::Answered,
            Standing::Unanswered => Self::Unanswered,
            Standing::NotApplicable => Self::NotApplicable,
            Standing::OutOfScope => Self::OutOfScope,
        }
    }
}

#[derive(Debug, Serialize)]
struct Clause {
    clause: ClauseId,
    text: Text,
}

/// A comparison: nodes above the dimensions first, parents before children, then the dimensions.
#[must_use]
pub fn diff(comparison: &Comparison<'_, '_>) -> String {
    let ids = |areas: &[(&Group, usize)]| areas.iter().map(|(area, _)| area.id.clone()).collect();
    let words = |said: &Option<Text>| said.as_ref().map(|said| said.en.clone());
    let said = |about: &About| AboutChange { key: about.key, old: words(&about.old), new: words(&about.new) };
    write(&DiffDocument {
        schema: SchemaId::V1,
        tool: Tool::this(),
        model: comparison.new.model.into(),
        model_change: comparison.model.map(model_change),
        old: comparison.old.answers.into(),
        new: comparison.new.answers.into(),
        areas_left: ids(&comparison.diff.left),
        areas_joined: ids(&comparison.diff.joined),
        about: comparison.diff.about.iter().map(said).collect(),
        nodes: comparison.diff.nodes.iter().map(|moved| shift(comparison.new.model, moved)).collect(),
        dimensions: comparison.diff.dimensions.iter().map(|it| moved(comparison.new.model, it)).collect(),
    })
}

fn model_change(change: &ModelChange) -> ModelChangeData {
    ModelChangeData { from: change.from.clone(), to: change.to.clone(), gone: change.gone.clone() }
}

fn shift(model: &Model, shift: &Shift<'_>) -> NodeShift {
    NodeShift {
        node: NodeName::of(model, shift.node),
        direction: shift.direction,
        old: result(&shift.old),
        new: result(&shift.new),
        changed: shift.changed,
    }
}

fn result(scored: &Scored<'_>) -> NodeResult {
    NodeResult {
        state: scored.state,
        level: scored.level,
        certain: scored.is_certain(),
        grade: scored.grade,
        score: scored.score.as_ref().map(Score::rounded),
        worst: scored.worst,
        answered: scored.answered,
        not_applicable: scored.not_applicable,
        excepted: scored.excepted,
        total: scored.total,
    }
}

fn moved(model: &Model, moved: &Move<'_>) -> DimensionMove {
    let clause = |(id, clause): &(ClauseId, &crate::model::Clause)| Clause { clause: *id, text: clause.text.clone() };
    DimensionMove {
        id: moved.dimension.id.clone(),
        name: moved.dimension.name.clone(),
        direction: moved.direction,
        old: side(model, moved.old),
        new: side(model, moved.new),
        gained: moved.gained.iter().map(clause).collect(),
        lost: moved.lost.iter().map(clause).collect(),
        excepted: moved.excepted.iter().map(clause).collect(),
        asked: moved.asked.iter().map(clause).collect(),
    }
}

fn side(model: &Model, side: Side<'_>) -> DimensionResult {
    let claim = side.answer.and_then(|answer| answer.claim.as_ref());
    DimensionResult {
        standing: side.standing.into(),
        level: side.standing.level(),
        grade: side.grade,
        answer: side.answer.and_then(|answer| claimed(model, answer)),
        na: claim.and_then(not_applicable),
        exceptions: side.answer.and_then(exceptions),
        note: side.answer.and_then(|answer| answer.note.clone()),
        evidence: side.answer.map(|answer| answer.evidence.clone()).unwrap_or_default(),
    }
}
