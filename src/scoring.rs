//! Levels, grades and scores: arithmetic on plain data, total for every model and every set of answers.

mod bounds;
mod counts;
mod derivation;
mod exact;
mod means;
mod rules;
mod score;
mod weight;

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::answers::{Answer, Answers, Claim, Grade};
use crate::model::counting::{Empty, Fraction, Mean, ScoreRule, Unanswered};
use crate::model::{Clause, ClauseId, Dimension, Group, Level, Model, Node};

pub use bounds::{Bounds, Raise, bounds, raises};
pub use counts::counts_as;
pub use derivation::{Derivation, Next, Passage, Stop};
use means::Counted;
use rules::{Levels, asks_for, grade, partly_met};
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
    /// The dimensions that hold the level down: those whose level it is.
    pub limiting: Vec<&'m Dimension>,
    /// For a sub-domain with a level: what each level above the floor adds to the score, lowest first.
    pub shares: Vec<Share>,
    /// For a sub-domain: the level at which it ends whatever is met, since nothing is asked for the one above; `None` where
    /// that does not end it.
    pub ends_at: Option<Level>,
    /// For a dimension: what is said about it.
    pub answer: Option<&'m Answer>,
    /// The nodes below, in the model's order; areas out of scope are left out.
    pub children: Vec<Scored<'m>>,
    /// The lowest level over what counts, also where results show none.
    reached: Option<Level>,
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
    let scorer = Scorer { model, answers, lowest: means::lowest(model) };
    Outcome { model, answers, overall: scorer.node(Node::Model(model)) }
}

/// Scores as the model says how.
struct Scorer<'m> {
    model: &'m Model,
    answers: &'m Answers,
    /// What a question without an answer may count as.
    lowest: Answer,
}

impl<'m> Scorer<'m> {
    fn node(&self, node: Node<'m>) -> Scored<'m> {
        match node {
            Node::Dimension(dimension) => self.dimension(dimension),
            _ => self.group(node),
        }
    }

    fn group(&self, node: Node<'m>) -> Scored<'m> {
        let model = self.model;
        let in_scope = |child: &Node<'_>| child.area().is_none_or(|area| self.answers.covers(area));
        let children: Vec<_> = node.children().into_iter().filter(in_scope).map(|child| self.node(child)).collect();
        let ends_at = node.sub_domain().and_then(|_| self.ends_at(&children));
        let at_most = |level: Option<Level>| level.map(|level| ends_at.map_or(level, |end| level.min(end)));
        let reached = at_most(children.iter().filter_map(|child| child.reached).min());
        let worst = at_most(children.iter().filter_map(|child| child.worst).min());
        let level = reached.filter(|_| model.scoring.has_levels());
        let counted: Vec<_> = children.iter().filter_map(|child| self.counted(child)).collect();
        let shares = match (model.scoring.score, model.scoring.mean, reached) {
            (ScoreRule::Levels, Mean::Children, Some(reached)) if !counted.is_empty() => {
                means::shares(model, &counted, reached)
            }
            _ => Vec::new(),
        };
        let score = means::score_of(model, node, &children, &counted, &shares);
        let holds_down = |child: &&Scored<'_>| level.is_some() && child.level == level;
        let sum = |count: fn(&Scored<'_>) -> usize| children.iter().map(count).sum();
        let (answered, not_applicable, total) =
            (sum(|child| child.answered), sum(|child| child.not_applicable), sum(|child| child.total));
        let excepted = sum(|child| child.excepted);
        let state = state(answered, not_applicable, total);
        let met = children.iter().map(|child| child.met).fold(Levels::default(), Levels::union);
        let own_grade = level.filter(|_| level == worst).map(|level| grade(level, met));
        let is_settled = |grade: &Grade| state == State::Complete || matches!(grade, Grade::PartOf(_));
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
            limiting: children.iter().filter(holds_down).flat_map(|child| child.limiting.iter().copied()).collect(),
            shares,
            ends_at,
            answer: None,
            children,
            reached,
            met,
        }
    }

    fn dimension(&self, dimension: &'m Dimension) -> Scored<'m> {
        let answer = self.answers.given.get(&dimension.id);
        let is_answered =
            answer.is_some_and(|answer| answer.claim.as_ref().is_some_and(|claim| claim.level().is_some()));
        let not_applicable = matches!(answer, Some(Answer { claim: Some(Claim::NotApplicable { .. }), .. }));
        let scoring = &self.model.scoring;
        let reached = self.answer_that_counts(answer).and_then(|answer| level_of(dimension, answer));
        let level = reached.filter(|_| scoring.has_levels());
        let met = answer.zip(level).map(|(answer, level)| partly_met(dimension, answer, level)).unwrap_or_default();
        let worst = reached.or_else(|| worst_of(dimension, answer)).filter(|_| scoring.has_levels());
        let scored = Scored {
            node: Node::Dimension(dimension),
            state: state(usize::from(is_answered), usize::from(not_applicable), 1),
            level,
            grade: level.map(|level| grade(level, met)),
            score: None,
            worst,
            answered: usize::from(is_answered),
            not_applicable: usize::from(not_applicable),
            excepted: answer.filter(|_| is_answered).map_or(0, |answer| answer.except.len()),
            total: 1,
            limiting: level.map(|_| dimension).into_iter().collect(),
            shares: Vec::new(),
            ends_at: None,
            answer,
            children: Vec::new(),
            reached,
            met,
        };
        let has_score = !scoring.has_levels() || scoring.mean == Mean::Leaves || scoring.score == ScoreRule::Value;
        let exact = self.counted(&scored).filter(|_| has_score).map(|counted| counted.score(self.model));
        Scored { score: exact.map(|exact| Score::new(exact, scoring.shown)), ..scored }
    }

    /// A dimension that counts in scores; `None` for what does not, and for other nodes.
    fn counted<'a>(&'a self, at: &Scored<'a>) -> Option<Counted<'a>>
    where
        'm: 'a,
    {
        let Node::Dimension(dimension) = at.node else { return None };
        Some(Counted { dimension, answer: self.answer_that_counts(at.answer)?, level: at.reached? })
    }

    /// The answer, or what the model takes for one where there is none.
    fn answer_that_counts<'a>(&'a self, answer: Option<&'a Answer>) -> Option<&'a Answer> {
        match (answer.filter(|answer| answer.claim.is_some()), self.model.scoring.unanswered) {
            (None, Unanswered::Lowest) => Some(&self.lowest),
            (answer, _) => answer,
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
    let end = scored.ends_at.unwrap_or(model.top());
    scored.level.map(Level::next).filter(|next| *next <= end)
}
