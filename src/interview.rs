//! The interview: what to ask next, what a key means now, where back and skip lead.
//!
//! A pure machine: it is told what was typed and answers what is to be done. It never asks, saves or draws by itself;
//! [`crate::report::screen`] turns its state into lines.

pub mod ladder;
pub mod line;

mod edit;
mod jump;
mod keys;
mod told;

use std::collections::BTreeSet;

use crate::answers::{Answer, Answers, Claim};
use crate::lang::Text;
use crate::model::{ClauseId, Dimension, Id, Level, Model, SubDomain};
use crate::scoring::{level_of, worst_of};
use ladder::{Statement, asks_the_same, asks_up_to, statements};
use line::Line;

pub use edit::Edit;
pub use keys::{Effect, Key};

/// What an interview is about.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// Only what stands at or below this node.
    pub only: Option<Id>,
    /// The level that matters: what lies above is folded away.
    pub target: Option<Level>,
    /// Whether answered questions are gone over again.
    pub pass: Pass,
}

/// Which questions an interview goes through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pass {
    /// Those without an answer.
    #[default]
    Open,
    /// All of them, each to be confirmed or changed.
    Review,
}

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A question.
    Asking,
    /// A question with its clauses above a level as boxes to tick.
    Part(Part),
    /// A question with a line being typed below it.
    Typing(Prompt, Line),
    /// All about a question, from this line on.
    Help(usize),
    /// Nothing more is to be asked.
    Done,
}

/// Clauses being ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The level claimed in full.
    pub base: Level,
    /// The clauses above it that are met.
    pub met: BTreeSet<ClauseId>,
    /// The box the cursor is at.
    pub cursor: usize,
}

/// What a line is typed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// Why the dimension does not apply.
    Reason,
    /// The note.
    Note,
    /// One more piece of evidence.
    Evidence,
    /// Words of the question to jump to, and which of those found is chosen.
    Jump(usize),
}

/// The state of an interview.
#[derive(Clone, Debug)]
pub struct Interview<'m> {
    /// The model.
    pub model: &'m Model,
    /// The answers as they are on disk.
    pub answers: Answers,
    /// What is on the screen.
    pub mode: Mode,
    /// The statement that an arrow points at.
    pub highlight: Option<usize>,
    /// What the last key did.
    pub said: Option<Text>,
    wish: Wish,
    questions: Vec<&'m Dimension>,
    place: usize,
    /// Whether the answer that is there can be confirmed with Enter.
    revisited: bool,
    /// Whether the highlight is the answer given elsewhere in the same words.
    is_suggested: bool,
    /// What was saved in this session, each save as one.
    undo: Vec<Vec<Edit>>,
    confirmed: BTreeSet<Id>,
    /// The reason just given for not applicable, which may be given to the rest of the sub-domain too.
    excuse: Option<Claim>,
}

impl<'m> Interview<'m> {
    /// An interview at its first question; [`Mode::Done`] where there is none.
    #[must_use]
    pub fn new(model: &'m Model, answers: Answers, wish: Wish) -> Self {
        let is_asked = |dimension: &&Dimension| {
            let in_scope = model.areas.iter().any(|area| dimension.id.is_within(&area.id) && answers.covers(&area.id));
            in_scope
                && wish.only.as_ref().is_none_or(|only| dimension.id.is_within(only))
                && wish.target.is_none_or(|target| asks_up_to(dimension, target))
        };
        let questions: Vec<_> = model.dimensions().filter(is_asked).collect();
        let mut interview = Self {
            model,
            answers,
            mode: Mode::Asking,
            highlight: None,
            said: None,
            wish,
            questions,
            place: 0,
            revisited: false,
            is_suggested: false,
            undo: Vec::new(),
            confirmed: BTreeSet::new(),
            excuse: None,
        };
        match interview.wish.pass {
            Pass::Review if !interview.questions.is_empty() => interview.arrive(0),
            _ => interview.go_on_from(0),
        }
        interview
    }

    /// The question on the screen; nothing where there is none at all.
    #[must_use]
    pub fn question(&self) -> Option<&'m Dimension> {
        self.questions.get(self.place).copied()
    }

    /// The sub-domain of the question.
    #[must_use]
    pub fn sub_domain(&self) -> Option<&'m SubDomain> {
        let id = &self.question()?.id;
        self.model.sub_domains().find(|sub_domain| id.is_within(&sub_domain.id))
    }

    /// Where the question stands among all that are asked, from 1, and how many those are.
    #[must_use]
    pub fn position(&self) -> (usize, usize) {
        (self.place + 1, self.questions.len())
    }

    /// How many of the questions have an answer, not applicable included.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.questions.iter().filter(|dimension| self.is_answered(dimension)).count()
    }

    /// How many answers a review has confirmed or changed; nothing outside a review.
    #[must_use]
    pub fn confirmed(&self) -> Option<usize> {
        (self.wish.pass == Pass::Review).then_some(self.confirmed.len())
    }

    /// Whether every question in scope has an answer, and in a review each was confirmed: the whole is confirmed then.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let is_unrestricted = self.wish.only.is_none() && self.wish.target.is_none();
        let all = self.questions.len();
        let passed = if self.wish.pass == Pass::Review { self.confirmed.len() } else { self.answered() };
        is_unrestricted && all > 0 && passed == all && self.answered() == all
    }

    /// The statements of the question: those offered, and those folded away above the target.
    #[must_use]
    pub fn statements(&self) -> (Vec<Statement<'m>>, Vec<Statement<'m>>) {
        let all = self.question().map(|question| statements(self.model, question)).unwrap_or_default();
        all.into_iter().partition(|statement| self.wish.target.is_none_or(|target| statement.first <= target))
    }

    /// Whether the statement highlighted is how the same words were answered elsewhere.
    #[must_use]
    pub fn is_suggested(&self) -> bool {
        self.is_suggested
    }

    /// What is said about the question so far.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        self.answers.given.get(&self.question()?.id)
    }

    /// The clauses that boxes can be ticked for, above the level of `part`.
    #[must_use]
    pub fn boxes(&self, part: &Part) -> Vec<(ClauseId, &'m Text)> {
        let (offered, _) = self.statements();
        let clauses = offered.into_iter().flat_map(|statement| statement.clauses);
        clauses.filter(|(id, _)| id.level > part.base).collect()
    }

    /// The answer given elsewhere to a question in the very same words.
    fn suggestion(&self, question: &Dimension) -> Option<&Claim> {
        let same = self.model.dimensions().filter(|other| asks_the_same(question, other));
        let mut claims = same.filter_map(|other| self.answers.given.get(&other.id)?.claim.as_ref());
        claims.find(|claim| !matches!(claim, Claim::NotApplicable { .. }))
    }

    fn is_answered(&self, dimension: &Dimension) -> bool {
        self.answers.given.get(&dimension.id).is_some_and(|answer| answer.claim.is_some())
    }

    /// Shows a question, with the answer to one in the same words highlighted.
    fn arrive(&mut self, place: usize) {
        self.place = place;
        self.mode = Mode::Asking;
        self.revisited = false;
        self.is_suggested = false;
        self.highlight = None;
        let Some(question) = self.question() else { return };
        if !self.is_answered(question)
            && let Some(level) = self.suggestion(question).and_then(Claim::level)
        {
            let (offered, _) = self.statements();
            self.highlight = offered.iter().position(|statement| statement.stands_for(level));
            self.is_suggested = self.highlight.is_some();
        }
    }

    /// The next question to ask from `place` on: in a review the next one, else the next without an answer.
    fn go_on_from(&mut self, place: usize) {
        let is_next = |dimension: &&Dimension| self.wish.pass == Pass::Review || !self.is_answered(dimension);
        let rest = self.questions.get(place..).unwrap_or_default();
        match rest.iter().position(is_next) {
            Some(ahead) => self.arrive(place + ahead),
            None => self.mode = Mode::Done,
        }
    }

    /// The level of the question's sub-domain: at worst, and over what is answered. Nothing before the first answer.
    #[must_use]
    pub fn level_now(&self) -> Option<(Level, Level)> {
        let dimensions = self.sub_domain().into_iter().flat_map(|sub_domain| sub_domain.dimensions.iter());
        let claim = |dimension: &Dimension| self.answers.given.get(&dimension.id)?.claim.as_ref();
        let claims = dimensions.map(|dimension| (dimension, claim(dimension)));
        let best = claims.clone().filter_map(|(dimension, claim)| level_of(dimension, claim?)).min()?;
        let worst = claims.filter_map(|(dimension, claim)| worst_of(dimension, claim)).min()?;
        Some((worst, best))
    }
}
