//! Goes through the tree once: what follows for a node, from those right below it.

use super::means::{self, Counted};
use super::rules::{asks_for, grade};
use super::standing::{NOTHING_SAID, Standing, lower, standing};
use super::{Score, Scored, State};
use crate::answers::{Answer, Answers, Claim, Grade};
use crate::model::counting::{Empty, Mean, ScoreRule, Unanswered};
use crate::model::{Dimension, Level, Model, Node};

/// Scores as the model says how.
pub(super) struct Scorer<'m> {
    pub(super) model: &'m Model,
    answers: &'m Answers,
    has_levels: bool,
    /// Whether dimensions have scores of their own.
    scores_dimensions: bool,
}

impl<'m> Scorer<'m> {
    /// Answers to be scored as their model says.
    pub(super) fn new(model: &'m Model, answers: &'m Answers) -> Self {
        let (scoring, has_levels) = (&model.scoring, model.scoring.has_levels());
        let scores_dimensions = !has_levels || scoring.mean == Mean::Leaves || scoring.score == ScoreRule::Value;
        Self { model, answers, has_levels, scores_dimensions }
    }

    pub(super) fn group(&self, node: Node<'m>) -> Scored<'m> {
        let model = self.model;
        let children = self.children(node);
        let ends_at = node.sub_domain().and_then(|_| self.ends_at(&children));
        let at_most = |level: Option<Level>| level.map(|level| ends_at.map_or(level, |end| level.min(end)));
        let below = Below::of(&children);
        let Below { answered, not_applicable, excepted, total, .. } = below;
        let standing = Standing { level: at_most(below.standing.level), ..below.standing };
        let worst = at_most(below.worst);
        let level = standing.level.filter(|_| self.has_levels);
        let state = state(answered, not_applicable, total);
        let own_grade = level.filter(|_| level == worst).map(|level| grade(level, standing.met));
        let is_settled = |grade: &Grade| state == State::Complete || matches!(grade, Grade::PartOf(_));
        let score = means::score_of(model, node, &children, standing);
        Scored {
            node,
            state,
            level,
            grade: own_grade.filter(is_settled),
            score: score.map(|exact| Score::new(exact, model.scoring.shown)),
            worst,
            answered,
            not_applicable,
            excepted,
            total,
            ends_at,
            answer: None,
            children,
            model,
            standing,
        }
    }

    /// The nodes right below, those out of scope left out.
    fn children(&self, node: Node<'m>) -> Box<[Scored<'m>]> {
        match node {
            Node::Model(model) => {
                let areas = model.areas.iter().filter(|area| self.answers.covers(area));
                areas.map(|area| self.group(Node::Group(area))).collect()
            }
            Node::Group(group) if group.is_sub_domain() => {
                group.dimensions.iter().map(|it| self.dimension(it, self.answers.given.of(it))).collect()
            }
            Node::Group(group) => group.groups.iter().map(|group| self.group(Node::Group(group))).collect(),
            Node::Dimension(_) => Box::default(),
        }
    }

    /// What follows from an answer; `None` is none.
    pub(super) fn dimension<'a>(&self, dimension: &'a Dimension, answer: Option<&'a Answer>) -> Scored<'a>
    where
        'm: 'a,
    {
        let scoring = &self.model.scoring;
        let said = answer.unwrap_or(&NOTHING_SAID);
        let (state, claimed) = match &said.claim {
            None => (State::Unanswered, Some(dimension.floor())),
            Some(Claim::NotApplicable { .. }) => (State::NotApplicable, None),
            Some(claim) => (State::Complete, claim.level()),
        };
        let is_answered = state == State::Complete;
        let standing = claimed.map(|claimed| standing(dimension, said, claimed)).unwrap_or_default();
        let counts = is_answered || scoring.unanswered == Unanswered::Lowest;
        let own = if counts { standing } else { Standing::default() };
        let shown = |level: Option<Level>| level.filter(|_| self.has_levels);
        let level = shown(own.level);
        let counted = if self.scores_dimensions { Counted::new(dimension, said, own) } else { None };
        Scored {
            node: Node::Dimension(dimension),
            state,
            level,
            grade: level.map(|level| grade(level, own.met)),
            score: counted.map(|it| Score::new(it.score(self.model), scoring.shown)),
            worst: shown(standing.level),
            answered: usize::from(is_answered),
            not_applicable: usize::from(state == State::NotApplicable),
            excepted: if is_answered { said.except.len() } else { 0 },
            total: 1,
            ends_at: None,
            answer,
            children: Box::default(),
            model: self.model,
            standing: own,
        }
    }

    /// The level at which a sub-domain ends, since none of the dimensions that apply asks anything for the one above;
    /// `None` where that does not end it.
    fn ends_at(&self, dimensions: &[Scored<'_>]) -> Option<Level> {
        if self.model.scoring.empty == Empty::Pass {
            return None;
        }
        let asks = |at: &Scored<'_>, level: Level| match at.node {
            Node::Dimension(dimension) if at.not_applicable == 0 => {
                asks_for(dimension, at.answer.unwrap_or(&NOTHING_SAID), level)
            }
            _ => false,
        };
        let empty = |level: &Level| !dimensions.iter().any(|at| asks(at, *level));
        let first = self.model.levels_above_floor().find(empty)?;
        Some(Level(first.0.saturating_sub(1)))
    }
}

/// What follows for a node from those right below it.
#[derive(Default)]
struct Below {
    standing: Standing,
    worst: Option<Level>,
    answered: usize,
    not_applicable: usize,
    excepted: usize,
    total: usize,
}

impl Below {
    fn of(children: &[Scored<'_>]) -> Self {
        let mut below = Self::default();
        for child in children {
            below.standing.add(child.standing);
            lower(&mut below.worst, child.worst);
            below.answered += child.answered;
            below.not_applicable += child.not_applicable;
            below.excepted += child.excepted;
            below.total += child.total;
        }
        below
    }
}

fn state(answered: usize, not_applicable: usize, total: usize) -> State {
    match (answered, not_applicable) {
        (0, 0) => State::Unanswered,
        (0, none_applies) if none_applies == total => State::NotApplicable,
        (answered, not_applicable) if answered + not_applicable == total => State::Complete,
        _ => State::Incomplete,
    }
}
