//! The evidence of a question as a list: entries are added, changed and removed.

use super::effect::Effect;
use super::key::{Key, plain};
use super::line::Line;
use super::mode::{Mode, Prompt};
use super::state::Interview;
use crate::answers::Change;

impl Interview<'_> {
    /// The list, or a line for the first entry of it.
    pub(super) fn open_evidence(&mut self) -> Effect {
        if self.evidence().is_empty() {
            return self.type_into(Prompt::Evidence(None), "");
        }
        self.mode = Mode::Evidence(0);
        Effect::None
    }

    pub(super) fn evidence_key(&mut self, cursor: usize, key: &Key) -> Effect {
        self.status = None;
        let entries = self.evidence();
        let last = entries.len().saturating_sub(1);
        let entry = entries.get(cursor).cloned().unwrap_or_default();
        let action = match key {
            Key::Enter => return self.type_into(Prompt::Evidence(Some(cursor)), &entry),
            Key::Paste(text) => {
                self.mode = Mode::Typing(Prompt::Evidence(None), Line::default());
                return self.press(Key::Paste(text.clone()));
            }
            Key::Up => 'k',
            Key::Down => 'j',
            Key::Delete => 'c',
            Key::Escape | Key::Left | Key::Backspace => 'q',
            Key::Char(character) => plain(*character),
            _ => return Effect::None,
        };
        self.mode = match action {
            'k' => Mode::Evidence(cursor.saturating_sub(1)),
            'j' => Mode::Evidence((cursor + 1).min(last)),
            'v' => return self.type_into(Prompt::Evidence(None), ""),
            'c' => return self.replace_evidence(Some(cursor), None),
            'q' | 'b' => Mode::Asking,
            _ => return self.refuse_key(key),
        };
        Effect::None
    }

    /// Takes a line for the entry at a place, or for one more; an empty one changes nothing.
    pub(super) fn take_evidence(&mut self, place: Option<usize>, text: String) -> Effect {
        if text.is_empty() || place.is_some_and(|place| self.evidence().get(place) == Some(&text)) {
            self.show_evidence(place.unwrap_or(usize::MAX));
            return Effect::None;
        }
        self.replace_evidence(place, Some(text))
    }

    fn replace_evidence(&self, place: Option<usize>, text: Option<String>) -> Effect {
        let mut entries = self.evidence().to_vec();
        match (place.filter(|place| *place < entries.len()), text) {
            (Some(place), Some(text)) => entries[place] = text,
            (Some(place), None) => drop(entries.remove(place)),
            (None, text) => entries.extend(text),
        }
        self.change(Change { evidence: Some(entries), ..Change::default() })
    }

    /// The list, as long as there is one, with the cursor at this entry or the last one.
    pub(super) fn show_evidence(&mut self, place: usize) {
        self.mode = match self.evidence().len().checked_sub(1) {
            Some(last) => Mode::Evidence(place.min(last)),
            None => Mode::Asking,
        };
    }

    fn evidence(&self) -> &[String] {
        self.answer().map(|answer| &answer.evidence[..]).unwrap_or_default()
    }
}
