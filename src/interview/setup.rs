//! What is asked before the first question of a file without answers: how to begin and, of a new one, the team and its
//! areas.
//!
//! A pure machine like [`Interview`](super::Interview), on the same screen and with the same keys.

pub mod extent;
mod keys;
mod typed;

use super::line::Line;
use super::wish::{Pass, Wish};
use crate::answers::Answers;
use crate::lang::{Lang, Text};
use crate::model::{Group, Id, Model};

/// The state of what is asked before the first question.
#[derive(Clone, Debug)]
pub struct Setup<'m> {
    pub(super) model: &'m Model,
    /// What the file says so far, and what is wished for: both decide how much is asked.
    pub(super) answers: Answers,
    pub(super) wish: Wish,
    pub(super) steps: Steps,
    pub(super) step: Step,
    pub(super) starts: Vec<Start>,
    pub(super) start: Start,
    pub(super) team: Line,
    pub(super) choices: Vec<Choice<'m>>,
    /// The line of the step that the cursor is at.
    pub(super) cursor: usize,
    pub(super) status: Option<Text>,
}

/// What is to be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Steps {
    /// The team alone: the areas are known.
    Team,
    /// The team, then the areas if the model has several.
    TeamAndAreas,
    /// How to begin, then team and areas.
    All,
    /// How to begin alone: the file that is there says the rest, and areas that it does not name are not offered.
    Start,
}

/// A way to begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// One telling question in each sub-domain.
    FirstPicture,
    /// Everything of one area.
    OneArea,
    /// Everything.
    #[default]
    Everything,
}

impl Start {
    /// The questions that an interview begun so goes through; `None` where that is as it was wished for.
    #[must_use]
    pub fn pass(self) -> Option<Pass> {
        (self == Self::FirstPicture).then_some(Pass::Quick)
    }
}

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What this is, and how to begin.
    Start,
    /// The areas, of which one is to be chosen.
    Area,
    /// The name of the team, being typed.
    Team,
    /// The areas, to be ticked.
    Areas,
}

/// An area, and whether it is to be assessed.
#[derive(Clone, Debug)]
pub struct Choice<'m> {
    /// The area.
    pub area: &'m Group,
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
    /// Begin with this.
    Begin(Beginning),
}

/// What an interview begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beginning {
    /// How to begin.
    pub start: Start,
    /// The name of the team, if it was given.
    pub team: Option<String>,
    /// The areas in scope, in model order; empty for those that the file names, in a new one all that are not optional.
    pub scope: Vec<Id>,
}

impl<'m> Setup<'m> {
    /// At the first step, with every area ticked that `answers` are about: in a new file, all that are not optional.
    #[must_use]
    pub fn new(model: &'m Model, answers: Answers, wish: Wish, steps: Steps) -> Self {
        let choice = |area: &'m Group| Choice { area, is_ticked: answers.covers(area) };
        let of_kind = |optional| model.areas.iter().filter(move |area| area.optional == optional);
        let is_offered = |choice: &Choice<'_>| steps != Steps::Start || choice.is_ticked;
        // The optional ones stand below the others.
        let choices: Vec<_> = of_kind(false).chain(of_kind(true)).map(choice).filter(is_offered).collect();
        let has_several_dimensions = model.sub_domains().any(|it| it.dimensions.len() > 1);
        let is_one_of_several = |start: &Start| match start {
            Start::FirstPicture => has_several_dimensions,
            Start::OneArea => choices.len() > 1,
            Start::Everything => true,
        };
        let starts = [Start::FirstPicture, Start::OneArea, Start::Everything];
        let mut setup = Self {
            model,
            answers,
            wish,
            steps,
            step: if matches!(steps, Steps::All | Steps::Start) { Step::Start } else { Step::Team },
            starts: starts.into_iter().filter(is_one_of_several).collect(),
            start: Start::Everything,
            team: Line::default(),
            choices,
            cursor: 0,
            status: None,
        };
        if setup.ticked_extent(Lang::En).is_asked_at_once() {
            setup.starts = vec![Start::Everything];
        }
        setup
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

    /// The ways to begin: one alone where so little is asked that there is nothing to choose.
    #[must_use]
    pub fn starts(&self) -> &[Start] {
        &self.starts
    }

    /// The way to begin that was chosen.
    #[must_use]
    pub fn start(&self) -> Start {
        self.start
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

    /// The place of the way or area that the cursor is at.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// What the last key did, in one sentence.
    #[must_use]
    pub fn status(&self) -> Option<&Text> {
        self.status.as_ref()
    }
}
