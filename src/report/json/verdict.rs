//! The verdict of a check in JSON.

use schemars::JsonSchema;
use serde::Serialize;

use super::requirement::{Needed, needed};
use crate::lang::Text;
use crate::model::{Id, Level};
use crate::policy::{Code, Judged, Judgement, Measure, Origin, Reason, Severity};
use crate::report::input::{BaselineFile, Check};
use crate::scoring::Score;

/// The verdict of a check: the reasons, and how each sub-domain stands to its target.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Verdict")]
pub(super) struct VerdictData {
    /// Whether no reason fails the check.
    pass: bool,
    /// What it was compared with; null where no comparison was asked for.
    baseline: Option<BaselineData>,
    /// Why it fails, and what it warns of.
    reasons: Vec<ReasonData>,
    /// The sub-domains in scope that have a target.
    targets: Vec<JudgedData>,
}

/// What an assessment was to be compared with.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Baseline")]
struct BaselineData {
    /// As it was named: a file, `git:REV` or `git:REV:PATH`.
    name: String,
    /// Whether there were answers to compare with.
    compared: bool,
    /// The other file of the revision that was taken, where the one that is judged was not there; null otherwise.
    file: Option<String>,
}

/// Why a check fails, or warns.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Reason")]
struct ReasonData {
    code: Code,
    severity: Severity,
    /// What it is about; null for the assessment as a whole.
    id: Option<Id>,
    /// The level it has, or the score in a model without levels; null if it has none or that is not the matter.
    actual: Option<Measure>,
    /// The level or score it should have; of a regression, what it had.
    target: Option<Measure>,
    message: Text,
    /// The line of the answers file, from 1.
    #[schemars(range(min = 1))]
    line: usize,
    /// Of what is below its target, the dimensions below it; of what is incomplete, those without an answer.
    dimensions: Vec<Id>,
    /// The clauses still needed for the target.
    requirements: Vec<Needed>,
}

/// A sub-domain and its target.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Target")]
struct JudgedData {
    id: Id,
    judgement: Judgement,
    level: Option<Level>,
    worst: Option<Level>,
    target: Measure,
    /// The score, in a model without levels.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "f64")]
    score: Option<f64>,
    /// The id that the target is set for; null for the default.
    inherited_from: Option<Id>,
    /// The line of the policy that sets it; null for the command line.
    #[schemars(range(min = 1))]
    policy_line: Option<usize>,
}

/// The verdict, its reasons and its targets.
pub(super) fn verdict(check: &Check<'_, '_>) -> VerdictData {
    let (verdict, baseline) = (check.verdict, check.baseline);
    VerdictData {
        pass: verdict.passes(),
        baseline: baseline.map(|it| BaselineData {
            name: it.name.to_owned(),
            compared: *it.file != BaselineFile::Missing,
            file: it.file.path().map(str::to_owned),
        }),
        reasons: verdict.reasons.iter().map(reason).collect(),
        targets: verdict.judged.iter().map(judged).collect(),
    }
}

fn reason(reason: &Reason<'_>) -> ReasonData {
    ReasonData {
        code: reason.code,
        severity: reason.severity,
        id: reason.node.map(|node| node.id().clone()),
        actual: reason.actual.clone(),
        target: reason.target.clone(),
        message: reason.message.clone(),
        line: reason.line,
        dimensions: reason.dimensions.iter().map(|(dimension, _)| dimension.id.clone()).collect(),
        requirements: reason.requirements.iter().map(needed).collect(),
    }
}

fn judged(judged: &Judged<'_>) -> JudgedData {
    JudgedData {
        id: judged.sub_domain.id.clone(),
        judgement: judged.judgement,
        level: judged.level,
        worst: judged.worst,
        target: judged.target.value.clone(),
        score: judged.score.as_ref().filter(|_| judged.target.value.level().is_none()).map(Score::rounded),
        inherited_from: judged.target.id.clone(),
        policy_line: match judged.target.origin {
            Origin::Line(line) => Some(line),
            Origin::Flag => None,
        },
    }
}
