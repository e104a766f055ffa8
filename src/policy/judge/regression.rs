//! What is worse than in an earlier assessment.

use super::{Case, failing_reason};
use crate::diff::{Diff, Move, Standing};
use crate::lang::Text;
use crate::model::{Id, Node};
use crate::policy::{Code, Reason, Severity};

/// A reason for every area left out since, and for every dimension that is worse.
pub(super) fn reasons<'m>(case: &Case<'_, 'm>, since: &Diff<'m>) -> Vec<Reason<'m>> {
    let left = since.left.iter().filter(|(_, levels)| *levels > 0).map(|(area, levels)| {
        let message = text!(
            "assessed before with {levels} answers, and now out of scope",
            "之前已评估并有 {levels} 个答案，现在不在评估范围内"
        );
        allowed(case, &area.id, failing_reason(case, Code::Regression, Some(Node::Area(area)), message))
    });
    let worse = since.dimensions.iter().filter(|moved| moved.is_worse());
    let worse = worse.map(|moved| {
        let id = &moved.dimension.id;
        let line = case.written.given.get(id).map(|answer| answer.line);
        let plain = failing_reason(case, Code::Regression, Some(Node::Dimension(moved.dimension)), message(moved));
        let reason = Reason {
            actual: moved.new.standing.level(),
            target: moved.old.standing.level(),
            line: line.unwrap_or(plain.line),
            ..plain
        };
        allowed(case, id, reason)
    });
    left.chain(worse).collect()
}

/// What may be worse is only said.
fn allowed<'m>(case: &Case<'_, '_>, id: &Id, reason: Reason<'m>) -> Reason<'m> {
    let is_allowed = case.may_drop.iter().any(|dropped| id.is_within(dropped));
    let severity = if is_allowed { Severity::Warn } else { Severity::Fail };
    Reason { severity, ..reason }
}

fn message(moved: &Move<'_>) -> Text {
    let was = moved.old.grade.map(|grade| grade.to_string()).unwrap_or_default();
    let is = moved.new.grade.map(|grade| grade.to_string()).unwrap_or_default();
    match moved.new.standing {
        // A grade may be as good as before, or better, where a clause above it is lost: the clause is the reason.
        Standing::At(_) if moved.old.standing == moved.new.standing && !moved.lost.is_empty() => {
            let lost: Vec<_> = moved.lost.iter().map(|(clause, _)| clause.to_string()).collect();
            let (en, zh) = (lost.join(", "), lost.join("、"));
            text!("no longer met: {en}", "不再满足：{zh}")
        }
        Standing::At(_) => text!("grade {was} before, now {is}", "之前等级 {was}，现为 {is}"),
        Standing::NotApplicable => text!("grade {was} before, now not applicable", "之前等级 {was}，现为不适用"),
        Standing::Unanswered | Standing::OutOfScope => {
            text!("grade {was} before, now unanswered", "之前等级 {was}，现未回答")
        }
    }
}
