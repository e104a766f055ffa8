//! Why a plan has no step: what is true then, which is not always that nothing is missing.

use super::options::{Aim, PlanOptions};
use crate::model::Level;
use crate::scoring::{Outcome, Scored};

/// Why a plan has no step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// Nothing of what is planned for is answered, so that what it needs is not known.
    Unanswered,
    /// All of it is answered as not applicable.
    NotApplicable,
    /// No target of the policy is for any of it.
    NoTarget,
    /// What is answered lacks nothing; what is unanswered may.
    Open,
    /// What is lacking is excepted, and no level is reached by exceptions alone.
    Excepted,
    /// All of it is at the highest level.
    Highest(Level),
    /// All of it has the level that was asked for.
    Level(Level),
    /// All of it holds its targets.
    Targets,
    /// Every clause of it is met, in a model without levels.
    Whole,
    /// All of it holds its targets, in a model without levels.
    ScoreTargets,
    /// No target of the policy is for any of it, in a model without levels.
    NoScoreTarget,
}

/// Why a plan with these options has no step.
pub(super) fn idle(outcome: &Outcome<'_>, options: PlanOptions<'_>) -> Idle {
    let all = outcome.overall.sub_domains().filter(|(own, _)| options.reaches(&own.id));
    let aimed_at = |scored: &Scored<'_>| match options.to {
        Aim::Targets(targets) => targets.of(scored.node.id()).is_some(),
        Aim::Next | Aim::Level(_) => true,
    };
    let aimed_at: Vec<_> = all.filter(|(_, scored)| aimed_at(scored)).collect();
    let has_levels = outcome.model.scoring.has_levels();
    if aimed_at.is_empty() {
        return if has_levels { Idle::NoTarget } else { Idle::NoScoreTarget };
    }
    let dimensions = aimed_at.iter().flat_map(|(_, scored)| scored.dimensions());
    let own: Vec<_> = dimensions.filter(|(_, at)| options.covers(at.node)).map(|(_, at)| at).collect();
    let lacks = |at: &&Scored<'_>| at.level.is_some() && at.level < options.to.of(outcome, at);
    if own.iter().all(|at| at.open() == 0) && own.iter().any(lacks) {
        return Idle::Excepted;
    }
    let (answered, open) = (own.iter().any(|at| at.answered > 0), own.iter().any(|at| at.open() > 0));
    match (answered, open, options.to) {
        (false, false, _) => Idle::NotApplicable,
        (false, true, _) => Idle::Unanswered,
        (true, true, _) => Idle::Open,
        (true, false, Aim::Targets(_)) if !has_levels => Idle::ScoreTargets,
        (true, false, _) if !has_levels => Idle::Whole,
        (true, false, Aim::Next) => Idle::Highest(outcome.model.top()),
        (true, false, Aim::Level(level)) => Idle::Level(level),
        (true, false, Aim::Targets(_)) => Idle::Targets,
    }
}
