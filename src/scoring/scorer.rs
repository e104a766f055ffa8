//! Goes through the tree once: what follows for a node, from those right below it.

use super::means::{self, Counted};
use super::rules::{Levels, asked_levels, asks_for, grade, level_of, partly_met_of};
use super::{Score, Scored, State};
use crate::answers::{Answer, Answers, Claim, Grade};
use crate::model::counting::{Empty, Mean, ScoreRule, Unanswered};
use crate::model::{Dimension, Level, Model, Node};

/// Scores as the model says how.
pub(super) struct Scorer<'m> {
    pub(super) model: &'m Model,
    pub(super) answers: &'m Answers,
    /// What a question without an answer may count as.
    pub(super) lowest: Answer,
}

impl<'m> Scorer<'m> {
    pub(super) fn group(&self, node: Node<'m>) -> Scored<'m> {
        let model = self.model;
        let children = self.children(node);
        let ends_at = node.sub_domain().and_then(|_| self.ends_at(&children));
        let at_most = |level: Option<Level>| level.map(|level| ends_at.map_or(level, |end| level.min(end)));
        let below = Below::of(&children);
        let (reached, worst) = (at_most(below.reached), at_most(below.worst));
        let level = reached.filter(|_| model.scoring.has_levels());
        let Below { answered, not_applicable, excepted, total, met, .. } = below;
        let state = state(answered, not_applicable, total);
        let own_grade = level.filter(|_| level == worst).map(|level| grade(level, met));
        let is_settled = |grade: &Grade| state == State::Complete || matches!(grade, Grade::PartOf(_));
        let mut scored = Scored {
            node,
            state,
            level,
            grade: own_grade.filter(is_settled),
            score: None,
            worst,
            answered,
            not_applicable,
            excepted,
            total,
            ends_at,
            answer: None,
            children,
            model,
            reached,
            met,
            asks: Levels::default(),
        };
        let exact = means::score_of(&scored, &scored.counted_children(&self.lowest));
        scored.score = exact.map(|exact| Score::new(exact, model.scoring.shown));
        scored
    }

    /// The nodes right below, those out of scope left out.
    fn children(&self, node: Node<'m>) -> Vec<Scored<'m>> {
        match node {
            Node::Model(model) => {
                let areas = model.areas.iter().filter(|area| self.answers.covers(area));
                areas.map(|area| self.group(Node::Group(area))).collect()
            }
            Node::Group(group) if group.is_sub_domain() => {
                group.dimensions.iter().map(|dimension| self.dimension(dimension)).collect()
            }
            Node::Group(group) => group.groups.iter().map(|group| self.group(Node::Group(group))).collect(),
            Node::Dimension(_) => Vec::new(),
        }
    }

    fn dimension(&self, dimension: &'m Dimension) -> Scored<'m> {
        let answer = self.answers.given.of(dimension);
        let claim = answer.and_then(|answer| answer.claim.as_ref());
        let is_answered = claim.is_some_and(|claim| claim.level().is_some());
        let not_applicable = matches!(claim, Some(Claim::NotApplicable { .. }));
        let scoring = &self.model.scoring;
        let counts = answer_that_counts(self.model, answer, &self.lowest);
        let reached = counts.and_then(|answer| level_of(dimension, answer));
        let level = reached.filter(|_| scoring.has_levels());
        let asks = counts.map(|answer| asked_levels(dimension, answer)).unwrap_or_default();
        let partly = |(answer, level)| partly_met_of(asks, dimension, answer, level);
        let met = answer.zip(level).map(partly).unwrap_or_default();
        let at_worst = || if claim.is_some() { None } else { level_of(dimension, &self.lowest) };
        let has_score = !scoring.has_levels() || scoring.mean == Mean::Leaves || scoring.score == ScoreRule::Value;
        let counted = counts.zip(reached).filter(|_| has_score);
        let exact = counted.map(|(answer, level)| Counted { dimension, answer, level, asks }.score(self.model));
        Scored {
            node: Node::Dimension(dimension),
            state: state(usize::from(is_answered), usize::from(not_applicable), 1),
            level,
            grade: level.map(|level| grade(level, met)),
            score: exact.map(|exact| Score::new(exact, scoring.shown)),
            worst: reached.or_else(at_worst).filter(|_| scoring.has_levels()),
            answered: usize::from(is_answered),
            not_applicable: usize::from(not_applicable),
            excepted: answer.filter(|_| is_answered).map_or(0, |answer| answer.except.len()),
            total: 1,
            ends_at: None,
            answer,
            children: Vec::new(),
            model: self.model,
            reached,
            met,
            asks,
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
                asks_for(dimension, at.answer.unwrap_or(&self.lowest), level)
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
    reached: Option<Level>,
    worst: Option<Level>,
    answered: usize,
    not_applicable: usize,
    excepted: usize,
    total: usize,
    met: Levels,
}

impl Below {
    fn of(children: &[Scored<'_>]) -> Self {
        let mut below = Self::default();
        for child in children {
            below.reached = lowest(below.reached, child.reached);
            below.worst = lowest(below.worst, child.worst);
            below.answered += child.answered;
            below.not_applicable += child.not_applicable;
            below.excepted += child.excepted;
            below.total += child.total;
            below.met = below.met.union(child.met);
        }
        below
    }
}

/// The lower of two levels, or the one there is.
fn lowest(one: Option<Level>, other: Option<Level>) -> Option<Level> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        _ => one.or(other),
    }
}

/// The answer, or what the model takes for one where there is none.
pub(super) fn answer_that_counts<'a>(
    model: &Model,
    answer: Option<&'a Answer>,
    lowest: &'a Answer,
) -> Option<&'a Answer> {
    match (answer.filter(|answer| answer.claim.is_some()), model.scoring.unanswered) {
        (None, Unanswered::Lowest) => Some(lowest),
        (answer, _) => answer,
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
