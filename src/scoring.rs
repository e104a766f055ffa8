//! Levels, grades and scores: arithmetic on plain data, total for every model and every set of answers.

mod counts;
mod derivation;
mod exact;
mod rules;

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::answers::{Answer, Answers, Claim, Grade};
use crate::model::{Clause, ClauseId, Dimension, Group, Level, Model, Node};

pub use counts::counts_as;
pub use derivation::{Derivation, Next, Passage, Stop};
use exact::Exact;
use rules::{Levels, grade, mean, partly_met, shares, sum_of};
pub use rules::{
    can_reach, claims_part_of, grade_of, last_stating, level_of, level_without_excepted, met_clauses, needed,
    overtaken, still_needed, worst_of,
};

/// An exact score, from the floor to the top of the model.
///
/// Exact for every model: beyond what a machine word holds, it is kept in numbers of any length.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(Exact);

impl Score {
    /// The score in hundredths, rounded half up: 2.605 gives 261.
    #[must_use]
    pub fn hundredths(&self) -> u128 {
        self.0.hundredths()
    }

    /// The score with two decimals, rounded half up.
    #[must_use]
    pub fn rounded(&self) -> f64 {
        // At most 900, which a float holds exactly; the division gives the nearest number to the two decimals.
        f64::from(u16::try_from(self.hundredths()).unwrap_or(u16::MAX)) / 100.0
    }

    /// Whether the score is at least `level`.
    #[must_use]
    pub fn reaches(&self, level: Level) -> bool {
        self.0 >= Exact::whole(level.0.into())
    }
}

impl fmt::Display for Score {
    /// Two decimals: `2.61`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = self.hundredths();
        write!(out, "{}.{:02}", hundredths / 100, hundredths % 100)
    }
}

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
    /// The lowest level over what is answered and applies; `None` where nothing does.
    pub level: Option<Level>,
    /// The level, or the next one as a part, when some of that is met.
    ///
    /// `None` where the level is not certain, and while something is open unless some of the next level is met already.
    pub grade: Option<Grade>,
    /// The mean score; `None` for a dimension, and where there is no level.
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
    /// The dimensions that hold the level down: those whose level it is.
    pub limiting: Vec<&'m Dimension>,
    /// For a sub-domain with a level: what each level above the floor adds to the score, lowest first.
    pub shares: Vec<Share>,
    /// For a dimension: what is said about it.
    pub answer: Option<&'m Answer>,
    /// The nodes below, in the model's order; areas out of scope are left out.
    pub children: Vec<Scored<'m>>,
    /// The levels of which anything below is met.
    met: Levels,
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

    /// Dimensions neither answered nor said not to apply.
    #[must_use]
    pub fn open(&self) -> usize {
        self.total - self.answered - self.not_applicable
    }

    /// For a sub-domain: the levels at which no answered dimension is asked anything.
    pub fn unasked(&self) -> impl Iterator<Item = Level> {
        self.shares.iter().filter(|share| share.asked == Asked::Nothing).map(|share| share.level)
    }

    /// This node and every node below, parents first.
    #[must_use]
    pub fn walk(&self) -> Vec<&Self> {
        fn collect<'a, 'm>(scored: &'a Scored<'m>, nodes: &mut Vec<&'a Scored<'m>>) {
            nodes.push(scored);
            for child in &scored.children {
                collect(child, nodes);
            }
        }
        let mut nodes = Vec::new();
        collect(self, &mut nodes);
        nodes
    }

    /// The sub-domains from this node down, each as the model has it.
    pub fn sub_domains(&self) -> impl Iterator<Item = (&'m Group, &Self)> {
        self.walk().into_iter().filter_map(|scored| Some((scored.node.sub_domain()?, scored)))
    }

    /// The dimensions from this node down, each as the model has it.
    pub fn dimensions(&self) -> impl Iterator<Item = (&'m Dimension, &Self)> {
        self.walk().into_iter().filter_map(|scored| Some((scored.node.dimension()?, scored)))
    }

    /// The part of the result that stands at `id`.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Self> {
        self.walk().into_iter().find(|scored| scored.node.id().as_str() == id)
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
    Outcome { model, answers, overall: scored(Node::Model(model), model, answers) }
}

fn scored<'m>(node: Node<'m>, model: &'m Model, answers: &'m Answers) -> Scored<'m> {
    if let Node::Dimension(dimension) = node {
        return of_dimension(dimension, answers.given.get(&dimension.id));
    }
    let in_scope = |child: &Node<'_>| child.area().is_none_or(|area| answers.covers(area));
    let children = node.children().into_iter().filter(in_scope);
    let children: Vec<_> = children.map(|child| scored(child, model, answers)).collect();
    let level = children.iter().filter_map(|child| child.level).min();
    let holds_down = |child: &&Scored<'_>| level.is_some() && child.level == level;
    let is_sub_domain = node.sub_domain().is_some();
    let shares = level.filter(|_| is_sub_domain).map(|level| shares(model, &children, level)).unwrap_or_default();
    let score = match level {
        None => None,
        Some(_) if is_sub_domain => Some(sum_of(model.floor, &shares)),
        Some(_) => mean(children.iter().filter_map(|child| Some(child.score.as_ref()?.0.clone()))).map(Score),
    };
    let sum = |count: fn(&Scored<'_>) -> usize| children.iter().map(count).sum();
    let (answered, not_applicable, total) =
        (sum(|child| child.answered), sum(|child| child.not_applicable), sum(|child| child.total));
    let excepted = sum(|child| child.excepted);
    let worst = children.iter().filter_map(|child| child.worst).min();
    let state = state(answered, not_applicable, total);
    let met = children.iter().map(|child| child.met).fold(Levels::default(), Levels::union);
    let own_grade = level.filter(|_| level == worst).map(|level| grade(level, met));
    let is_settled = |grade: &Grade| state == State::Complete || matches!(grade, Grade::PartOf(_));
    Scored {
        node,
        state,
        level,
        grade: own_grade.filter(is_settled),
        score,
        worst,
        answered,
        not_applicable,
        excepted,
        total,
        limiting: children.iter().filter(holds_down).flat_map(|child| child.limiting.iter().copied()).collect(),
        shares,
        answer: None,
        children,
        met,
    }
}

fn of_dimension<'m>(dimension: &'m Dimension, answer: Option<&'m Answer>) -> Scored<'m> {
    let not_applicable = matches!(answer, Some(Answer { claim: Some(Claim::NotApplicable { .. }), .. }));
    let level = answer.and_then(|answer| level_of(dimension, answer));
    let met = answer.zip(level).map(|(answer, level)| partly_met(dimension, answer, level)).unwrap_or_default();
    Scored {
        node: Node::Dimension(dimension),
        state: state(usize::from(level.is_some()), usize::from(not_applicable), 1),
        level,
        grade: level.map(|level| grade(level, met)),
        score: None,
        worst: level.or_else(|| worst_of(dimension, answer)),
        answered: usize::from(level.is_some()),
        not_applicable: usize::from(not_applicable),
        excepted: answer.filter(|_| level.is_some()).map_or(0, |answer| answer.except.len()),
        total: 1,
        limiting: level.map(|_| dimension).into_iter().collect(),
        shares: Vec::new(),
        answer,
        children: Vec::new(),
        met,
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
    let needs = |(dimension, at): (&'m Dimension, &Scored<'m>)| {
        at.answer.map(|answer| still_needed(dimension, answer, target)).unwrap_or_default()
    };
    scored.dimensions().flat_map(needs).collect()
}

/// The level after a node's own, when there is one to reach.
#[must_use]
pub fn next_level(model: &Model, scored: &Scored<'_>) -> Option<Level> {
    scored.level.map(Level::next).filter(|next| *next <= model.top())
}
