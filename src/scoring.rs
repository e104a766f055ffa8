//! Levels, grades and scores: arithmetic on plain data, total for every model and every set of answers.

mod bounds;
mod counts;
mod derivation;
mod exact;
mod means;
mod rules;
mod score;
mod weight;

use std::{fmt, mem, slice};

use schemars::JsonSchema;
use serde::Serialize;

use crate::answers::{Answer, Answers, Claim, Grade};
use crate::model::counting::{Empty, Fraction, Mean, ScoreRule, Scoring, Unanswered};
use crate::model::{Clause, ClauseId, Dimension, Group, Level, Model, Node};

pub use bounds::{Bounds, Raise, bounds, raises};
pub use counts::counts_as;
pub use derivation::{Derivation, Next, Passage, Stop};
use means::Counted;
use rules::{Levels, asked_levels, asks_for, grade, partly_met_of};
pub use rules::{
    can_reach, claims_part_of, grade_of, is_overtaken, last_stating, level_of, level_without_excepted, met_clauses,
    needed, overtaken, still_needed, worst_of,
};
pub use score::Score;
pub use weight::{Addition, additions};

/// How far a node is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Every dimension is answered or not applicable.
    Complete,
    /// Something is unanswered, and something is not.
    Incomplete,
    /// Nothing is answered, nothing is said not to apply.
    Unanswered,
    /// No dimension applies.
    NotApplicable,
}

impl fmt::Display for State {
    /// The word for it in JSON and CSV.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(out)
    }
}

/// What one level adds to the score of a sub-domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The level.
    pub level: Level,
    /// The share of it that is met, from 0 to 1.
    pub met: Score,
    /// Whether it asks anything of the answered dimensions.
    pub asked: Asked,
}

/// Whether a level asks anything of the answered dimensions of a sub-domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It asks at least one clause.
    Some,
    /// It asks nothing, and takes the share of the level below.
    Nothing,
    /// All of its clauses are excepted: it counts in full where the sub-domain reaches it, else not at all.
    Excepted,
}

/// What follows from the answers for one node of the model.
#[derive(Clone, Debug)]
pub struct Scored<'m> {
    /// The node.
    pub node: Node<'m>,
    /// How far it is answered.
    pub state: State,
    /// The lowest level over what is answered and applies; `None` where nothing does, and where results have no levels.
    pub level: Option<Level>,
    /// The level, or the next one as a part, when some of that is met.
    ///
    /// `None` where the level is not certain, and while something is open unless some of the next level is met already.
    pub grade: Option<Grade>,
    /// The score; `None` where nothing counts, and for a dimension whose score nothing is the mean of.
    pub score: Option<Score>,
    /// The level if every unanswered dimension claimed the floor; `None` where no dimension applies.
    pub worst: Option<Level>,
    /// How many dimensions below claim a level.
    pub answered: usize,
    /// How many dimensions below do not apply.
    pub not_applicable: usize,
    /// How many clauses of the answered dimensions below are excepted.
    pub excepted: usize,
    /// How many dimensions there are below.
    pub total: usize,
    /// For a sub-domain: the level at which it ends whatever is met, since nothing is asked for the one above; `None` where
    /// that does not end it.
    pub ends_at: Option<Level>,
    /// For a dimension: what is said about it.
    pub answer: Option<&'m Answer>,
    /// The nodes below, in the model's order; areas out of scope are left out.
    pub children: Vec<Scored<'m>>,
    model: &'m Model,
    /// The lowest level over what counts, also where results show none.
    reached: Option<Level>,
    /// The levels of which anything below is met.
    met: Levels,
    /// For a dimension: the levels at which it asks anything of the team.
    asks: Levels,
}

impl<'m> Scored<'m> {
    /// Whether the level is the same whatever the open answers will be.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.level.is_some() && self.worst == self.level
    }

    /// For a dimension: what is claimed.
    #[must_use]
    pub fn claim(&self) -> Option<&'m Claim> {
        self.answer?.claim.as_ref()
    }

    /// The same alone: as much as a table row says of it, without a copy of all that stands below.
    #[must_use]
    pub fn without_children(&self) -> Self {
        Self { children: Vec::new(), score: self.score.clone(), ..*self }
    }

    /// Dimensions neither answered nor said not to apply.
    #[must_use]
    pub fn open(&self) -> usize {
        self.total - self.answered - self.not_applicable
    }

    /// The dimensions that hold the level down, in the model's order: those whose level it is.
    #[must_use]
    pub fn limiting(&self) -> Vec<&'m Dimension> {
        fn collect<'m>(scored: &Scored<'m>, limiting: &mut Vec<&'m Dimension>) {
            limiting.extend(scored.node.dimension());
            for child in scored.children.iter().filter(|child| child.level == scored.level) {
                collect(child, limiting);
            }
        }
        let mut limiting = Vec::new();
        if self.level.is_some() {
            collect(self, &mut limiting);
        }
        limiting
    }

    /// For a sub-domain with a level: what each level above the floor adds to the score, lowest first.
    #[must_use]
    pub fn shares(&self) -> Vec<Share> {
        let Scoring { score, mean, shown, .. } = self.model.scoring;
        let lowest = means::lowest(self.model);
        let counted = self.counted_children(&lowest);
        match (score, mean, self.reached) {
            (ScoreRule::Levels, Mean::Children, Some(reached)) if !counted.is_empty() => {
                let shares = means::shares(self.model, &counted, reached);
                shares.map(|(level, met, asked)| Share { level, met: Score::new(met, shown), asked }).collect()
            }
            _ => Vec::new(),
        }
    }

    /// For a sub-domain: the levels at which no answered dimension is asked anything.
    pub fn unasked(&self) -> impl Iterator<Item = Level> {
        self.shares().into_iter().filter(|share| share.asked == Asked::Nothing).map(|share| share.level)
    }

    /// For a sub-domain: its dimensions that count in scores, `lowest` for those that do so without an answer.
    fn counted_children<'a>(&'a self, lowest: &'a Answer) -> Vec<Counted<'a>> {
        match self.node.sub_domain() {
            Some(_) => self.children.iter().filter_map(|child| child.counted(lowest)).collect(),
            None => Vec::new(),
        }
    }

    /// A dimension that counts in scores; `None` for what does not, and for other nodes.
    fn counted<'a>(&'a self, lowest: &'a Answer) -> Option<Counted<'a>> {
        let (Node::Dimension(dimension), Some(level)) = (self.node, self.reached) else { return None };
        let answer = answer_that_counts(self.model, self.answer, lowest)?;
        Some(Counted { dimension, answer, level, asks: self.asks })
    }

    /// This node and every node below, parents first.
    pub fn walk(&self) -> impl Iterator<Item = &Self> {
        Walk { next: slice::from_ref(self).iter(), after: Vec::new() }
    }

    /// The sub-domains from this node down, each as the model has it.
    pub fn sub_domains(&self) -> impl Iterator<Item = (&'m Group, &Self)> {
        self.walk().filter_map(|scored| Some((scored.node.sub_domain()?, scored)))
    }

    /// The dimensions from this node down, each as the model has it.
    pub fn dimensions(&self) -> impl Iterator<Item = (&'m Dimension, &Self)> {
        self.walk().filter_map(|scored| Some((scored.node.dimension()?, scored)))
    }

    /// What the answered dimensions at and below ask and do not meet in full, in the model's order.
    #[must_use]
    pub fn unmet(&self) -> Vec<Requirement<'m>> {
        let answered = self.dimensions().filter(|(_, at)| at.answered > 0);
        let answered = answered.filter_map(|(dimension, at)| Some((dimension, at.answer?)));
        let open = answered.flat_map(|(dimension, answer)| {
            let clauses = dimension.all_clauses().filter(|(id, _)| !answer.excepts(*id));
            let open = clauses.filter(|(id, _)| answer.value_of(*id) < Fraction::ONE);
            open.map(move |(clause, asks)| Requirement { dimension, clause, asks, replaces: Vec::new() })
        });
        open.collect()
    }

    /// The part of the result that stands at `id`.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Self> {
        self.walk().find(|scored| scored.node.id().as_str() == id)
    }
}

/// Goes through nodes depth first: those right after each other, and what comes after them on the storeys above.
struct Walk<'a, 'm> {
    next: slice::Iter<'a, Scored<'m>>,
    after: Vec<slice::Iter<'a, Scored<'m>>>,
}

impl<'a, 'm> Iterator for Walk<'a, 'm> {
    type Item = &'a Scored<'m>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.next.next() {
                Some(scored) if scored.children.is_empty() => return Some(scored),
                Some(scored) => {
                    self.after.push(mem::replace(&mut self.next, scored.children.iter()));
                    return Some(scored);
                }
                None => self.next = self.after.pop()?,
            }
        }
    }
}

/// A model, a team's answers to it, and what follows.
#[derive(Clone, Debug)]
pub struct Outcome<'m> {
    /// The model.
    pub model: &'m Model,
    /// The answers.
    pub answers: &'m Answers,
    /// The whole, with every node in scope below it.
    pub overall: Scored<'m>,
}

impl<'m> Outcome<'m> {
    /// The answered dimensions in scope that ask more than when they were answered, in the model's order.
    #[must_use]
    pub fn asked_anew(&self) -> Vec<&Scored<'m>> {
        let list = &self.answers.assessment.ask_again;
        let dimensions = self.overall.dimensions().filter(|(dimension, _)| list.contains(&dimension.id));
        dimensions.map(|(_, scored)| scored).filter(|scored| scored.claim().is_some()).collect()
    }
}

/// Works out everything that follows from the answers.
#[must_use]
pub fn score<'m>(model: &'m Model, answers: &'m Answers) -> Outcome<'m> {
    let scorer = Scorer { model, answers, lowest: means::lowest(model) };
    Outcome { model, answers, overall: scorer.group(Node::Model(model)) }
}

/// Scores as the model says how.
struct Scorer<'m> {
    model: &'m Model,
    answers: &'m Answers,
    /// What a question without an answer may count as.
    lowest: Answer,
}

impl<'m> Scorer<'m> {
    fn group(&self, node: Node<'m>) -> Scored<'m> {
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
fn answer_that_counts<'a>(model: &Model, answer: Option<&'a Answer>, lowest: &'a Answer) -> Option<&'a Answer> {
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

/// A clause that is still needed, and the dimension that asks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement<'m> {
    /// The dimension.
    pub dimension: &'m Dimension,
    /// The place of the clause in it.
    pub clause: ClauseId,
    /// The clause.
    pub asks: &'m Clause,
    /// The clauses below it that would be needed, had its level not been begun, which replaces them.
    pub replaces: Vec<ClauseId>,
}

/// What the answered dimensions at and below a node still need for a level, in the model's order.
#[must_use]
pub fn requirements<'m>(scored: &Scored<'m>, target: Level) -> Vec<Requirement<'m>> {
    let needs = |(dimension, at): (&'m Dimension, &Scored<'m>)| match at.answer {
        Some(answer) if at.reached < Some(target) => still_needed(dimension, answer, target),
        _ => Vec::new(),
    };
    scored.dimensions().flat_map(needs).collect()
}

/// The level after a node's own, when there is one to reach.
#[must_use]
pub fn next_level(model: &Model, scored: &Scored<'_>) -> Option<Level> {
    let end = scored.ends_at.unwrap_or(model.top());
    scored.level.map(Level::next).filter(|next| *next <= end)
}
