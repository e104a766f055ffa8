//! Holds an assessment to its targets, its rules and an earlier assessment.

mod answer;
mod case;
mod failing_reason;
mod regression;
mod sub_domain;
mod target;
mod verdict;

use super::reason::{Code, Reason};
use crate::lang::Text;
use failing_reason::failing_reason;
use target::{out_of_scope_reason, target_reason};

pub use case::{Case, Evidence};
pub use sub_domain::{Judged, Judgement, held_to};
pub use verdict::Verdict;

/// Judges an assessment by its targets, its rules and an earlier assessment.
///
/// The reasons come failures first, then in the order of their codes.
#[must_use]
pub fn judge<'m>(case: Case<'_, 'm>) -> Verdict<'m> {
    let mut verdict = Verdict { reasons: Vec::new(), judged: Vec::new() };
    let mut has_judged = false;
    for (scored, judged) in held_to(case.outcome, case.targets) {
        has_judged |= matches!(judged.judgement, Judgement::Met | Judgement::Below) && scored.answered > 0;
        verdict.reasons.extend(target_reason(&case, scored, &judged));
        verdict.judged.push(judged);
    }
    verdict.reasons.extend(case.targets.0.iter().filter_map(|target| out_of_scope_reason(&case, target)));
    // Where something fails by its target already, that says all; else the targets would pass by judging nothing.
    if !case.targets.0.is_empty() && !has_judged && verdict.passes() {
        let model = case.outcome.model;
        let Text { en, zh, .. } = model.kind_within(model.sub_domain_storey());
        let message = text!(
            "there are targets, and no {en} with answers that could be held to them",
            "设有目标，但没有任何有答案的{zh}可供判定"
        );
        verdict.reasons.push(failing_reason(&case, Code::NothingJudged, None, message));
    }
    verdict.reasons.extend(stale_reason(&case));
    verdict.reasons.extend(answer::reasons(&case));
    verdict.reasons.extend(no_baseline_reason(&case));
    verdict.reasons.extend(case.since.into_iter().flat_map(|since| regression::reasons(&case, since)));
    verdict.reasons.sort_by_key(|reason| (reason.severity, reason.code));
    verdict
}

/// The reason for a date that is missing, too old or in the future; `None` if the rules do not ask or it is recent.
fn stale_reason<'m>(case: &Case<'_, 'm>) -> Option<Reason<'m>> {
    let days = case.rules.max_age_days?;
    let message = match case.written.assessment.date {
        None => text!("the assessment has no date", "评估没有日期"),
        // Somewhere it is tomorrow already: a team east of the build server is not in the future.
        Some(date) if date.days_before(1) > case.day => {
            text!("the assessment is dated {date}, which is yet to come", "评估日期 {date} 尚未到来")
        }
        Some(date) if date < case.day.days_before(days) => text!(
            "the assessment is of {date}; the policy allows {days} days",
            "评估日期为 {date}，策略最多允许 {days} 天"
        ),
        Some(_) => return None,
    };
    Some(failing_reason(case, Code::Stale, None, message))
}

/// The reason for a comparison that is required and was not made; `None` if it was made or is not required.
fn no_baseline_reason<'m>(case: &Case<'_, 'm>) -> Option<Reason<'m>> {
    let is_missing = case.rules.require_baseline && case.since.is_none();
    let message = text!(
        "nothing to compare with, and the policy requires earlier answers",
        "无可比较，而策略要求与更早的答案比较"
    );
    is_missing.then(|| failing_reason(case, Code::NoBaseline, None, message))
}
