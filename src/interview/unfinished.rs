//! What is lost if an interview is left now: a line that is being typed, or boxes that were ticked.

use super::line::Line;
use super::mode::{Mode, Part, Prompt};
use super::state::Interview;
use crate::lang::Text;

impl Interview<'_> {
    /// What was begun and is not saved, in one sentence; `None` if nothing is lost by leaving.
    #[must_use]
    pub fn unfinished(&self) -> Option<Text> {
        match &self.mode {
            Mode::Typing(Prompt::Jump(_), _) => None,
            Mode::Typing(prompt, line) => unsaved_line(line, &self.before_typing(*prompt)),
            Mode::Excepting(part, line) => unsaved_line(line, "").or_else(|| self.unsaved_ticks(part)),
            Mode::Part(part) => self.unsaved_ticks(part),
            _ => None,
        }
    }

    fn unsaved_ticks(&self, part: &Part) -> Option<Text> {
        let words = text!(
            "what was ticked last is not saved: it was left without Enter",
            "最后勾选的内容未保存：退出前没有按 Enter"
        );
        Some(words).filter(|_| self.is_changed(part))
    }

    /// What stood in the line when it was opened.
    fn before_typing(&self, prompt: Prompt) -> String {
        let answer = self.answer();
        let before = match prompt {
            Prompt::Reason => Some(self.reason_before()),
            Prompt::Note => answer.and_then(|answer| answer.note.clone()),
            Prompt::Evidence(place) => {
                answer.zip(place).and_then(|(answer, place)| answer.evidence.get(place).cloned())
            }
            Prompt::Outcome(metric) => Some(self.outcome_text(metric)),
            Prompt::Jump(_) => None,
        };
        before.unwrap_or_default()
    }
}

/// What a line holds that it did not when it was opened.
fn unsaved_line(line: &Line, before: &str) -> Option<Text> {
    let typed = line.text().trim();
    let words = text!(
        "what was being typed is not saved: it was left without Enter: `{typed}`",
        "正在输入的内容未保存：退出前没有按 Enter：`{typed}`"
    );
    Some(words).filter(|_| !typed.is_empty() && typed != before.trim())
}
