//! Ticking the clauses above a level.

use std::collections::BTreeSet;

use super::{Effect, Key, plain};
use crate::answers::{Change, Claim, Value};
use crate::interview::{Interview, Mode, Part};

impl Interview<'_> {
    pub(super) fn open_part(&mut self) -> Effect {
        let (offered, _) = self.statements();
        let highlighted = self.highlight.and_then(|place| offered.get(place)).map(|statement| statement.first);
        let claim = self.answer().and_then(|answer| answer.claim.as_ref());
        let base = highlighted.or_else(|| claim.and_then(Claim::level)).unwrap_or(self.model.floor);
        let met = match claim {
            Some(Claim::Level { met, .. }) => met.iter().copied().filter(|id| id.level > base).collect(),
            _ => BTreeSet::new(),
        };
        let part = Part { base, met, cursor: 0 };
        if self.boxes(&part).is_empty() {
            self.said = Some(text!("nothing is asked above level {base}", "级别 {base} 之上没有要求"));
        } else {
            self.mode = Mode::Part(part);
        }
        Effect::None
    }

    pub(super) fn ticking(&mut self, mut part: Part, key: &Key) -> Effect {
        let boxes = self.boxes(&part);
        let toggle = |part: &mut Part, place: usize| {
            if let Some((id, _)) = boxes.get(place)
                && !part.met.remove(id)
            {
                part.met.insert(*id);
            }
        };
        match key {
            // Nothing ticked and nothing claimed before: nothing was answered.
            Key::Enter if part.met.is_empty() && self.highlight.is_none() && !self.claims_a_level() => {
                self.mode = Mode::Asking;
                return Effect::None;
            }
            Key::Enter => {
                let claim = Claim::Level { level: part.base, met: BTreeSet::new() };
                return self.change(Change {
                    value: Some(Value::Claim(claim)),
                    met: Some(part.met),
                    ..Change::default()
                });
            }
            Key::Escape | Key::Left | Key::Backspace => {
                self.mode = Mode::Asking;
                return Effect::None;
            }
            Key::Up => part.cursor = part.cursor.saturating_sub(1),
            Key::Down => part.cursor = (part.cursor + 1).min(boxes.len().saturating_sub(1)),
            Key::Char(character) => match plain(*character) {
                'k' => part.cursor = part.cursor.saturating_sub(1),
                'j' => part.cursor = (part.cursor + 1).min(boxes.len().saturating_sub(1)),
                ' ' => {
                    let cursor = part.cursor;
                    toggle(&mut part, cursor);
                }
                digit @ '1'..='9' => {
                    let place = usize::from(digit as u8 - b'1');
                    toggle(&mut part, place);
                    part.cursor = place.min(boxes.len().saturating_sub(1));
                }
                'q' | 'b' => {
                    self.mode = Mode::Asking;
                    return Effect::None;
                }
                _ => {}
            },
            _ => {}
        }
        self.mode = Mode::Part(part);
        Effect::None
    }
}
