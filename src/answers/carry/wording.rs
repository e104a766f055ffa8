//! What is said of answers to an older version of the model: which of them are read otherwise, and how.

use super::{Carried, CarriedAnswer};
use crate::answers::{Claim, Clauses};
use crate::lang::Text;

impl Carried {
    /// The ids of answers to what this version does not have.
    #[must_use]
    pub fn gone(&self) -> Vec<String> {
        self.gone.ids()
    }

    /// How many answers say something else by this version, and in what way: `76 answers are read otherwise (asked anew 45,
    /// other clauses or levels 31, not asked any more 1)`. One that is asked anew and names other clauses counts as both.
    #[must_use]
    pub fn summary(&self) -> Text {
        let count = |is_so: fn(&CarriedAnswer) -> bool| self.answers.iter().filter(|answer| is_so(answer)).count();
        let gone = self.gone.ids().len();
        let (anew, said, moved) = (
            count(|answer| answer.is_asked_anew),
            count(CarriedAnswer::says_something_else),
            count(|answer| answer.written_at != answer.id.as_str()),
        );
        let kinds = [
            (anew, text!("asked anew {anew}", "重新询问 {anew}")),
            (said, text!("other clauses or levels {said}", "要求或级别有变 {said}")),
            (moved, text!("under another id {moved}", "id 有变 {moved}")),
            (gone, text!("not asked any more {gone}", "不再询问 {gone}")),
        ];
        let kinds = kinds.into_iter().filter(|(count, _)| *count > 0).map(|(_, Text { en, zh, .. })| (en, zh));
        let (en, zh): (Vec<_>, Vec<_>) = kinds.unzip();
        let (all, en, zh) = (self.answers.len() + gone, en.join(", "), zh.join("，"));
        text!("{all} answers are read otherwise ({en})", "{all} 个答案的读法有变（{zh}）")
    }

    /// What was carried over, an answer a line; empty if all answers say what they said.
    #[must_use]
    pub fn lines(&self, gone: GoneAnswers) -> Vec<Text> {
        let gone = self.gone.ids().into_iter().map(|id| match gone {
            GoneAnswers::Kept => text!("{id}: not asked any more, kept as a comment", "{id}：不再询问，保留为注释"),
            GoneAnswers::LeftOut => text!("{id}: not asked any more, left out", "{id}：不再询问，未写入"),
        });
        self.answers.iter().map(CarriedAnswer::line).chain(gone).collect()
    }
}

/// What becomes of answers to what the model does not ask any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoneAnswers {
    /// They are comments at the end of the file they stand in.
    Kept,
    /// They are not written into another file.
    LeftOut,
}

impl CarriedAnswer {
    /// Whether it claims something else, meets clauses by other degrees, or excepts others.
    fn says_something_else(&self) -> bool {
        let Self { before, after, .. } = self;
        (&before.claim, &before.degrees, &before.except) != (&after.claim, &after.degrees, &after.except)
    }

    /// `delivery.testing.automation.design: no longer names 3.1; names 4.1 now; asked anew`.
    fn line(&self) -> Text {
        let mut parts = Vec::new();
        if self.written_at != self.id.as_str() {
            let was = &self.written_at;
            parts.push(text!("was `{was}`", "原为 `{was}`"));
        }
        match (&self.before.claim, &self.after.claim) {
            (Some(Claim::PartOf(part)), Some(Claim::Level { level, .. })) => {
                parts.push(text!("{part}- counts as {level} now", "{part}- 现在计为 {level}"));
            }
            (Some(Claim::Level { met: before, .. }), Some(Claim::Level { met: after, .. })) if before != after => {
                let only = |these: &Clauses, those: &Clauses| {
                    these.iter().filter(|id| !those.contains(id)).map(ToString::to_string).collect::<Vec<_>>()
                };
                let (lost, new) = (only(before, after), only(after, before));
                if !lost.is_empty() {
                    let Text { en, zh, .. } = Text::list(&lost);
                    parts.push(text!("no longer names {en}", "不再列明 {zh}"));
                }
                if !new.is_empty() {
                    let Text { en, zh, .. } = Text::list(&new);
                    parts.push(text!("names {en} now", "现列明 {zh}"));
                }
            }
            _ => {}
        }
        if self.before.degrees != self.after.degrees {
            parts.push(text!("other degrees of clauses", "要求的程度有变"));
        }
        if self.before.except != self.after.except {
            parts.push(text!("other clauses excepted", "例外的要求有变"));
        }
        if self.is_asked_anew {
            parts.push(text!("asked anew", "重新询问"));
        }
        let id = &self.id;
        let (en, zh): (Vec<_>, Vec<_>) = parts.into_iter().map(|Text { en, zh, .. }| (en, zh)).unzip();
        let (en, zh) = (en.join("; "), zh.join("；"));
        text!("{id}: {en}", "{id}：{zh}")
    }
}
