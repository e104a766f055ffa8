//! What is worse than in an earlier assessment.

use super::case::Case;
use super::failing_reason::failing_reason;
use crate::answers::Grade;
use crate::diff::{Diff, Direction, Move, Side, Standing};
use crate::lang::Text;
use crate::model::{Id, Node};
use crate::policy::measure::Measure;
use crate::policy::reason::{Code, Reason, Severity};

/// A reason for every area left out since, and for every dimension that is worse.
pub(super) fn reasons<'m>(case: &Case<'_, 'm>, since: &Diff<'m>) -> Vec<Reason<'m>> {
    let left = since.left.iter().filter(|(_, levels)| *levels > 0).map(|(area, levels)| {
        let message = text!(
            "assessed before with {levels} answers, and now out of scope",
            "之前已评估并有 {levels} 个答案，现在不在评估范围内"
        );
        allowed(case, &area.id, failing_reason(case, Code::Regression, Some(Node::Group(area)), message))
    });
    let worse = since.dimensions.iter().filter(|moved| moved.is_worse());
    let worse = worse.map(|moved| {
        let id = &moved.dimension.id;
        let line = case.written.given.get(id).map(|answer| case.written.file.line(answer.offset));
        let plain = failing_reason(case, Code::Regression, Some(Node::Dimension(moved.dimension)), message(moved));
        let reason = Reason {
            actual: moved.new.standing.level().map(Measure::Level),
            target: moved.old.standing.level().map(Measure::Level),
            line: line.unwrap_or(plain.line),
            ..plain
        };
        allowed(case, id, reason)
    });
    left.chain(worse).collect()
}

/// Turns the reason into a warning where the part may be worse.
fn allowed<'m>(case: &Case<'_, '_>, id: &Id, reason: Reason<'m>) -> Reason<'m> {
    let is_allowed = case.may_drop.iter().any(|dropped| id.is_within(dropped));
    let severity = if is_allowed { Severity::Warn } else { Severity::Fail };
    Reason { severity, ..reason }
}

fn message(moved: &Move<'_>) -> Text {
    let was = moved.old.grade.map(|grade| grade.to_string()).unwrap_or_default();
    let is = moved.new.grade.map(|grade| grade.to_string()).unwrap_or_default();
    let own = match moved.new.standing {
        Standing::Answered if moved.lost.is_empty() => None,
        Standing::Answered => {
            let lost: Vec<_> = moved.lost.iter().map(|(clause, _)| clause.to_string()).collect();
            let Text { en, zh, .. } = Text::list(&lost);
            Some(text!("no longer met, or less than before: {en}", "不再满足，或不如之前：{zh}"))
        }
        Standing::NotApplicable if moved.old.grade.is_none() => {
            Some(text!("answered before, now not applicable", "之前已回答，现为不适用"))
        }
        Standing::Unanswered | Standing::OutOfScope if moved.old.grade.is_none() => {
            Some(text!("answered before, now unanswered", "之前已回答，现未回答"))
        }
        // Nothing else may be worse: the clauses that are not asked any more are the reason.
        Standing::At(_) if !moved.excepted.is_empty() && moved.direction != Direction::Down => None,
        // A grade may be as good as before, or better, where a clause above it is lost: the clause is the reason.
        Standing::At(level) if moved.old.standing.level() <= Some(level) && !moved.lost.is_empty() => {
            let lost: Vec<_> = moved.lost.iter().map(|(clause, _)| clause.to_string()).collect();
            let Text { en, zh, .. } = Text::list(&lost);
            Some(text!("no longer met: {en}", "不再满足：{zh}"))
        }
        // The grade rests on other clauses than it did: on those that were excepted.
        Standing::At(_) if height(moved.new) >= height(moved.old) => {
            Some(text!("less is met of what was asked before", "之前要求的内容，现在满足得更少"))
        }
        Standing::At(_) => Some(text!("grade {was} before, now {is}", "之前等级 {was}，现为 {is}")),
        Standing::NotApplicable => Some(text!("grade {was} before, now not applicable", "之前等级 {was}，现为不适用")),
        Standing::Unanswered | Standing::OutOfScope => {
            Some(text!("grade {was} before, now unanswered", "之前等级 {was}，现未回答"))
        }
    };
    let excepted: Vec<_> = moved.excepted.iter().map(|(clause, _)| clause.to_string()).collect();
    let Text { en, zh, .. } = Text::list(&excepted);
    match own {
        Some(own) if excepted.is_empty() => own,
        Some(Text { en: own_en, zh: own_zh, .. }) => {
            text!("{own_en}; now excepted: {en}", "{own_zh}；现列为例外：{zh}")
        }
        None => text!("now excepted: {en}", "现列为例外：{zh}"),
    }
}

/// A grade as a number that is higher for a higher one; `None` without a grade.
fn height(side: Side<'_>) -> Option<u8> {
    side.grade.map(|grade| match grade {
        Grade::Full(level) => 2 * level.0,
        Grade::PartOf(level) => (2 * level.0).saturating_sub(1),
    })
}
