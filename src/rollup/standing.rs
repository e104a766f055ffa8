//! Where one team stands at one node: as much as a table of many teams needs.

use crate::answers::Grade;
use crate::model::{Level, Node};
use crate::policy::{Judgement, Targets, held_to};
use crate::scoring::{Outcome, Score, Scored, State};

/// Where one team stands at one node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How far it is answered.
    pub state: State,
    /// The level over what is answered; `None` where nothing is.
    pub best: Option<Level>,
    /// The level if every open answer claimed the floor; `None` where nothing applies.
    pub worst: Option<Level>,
    /// The grade, once no open answer can change it.
    pub grade: Option<Grade>,
    /// The score; `None` for a dimension, and without a level.
    pub score: Option<Score>,
    /// How many dimensions claim a level.
    pub answered: usize,
    /// How many do not apply.
    pub not_applicable: usize,
    /// How many there are.
    pub total: usize,
    /// How it stands to the targets; `None` where there is none.
    pub held: Option<Held>,
}

/// How many sub-domains at and below a node stand how to their targets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Below theirs, whatever the open answers will be.
    pub below: usize,
    /// Below theirs or not, depending on open answers.
    pub unknown: usize,
    /// At or above theirs, or not applicable.
    pub met: usize,
}

impl Standing {
    /// The level, once no open answer can change it.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.best.filter(|_| self.best == self.worst)
    }
}

/// What stands at a node.
pub(super) fn standing(scored: &Scored<'_>, held: Option<Held>) -> Standing {
    Standing {
        state: scored.state,
        best: scored.level,
        worst: scored.worst,
        grade: scored.grade,
        score: scored.score.clone(),
        answered: scored.answered,
        not_applicable: scored.not_applicable,
        total: scored.total,
        held,
    }
}

/// How the sub-domains of a result stand to the targets, each with its node.
pub(super) fn judged<'m>(outcome: &Outcome<'m>, targets: Option<&Targets>) -> Vec<(Node<'m>, Judgement)> {
    let all = targets.into_iter().flat_map(|targets| held_to(outcome, targets));
    all.map(|(scored, judged)| (scored.node, judged.judgement)).collect()
}

/// The same, counted at and below a node; `None` where nothing there has a target.
pub(super) fn held(node: Node<'_>, judged: &[(Node<'_>, Judgement)]) -> Option<Held> {
    let is_whole = matches!(node, Node::Model(_));
    let mut all = judged.iter().filter(|(own, _)| is_whole || own.id().is_within(node.id())).peekable();
    all.peek()?;
    let mut held = Held::default();
    for (_, judgement) in all {
        match judgement {
            Judgement::Below => held.below += 1,
            Judgement::Unknown => held.unknown += 1,
            Judgement::Met | Judgement::NotApplicable => held.met += 1,
        }
    }
    Some(held)
}
