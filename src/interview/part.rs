//! Ticking the clauses above a level.

mod numbers;
mod ticks;

use super::effect::Effect;
use super::key::{Key, plain};
use super::line::Line;
use super::mode::{Mode, Part, Warning};
use super::state::Interview;
use super::status::Status;
use crate::answers::{Change, Claim, Clauses, Exception, Value};
use crate::model::{Clause, ClauseId, Level};

impl Interview<'_> {
    /// Offers boxes above the level highlighted, else above the present answer; else asks for the level first.
    pub(super) fn open_part(&mut self) -> Effect {
        if !self.model.scoring.has_levels() {
            self.offer_boxes(self.model.floor);
            return Effect::None;
        }
        let (offered, _) = self.statements();
        let highlighted = self.highlight.and_then(|place| offered.get(place)).map(|statement| statement.first);
        match highlighted.or_else(|| self.level_claimed()) {
            Some(base) => self.offer_boxes(base),
            None => self.mode = Mode::Base,
        }
        Effect::None
    }

    /// Takes the level that holds in full.
    pub(super) fn choose_base(&mut self, key: &Key) -> Effect {
        let (offered, _) = self.statements();
        self.status = None;
        let chosen = match key {
            Key::Enter => self.highlight.and_then(|place| offered.get(place)).map(|statement| statement.first),
            Key::Up => return self.point(-1),
            Key::Down => return self.point(1),
            Key::Char(character) => match plain(*character) {
                'k' => return self.point(-1),
                'j' => return self.point(1),
                digit => self.statement_of(digit).map(|statement| statement.first),
            },
            _ => {
                self.mode = Mode::Asking;
                return Effect::None;
            }
        };
        if let Some(base) = chosen {
            self.offer_boxes(base);
            return Effect::None;
        }
        let (floor, top) = (self.model.floor, self.model.top());
        let is_digit = matches!(key, Key::Char(character) if plain(*character).is_ascii_digit());
        self.status = Some(Status::from(if is_digit {
            text!("levels are {floor} to {top}", "级别为 {floor} 到 {top}")
        } else {
            text!(
                "first the level that holds in full, {floor} to {top}; then the clauses above it",
                "先选已完整达到的级别（{floor} 到 {top}），再勾选更高级别中已做到的要求"
            )
        }));
        Effect::None
    }

    /// Opens the boxes of a model without levels, and gives them a key that was pressed on the question.
    pub(super) fn tick_with(&mut self, key: &Key) -> Effect {
        self.open_part();
        match self.mode.clone() {
            Mode::Part(part) => self.tick(part, key),
            _ => Effect::None,
        }
    }

    /// What the answer that is there ticks above a level.
    #[must_use]
    pub fn ticks_above(&self, base: Level) -> Part {
        let said = self.said_before().or_else(|| self.answer());
        let met = match said.and_then(|answer| answer.claim.as_ref()) {
            Some(Claim::Level { met, .. }) => met.iter().copied().filter(|id| id.level > base).collect(),
            Some(_) => Clauses::new(),
            None => self.met_elsewhere().into_keys().filter(|id| id.level > base).collect(),
        };
        let except = said.map(|answer| answer.except.clone()).unwrap_or_default();
        let degrees = said.map(|answer| answer.degrees.clone()).unwrap_or_default();
        let degrees = degrees.into_iter().filter(|(id, _)| id.level > base).collect();
        Part { base, met, degrees, except, cursor: 0, typed: String::new(), warning: None }
    }

    fn offer_boxes(&mut self, base: Level) {
        let part = self.ticks_above(base);
        if self.boxes(&part).is_empty() {
            self.status = Some(Status::from(text!("nothing is asked above level {base}", "级别 {base} 之上没有要求")));
            self.mode = Mode::Asking;
        } else {
            self.status = None;
            self.mode = Mode::Part(part);
        }
    }

    pub(super) fn tick(&mut self, mut part: Part, key: &Key) -> Effect {
        self.status = None;
        let boxes = self.boxes(&part);
        let last = boxes.len().saturating_sub(1);
        let warning = part.warning.take();
        match key {
            Key::Enter if part.typed.is_empty() && warning == Some(Warning::Unknown) && part.names_nothing() => {
                self.warn_unticked(&mut part);
            }
            Key::Enter if part.typed.is_empty() => return self.take_ticks(part),
            Key::Enter => self.end_number(&mut part, &boxes),
            Key::Backspace if part.typed.pop().is_some() => {}
            Key::Escape | Key::Left | Key::Backspace => return self.close_part(part, warning),
            Key::Up => part.move_to(part.cursor.saturating_sub(1)),
            Key::Down => part.move_to((part.cursor + 1).min(last)),
            Key::Paste(numbers) => self.tick_all(&mut part, &boxes, numbers),
            Key::Char(character) => match plain(*character) {
                'k' => part.move_to(part.cursor.saturating_sub(1)),
                'j' => part.move_to((part.cursor + 1).min(last)),
                ' ' if part.typed.is_empty() => part.toggle(&boxes),
                ' ' => self.end_number(&mut part, &boxes),
                'x' if part.typed.is_empty() => return self.open_exception(part, &boxes),
                '+' | '=' => part.change_degree(&boxes, &self.model.scoring, 1),
                '-' => part.change_degree(&boxes, &self.model.scoring, -1),
                character @ ('0'..='9' | '.') => self.type_number(&mut part, &boxes, character),
                'q' | 'b' => return self.close_part(part, warning),
                _ => drop(self.refuse_key(key)),
            },
            _ => {}
        }
        self.mode = Mode::Part(part);
        Effect::None
    }

    /// Asks why the clause at the cursor is not asked; one that is excepted is asked again.
    fn open_exception(&mut self, mut part: Part, boxes: &[(ClauseId, &Clause)]) -> Effect {
        let Some((id, _)) = boxes.get(part.cursor) else { return Effect::None };
        self.mode = match part.except.remove(id) {
            Some(_) => Mode::Part(part),
            None => Mode::Excepting(part, Line::default()),
        };
        Effect::None
    }

    /// A key while the reason is typed.
    pub(super) fn except_key(&mut self, mut part: Part, mut line: Line, key: &Key) -> Effect {
        let reason = line.text().trim().to_owned();
        self.mode = match key {
            Key::Escape => Mode::Part(part),
            Key::Enter if reason.is_empty() => {
                self.status = Some(Status::from(text!("an excepted clause needs a reason", "例外的要求需要说明原因")));
                Mode::Excepting(part, line)
            }
            Key::Enter => {
                self.status = None;
                let boxes = self.boxes(&part);
                if let Some((id, _)) = boxes.get(part.cursor) {
                    part.met.remove(*id);
                    part.degrees.remove(id);
                    part.except.insert(*id, Exception { reason, until: None });
                }
                Mode::Part(part)
            }
            key => {
                line.edit(key);
                Mode::Excepting(part, line)
            }
        };
        Effect::None
    }

    /// Whether anything is ticked or excepted otherwise than when the boxes were opened.
    pub(super) fn is_changed(&self, part: &Part) -> bool {
        let before = self.ticks_above(part.base);
        (&part.met, &part.degrees, &part.except) != (&before.met, &before.degrees, &before.except)
    }

    /// Leaves the boxes; what was ticked or typed since and is not saved is not lost at the first key.
    fn close_part(&mut self, part: Part, warning: Option<Warning>) -> Effect {
        self.mode = if self.is_changed(&part) && warning != Some(Warning::Unsaved) {
            self.status = Some(Status::from(text!(
                "not saved yet: Enter saves it, Esc again drops it",
                "尚未保存：按 Enter 保存，再按 Esc 放弃"
            )));
            Mode::Part(Part { warning: Some(Warning::Unsaved), ..part })
        } else {
            Mode::Asking
        };
        Effect::None
    }

    /// Claims what is ticked.
    fn take_ticks(&mut self, part: Part) -> Effect {
        let claim = Claim::Level { level: part.base, met: Clauses::new() };
        let except = self.answer().map(|answer| &answer.except) != Some(&part.except);
        let except = except.then_some(part.except);
        let degrees = (!self.model.scoring.degrees.is_empty()).then_some(part.degrees);
        let (value, met) = (Some(Value::Claim(claim)), Some(part.met));
        self.change(Change { value, met, degrees, except, ..Change::default() })
    }
}
