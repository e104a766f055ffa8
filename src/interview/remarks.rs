//! What the last key did, in one sentence.

use super::effect::Edit;
use super::state::Interview;
use super::status::{Sign, Status};
use super::wish::Pass;
use crate::answers::{Answer, Claim, Clauses, Grade, NOTE_LIMIT, no_longer_named};
use crate::lang::{Lang, Text};
use crate::model::Dimension;
use crate::scoring::{counts_as, grade_of, level_of};

impl Interview<'_> {
    /// Says where the interview stands as it begins.
    pub fn greet(&mut self) {
        if let Some(words) = self.greet_people() {
            self.status = Some(Status::from(words));
            return;
        }
        let count = self.question_count();
        self.status = Some(Status::from(match self.confirmed_count() {
            Some(0) if self.question().is_some_and(|question| self.is_answered(question)) => {
                text!("Enter confirms the answer that is there", "按 Enter 确认已有的答案")
            }
            Some(0) => text!("a review: what has no answer is asked too", "复核：尚无答案的问题也会问到"),
            Some(confirmed) => {
                text!("{confirmed} of {count} confirmed; going on", "{count} 题中已确认 {confirmed} 题，继续")
            }
            None if self.wish.pass == Pass::Quick && self.open_count() < self.all_count() && !self.is_done() => {
                text!("going on with the first picture; the rest comes after it", "继续快速概览，其余问题随后再问")
            }
            None if self.wish.pass == Pass::Quick && !self.is_done() => {
                let Text { en, zh, .. } = self.model.kind_within(self.model.sub_domain_storey());
                text!(
                    "a first picture: one question in each {en}; every answer is saved at once",
                    "快速概览：每个{zh}一题；每个答案都会立即保存"
                )
            }
            None if self.answered_count() == 0 => text!("every answer is saved at once", "每个答案都会立即保存"),
            None => {
                let Text { en, zh, .. } = self.tally().of_all();
                text!("{en}; going on", "{zh}；继续")
            }
        }));
    }

    /// Why a question that has an answer is asked all the same: it is asked anew, or this is a review. `None` else.
    #[must_use]
    pub fn why_asked(&self) -> Option<Text> {
        if self.is_asked_again() && !self.is_done() {
            return Some(text!(
                "asked anew: it asks more than when it was answered; Enter keeps the answer",
                "重新询问：要求比作答时更多；按 Enter 保留原答案"
            ));
        }
        self.confirmed_count()?;
        let about = &self.answers.assessment;
        match (&about.date, &about.review) {
            (Some(date), Some(review)) => {
                let since = review.since;
                Some(text!(
                    "last confirmed on {date}, this review since {since}",
                    "最近确认于 {date}；本次复核始于 {since}"
                ))
            }
            (Some(date), None) => Some(text!("last confirmed on {date}", "最近确认于 {date}")),
            (None, _) => None,
        }
    }

    /// `✓ Branching → 3`, with the sub-domain's level when it is complete.
    pub(super) fn status_of_change(&self, question: &Dimension, own: Option<&Edit>, count: usize) -> Status {
        let (name_en, name_zh) = (&question.name.en, &question.name.zh);
        let Some(own) = own else {
            return Status::saved(text!("{count} more", "另有 {count} 个")).then(Sign::Arrow, not_applicable());
        };
        if let Some(change) = own.change.as_ref().filter(|change| change.value.is_none()) {
            return Status::saved(match change.evidence {
                Some(_) => text!("{name_en}: evidence saved", "{name_zh}：证据已保存"),
                None => text!("{name_en}: note saved", "{name_zh}：备注已保存"),
            });
        }
        let after = own.after.as_ref().filter(|answer| answer.claim.is_some());
        let status = match after {
            None => Status::from(text!("{name_en}: no answer", "{name_zh}：未回答")),
            Some(Answer { claim: Some(Claim::NotApplicable { .. }), .. }) => self.excuse_given(question, count),
            Some(answer) if !self.model.scoring.has_levels() => {
                Status::saved(question.name.clone()).then(Sign::Arrow, answer.clauses_met(question))
            }
            Some(answer) => {
                let (Text { en, zh, .. }, dropped) = (level_reached(question, answer), names_dropped(&own.dropped));
                let (dropped_en, dropped_zh) = (dropped.en, dropped.zh);
                Status::saved(question.name.clone()).then(Sign::Arrow, text!("{en}{dropped_en}", "{zh}{dropped_zh}"))
            }
        };
        let is_cut = after.is_some_and(|answer| self.is_note_cut(question, answer));
        let cut = is_cut.then(|| text!("notes cut to {NOTE_LIMIT} characters", "备注截至 {NOTE_LIMIT} 个字符"));
        let more = cut.into_iter().chain(self.end_of_sub_domain());
        more.fold(status, |status, words| status.then(Sign::Separator, words))
    }

    /// Not applicable, and the key that gives the reason to the rest of the sub-domain.
    fn excuse_given(&self, question: &Dimension, count: usize) -> Status {
        let Text { en, zh, .. } = &question.name;
        let name = match count.saturating_sub(1) {
            0 => question.name.clone(),
            more => text!("{en} and {more} more", "{zh}等 {count} 个"),
        };
        let status = Status::saved(name).then(Sign::Arrow, not_applicable());
        let open = self.unanswered_beside(&question.id).len();
        let Some(sub_domain) = self.sub_domain().filter(|_| open > 0) else { return status };
        // By its name, since another one may be on the screen by then.
        let (en, zh) = (&sub_domain.name.en, &sub_domain.name.zh);
        status.then(Sign::Separator, text!("a: the same for the other {open} in {en}", "按 a 用于{zh}其余 {open} 个"))
    }

    /// At the last answer of a sub-domain: its level and what holds it down.
    fn end_of_sub_domain(&self) -> Option<Text> {
        let sub_domain = self.sub_domain()?;
        // In a review all of it is answered from the beginning: its last question is the one that was not confirmed yet.
        let is_left =
            |dimension: &Dimension| self.questions.iter().any(|it| it.id == dimension.id && self.is_to_ask(it));
        let is_reviewed = self.wish.pass != Pass::Review || !sub_domain.dimensions.iter().any(is_left);
        let is_complete = is_reviewed && sub_domain.dimensions.iter().all(|dimension| self.is_answered(dimension));
        if let Some(score) = self.score_of_sub_domain(sub_domain).filter(|_| is_complete) {
            let (en, zh) = (&sub_domain.name.en, &sub_domain.name.zh);
            return Some(text!("{en}: score {score}", "{zh}：得分 {score}"));
        }
        let (_, level) = self.level_now().filter(|_| is_complete)?;
        let holds = |dimension: &&Dimension| {
            self.answers.given.of(dimension).and_then(|answer| level_of(dimension, answer)) == Some(level)
        };
        let held: Vec<_> = sub_domain.dimensions.iter().filter(holds).collect();
        let (en, zh) = (&sub_domain.name.en, &sub_domain.name.zh);
        let names = |lang| held.iter().map(|dimension| dimension.name.get(lang)).collect::<Vec<_>>();
        let (by_en, by_zh) = (names(Lang::En).join(", "), names(Lang::Zh).join("、"));
        if held.len() == sub_domain.dimensions.len() {
            return Some(text!("{en}: level {level}", "{zh}：级别 {level}"));
        }
        Some(text!("{en}: level {level}, because of {by_en}", "{zh}：级别 {level}，受限于{by_zh}"))
    }
}

/// The grade; where the claim counts as another level than its own, that first, with the reason.
fn level_reached(question: &Dimension, answer: &Answer) -> Text {
    let claimed = answer.claim.as_ref().and_then(Claim::grade);
    let (Some(claimed), Some(grade)) = (claimed, grade_of(question, answer)) else { return text!("", "") };
    match (counts_as(question, answer), grade) {
        (None, _) => Text::same(grade.to_string()),
        (Some(Text { en, zh, .. }), Grade::Full(_)) => text!("{claimed}, {en}", "{claimed}，{zh}"),
        (Some(Text { en, zh, .. }), Grade::PartOf(_)) => {
            text!("{claimed}, {en} ({grade})", "{claimed}，{zh}（{grade}）")
        }
    }
}

fn not_applicable() -> Text {
    text!("n/a", "不适用")
}

fn names_dropped(dropped: &Clauses) -> Text {
    if dropped.is_empty() {
        return text!("", "");
    }
    let Text { en, zh, .. } = no_longer_named(dropped);
    text!("; {en}", "；{zh}")
}
