//! What the rules ask of single answers: reasons not to apply, and evidence.

use super::{Case, Evidence, failing_reason};
use crate::answers::{Answer, Claim};
use crate::lang::Text;
use crate::model::{Dimension, Node};
use crate::policy::{Code, Reason, Severity};
use crate::scoring::claims_part_of;

/// The reasons that single answers in scope give.
pub(super) fn reasons<'m>(case: &Case<'_, 'm>) -> Vec<Reason<'m>> {
    let mut reasons = Vec::new();
    for (dimension, _) in case.outcome.overall.dimensions() {
        let Some(answer) = case.written.given.get(&dimension.id) else { continue };
        if case.written.assessment.ask_again.contains(&dimension.id) {
            let message = text!("asks more than when it was answered", "要求比作答时更多");
            reasons.push(Reason {
                line: answer.line,
                severity: Severity::Warn,
                ..failing_reason(case, Code::AskedAnew, Some(Node::Dimension(dimension)), message)
            });
        }
        let found = not_applicable(case, answer).into_iter().chain(evidence(case, dimension, answer));
        reasons.extend(found.map(|(code, message)| Reason {
            line: answer.line,
            ..failing_reason(case, code, Some(Node::Dimension(dimension)), message)
        }));
    }
    reasons
}

fn not_applicable(case: &Case<'_, '_>, answer: &Answer) -> Option<(Code, Text)> {
    let Some(Claim::NotApplicable { reason, until }) = &answer.claim else { return None };
    match until {
        Some(until) if answer.is_expired(case.day) => Some((
            Code::NaExpired,
            text!("not applicable until {until} only: {reason}", "“不适用”仅到 {until} 为止：{reason}"),
        )),
        _ if !case.rules.allow_na => Some((
            Code::NaNotAllowed,
            text!("not applicable, which the policy does not allow: {reason}", "策略不允许填写“不适用”：{reason}"),
        )),
        None if case.rules.na_needs_until => Some((
            Code::NaWithoutUntil,
            text!("not applicable without a day to look again: {reason}", "“不适用”未写明重新审视的日期：{reason}"),
        )),
        _ => None,
    }
}

fn evidence(case: &Case<'_, '_>, dimension: &Dimension, answer: &Answer) -> Vec<(Code, Text)> {
    let mut missing = Vec::new();
    if let Some(from) = case.rules.evidence_from {
        let top = case.outcome.model.top();
        let needs = from.up_to(top).any(|level| claims_part_of(dimension, answer, level));
        if needs && answer.evidence.is_empty() {
            missing.push(text!(
                "claims clauses of level {from} or above without evidence",
                "声称满足级别 {from} 及以上的要求，但没有证据"
            ));
        }
    }
    if case.rules.evidence_must_exist {
        missing.extend(answer.evidence.iter().filter_map(|entry| match (case.evidence)(entry) {
            Evidence::Link | Evidence::Found => None,
            Evidence::Missing => Some(text!("there is no evidence file `{entry}`", "证据文件 `{entry}` 不存在")),
            Evidence::Outside => {
                Some(text!("evidence `{entry}` is not inside the repository", "证据 `{entry}` 不在代码库之内"))
            }
        }));
    }
    missing.into_iter().map(|message| (Code::MissingEvidence, message)).collect()
}
