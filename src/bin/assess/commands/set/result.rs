//! What a change led to, in words: the result of `assess set`.

use assess::answers::{Answer, Answers, Claim, Clauses, Grade, excepted, no_longer_named};
use assess::lang::Text;
use assess::model::{Dimension, Model};
use assess::scoring::{counts_as, grade_of};
use assess::text;

/// What the change led to, by the answers as they were read back from the new text.
pub fn describe(model: &Model, changed: &Answers, dimension: &Dimension, dropped: &Clauses) -> Text {
    let id = &dimension.id;
    let answer = changed.given.get(id);
    let claim = answer.and_then(|answer| answer.claim.as_ref());
    let said = match claim {
        None => text!("{id}: unanswered", "{id}：未回答"),
        Some(Claim::NotApplicable { .. }) => text!("{id}: not applicable", "{id}：不适用"),
        Some(_) if !model.scoring.has_levels() => {
            let Text { en, zh, .. } = answer.unwrap_or(&Answer::default()).clauses_met(dimension);
            text!("{id}: {en}", "{id}：{zh}")
        }
        Some(claim) => {
            let claimed = claim.grade().map(|grade| grade.to_string()).unwrap_or_default();
            let grade = answer.and_then(|answer| grade_of(dimension, answer));
            let part = grade.filter(|grade| matches!(grade, Grade::PartOf(_)));
            match (answer.and_then(|answer| counts_as(dimension, answer)), claim.level(), part) {
                (Some(Text { en, zh, .. }), _, None) => {
                    text!("{id}: level {claimed}, {en}", "{id}：级别 {claimed}，{zh}")
                }
                (Some(Text { en, zh, .. }), _, Some(part)) => {
                    text!("{id}: level {claimed}, {en}, grade {part}", "{id}：级别 {claimed}，{zh}，等级 {part}")
                }
                (None, Some(level), Some(part)) => {
                    text!("{id}: level {level}, grade {part}", "{id}：级别 {level}，等级 {part}")
                }
                _ => text!("{id}: level {claimed}", "{id}：级别 {claimed}"),
            }
        }
    };
    let said = match answer.and_then(|answer| excepted(answer.except.len())) {
        None => said,
        Some(Text { en, zh, .. }) => {
            let Text { en: said_en, zh: said_zh, .. } = said;
            text!("{said_en}, {en}", "{said_zh}，{zh}")
        }
    };
    if dropped.is_empty() {
        return said;
    }
    let (Text { en, zh, .. }, Text { en: dropped_en, zh: dropped_zh, .. }) = (said, no_longer_named(dropped));
    text!("{en}; {dropped_en}", "{zh}；{dropped_zh}")
}
