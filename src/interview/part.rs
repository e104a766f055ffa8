//! Ticking the clauses above a level.
//!
//! A clause has one number everywhere: `3.1`, here and in the file. It is typed as it is printed, or without its dot.

use std::collections::BTreeSet;

use super::effect::Effect;
use super::key::{Key, plain};
use super::line::Line;
use super::mode::{Mode, Part, Warning};
use super::state::Interview;
use super::status::Status;
use crate::answers::{Change, Claim, Exception, Value};
use crate::model::counting::Scoring;
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
                "先选已完整达到的级别（{floor} 到 {top}），再勾选其上的要求"
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
            Some(_) => BTreeSet::new(),
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
                _ => {}
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
                    part.met.remove(id);
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

    /// Leaves the boxes; a reason that was typed since and is not saved is not lost at the first key.
    fn close_part(&mut self, part: Part, warning: Option<Warning>) -> Effect {
        let before = self.ticks_above(part.base).except;
        let is_typed = part.except.iter().any(|(id, it)| before.get(id) != Some(it));
        self.mode = if is_typed && warning != Some(Warning::Unsaved) {
            self.status = Some(Status::from(text!(
                "the reason is not saved yet: Enter saves it, Esc again drops it",
                "原因尚未保存：按 Enter 保存，再按 Esc 放弃"
            )));
            Mode::Part(Part { warning: Some(Warning::Unsaved), ..part })
        } else {
            Mode::Asking
        };
        Effect::None
    }

    /// One more character of a number, which acts as soon as no longer number begins with it.
    fn type_number(&mut self, part: &mut Part, boxes: &[(ClauseId, &Clause)], character: char) {
        part.typed.push(character);
        let begun = digits_of(&part.typed);
        let longer = boxes.iter().filter(|(id, _)| digits_of(&id.to_string()).starts_with(&begun)).count();
        let is_whole = place_of(&part.typed, boxes).is_some();
        if longer == 0 || (longer == 1 && is_whole) {
            self.end_number(part, boxes);
        }
    }

    /// Ticks the clause of the number that was typed.
    fn end_number(&mut self, part: &mut Part, boxes: &[(ClauseId, &Clause)]) {
        let typed = std::mem::take(&mut part.typed);
        if let Some(place) = place_of(&typed, boxes) {
            part.cursor = place;
            part.toggle(boxes);
        } else {
            self.refuse_number(part, &typed);
        }
    }

    /// Says that no box has a number, and why where it lies within the level that is met in full.
    fn refuse_number(&mut self, part: &mut Part, typed: &str) {
        part.warning = Some(Warning::Unknown);
        let (base, typed) = (part.base, typed.chars().take(12).collect::<String>());
        self.status = Some(Status::from(match self.clause_within(base, &typed) {
            Some(id) => text!(
                "{id} is within level {base}, met in full; Esc, then p for a lower level",
                "{id} 属于已完整达到的级别 {base}；要选较低级别，按 Esc 再按 p"
            ),
            None => text!("there is no clause {typed} here", "这里没有要求 {typed}"),
        }));
    }

    /// The clause of a number at or below the level that is met in full, be its first digit taken for that level.
    fn clause_within(&self, base: Level, typed: &str) -> Option<ClauseId> {
        let numbers = [digits_of(typed), digits_of(&format!("{base}{typed}"))];
        let clauses = self.question()?.all_clauses().map(|(id, _)| id).filter(|id| id.level <= base);
        clauses.into_iter().find(|id| numbers.contains(&digits_of(&id.to_string())))
    }

    /// Says that nothing is ticked, after a number that no box has.
    fn warn_unticked(&mut self, part: &mut Part) {
        part.warning = Some(Warning::Unticked);
        self.status = Some(Status::from(text!(
            "nothing is ticked; Enter again saves that",
            "没有勾选任何要求；再按 Enter 照此保存"
        )));
    }

    /// Ticks every clause of a list of numbers, or none if one of them is not here.
    fn tick_all(&mut self, part: &mut Part, boxes: &[(ClauseId, &Clause)], numbers: &str) {
        part.typed.clear();
        let is_between = |character: char| character.is_whitespace() || matches!(character, ',' | '，' | '、');
        let numbers: Vec<_> = numbers.split(is_between).filter(|number| !number.is_empty()).collect();
        let places: Option<Vec<_>> = numbers.iter().map(|number| place_of(number, boxes)).collect();
        let Some(places) = places else {
            let unknown = numbers.into_iter().find(|number| place_of(number, boxes).is_none()).unwrap_or_default();
            self.refuse_number(part, unknown);
            return;
        };
        for place in places {
            part.cursor = place;
            part.toggle(boxes);
        }
    }

    /// Claims what is ticked.
    fn take_ticks(&mut self, part: Part) -> Effect {
        let claim = Claim::Level { level: part.base, met: BTreeSet::new() };
        let except = self.answer().map(|answer| &answer.except) != Some(&part.except);
        let except = except.then_some(part.except);
        let degrees = (!self.model.scoring.degrees.is_empty()).then_some(part.degrees);
        let (value, met) = (Some(Value::Claim(claim)), Some(part.met));
        self.change(Change { value, met, degrees, except, ..Change::default() })
    }
}

impl Part {
    /// Whether no clause is met, in full or in part.
    fn names_nothing(&self) -> bool {
        self.met.is_empty() && self.degrees.is_empty()
    }

    fn move_to(&mut self, place: usize) {
        self.typed.clear();
        self.cursor = place;
    }

    /// Goes some degrees up or down with the clause at the cursor; nothing in a model without degrees.
    fn change_degree(&mut self, boxes: &[(ClauseId, &Clause)], scoring: &Scoring, by: isize) {
        let (Some((id, _)), Some(last)) = (boxes.get(self.cursor), scoring.degrees.len().checked_sub(1)) else {
            return;
        };
        let now = match self.degrees.get(id) {
            _ if self.met.contains(id) => last,
            Some(met) => scoring.degrees.iter().position(|degree| degree.id == met.id).unwrap_or_default(),
            None => 0,
        };
        let next = now.saturating_add_signed(by).min(last);
        self.met.remove(id);
        self.degrees.remove(id);
        self.except.remove(id);
        if next == last {
            self.met.insert(*id);
        } else if next > 0 {
            self.degrees.insert(*id, (&scoring.degrees[next]).into());
        }
    }

    /// Ticks the box at the cursor, or takes its tick away.
    fn toggle(&mut self, boxes: &[(ClauseId, &Clause)]) {
        if let Some((id, _)) = boxes.get(self.cursor)
            && !self.met.remove(id)
        {
            self.except.remove(id);
            self.degrees.remove(id);
            self.met.insert(*id);
        }
    }
}

/// The box of a number as it is printed or without its dot: a level has one digit, so that no two are alike.
fn place_of(typed: &str, boxes: &[(ClauseId, &Clause)]) -> Option<usize> {
    let typed = digits_of(typed);
    boxes.iter().position(|(id, _)| digits_of(&id.to_string()) == typed)
}

fn digits_of(number: &str) -> String {
    number.chars().map(plain).filter(|character| *character != '.').collect()
}
