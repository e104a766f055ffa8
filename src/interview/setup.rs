//! What is asked before the first question of a new file: the team, and its areas.
//!
//! A pure machine like [`Interview`](super::Interview), on the same screen and with the same keys.

use super::key::{Key, plain};
use super::line::Line;
use crate::lang::Text;
use crate::model::{Area, Id, Model};

/// The state of what is asked before the first question.
#[derive(Clone, Debug)]
pub struct Setup<'m> {
    model: &'m Model,
    steps: Steps,
    step: Step,
    team: Line,
    choices: Vec<Choice<'m>>,
    /// The area that the cursor is at.
    cursor: usize,
    status: Option<Text>,
}

/// What is to be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Steps {
    /// The team alone: the areas are known.
    Team,
    /// The team, then the areas if the model has several.
    TeamAndAreas,
}

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The name of the team, being typed.
    Team,
    /// The areas, to be ticked.
    Areas,
}

/// An area, and whether it is to be assessed.
#[derive(Clone, Debug)]
pub struct Choice<'m> {
    /// The area.
    pub area: &'m Area,
    /// Whether it is ticked.
    pub is_ticked: bool,
}

/// What is to be done about a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetupEffect {
    /// Draw again, nothing else.
    None,
    /// Leave; nothing is begun.
    Leave,
    /// Begin a file of this.
    Begin(Beginning),
}

/// What a new file begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beginning {
    /// The name of the team, if it was given.
    pub team: Option<String>,
    /// The areas in scope, in model order; empty for all that are not optional.
    pub scope: Vec<Id>,
}

impl<'m> Setup<'m> {
    /// At the first step, with every area ticked that is not optional.
    #[must_use]
    pub fn new(model: &'m Model, steps: Steps) -> Self {
        let choice = |area: &'m Area| Choice { area, is_ticked: !area.optional };
        let of_kind = |optional| model.areas.iter().filter(move |area| area.optional == optional);
        Self {
            model,
            steps: if model.areas.len() < 2 { Steps::Team } else { steps },
            step: Step::Team,
            team: Line::default(),
            // The optional ones stand below the others.
            choices: of_kind(false).chain(of_kind(true)).map(choice).collect(),
            cursor: 0,
            status: None,
        }
    }

    /// The model that is to be asked.
    #[must_use]
    pub fn model(&self) -> &'m Model {
        self.model
    }

    /// What is on the screen.
    #[must_use]
    pub fn step(&self) -> Step {
        self.step
    }

    /// The name of the team, as far as it is typed.
    #[must_use]
    pub fn team(&self) -> &Line {
        &self.team
    }

    /// The areas, in the order they are shown in.
    #[must_use]
    pub fn choices(&self) -> &[Choice<'m>] {
        &self.choices
    }

    /// The place of the area that the cursor is at.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// What the last key did, in one sentence.
    #[must_use]
    pub fn status(&self) -> Option<&Text> {
        self.status.as_ref()
    }

    /// What a key does now.
    pub fn press(&mut self, key: &Key) -> SetupEffect {
        self.status = None;
        match self.step {
            Step::Team => self.type_team(key),
            Step::Areas => self.tick_areas(key),
        }
    }

    fn type_team(&mut self, key: &Key) -> SetupEffect {
        if *key != Key::Enter {
            self.team.edit(key);
            return SetupEffect::None;
        }
        match self.steps {
            Steps::Team => self.begin(),
            Steps::TeamAndAreas => {
                self.step = Step::Areas;
                SetupEffect::None
            }
        }
    }

    fn tick_areas(&mut self, key: &Key) -> SetupEffect {
        let character = match key {
            Key::Enter => return self.begin(),
            Key::Up => 'k',
            Key::Down => 'j',
            Key::Escape | Key::Left | Key::Backspace => 'b',
            Key::Char(character) => plain(*character),
            _ => return SetupEffect::None,
        };
        match character {
            'k' => self.cursor = self.cursor.saturating_sub(1),
            'j' => self.cursor = (self.cursor + 1).min(self.choices.len().saturating_sub(1)),
            ' ' => self.tick(self.cursor),
            digit @ '1'..='9' => self.tick(usize::from(digit as u8 - b'1')),
            'b' => self.step = Step::Team,
            'q' => return SetupEffect::Leave,
            _ => {}
        }
        SetupEffect::None
    }

    /// Ticks an area, or takes its tick away.
    fn tick(&mut self, place: usize) {
        if let Some(choice) = self.choices.get_mut(place) {
            choice.is_ticked = !choice.is_ticked;
            self.cursor = place;
        }
    }

    fn begin(&mut self) -> SetupEffect {
        if !self.choices.iter().any(|choice| choice.is_ticked) {
            self.status = Some(text!("no area is ticked: Space ticks one", "没有勾选任何领域：按空格勾选"));
            return SetupEffect::None;
        }
        let team = self.team.text().trim().to_owned();
        SetupEffect::Begin(Beginning { team: Some(team).filter(|team| !team.is_empty()), scope: self.scope() })
    }

    fn scope(&self) -> Vec<Id> {
        if self.choices.iter().all(|choice| choice.is_ticked != choice.area.optional) {
            return Vec::new();
        }
        let is_ticked = |area: &&Area| self.choices.iter().any(|it| it.is_ticked && it.area.id == area.id);
        self.model.areas.iter().filter(is_ticked).map(|area| area.id.clone()).collect()
    }
}
