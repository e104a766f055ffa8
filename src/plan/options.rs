//! What is asked of a plan.

use crate::model::{Id, Level, Node};
use crate::policy::Targets;
use crate::scoring::{Outcome, Scored, next_level};

/// Which level to plan for, where, and in which order.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlanOptions<'a> {
    /// The level to reach.
    pub to: Aim<'a>,
    /// The node to plan for, with what stands below it; `None` for the whole model.
    pub only: Option<&'a Id>,
    /// How many lifts at most, from 1, and the goals of these alone; `None` for all.
    pub top: Option<usize>,
    /// What comes first.
    pub by: Order,
}

/// The order of steps. In any order, the one sub-domain that alone holds the whole down comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The fewest clauses first.
    #[default]
    Effort,
    /// What raises most above it first, then what stands at the level of most above it, then the fewest clauses.
    Effect,
}

/// Which level a plan leads to.
#[derive(Clone, Copy, Debug, Default)]
pub enum Aim<'a> {
    /// The next one of each sub-domain.
    #[default]
    Next,
    /// One level, the same everywhere.
    Level(Level),
    /// Those of a policy; sub-domains without a target are left out.
    Targets(&'a Targets),
}

impl Aim<'_> {
    /// The level that a sub-domain, or one of its dimensions, is to reach; `None` if it has no target or is at the top.
    pub(super) fn of(self, outcome: &Outcome<'_>, scored: &Scored<'_>) -> Option<Level> {
        match self {
            Self::Next if scored.level.is_none() => Some(outcome.model.floor.next()),
            Self::Next => next_level(outcome.model, scored),
            Self::Level(level) => Some(level),
            Self::Targets(targets) => targets.of(scored.node.id())?.value.level(),
        }
    }
}

impl PlanOptions<'_> {
    /// Whether a sub-domain is asked for: it stands at or below the node, or the node is one of its dimensions.
    pub(super) fn reaches(&self, sub_domain: &Id) -> bool {
        self.only.is_none_or(|only| sub_domain.is_within(only) || only.is_within(sub_domain))
    }

    /// Whether a node stands at or below the one that is asked for.
    pub(super) fn covers(&self, node: Node<'_>) -> bool {
        self.only.is_none_or(|only| node.id().is_within(only))
    }
}
