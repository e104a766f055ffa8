//! What answers claim, in words.

use super::list::ids;
use crate::answers::{Answer, Claim, Exception, Grade, excepted};
use crate::lang::Text;
use crate::model::ClauseId;
use crate::scoring::Scored;
use crate::text::one_line;

/// What an answer claims, as people would say it: `2, and 3.1`, `3, 2 clauses excepted`.
pub(in crate::report) fn claim(answer: Option<&Answer>) -> Text {
    let Text { en, zh, .. } = claim_alone(answer);
    match answer.and_then(|answer| excepted(answer.except.len())) {
        None => Text::new(en, zh),
        Some(Text { en: excepted_en, zh: excepted_zh, .. }) => text!("{en}, {excepted_en}", "{zh}，{excepted_zh}"),
    }
}

fn claim_alone(answer: Option<&Answer>) -> Text {
    match answer.and_then(|answer| answer.claim.as_ref()) {
        None => text!("unanswered", "未回答"),
        Some(Claim::NotApplicable { reason, until }) => {
            let reason = one_line(reason);
            match until {
                None => text!("not applicable: {reason}", "不适用：{reason}"),
                Some(until) => text!("not applicable until {until}: {reason}", "不适用（截至 {until}）：{reason}"),
            }
        }
        Some(Claim::PartOf(level)) => {
            let grade = Grade::PartOf(*level);
            text!(
                "{grade}, a part of level {level} that is not named",
                "{grade}，即部分做到级别 {level}，未列明哪些要求"
            )
        }
        Some(Claim::Level { level, met }) if met.is_empty() => text!("level {level}", "级别 {level}"),
        Some(Claim::Level { level, met }) => {
            let (en, zh) = ids(met.iter());
            text!("level {level}, and {en}", "级别 {level}，并满足 {zh}")
        }
    }
}

/// What the answer to a dimension claims, and what that counts as where it is another level.
pub(in crate::report) fn counted_claim(scored: &Scored<'_>) -> Text {
    let said = claim(scored.answer);
    match scored.counts_as() {
        None => said,
        Some(counts) => {
            let (Text { en, zh, .. }, Text { en: counts_en, zh: counts_zh, .. }) = (said, counts);
            text!("{en}, {counts_en}", "{zh}，{counts_zh}")
        }
    }
}

/// `3.2: there is only one team (until 2027-01-01)`: a clause that is not asked of the team, and why.
pub(in crate::report) fn exception(id: ClauseId, exception: &Exception) -> Text {
    let reason = one_line(&exception.reason);
    match exception.until {
        None => text!("{id}: {reason}", "{id}：{reason}"),
        Some(until) => text!("{id}: {reason} (until {until})", "{id}：{reason}（截至 {until}）"),
    }
}
