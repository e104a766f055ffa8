//! How an assessment stands to what was promised.

use schemars::JsonSchema;
use serde::Serialize;

use super::requirement::{Needed, needed};
use super::words::Words;
use crate::policy::{Code, Judged, Judgement, Origin, Reason, Severity};
use crate::report::input::Check;

/// How the assessment stands to what was promised.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Verdict")]
pub(super) struct VerdictData {
    /// Whether nothing fails.
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
    /// As it was named: a file, or `git:REV`.
    name: String,
    /// Whether there were answers to compare with.
    compared: bool,
}

/// Why a check fails, or warns.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Reason")]
struct ReasonData {
    code: Code,
    severity: Severity,
    /// What it is about; null for the assessment as a whole.
    id: Option<String>,
    /// The level it has.
    actual: Option<u8>,
    /// The level it should have; of a regression, the level it had.
    target: Option<u8>,
    message: Words,
    /// The line of the answers file, from 1.
    line: usize,
    /// Of what is below its target, the dimensions below it; of what is incomplete, those without an answer.
    dimensions: Vec<String>,
    /// The clauses still needed for the target.
    requirements: Vec<Needed>,
}

/// A sub-domain and its target.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Target")]
struct JudgedData {
    id: String,
    judgement: Judgement,
    level: Option<u8>,
    worst: Option<u8>,
    target: u8,
    /// The id that the target was said for; null for the default.
    inherited_from: Option<String>,
    /// The line of the policy that says it; null for the command line.
    policy_line: Option<usize>,
}

/// The verdict, its reasons and its targets.
pub(super) fn verdict(check: &Check<'_, '_>) -> VerdictData {
    let (verdict, baseline) = (check.verdict, check.baseline);
    VerdictData {
        pass: verdict.passes(),
        baseline: baseline.map(|it| BaselineData { name: it.name.to_owned(), compared: it.is_there }),
        reasons: verdict.reasons.iter().map(reason).collect(),
        targets: verdict.judged.iter().map(judged).collect(),
    }
}

fn reason(reason: &Reason<'_>) -> ReasonData {
    ReasonData {
        code: reason.code,
        severity: reason.severity,
        id: reason.node.map(|node| node.id().to_string()),
        actual: reason.actual.map(|level| level.0),
        target: reason.target.map(|level| level.0),
        message: (&reason.message).into(),
        line: reason.line,
        dimensions: reason.dimensions.iter().map(|(dimension, _)| dimension.id.to_string()).collect(),
        requirements: reason.requirements.iter().map(needed).collect(),
    }
}

fn judged(judged: &Judged<'_>) -> JudgedData {
    JudgedData {
        id: judged.sub_domain.id.to_string(),
        judgement: judged.judgement,
        level: judged.level.map(|level| level.0),
        worst: judged.worst.map(|level| level.0),
        target: judged.target.level.0,
        inherited_from: judged.target.id.as_ref().map(ToString::to_string),
        policy_line: match judged.target.origin {
            Origin::Line(line) => Some(line),
            Origin::Flag => None,
        },
    }
}
