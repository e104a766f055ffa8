//! The reasons that targets give: one that is missed or cannot be told, and one out of scope.

use super::case::Case;
use super::failing_reason::{failing_reason, table_line};
use super::sub_domain::{Judged, Judgement};
use crate::lang::Text;
use crate::model::Id;
use crate::model::counting::Unanswered;
use crate::policy::measure::Measure;
use crate::policy::reason::{Code, Reason, Severity};
use crate::policy::rules::Incomplete;
use crate::policy::target::Target;
use crate::scoring::{Scored, requirements};

/// The reason that follows from how a sub-domain stands to its target; `None` if it gives none.
pub(super) fn target_reason<'m>(case: &Case<'_, 'm>, scored: &Scored<'m>, judged: &Judged<'m>) -> Option<Reason<'m>> {
    let target = &judged.target.value;
    let (code, severity, message) = match (judged.judgement, case.rules.incomplete) {
        (Judgement::Below, _) => (Code::BelowTarget, Severity::Fail, below(scored, target)),
        (Judgement::Unknown, Incomplete::Fail) => (Code::Incomplete, Severity::Fail, unknown(scored, target)),
        (Judgement::Unknown, Incomplete::Warn) => (Code::Incomplete, Severity::Warn, unknown(scored, target)),
        _ => return None,
    };
    // What is unanswered holds the score down where the model counts it as nothing.
    let counts_open = case.outcome.model.scoring.unanswered == Unanswered::Lowest;
    let lacks = |at: &Scored<'_>| match target {
        Measure::Level(target) => at.level.is_some_and(|level| level < *target),
        Measure::Score { .. } => !at.unmet().is_empty() || (counts_open && at.open() > 0),
    };
    let limits = |at: &Scored<'_>| match judged.judgement {
        Judgement::Below => lacks(at),
        _ => at.open() > 0,
    };
    let limiting: Vec<_> = scored.dimensions().filter(|(_, at)| limits(at)).collect();
    let written = limiting.iter().filter(|(dimension, _)| case.written.given.of(dimension).is_some());
    let weakest = written.min_by_key(|(_, at)| (at.level, &at.score)).copied();
    let dimensions = limiting
        .iter()
        .map(|(dimension, at)| (*dimension, Some(at).filter(|at| at.open() == 0).and_then(|at| measure(at, target))))
        .collect();
    let line_of = |id: &Id| case.written.given.get(id).map(|answer| case.written.file.line(answer.offset));
    let own = scored.dimensions().find_map(|(dimension, _)| line_of(&dimension.id));
    let requirements = match (judged.judgement, target) {
        (Judgement::Below, Measure::Level(target)) => requirements(scored, *target),
        (Judgement::Below, Measure::Score { .. }) => scored.unmet(),
        _ => Vec::new(),
    };
    Some(Reason {
        severity,
        actual: measure(scored, target),
        target: Some(target.clone()),
        line: weakest
            .and_then(|(dimension, _)| line_of(&dimension.id))
            .or(own)
            .unwrap_or_else(|| table_line(case, scored.node)),
        requirements,
        dimensions,
        ..failing_reason(case, code, Some(scored.node), message)
    })
}

/// What a node has, in the unit of its target; `None` if it has none.
fn measure(scored: &Scored<'_>, target: &Measure) -> Option<Measure> {
    match target {
        Measure::Level(_) => scored.level.map(Measure::Level),
        Measure::Score { score: target, .. } => Some(Measure::beside(scored.score.as_ref()?, target)),
    }
}

fn below(scored: &Scored<'_>, target: &Measure) -> Text {
    match (measure(scored, target), scored.worst, scored.level) {
        (Some(score @ Measure::Score { .. }), ..) => {
            text!("score {score}, target {target}", "得分 {score}，目标 {target}")
        }
        (_, Some(worst), Some(level)) if worst < level => {
            text!("level {worst} to {level}, target {target}", "级别 {worst} 到 {level}，目标 {target}")
        }
        (_, _, level) => {
            let level = level.map(|level| level.to_string()).unwrap_or_default();
            text!("level {level}, target {target}", "级别 {level}，目标 {target}")
        }
    }
}

fn unknown(scored: &Scored<'_>, target: &Measure) -> Text {
    let (open, total) = (scored.open(), scored.total);
    let some = if total == 1 { "question" } else { "questions" };
    match (measure(scored, target), scored.worst, scored.level) {
        (Some(score @ Measure::Score { .. }), ..) => text!(
            "score {score} so far, target {target}: {open} of {total} {some} unanswered",
            "目前得分 {score}，目标 {target}：{total} 题中有 {open} 题未回答"
        ),
        (_, Some(worst), Some(level)) => text!(
            "level {worst} to {level}, target {target}: {open} of {total} {some} unanswered",
            "级别 {worst} 到 {level}，目标 {target}：{total} 题中有 {open} 题未回答"
        ),
        _ => text!(
            "unanswered, target {target}: {open} of {total} {some}",
            "未回答，目标 {target}：{total} 题中有 {open} 题未回答"
        ),
    }
}

/// The reason for a target whose id the assessment leaves out of its scope; `None` if it does not.
pub(super) fn out_of_scope_reason<'m>(case: &Case<'_, 'm>, target: &Target) -> Option<Reason<'m>> {
    let id = target.id.as_ref()?;
    if case.outcome.overall.find(id.as_str()).is_some() {
        return None;
    }
    let value = &target.value;
    let message = text!("target {value}, and not in the scope of the assessment", "目标 {value}，但不在评估范围内");
    let node = case.outcome.model.find(id.as_str());
    Some(Reason { target: Some(value.clone()), ..failing_reason(case, Code::OutOfScope, node, message) })
}
