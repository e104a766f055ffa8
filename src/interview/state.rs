//! The state of an interview: its questions, which of them is on the screen, and what is said about it.

use core::time::Duration;
use std::collections::{BTreeMap, BTreeSet};

use super::below::Below;
use super::effect::Undo;
use super::opinions::Opinions;
use super::mode::{Mode, Part, Prompt};
use super::statements::{Statement, asks_the_same, asks_up_to, statements};
use super::status::Status;
use crate::answers::{Answer, Answers, Claim};
use crate::model::{Clause, ClauseId, Dimension, Group, Id, Level, Model, SameWords};

/// What an interview is about.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// Only what stands at or below this node.
    pub only: Option<Id>,
    /// The level that matters: what lies above is folded away.
    pub target: Option<Level>,
    /// Which questions it goes through.
    pub pass: Pass,
}

/// Which questions an interview goes through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pass {
    /// Those without an answer.
    #[default]
    Open,
    /// One in each sub-domain of which no level is known: a first picture.
    Quick,
    /// All of them, each to be confirmed or changed.
    Review,
}

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

    /// The answer given elsewhere to a question in the very same words.
    pub(super) fn suggestion(&self, question: &Dimension) -> Option<&Claim> {
        let same = self.model.dimensions().filter(|other| asks_the_same(question, other));
        let mut claims = same.filter_map(|other| self.claim_of(other));
        claims.find(|claim| !matches!(claim, Claim::NotApplicable { .. }))
    }

    /// The clauses of the question that are met in the very same words elsewhere, each with the first dimension where.
    pub(super) fn met_elsewhere(&self) -> BTreeMap<ClauseId, &'m Dimension> {
        let Some(question) = self.question() else { return BTreeMap::new() };
        let is_met =
            |same: &SameWords<'_>| self.answers.given.of(same.other).is_some_and(|answer| answer.meets(same.there));
        let mut met = BTreeMap::new();
        for same in self.model.same_words(question).into_iter().filter(is_met) {
            met.entry(same.clause).or_insert(same.other);
        }
        met
    }

    /// Where the boxes that are ticked before anybody did are met in the same words, in the model's order; empty where the
    /// question has an answer.
    #[must_use]
    pub fn ticked_by(&self, part: &Part) -> Vec<&'m Dimension> {
        if self.question().is_none_or(|question| self.is_answered(question)) {
            return Vec::new();
        }
        let mut places: Vec<&Dimension> = Vec::new();
        for (id, place) in self.met_elsewhere() {
            if id.level > part.base && !places.iter().any(|other| other.id == place.id) {
                places.push(place);
            }
        }
        places
    }

    /// Shows a question, with the answer to one in the same words highlighted.
    pub(super) fn arrive(&mut self, place: usize) {
        self.place = place;
        self.mode = Mode::Asking;
        // What is asked anew may be confirmed as it is.
        self.revisited = self.is_asked_again();
        self.is_suggested = false;
        self.highlight = None;
        self.scroll = 0;
        self.below = Below::Nothing;
        let Some(question) = self.question() else { return };
        let said = self.said_before().and_then(|answer| answer.claim.as_ref());
        if !self.is_answered(question)
            && let Some(level) = said.or_else(|| self.suggestion(question)).and_then(Claim::level)
        {
            let (offered, _) = self.statements();
            self.highlight = offered.iter().position(|statement| statement.stands_for(level));
            self.is_suggested = self.highlight.is_some();
        }
    }

    /// Shows a question that was named: its answer can be confirmed with Enter.
    pub(super) fn revisit(&mut self, place: usize) {
        self.arrive(place);
        self.revisited = true;
    }

    /// Goes on with the first open question after the last answered one; where there is none, or where all that is answered
    /// are questions of a first picture, with the first open one.
    fn resume(&mut self) {
        if self.is_begun_picture() {
            return self.go_on_from(0);
        }
        let open_from = |from: usize| {
            let ahead = self.questions[from..].iter().position(|dimension| self.is_open(dimension));
            ahead.map(|ahead| from + ahead)
        };
        let last = self.questions.iter().rposition(|dimension| !self.is_open(dimension));
        match open_from(last.map_or(0, |last| last + 1)).or_else(|| open_from(0)) {
            Some(place) => self.arrive(place),
            None => self.mode = Mode::Done,
        }
    }

    /// The next question to ask from `place` on.
    pub(super) fn go_on_from(&mut self, place: usize) {
        let rest = self.questions.get(place..).unwrap_or_default();
        match rest.iter().position(|dimension| self.is_to_ask(dimension)) {
            Some(ahead) => self.arrive(place + ahead),
            None => self.mode = Mode::Done,
        }
    }

    /// Whether a question is to be asked in this pass: in a review until it is confirmed, else while it is open.
    pub(super) fn is_to_ask(&self, dimension: &Dimension) -> bool {
        match self.wish.pass {
            Pass::Review => !self.confirmed.contains(&dimension.id),
            Pass::Open | Pass::Quick => self.is_open(dimension),
        }
    }
}
