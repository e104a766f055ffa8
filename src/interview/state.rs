//! The state of an interview: its questions, which of them is on the screen, and what is said about it.

use core::time::Duration;
use std::collections::BTreeSet;

use super::below::Below;
use super::effect::Undo;
use super::mode::{Mode, Part, Prompt};
use super::opinions::Opinions;
use super::statements::{Statement, asks_up_to, statements};
use super::status::Status;
use super::wish::{Pass, Wish};
use crate::answers::{Answer, Answers, Claim};
use crate::model::{Clause, ClauseId, Dimension, Group, Id, Level, Model};

/// Whether a session has gone through the figures of the delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figures {
    NotAsked,
    Asked,
}

/// The state of an interview.
#[derive(Clone, Debug)]
pub struct Interview<'m> {
    pub(super) model: &'m Model,
    /// As they are on disk.
    pub(super) answers: Answers,
    pub(super) mode: Mode,
    /// The statement that an arrow points at.
    pub(super) highlight: Option<usize>,
    /// How many lines of that statement are scrolled away.
    pub(super) scroll: usize,
    /// Whether more of what is shown lies below, as it was last drawn.
    pub(super) below: Below,
    /// What the last key did.
    pub(super) status: Option<Status>,
    pub(super) wish: Wish,
    /// All that can be asked, in model order.
    pub(super) all: Vec<&'m Dimension>,
    /// What this pass asks, in its order.
    pub(super) questions: Vec<&'m Dimension>,
    /// Which of the questions is on the screen.
    pub(super) place: usize,
    /// Whether the answer that is there can be confirmed with Enter.
    pub(super) revisited: bool,
    /// Whether the highlight is the answer given elsewhere in the same words.
    pub(super) is_suggested: bool,
    /// What was saved in this session, each save as one.
    pub(super) undo: Vec<Undo>,
    pub(super) confirmed: BTreeSet<Id>,
    /// How long each answer of this session took.
    pub(super) paces: Vec<Duration>,
    /// The words whose questions a search lists: those typed, once typing paused.
    pub(super) listed: String,
    /// The reason just given for not applicable, which may be given to the rest of the sub-domain too.
    pub(super) excuse: Option<Claim>,
    /// Whether the figures of the delivery were gone through.
    pub(super) figures: Figures,
    /// What people answered by themselves.
    pub(super) opinions: Option<Opinions<'m>>,
}

impl<'m> Interview<'m> {
    /// An interview at its first question; [`Mode::Done`] where there is none.
    #[must_use]
    pub fn new(model: &'m Model, answers: Answers, wish: Wish) -> Self {
        let is_asked = |dimension: &&Dimension| {
            let in_scope = model.areas.iter().any(|area| dimension.id.is_within(&area.id) && answers.covers(area));
            in_scope
                && wish.only.as_ref().is_none_or(|only| dimension.id.is_within(only))
                && wish.target.is_none_or(|target| asks_up_to(dimension, target))
        };
        let all: Vec<_> = model.dimensions().filter(is_asked).collect();
        let mut interview = Self {
            model,
            answers,
            mode: Mode::Asking,
            highlight: None,
            scroll: 0,
            below: Below::Nothing,
            status: None,
            wish,
            questions: all.clone(),
            all,
            place: 0,
            revisited: false,
            is_suggested: false,
            undo: Vec::new(),
            confirmed: BTreeSet::new(),
            paces: Vec::new(),
            listed: String::new(),
            excuse: None,
            figures: Figures::NotAsked,
            opinions: None,
        };
        if interview.is_picture_left() {
            interview.wish.pass = Pass::Quick;
        }
        match interview.wish.pass {
            Pass::Review => interview.resume_review(),
            Pass::Quick => {
                interview.questions = interview.quick_questions();
                interview.go_on_from(0);
            }
            Pass::Open if interview.is_to_be_deepened() => interview.deepen(),
            Pass::Open => interview.resume(),
        }
        interview
    }

    /// The model that is asked.
    #[must_use]
    pub fn model(&self) -> &'m Model {
        self.model
    }

    /// The answers as they are on disk.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// What is on the screen.
    #[must_use]
    pub fn mode(&self) -> &Mode {
        &self.mode
    }

    /// Whether no question of the model is on the screen: nothing more is to be asked, figures alone, or none is yet.
    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(self.mode, Mode::Done | Mode::Taking | Mode::Typing(Prompt::Outcome(_), _))
    }

    /// The place of the statement that an arrow or a suggestion points at, among those offered; `None` if none is.
    #[must_use]
    pub fn highlight(&self) -> Option<usize> {
        self.highlight
    }

    /// How many lines of the highlighted statement are scrolled away, where it does not fit.
    #[must_use]
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    /// Whether an arrow down scrolls, by what was last told.
    #[must_use]
    pub fn below(&self) -> Below {
        self.below
    }

    /// Tells whether the screen had no room for all of the highlighted statement or the help: an arrow down scrolls then.
    pub fn set_below(&mut self, below: Below) {
        self.below = below;
    }

    /// Whether the statement highlighted is how the same words were answered elsewhere.
    #[must_use]
    pub fn is_suggested(&self) -> bool {
        self.is_suggested
    }

    /// What the last key did, in one sentence.
    #[must_use]
    pub fn status(&self) -> Option<&Status> {
        self.status.as_ref()
    }

    /// The question on the screen; `None` if none is asked at all.
    #[must_use]
    pub fn question(&self) -> Option<&'m Dimension> {
        self.questions.get(self.place).copied()
    }

    /// The sub-domain of the question.
    #[must_use]
    pub fn sub_domain(&self) -> Option<&'m Group> {
        let id = &self.question()?.id;
        self.model.sub_domains().find(|sub_domain| id.is_within(&sub_domain.id))
    }

    /// The statements of the question: those offered, and those folded away above the target and the present answer.
    #[must_use]
    pub fn statements(&self) -> (Vec<Statement<'m>>, Vec<Statement<'m>>) {
        let all = self.question().map(|question| statements(self.model, question)).unwrap_or_default();
        let named = match self.answer().and_then(|answer| answer.claim.as_ref()) {
            Some(Claim::Level { level, met }) => met.last().map(|clause| clause.level).max(Some(*level)),
            Some(Claim::PartOf(level)) => Some(*level),
            _ => None,
        };
        all.into_iter().partition(|statement| {
            self.wish.target.is_none_or(|target| statement.first <= target || Some(statement.first) <= named)
        })
    }

    /// What is said about the question so far.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        self.answers.given.of(self.question()?)
    }

    /// The clauses that boxes can be ticked for, above the level of `part`.
    #[must_use]
    pub fn boxes(&self, part: &Part) -> Vec<(ClauseId, &'m Clause)> {
        let (offered, _) = self.statements();
        let clauses = offered.into_iter().flat_map(|statement| statement.clauses);
        clauses.filter(|(id, _)| id.level > part.base).collect()
    }

    /// What is claimed about a dimension.
    pub(super) fn claim_of(&self, dimension: &Dimension) -> Option<&Claim> {
        self.answers.given.of(dimension)?.claim.as_ref()
    }

    pub(super) fn is_answered(&self, dimension: &Dimension) -> bool {
        self.claim_of(dimension).is_some()
    }

    /// Whether a dimension is to be asked: it has no answer, or asks more than when it was answered.
    pub(super) fn is_open(&self, dimension: &Dimension) -> bool {
        !self.is_answered(dimension) || self.answers.assessment.ask_again.contains(&dimension.id)
    }

    /// Whether the question on the screen was answered and asks something else since.
    #[must_use]
    pub fn is_asked_again(&self) -> bool {
        self.question().is_some_and(|question| self.is_answered(question) && self.is_open(question))
    }

    /// The level that the answer to the question names or lies above.
    pub(super) fn level_claimed(&self) -> Option<Level> {
        self.answer()?.claim.as_ref().and_then(Claim::level)
    }
}
