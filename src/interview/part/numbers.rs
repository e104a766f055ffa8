//! Boxes ticked by the numbers of their clauses.
//!
//! A clause has one number everywhere: `3.1`, here and in the file. It is typed as it is printed, or without its dot.

use crate::interview::key::plain;
use crate::interview::mode::{Part, Warning};
use crate::interview::state::Interview;
use crate::interview::status::Status;
use crate::model::{Clause, ClauseId, Level};

impl Interview<'_> {
    /// One more character of a number, which acts as soon as no longer number begins with it.
    pub(super) fn type_number(&mut self, part: &mut Part, boxes: &[(ClauseId, &Clause)], character: char) {
        part.typed.push(character);
        let begun = digits_of(&part.typed);
        let longer = boxes.iter().filter(|(id, _)| digits_of(&id.to_string()).starts_with(&begun)).count();
        let is_whole = place_of(&part.typed, boxes).is_some();
        if longer == 0 || (longer == 1 && is_whole) {
            self.end_number(part, boxes);
        }
    }

    /// Ticks the clause of the number that was typed.
    pub(super) fn end_number(&mut self, part: &mut Part, boxes: &[(ClauseId, &Clause)]) {
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
    pub(super) fn warn_unticked(&mut self, part: &mut Part) {
        part.warning = Some(Warning::Unticked);
        self.status = Some(Status::from(text!(
            "nothing is ticked; Enter again saves that",
            "没有勾选任何要求；再按 Enter 照此保存"
        )));
    }

    /// Ticks every clause of a list of numbers, or none if one of them is not here.
    pub(super) fn tick_all(&mut self, part: &mut Part, boxes: &[(ClauseId, &Clause)], numbers: &str) {
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
}

/// The box of a number as it is printed or without its dot: a level has one digit, so that no two are alike.
fn place_of(typed: &str, boxes: &[(ClauseId, &Clause)]) -> Option<usize> {
    let typed = digits_of(typed);
    boxes.iter().position(|(id, _)| digits_of(&id.to_string()) == typed)
}

fn digits_of(number: &str) -> String {
    number.chars().map(plain).filter(|character| *character != '.').collect()
}
