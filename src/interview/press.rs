//! What a key does, by what is on the screen.

use super::below::Below;
use super::effect::Effect;
use super::key::{Key, plain, without_use};
use super::mode::Mode;
use super::state::Interview;
use super::status::Status;

impl Interview<'_> {
    /// What a key does now.
    pub fn press(&mut self, key: Key) -> Effect {
        match self.mode.clone() {
            Mode::Asking => self.ask_key(&key),
            Mode::Base => self.choose_base(&key),
            Mode::Part(part) => self.tick(part, &key),
            Mode::Excepting(part, line) => self.except_key(part, line, &key),
            Mode::Typing(prompt, line) => self.type_key(prompt, line, key),
            Mode::Evidence(cursor) => self.evidence_key(cursor, &key),
            Mode::Help(from) => self.help_key(from, &key, Mode::Help),
            Mode::Opinions(from) => self.help_key(from, &key, Mode::Opinions),
            Mode::Taking => self.taking_key(&key),
            Mode::Done => self.end_key(&key),
        }
    }

    /// A key while more is read than the screen holds.
    fn help_key(&mut self, from: usize, key: &Key, shown: fn(usize) -> Mode) -> Effect {
        self.mode = match key {
            Key::Up => shown(from.saturating_sub(1)),
            Key::Down => shown(from + usize::from(self.below == Below::More)),
            Key::Char(character) => match plain(*character) {
                'k' => shown(from.saturating_sub(1)),
                'j' | ' ' => shown(from + usize::from(self.below == Below::More)),
                _ => Mode::Asking,
            },
            _ => Mode::Asking,
        };
        Effect::None
    }

    /// Says that a character means nothing here, as where an input method is left on.
    pub(super) fn refuse_key(&mut self, key: &Key) -> Effect {
        if let Key::Char(character) = key {
            self.status = Some(Status::from(without_use(*character)));
        }
        Effect::None
    }

    fn end_key(&mut self, key: &Key) -> Effect {
        let excuse = self.excuse.take();
        let character = match key {
            Key::Char(character) => plain(*character),
            Key::Left | Key::Backspace => 'b',
            Key::Enter if self.is_picture() => {
                self.deepen();
                return Effect::None;
            }
            Key::Enter if self.offers_outcomes() => return self.ask_outcomes(),
            Key::Enter => 'q',
            _ => return Effect::None,
        };
        self.status = None;
        match character {
            'b' if !self.questions.is_empty() => {
                self.revisit(self.place);
                Effect::None
            }
            'a' if excuse.is_some() => self.excuse_the_rest(excuse),
            'u' => self.next_open(),
            'o' if self.model.asks_outcomes => self.ask_outcomes(),
            'z' => self.take_back(),
            'q' => Effect::Leave,
            _ => self.refuse_key(key),
        }
    }
}
