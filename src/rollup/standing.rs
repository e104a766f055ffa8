//! Where one team stands at one node: as much as a table of many teams needs.

use std::collections::HashMap;

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
    /// How many dimensions there are.
    pub total: usize,
    /// How its sub-domains stand to their targets; `None` if none has one.
    pub held: Option<TargetCounts>,
}

/// How many sub-domains at and below a node are below, not decided and at their targets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TargetCounts {
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
pub(super) fn standing(scored: &Scored<'_>, held: Option<TargetCounts>) -> Standing {
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

impl TargetCounts {
    fn add(&mut self, judgement: Judgement) {
        match judgement {
            Judgement::Below => self.below += 1,
            Judgement::Unknown => self.unknown += 1,
            Judgement::Met | Judgement::NotApplicable => self.met += 1,
        }
    }
}

/// How the sub-domains of a result stand to their targets, counted at and below every node.
#[derive(Debug, Default)]
pub(super) struct HeldBelow<'m> {
    whole: Option<TargetCounts>,
    by_id: HashMap<&'m str, TargetCounts>,
}

impl<'m> HeldBelow<'m> {
    /// Nothing anywhere without targets.
    pub(super) fn new(outcome: &Outcome<'m>, targets: Option<&Targets>) -> Self {
        let mut all = Self::default();
        for (scored, judged) in targets.into_iter().flat_map(|targets| held_to(outcome, targets)) {
            all.whole.get_or_insert_default().add(judged.judgement);
            for id in scored.node.id().upward() {
                all.by_id.entry(id).or_default().add(judged.judgement);
            }
        }
        all
    }

    /// The count of one node; `None` where nothing there has a target.
    pub(super) fn at(&self, node: Node<'_>) -> Option<TargetCounts> {
        match node {
            Node::Model(_) => self.whole,
            node => self.by_id.get(node.id().as_str()).copied(),
        }
    }
}
