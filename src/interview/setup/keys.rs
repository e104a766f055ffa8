//! What a key does before the first question.

use super::{Beginning, Choice, Setup, SetupEffect, Start, Step, Steps};
use crate::interview::key::{Key, plain, without_use};
use crate::model::{Group, Id};

impl Setup<'_> {
    /// What a key does now.
    pub fn press(&mut self, key: &Key) -> SetupEffect {
        self.status = None;
        match self.step {
            Step::Team => self.type_team(key),
            Step::Start | Step::Area | Step::Areas => self.choose(key),
        }
    }

    fn type_team(&mut self, key: &Key) -> SetupEffect {
        match key {
            Key::Enter => return self.leave_team(),
            Key::Escape => self.go_back(),
            key => self.team.edit(key),
        }
        SetupEffect::None
    }

    fn leave_team(&mut self) -> SetupEffect {
        let has_areas = self.choices.len() > 1 && self.steps != Steps::Team && self.start != Start::OneArea;
        if has_areas { self.show(Step::Areas) } else { self.begin() }
    }

    /// Goes on once it is known how to begin.
    fn leave_start(&mut self) -> SetupEffect {
        if self.steps == Steps::Start { self.begin() } else { self.show(Step::Team) }
    }

    fn choose(&mut self, key: &Key) -> SetupEffect {
        let character = match key {
            Key::Enter => return self.take(),
            Key::Up => 'k',
            Key::Down => 'j',
            Key::Escape | Key::Left | Key::Backspace => 'b',
            Key::Char(character) => plain(*character),
            _ => return SetupEffect::None,
        };
        match character {
            'k' => self.cursor = self.cursor.saturating_sub(1),
            'j' => self.cursor = (self.cursor + 1).min(self.line_count().saturating_sub(1)),
            ' ' if self.step == Step::Areas => self.tick(self.cursor),
            digit @ '1'..='9' if usize::from(digit as u8 - b'0') <= self.line_count() => {
                return self.take_number(usize::from(digit as u8 - b'0'));
            }
            'b' => self.go_back(),
            'q' => return SetupEffect::Leave,
            _ => self.status = Some(without_use(character)),
        }
        SetupEffect::None
    }

    pub(super) fn line_count(&self) -> usize {
        if self.step == Step::Start { self.starts.len() } else { self.choices.len() }
    }

    /// Takes the way or area of a number, or ticks it.
    pub(super) fn take_number(&mut self, number: usize) -> SetupEffect {
        let place = number.wrapping_sub(1);
        if place >= self.line_count() {
            return SetupEffect::None;
        }
        self.cursor = place;
        if self.step == Step::Areas {
            self.tick(place);
            return SetupEffect::None;
        }
        self.take()
    }

    /// Goes on with what the cursor is at, or with what is ticked.
    pub(super) fn take(&mut self) -> SetupEffect {
        match self.step {
            Step::Start => {
                let start = self.starts.get(self.cursor).copied().unwrap_or_default();
                if self.start == Start::OneArea && start != Start::OneArea {
                    self.tick_as_usual();
                }
                self.start = start;
                if start == Start::OneArea { self.show(Step::Area) } else { self.leave_start() }
            }
            Step::Area => {
                self.only_tick(self.cursor);
                self.leave_start()
            }
            Step::Team => self.leave_team(),
            Step::Areas => self.begin(),
        }
    }

    /// Shows a step, with the cursor at what was chosen there before.
    fn show(&mut self, step: Step) -> SetupEffect {
        let is_start = |start: &Start| *start == self.start;
        self.cursor = match step {
            Step::Start => self.starts.iter().position(is_start).unwrap_or_default(),
            Step::Area => self.choices.iter().position(|choice| choice.is_ticked).unwrap_or_default(),
            Step::Team | Step::Areas => 0,
        };
        self.step = step;
        SetupEffect::None
    }

    pub(super) fn go_back(&mut self) {
        self.show(self.step_before());
    }

    /// Whether Esc goes back to another step.
    #[must_use]
    pub fn has_step_before(&self) -> bool {
        self.step_before() != self.step
    }

    /// The step before this one; the first one where there is none.
    fn step_before(&self) -> Step {
        match (self.step, self.start) {
            (Step::Areas, _) => Step::Team,
            (Step::Team, Start::OneArea) => Step::Area,
            (Step::Team, _) if self.steps != Steps::All => Step::Team,
            (Step::Team | Step::Area | Step::Start, _) => Step::Start,
        }
    }

    /// Ticks an area, or takes its tick away.
    fn tick(&mut self, place: usize) {
        if let Some(choice) = self.choices.get_mut(place) {
            choice.is_ticked = !choice.is_ticked;
        }
    }

    /// Ticks one area, and no other.
    fn only_tick(&mut self, place: usize) {
        self.choices.iter_mut().enumerate().for_each(|(other, choice)| choice.is_ticked = other == place);
    }

    /// Ticks what the file is about; a new one is about what is not optional.
    fn tick_as_usual(&mut self) {
        self.choices.iter_mut().for_each(|choice| choice.is_ticked = self.answers.covers(choice.area));
    }

    fn begin(&mut self) -> SetupEffect {
        if !self.choices.iter().any(|choice| choice.is_ticked) {
            self.status = Some(text!("nothing is ticked: Space ticks one", "没有勾选任何一项：按空格勾选"));
            return SetupEffect::None;
        }
        let team = self.team.text().trim().to_owned();
        SetupEffect::Begin(Beginning {
            start: self.start,
            team: Some(team).filter(|team| !team.is_empty()),
            scope: self.scope(),
        })
    }

    fn scope(&self) -> Vec<Id> {
        let is_as_usual = |choice: &Choice<'_>| choice.is_ticked == self.answers.covers(choice.area);
        if self.choices.iter().all(is_as_usual) {
            return Vec::new();
        }
        let is_ticked = |area: &&Group| self.choices.iter().any(|it| it.is_ticked && it.area.id == area.id);
        self.model.areas.iter().filter(is_ticked).map(|area| area.id.clone()).collect()
    }
}
