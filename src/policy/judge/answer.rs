//! What the rules ask of single answers: reasons not to apply, and evidence.

use std::collections::BTreeSet;

use super::case::{Case, Evidence};
use super::failing_reason::failing_reason;
use crate::answers::{Answer, Claim};
use crate::lang::Text;
use crate::model::{Dimension, Node};
use crate::policy::reason::{Code, Reason, Severity};
use crate::scoring::claims_part_of;

/// The reasons that single answers in scope give.
pub(super) fn reasons<'m>(case: &Case<'_, 'm>) -> Vec<Reason<'m>> {
    let mut reasons = Vec::new();
    for (dimension, _) in case.outcome.overall.dimensions() {
        let Some(answer) = case.written.given.of(dimension) else { continue };
        if case.written.assessment.ask_again.contains(&dimension.id) {
            let message = text!("asks more than when it was answered", "要求比作答时更多");
            reasons.push(Reason {
                line: case.written.file.line(answer.offset),
                severity: Severity::Warn,
                ..failing_reason(case, Code::AskedAnew, Some(Node::Dimension(dimension)), message)
            });
        }
        let found = not_applicable(case, answer).into_iter().chain(excepted(case, answer));
        let found = found.map(|(code, message)| (code, message, None));
        let lacking = evidence(case, dimension, answer).into_iter();
        let found = found.chain(lacking.map(|(message, entry)| (Code::MissingEvidence, message, entry)));
        reasons.extend(found.map(|(code, message, evidence)| Reason {
            line: case.written.file.line(answer.offset),
            evidence,
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

/// What the rules ask of exceptions, the same as of what does not apply: one reason a code, so that it has one identity.
fn excepted(case: &Case<'_, '_>, answer: &Answer) -> Vec<(Code, Text)> {
    let judged = answer.except.iter().filter_map(|(id, exception)| {
        let reason = &exception.reason;
        match exception.until {
            Some(until) if exception.is_expired(case.day) => Some((
                Code::ExceptionExpired,
                text!("clause {id} excepted until {until} only: {reason}", "要求 {id} 仅例外到 {until} 为止：{reason}"),
            )),
            _ if !case.rules.allow_na => Some((
                Code::NaNotAllowed,
                text!(
                    "clause {id} is excepted, which the policy does not allow: {reason}",
                    "要求 {id} 列为例外，而策略不允许例外：{reason}"
                ),
            )),
            None if case.rules.na_needs_until => Some((
                Code::NaWithoutUntil,
                text!(
                    "clause {id} excepted without a day to look again: {reason}",
                    "要求 {id} 的例外未写明重新审视的日期：{reason}"
                ),
            )),
            _ => None,
        }
    });
    let mut reasons: Vec<(Code, Text)> = Vec::new();
    for (code, Text { en, zh, .. }) in judged {
        match reasons.iter_mut().find(|(other, _)| *other == code) {
            Some((_, Text { en: all_en, zh: all_zh, .. })) => {
                (*all_en, *all_zh) = (format!("{all_en}; {en}").into(), format!("{all_zh}；{zh}").into());
            }
            None => reasons.push((code, Text::new(en, zh))),
        }
    }
    reasons
}

/// What evidence is missing, with the entry that names it; `None` if there is no entry at all.
fn evidence(case: &Case<'_, '_>, dimension: &Dimension, answer: &Answer) -> Vec<(Text, Option<String>)> {
    let mut missing = Vec::new();
    if let Some(from) = case.rules.evidence_from {
        let top = case.outcome.model.top();
        let needs = from.up_to(top).any(|level| claims_part_of(dimension, answer, level));
        if needs && answer.evidence.is_empty() {
            let message = text!(
                "claims clauses of level {from} or above without evidence",
                "声明满足级别 {from} 及以上的要求，但没有证据"
            );
            missing.push((message, None));
        }
    }
    if case.rules.evidence_must_exist {
        // An entry that stands there twice is missing once.
        let mut seen = BTreeSet::new();
        missing.extend(answer.evidence.iter().filter(|entry| seen.insert(*entry)).filter_map(|entry| {
            let message = match (case.evidence)(entry) {
                Evidence::Link | Evidence::Found => return None,
                Evidence::Missing => text!("there is no evidence file `{entry}`", "证据文件 `{entry}` 不存在"),
                Evidence::Outside => {
                    text!("evidence `{entry}` is not inside the repository", "证据 `{entry}` 不在代码库之内")
                }
            };
            Some((message, Some(entry.clone())))
        }));
    }
    missing
}
