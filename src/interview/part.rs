//! Ticking the clauses above a level.

use std::collections::BTreeSet;

use super::effect::Effect;
use super::key::{Key, plain};
use super::mode::{Mode, Part};
use super::state::Interview;
use crate::answers::{Change, Claim, Value};
use crate::lang::Text;
use crate::model::ClauseId;

impl Interview<'_> {
    pub(super) fn open_part(&mut self) -> Effect {
        let (offered, _) = self.statements();
        let highlighted = self.highlight.and_then(|place| offered.get(place)).map(|statement| statement.first);
        let claim = self.answer().and_then(|answer| answer.claim.as_ref());
        let base = highlighted.or_else(|| self.level_claimed()).unwrap_or(self.model.floor);
        let met = match claim {
            Some(Claim::Level { met, .. }) => met.iter().copied().filter(|id| id.level > base).collect(),
            _ => BTreeSet::new(),
        };
        let part = Part { base, met, cursor: 0 };
        if self.boxes(&part).is_empty() {
            self.status = Some(text!("nothing is asked above level {base}", "级别 {base} 之上没有要求"));
        } else {
            self.mode = Mode::Part(part);
        }
        Effect::None
    }

    pub(super) fn tick(&mut self, mut part: Part, key: &Key) -> Effect {
        let boxes = self.boxes(&part);
        let last = boxes.len().saturating_sub(1);
        let action = match key {
            Key::Enter => return self.take_ticks(part),
            Key::Escape | Key::Left | Key::Backspace => 'q',
            Key::Up => 'k',
            Key::Down => 'j',
            Key::Char(character) => plain(*character),
            _ => return Effect::None,
        };
        match action {
            'k' => part.cursor = part.cursor.saturating_sub(1),
            'j' => part.cursor = (part.cursor + 1).min(last),
            ' ' => toggle(&mut part, &boxes),
            digit @ '1'..='9' => {
                let place = usize::from(digit as u8 - b'1');
                if place <= last {
                    part.cursor = place;
                    toggle(&mut part, &boxes);
                }
            }
            'q' | 'b' => {
                self.mode = Mode::Asking;
                return Effect::None;
            }
            _ => {}
        }
        self.mode = Mode::Part(part);
        Effect::None
    }

    /// Claims what is ticked. Nothing ticked, chosen or claimed before is no answer.
    fn take_ticks(&mut self, part: Part) -> Effect {
        if part.met.is_empty() && self.highlight.is_none() && self.level_claimed().is_none() {
            self.mode = Mode::Asking;
            return Effect::None;
        }
        let claim = Claim::Level { level: part.base, met: BTreeSet::new() };
        self.change(Change { value: Some(Value::Claim(claim)), met: Some(part.met), ..Change::default() })
    }
}

/// Ticks the box at the cursor, or takes its tick away.
fn toggle(part: &mut Part, boxes: &[(ClauseId, &Text)]) {
    if let Some((id, _)) = boxes.get(part.cursor)
        && !part.met.remove(id)
    {
        part.met.insert(*id);
    }
}
