//! A line being typed: a reason, a note, evidence, or the words of a question.

use super::effect::Effect;
use super::key::Key;
use super::line::Line;
use super::mode::{Mode, Prompt};
use super::state::Interview;
use super::status::Status;
use crate::answers::{Change, Claim};

impl Interview<'_> {
    pub(super) fn type_into(&mut self, prompt: Prompt, text: &str) -> Effect {
        self.mode = Mode::Typing(prompt, Line::holding(text));
        Effect::None
    }

    pub(super) fn type_key(&mut self, mut prompt: Prompt, mut line: Line, key: Key) -> Effect {
        match key {
            Key::Escape => {
                self.status = None;
                match prompt {
                    Prompt::Evidence(place) => self.show_evidence(place.unwrap_or(usize::MAX)),
                    Prompt::Outcome(_) => self.mode = Mode::Done,
                    _ => self.mode = Mode::Asking,
                }
                return Effect::None;
            }
            Key::Enter => return self.take_line(prompt, &line),
            Key::Up | Key::Down => {
                if let Prompt::Jump(chosen) = prompt {
                    let by = if key == Key::Down { 1 } else { -1 };
                    prompt = Prompt::Jump(self.choose_found(line.text(), chosen, by));
                }
            }
            key => {
                line.edit(&key);
                // What was said of the words before holds no longer.
                self.status = None;
            }
        }
        self.mode = Mode::Typing(prompt, line);
        Effect::None
    }

    /// Empties the line that is being typed, where one typed anew replaces it.
    pub fn clear_line(&mut self) {
        if let Mode::Typing(_, line) = &mut self.mode {
            *line = Line::default();
        }
    }

    fn take_line(&mut self, prompt: Prompt, line: &Line) -> Effect {
        let text = line.text().trim().to_owned();
        match prompt {
            Prompt::Reason if text.is_empty() => {
                self.status = Some(Status::from(text!("not applicable needs a reason", "不适用需要说明原因")));
                Effect::None
            }
            Prompt::Reason => self.claim(Claim::NotApplicable { reason: text, until: None }),
            Prompt::Note => self.set_note(&text),
            Prompt::Evidence(place) => self.take_evidence(place, text),
            Prompt::Outcome(metric) => self.take_outcome(metric, &text),
            Prompt::Jump(chosen) => self.jump(line, chosen),
        }
    }

    /// Takes a note that was typed, or written in an editor; an empty one removes it.
    pub fn set_note(&mut self, note: &str) -> Effect {
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
