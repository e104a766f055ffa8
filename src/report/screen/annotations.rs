//! What stands beside the statements: what the answer is, where no statement shows that, and the note and evidence.

use crate::answers::{Answer, Claim};
use crate::interview::Interview;
use crate::lang::Text;
use crate::report::kit::style::Style;
use crate::text::{cut, one_line, width};

/// One line each.
pub(super) struct Annotations<'a> {
    /// What Enter would take or confirm, and no statement shows.
    claim: Vec<String>,
    /// The note and the evidence.
    beside: Vec<String>,
    style: &'a Style,
}

/// The annotations, as far as there is room for them.
pub(super) struct Fitted {
    /// What the answer is before the others, below a blank line if there is room for that too.
    pub lines: Vec<String>,
    /// All that there was no room for, in one line; `None` if that is nothing.
    pub left_out: Option<String>,
}

impl<'a> Annotations<'a> {
    /// The annotations of the question on the screen.
    pub(super) fn of(interview: &Interview<'_>, style: &'a Style) -> Self {
        let words = |text: Text| text.into_string(style.lang);
        let mut claim: Vec<_> = suggestion(interview).into_iter().map(words).collect();
        let mut beside = Vec::new();
        if let Some(answer) = interview.answer() {
            let of_claim = part_not_named(answer);
            let shown = usize::from(matches!(answer.claim, Some(Claim::NotApplicable { .. } | Claim::PartOf(_))));
            let mut lines = annotations(answer, of_claim).into_iter().map(words);
            claim.extend(lines.by_ref().take(shown));
            beside.extend(lines);
        }
        Self { claim, beside, style }
    }

    /// The rows that what the answer is takes, whatever else has to give way for it.
    pub(super) fn least(&self) -> usize {
        self.claim.len()
    }

    /// As much as there is room for.
    pub(super) fn fit(&self, room: usize) -> Fitted {
        let all: Vec<_> = self.claim.iter().chain(&self.beside).map(String::as_str).collect();
        let (shown, left_out) = all.split_at(room.min(all.len()));
        let has_blank = !all.is_empty() && all.len() < room;
        let draw = |words: &str| self.style.colors.dim(&cut(words, self.style.width));
        Fitted {
            lines: has_blank.then(String::new).into_iter().chain(shown.iter().map(|words| draw(words))).collect(),
            left_out: in_one_line(left_out, self.style).map(|line| self.style.colors.dim(&line)),
        }
    }
}

/// Several things in one line, of which what comes first gives way to the others; `None` where there is nothing.
fn in_one_line(all: &[&str], style: &Style) -> Option<String> {
    let (first, rest) = all.split_first()?;
    let separator = style.signs().separator;
    if rest.is_empty() {
        return Some(cut(first, style.width).into_owned());
    }
    let rest = rest.join(separator);
    let room = style.width.saturating_sub(width(separator));
    let rest = cut(&rest, room.saturating_sub(width(first)).max(room / 2)).into_owned();
    Some([&cut(first, room - width(&rest)), separator, &rest].concat())
}

/// Why the question does not apply, what else is said of the claim, then the note and the evidence, each as a line.
pub(super) fn annotations(answer: &Answer, of_claim: impl IntoIterator<Item = Text>) -> Vec<Text> {
    let mut said = Vec::new();
    if let Some(Claim::NotApplicable { reason, .. }) = &answer.claim {
        let reason = one_line(reason);
        said.push(text!("not applicable: {reason}", "不适用：{reason}"));
    }
    said.extend(of_claim);
    if let Some(note) = &answer.note {
        let note = one_line(note);
        said.push(text!("note: {note}", "备注：{note}"));
    }
    if !answer.evidence.is_empty() {
        let list = answer.evidence.iter().map(|entry| one_line(entry)).collect::<Vec<_>>().join(", ");
        said.push(text!("evidence: {list}", "证据：{list}"));
    }
    said
}

/// Why a statement is highlighted that nobody pointed at.
fn suggestion(interview: &Interview<'_>) -> Option<Text> {
    if !interview.is_suggested() {
        return None;
    }
    if interview.people().is_some() {
        return Some(text!("Enter takes the answer that is there", "按 Enter 采用已有的答案"));
    }
    Some(text!("answered elsewhere in the same words; Enter takes it", "别处有相同的问题已作答，按 Enter 采用"))
}

/// What a grade claims beside the level that is met in full.
fn part_not_named(answer: &Answer) -> Option<Text> {
    let Some(Claim::PartOf(level)) = &answer.claim else { return None };
    Some(text!(
        "grade {level}-: a part of level {level} that is not named",
        "等级 {level}-：部分做到级别 {level}，未列明"
    ))
}
