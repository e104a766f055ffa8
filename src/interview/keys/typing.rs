//! A line being typed: a reason, a note, evidence, or the words of a question.

use super::{Effect, Key};
use crate::answers::{Change, Claim};
use crate::interview::line::Line;
use crate::interview::{Interview, Mode, Prompt};

impl Interview<'_> {
    pub(super) fn type_into(&mut self, prompt: Prompt, text: &str) -> Effect {
        self.mode = Mode::Typing(prompt, Line::holding(text));
        Effect::None
    }

    pub(super) fn typing(&mut self, mut prompt: Prompt, mut line: Line, key: Key) -> Effect {
        match key {
            Key::Char(character) => line.insert(character.encode_utf8(&mut [0; 4])),
            Key::Paste(text) => line.insert(&text),
            Key::Backspace => line.backspace(),
            Key::Delete => line.delete(),
            Key::Left => line.left(),
            Key::Right => line.right(),
            Key::Home => line.home(),
            Key::End => line.end(),
            Key::Escape => {
                self.mode = Mode::Asking;
                return Effect::None;
            }
            Key::Enter => return self.typed(prompt, &line),
            Key::Up | Key::Down => {
                if let Prompt::Jump(chosen) = prompt {
                    let last = self.found(line.text()).len().saturating_sub(1);
                    let by = if key == Key::Down { 1 } else { -1 };
                    prompt = Prompt::Jump(chosen.saturating_add_signed(by).min(last));
                }
            }
        }
        self.mode = Mode::Typing(prompt, line);
        Effect::None
    }

    fn typed(&mut self, prompt: Prompt, line: &Line) -> Effect {
        let text = line.text().trim().to_owned();
        match prompt {
            Prompt::Reason if text.is_empty() => {
                self.said = Some(text!("not applicable needs a reason", "不适用需要说明原因"));
                Effect::None
            }
            Prompt::Reason => self.claim(Claim::NotApplicable { reason: text, until: None }),
            Prompt::Note => self.noted(&text),
            Prompt::Evidence if text.is_empty() => {
                self.mode = Mode::Asking;
                Effect::None
            }
            Prompt::Evidence => {
                let mut evidence = self.answer().map(|answer| answer.evidence.clone()).unwrap_or_default();
                evidence.push(text);
                self.change(Change { evidence: Some(evidence), ..Change::default() })
            }
            Prompt::Jump(chosen) => {
                if let Some((place, _)) = self.found(&text).get(chosen) {
                    self.arrive(*place);
                    self.revisited = true;
                } else {
                    self.said = Some(text!("no question has these words", "没有问题包含这些文字"));
                    self.mode = Mode::Asking;
                }
                Effect::None
            }
        }
    }

    /// Takes a note that was typed, or written in an editor; an empty one removes it.
    pub fn noted(&mut self, note: &str) -> Effect {
        let note = note.trim().to_owned();
        let old = self.answer().and_then(|answer| answer.note.clone()).unwrap_or_default();
        if note == old {
            self.mode = Mode::Asking;
            return Effect::None;
        }
        self.mode = Mode::Typing(Prompt::Note, Line::holding(&note));
        self.change(Change { note: Some(note), ..Change::default() })
    }
}
